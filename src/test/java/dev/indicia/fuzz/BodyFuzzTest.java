package dev.indicia.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.indicia.evaluation.BuiltInRulebook;
import dev.indicia.evaluation.Evaluator;
import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import dev.indicia.web.WebService;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Any body gets an answer that the contract knows, within a second, over a connection that is kept;
 * and nothing of it is logged.
 */
class BodyFuzzTest {
  /** What the contract has for the body of an evaluation. Never 5xx. */
  private static final Set<Integer> STATUSES = Set.of(200, 400, 413, 422);

  private static final Set<String> PROBLEM_FIELDS =
      Set.of("type", "title", "status", "detail", "errors");

  private static final Set<String> ERROR_FIELDS = Set.of("pointer", "code", "message");

  /** The service, a connection to it, and what it logs. One for all bodies. */
  private static final class Running {
    private static final KeptLog LOG = log();
    private static final KeptConnection CONNECTION =
        new KeptConnection(
            WebService.start(new Evaluator(BuiltInRulebook.get()), "127.0.0.1", 0).port());

    private Running() {}

    private static KeptLog log() {
      KeptLog log = new KeptLog();
      log.start();
      ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
      ((Logger) LoggerFactory.getLogger("dev.indicia")).setLevel(Level.TRACE);
      return log;
    }
  }

  @MethodSource("dev.indicia.fuzz.Seeds#documents")
  @FuzzTest
  void answersAnyBody(byte[] body) throws Exception {
    check(body);
    if (Sample.isDue(body, 15)) {
      check(Canary.into(body));
    }
  }

  private static void check(byte[] body) throws Exception {
    boolean chunked = Canary.sample(body) % 4 == 3;
    KeptConnection.Answer answer = TimeLimit.hold(() -> Running.CONNECTION.evaluate(body, chunked));
    String text = new String(answer.body(), ISO_8859_1);
    if (!STATUSES.contains(answer.status())) {
      fail(answer.head() + text);
    }
    if (Canary.isIn(answer.head())) {
      fail("A value stands in " + answer.head());
    }
    if (answer.status() == 200) {
      assertThat(answer.head()).contains("\r\nContent-Type: application/json\r\n");
      if (Sample.isDue(body, 31)) {
        assertThat(CanonicalJson.bytes(StrictJson.read(answer.body()))).isEqualTo(answer.body());
      }
    } else {
      if (text.contains("Exception")) {
        fail("An exception stands in " + text);
      }
      assertThat(answer.head()).contains("\r\nContent-Type: application/problem+json\r\n");
      // A pointer may repeat a key; no other part of a problem repeats anything.
      if (Canary.isIn(text) || Sample.isDue(body, 15)) {
        checkProblem(answer);
      }
    }
    assertThat(Running.LOG.linesWithCanary()).isEmpty();
  }

  private static void checkProblem(KeptConnection.Answer answer) throws MalformedJsonException {
    JsonNode problem = StrictJson.read(answer.body());
    assertThat(PROBLEM_FIELDS).containsAll(problem.propertyNames());
    assertThat(problem.get("status").intValue()).isEqualTo(answer.status());
    assertThat(problem.get("detail").stringValue()).isNotBlank().doesNotMatch(Canary::isIn);
    assertThat(problem.get("title").stringValue()).isNotBlank();
    assertThat(problem.path("errors").isEmpty()).isEqualTo(answer.status() == 413);
    for (JsonNode error : problem.path("errors")) {
      assertThat(ERROR_FIELDS).isEqualTo(Set.copyOf(error.propertyNames()));
      for (Map.Entry<String, JsonNode> part : error.properties()) {
        assertThat(part.getValue().isString()).isTrue();
      }
      assertThat(error.get("code").stringValue()).isNotBlank();
      assertThat(error.get("message").stringValue()).isNotBlank().doesNotMatch(Canary::isIn);
    }
  }
}
