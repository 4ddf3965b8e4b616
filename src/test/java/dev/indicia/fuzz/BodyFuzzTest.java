package dev.indicia.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
    int sample = Canary.sample(body);
    check(body, sample);
    if (sample % 4 == 1) {
      check(Canary.into(body), sample);
    }
  }

  private static void check(byte[] body, int sample) throws Exception {
    boolean chunked = sample % 16 >= 12;
    KeptConnection.Answer answer = TimeLimit.hold(() -> Running.CONNECTION.evaluate(body, chunked));
    assertThat(STATUSES).contains(answer.status());
    assertThat(answer.head()).doesNotContain(Canary.WORD);
    if (answer.status() != 200) {
      checkProblem(answer);
    } else if (sample % 32 == 0) {
      assertThat(CanonicalJson.bytes(StrictJson.read(answer.body()))).isEqualTo(answer.body());
    }
    assertThat(Running.LOG.linesWith(Canary.WORD)).isEmpty();
  }

  private static void checkProblem(KeptConnection.Answer answer) throws MalformedJsonException {
    assertThat(answer.head()).contains("\r\nContent-Type: application/problem+json\r\n");
    JsonNode problem = StrictJson.read(answer.body());
    assertThat(PROBLEM_FIELDS).containsAll(problem.propertyNames());
    assertThat(problem.get("status").intValue()).isEqualTo(answer.status());
    assertThat(problem.get("detail").stringValue()).isNotBlank().doesNotContain(Canary.WORD);
    assertThat(problem.get("title").stringValue()).isNotBlank();
    assertThat(problem.path("errors").isEmpty()).isEqualTo(answer.status() == 413);
    for (JsonNode error : problem.path("errors")) {
      assertThat(ERROR_FIELDS).isEqualTo(Set.copyOf(error.propertyNames()));
      for (Map.Entry<String, JsonNode> part : error.properties()) {
        assertThat(part.getValue().isString()).isTrue();
      }
      assertThat(error.get("code").stringValue()).isNotBlank();
      assertThat(error.get("message").stringValue()).isNotBlank().doesNotContain(Canary.WORD);
    }
    assertThat(new String(answer.body(), UTF_8)).doesNotContain("Exception");
  }
}
