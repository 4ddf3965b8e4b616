package dev.indicia.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.QuotedCSV;
import org.jspecify.annotations.Nullable;

/** What a request's header fields ask for and declare. */
final class Negotiation {
  /** The media type of every body but a problem document. */
  static final String JSON = "application/json";

  private Negotiation() {}

  /**
   * Whether JSON is acceptable: the most specific range that covers it decides.
   *
   * @param accept the {@code Accept} fields; none accept anything
   */
  static boolean acceptsJson(List<String> accept) {
    Map<String, Boolean> acceptable = new HashMap<>();
    for (String range : new QuotedCSV(false, accept.toArray(String[]::new))) {
      Map<String, String> parameters = new HashMap<>();
      String type = type(range, parameters);
      boolean excluded = parameters.getOrDefault("q", "1").matches("0(\\.0*)?");
      acceptable.merge(type, !excluded, Boolean::logicalOr);
    }
    return acceptable.isEmpty()
        || Stream.of(JSON, "application/*", "*/*")
            .map(acceptable::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(false);
  }

  /** Whether a body is declared as JSON, and as UTF-8 if a character encoding is declared. */
  static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    Map<String, String> parameters = new HashMap<>();
    return type(contentType, parameters).equals(JSON)
        && parameters.getOrDefault("charset", "utf-8").equals("utf-8");
  }

  /** The media type or range of a field, and its parameters; empty if it names none. */
  private static String type(String field, Map<String, String> parameters) {
    @Nullable String type =
        HttpField.getValueParameters(field.toLowerCase(Locale.ROOT), parameters);
    return type == null ? "" : type;
  }

  /**
   * Whether the client holds a representation already (RFC 9110, 13.1.2), by weak comparison.
   *
   * @param ifNoneMatch the {@code If-None-Match} fields
   * @param etag the tag of the current representation; holds no comma
   */
  static boolean holds(List<String> ifNoneMatch, String etag) {
    return ifNoneMatch.stream()
        .flatMap(field -> Stream.of(field.split(",")))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
  }
}
