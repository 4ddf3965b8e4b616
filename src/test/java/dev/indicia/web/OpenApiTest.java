package dev.indicia.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.indicia.json.CanonicalJson;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Holds the description of the service to the service. */
class OpenApiTest {
  private static TestService service;
  private static JsonNode description;

  @BeforeAll
  static void start() {
    service = TestService.start();
    description = TestService.json(service.get("/openapi.json").body());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void describesEveryRouteAndNoOther() {
    assertThat(operations().map(Operation::toString))
        .containsExactlyInAnyOrderElementsOf(
            Route.ALL.stream().map(route -> route.method() + " " + route.path()).toList());
  }

  @Test
  void leadsEveryReferenceSomewhere() {
    for (JsonNode reference : description.findValues("$ref")) {
      String target = reference.stringValue();
      if (target.startsWith("#")) {
        assertThat(description.at(target.substring(1)).isMissingNode()).as(target).isFalse();
      } else {
        assertThat(Route.ALL).as(target).anyMatch(route -> route.path().equals(target));
      }
    }
  }

  @Test
  void describesTheParametersOfEveryPath() {
    assertThat(operations())
        .allSatisfy(
            operation ->
                assertThat(operation.names("parameters", "path"))
                    .isEqualTo(operation.path().contains("{id}") ? Set.of("id") : Set.of()));
  }

  /** A GET with the path that it is called at. */
  static Stream<Arguments> reads() {
    return service.readablePaths().entrySet().stream()
        .map(path -> Arguments.of(new Operation("get", path.getKey()), path.getValue()));
  }

  static Stream<Arguments> readsOfDescribedFields() {
    return reads().filter(read -> !((Operation) read.get()[0]).fields().isEmpty());
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("readsOfDescribedFields")
  void describesTheFieldsOfEveryAnswer(Operation operation, String path) {
    assertThat(TestService.json(service.get(path).body()).propertyNames())
        .containsExactlyInAnyOrderElementsOf(operation.fields());
  }

  @Test
  void describesTheFieldsOfAllAnswersButOfSchemasAndText() {
    assertThat(
            operations()
                .filter(operation -> operation.method().equals("get"))
                .filter(operation -> operation.fields().isEmpty())
                .map(Operation::path))
        .containsExactlyInAnyOrder(
            "/schemas/profile.json", "/schemas/evidence-summary.json", "/openapi.json", "/metrics");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("reads")
  void describesTheHeadersOfEveryAnswer(Operation operation, String path) {
    HttpResponse<String> answer = service.get(path);
    assertThat(operation.response("200").get("headers").propertyNames())
        .allSatisfy(name -> assertThat(answer.headers().firstValue(name)).isPresent());
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("reads")
  void describesTheMediaTypeOfEveryAnswer(Operation operation, String path) {
    String mediaType = service.get(path).headers().firstValue("Content-Type").orElse("");
    assertThat(operation.response("200").get("content").propertyNames())
        .containsExactly(mediaType.split(";", -1)[0]);
  }

  @Test
  void givesAProfileThatIsEvaluated() {
    JsonNode example =
        description
            .at("/paths/~1v1~1evaluations/post/requestBody/content/application~1json")
            .at("/examples/synthetic/value");
    assertThat(service.evaluate(example.toString()).statusCode()).isEqualTo(200);
  }

  @Test
  void givesProblemsAsTheServiceWritesThem() {
    List<String> examples = new ArrayList<>();
    for (JsonNode problem : description.findValues("application/problem+json")) {
      if (problem.has("example")) {
        examples.add(CanonicalJson.write(problem.get("example")));
      }
    }
    assertThat(examples)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(404, 405, 406, 408, 413, 415, 503)
                .map(status -> ProblemDocument.of(status).json())
                .toList());
  }

  private static Stream<Operation> operations() {
    return description.get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().propertyNames().stream()
                    .map(method -> new Operation(method, path.getKey())));
  }

  /** What {@code $ref} leads to, if there is one within the description. */
  private static JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.startsWith("#") ? resolved(description.at(reference.substring(1))) : node;
  }

  /**
   * A described method on a path.
   *
   * @param method in lower case
   * @param path the route's own path
   */
  private record Operation(String method, String path) {
    private JsonNode node() {
      return description.get("paths").get(path).get(method);
    }

    JsonNode response(String status) {
      return resolved(node().get("responses").get(status));
    }

    Set<String> names(String list, String in) {
      Set<String> names = new TreeSet<>();
      for (JsonNode one : node().path(list)) {
        if (resolved(one).path("in").asString("").equals(in)) {
          names.add(resolved(one).get("name").stringValue());
        }
      }
      return names;
    }

    /** The fields of the answer, at the top. */
    Set<String> fields() {
      return fields(response("200").get("content").path("application/json").path("schema"));
    }

    private static Set<String> fields(JsonNode schema) {
      JsonNode node = resolved(schema);
      Set<String> fields = new TreeSet<>(node.path("properties").propertyNames());
      node.path("allOf").forEach(part -> fields.addAll(fields(part)));
      return fields;
    }

    @Override
    public String toString() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }
  }
}
