package dev.indicia.web;

import java.util.List;

/**
 * A method on a path.
 *
 * @param method HTTP method
 * @param path path; {@code {id}} at its end stands for one segment
 */
record Route(String method, String path) {
  /** The routes that exist. */
  static final List<Route> ALL =
      List.of(
          new Route("POST", "/v1/evaluations"),
          new Route("GET", "/v1/rulebook"),
          new Route("GET", "/v1/indicators"),
          new Route("GET", "/v1/indicators/{id}"),
          new Route("GET", "/v1/sources"),
          new Route("GET", "/v1/sources/{id}"),
          new Route("GET", "/v1/excerpts"),
          new Route("GET", "/v1/excerpts/{id}"),
          new Route("GET", "/v1/disagreements"),
          new Route("GET", "/schemas/profile.json"),
          new Route("GET", "/schemas/evidence-summary.json"),
          new Route("GET", "/openapi.json"),
          new Route("GET", "/healthz"),
          new Route("GET", "/readyz"),
          new Route("GET", "/metrics"));

  private static final String ID = "{id}";

  /** The routes' own path for one that was asked for; {@code none} if no route has it. */
  static String pathOf(String requested) {
    for (Route route : ALL) {
      if (route.matches(requested)) {
        return route.path;
      }
    }
    return "none";
  }

  /** Whether a path that was asked for is this one. */
  boolean matches(String requested) {
    if (!path.endsWith(ID)) {
      return requested.equals(path);
    }
    int id = path.length() - ID.length();
    return requested.length() > id
        && requested.regionMatches(0, path, 0, id)
        && requested.indexOf('/', id) < 0;
  }
}
