package dev.indicia.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds the description of the service to the service. */
class OpenApiTest {
  private static JsonNode description() throws IOException, MalformedJsonException {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi.json")) {
      return StrictJson.read(Objects.requireNonNull(in).readAllBytes());
    }
  }

  @Test
  void describesEveryRouteAndNoOther() throws IOException, MalformedJsonException {
    List<String> described = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description().get("paths").properties()) {
      for (String method : path.getValue().propertyNames()) {
        described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
      }
    }
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            WebService.ROUTES.stream().map(route -> route.method() + " " + route.path()).toList());
  }

  @Test
  void leadsEveryReferenceSomewhere() throws IOException, MalformedJsonException {
    JsonNode description = description();
    for (JsonNode reference : description.findValues("$ref")) {
      String target = reference.stringValue();
      if (target.startsWith("#")) {
        assertThat(description.at(target.substring(1)).isMissingNode()).as(target).isFalse();
      } else {
        assertThat(WebService.ROUTES).as(target).anyMatch(route -> route.path().equals(target));
      }
    }
  }
}
