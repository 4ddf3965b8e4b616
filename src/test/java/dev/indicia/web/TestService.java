package dev.indicia.web;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.RulebookBundle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The service on a free port, with the rulebook of the build and a client of its own. */
final class TestService implements AutoCloseable {
  /** A profile of which nothing is stated. */
  static final String PROFILE =
      "{\"profileVersion\":1,\"caseReference\":\"synthetic-1\",\"kind\":\"synthetic\","
          + "\"asOf\":\"2026-11-21\"}";

  private static final Evaluator EVALUATOR = evaluator();

  private final WebService service;
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private TestService(Limits limits) {
    this.service = WebService.start(EVALUATOR, "127.0.0.1", 0, limits);
    this.port = service.port();
  }

  static TestService start() {
    return start(Limits.standard());
  }

  static TestService start(Limits limits) {
    return new TestService(limits);
  }

  static Evaluator evaluatorOfTheBuild() {
    return EVALUATOR;
  }

  private static Evaluator evaluator() {
    try {
      return new Evaluator(RulebookBundle.load());
    } catch (IOException | InvalidRulebookException e) {
      throw new AssertionError(e);
    }
  }

  int port() {
    return port;
  }

  /** A request that is yet to be built. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> evaluate(String profile) {
    return evaluate(profile.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> evaluate(byte[] profile) {
    return send(evaluation(profile));
  }

  HttpRequest.Builder evaluation(byte[] profile) {
    return request("/v1/evaluations")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(profile));
  }

  /** A path that is there for each route to read from, by the route's own. */
  Map<String, String> readablePaths() {
    Map<String, String> paths = new LinkedHashMap<>();
    for (Route route : Route.ALL) {
      if (route.method().equals("GET")) {
        paths.put(route.path(), readablePath(route.path()));
      }
    }
    return paths;
  }

  private String readablePath(String route) {
    if (!route.endsWith("/{id}")) {
      return route;
    }
    String collection = route.substring(0, route.length() - "/{id}".length());
    String name = collection.substring(collection.lastIndexOf('/') + 1);
    JsonNode first = json(get(collection).body()).get(name).get(0);
    return collection + "/" + first.get("id").stringValue();
  }

  static JsonNode json(String text) {
    try {
      return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedJsonException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
