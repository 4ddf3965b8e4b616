package dev.indicia.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What is recorded of a case leaves the service in its evidence summary, and nowhere else. */
class ConfidentialityTest {
  /** A word that stands nowhere but in the profiles of this test. */
  private static final String CANARY = "Zyxwv";

  /** Every field that takes free text holds the word. */
  private static final String VALID =
      """
      {"profileVersion": 1, "caseReference": "Zyxwv-1", "kind": "live",
       "statements": [{"id": "Zyxwv-s", "assertedBy": "applicant", "language": "Zyxwv",
         "locator": "Zyxwv locator"}],
       "affiliations": [{"organisation": "Zyxwv organisation", "position": "Zyxwv position",
         "statements": ["Zyxwv-s"], "note": "Zyxwv note"}],
       "familyTies": [{"relation": "other", "organisation": "Zyxwv", "note": "Zyxwv"}],
       "residences": [{"place": "Zyxwv place", "note": "Zyxwv"}],
       "proceedings": [{"case": "Zyxwv case", "allegedActs": ["Zyxwv act"],
         "organisation": "Zyxwv", "court": "Zyxwv court", "note": "Zyxwv"}],
       "detentions": [{"case": "Zyxwv", "place": "Zyxwv", "allegedActs": ["Zyxwv"],
         "organisation": "Zyxwv", "treatment": ["Zyxwv treatment"], "note": "Zyxwv"}],
       "activities": [{"type": "Zyxwv activity", "organisation": "Zyxwv", "note": "Zyxwv"}],
       "armedActivity": [{"organisation": "Zyxwv", "note": "Zyxwv"}],
       "incidents": [{"type": "Zyxwv incident", "organisation": "Zyxwv", "note": "Zyxwv"}],
       "returns": [{"country": "FR", "note": "Zyxwv"}]}
      """;

  private static final String TWICE =
      "\"statements\": [{\"id\": \"Zyxwv-s\", \"assertedBy\": \"applicant\"}, {";
  private static final String REASON = "\"notStated\": {\"/residences\": \"Zyxwv\"}, \"kind\"";
  private static final String POINTER = "\"notStated\": {\"/Zyxwv\": \"pending\"}, \"kind\"";

  private static TestService service;

  private final Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("dev.indicia");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeAll
  static void start() {
    service = TestService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void listen() {
    log.start();
    all.addAppender(log);
    ours.setLevel(Level.TRACE);
  }

  @AfterEach
  void leave() {
    ours.setLevel(null);
    all.detachAppender(log);
  }

  static Stream<Arguments> profilesThatAreRefused() {
    return Stream.of(
        refused("values that are not allowed", VALID.replace("\"live\"", "\"Zyxwv\"")),
        refused("a value of another type", VALID.replace("[\"Zyxwv-s\"]", "\"Zyxwv-s\"")),
        refused("texts that are too long", VALID.replace("Zyxwv", CANARY.repeat(500))),
        refused("a text of another form", VALID.replace("Zyxwv-1", "Zyxwv 1")),
        refused("no such statement", VALID.replace("[\"Zyxwv-s\"]", "[\"aaaaaaaa-Zyxwv\"]")),
        refused("a statement that stands twice", VALID.replace("\"statements\": [{", TWICE)),
        refused(
            "a date of another form",
            VALID.replace("{\"place\"", "{\"from\": \"Zyxwv\", \"place\"")),
        refused("no such country", VALID.replace("FR", "Zyxwv")),
        refused("an unknown field", VALID.replace("\"note\"", "\"remark\"")),
        refused("an unknown field of that name", VALID.replace("\"note\"", "\"Zyxwv\"")),
        refused("a reason that is not allowed", VALID.replace("\"kind\"", REASON)),
        refused("a pointer of that name", VALID.replace("\"kind\"", POINTER)),
        refused("a second document", VALID + "\"Zyxwv\""),
        refused("an unfinished text", VALID.substring(0, VALID.indexOf("locator\"") - 3)),
        refused(
            "a duplicate key", VALID.replace("\"kind\"", "\"Zyxwv\": 1, \"Zyxwv\": 2, \"kind\"")),
        refused("a bad escape", VALID.replace("Zyxwv note", "Zyxwv \\Zyxwv")),
        refused("a bare word", VALID.replace("\"Zyxwv note\"", "Zyxwv")),
        refused("half of a surrogate pair", VALID.replace("Zyxwv note", "Zyxwv \\ud800 Zyxwv")),
        refused("another document", "[\"Zyxwv\"]"),
        refused("another text", "\"Zyxwv\""),
        refused("no document", "Zyxwv"));
  }

  private static Arguments refused(String name, String profile) {
    return Arguments.of(name, profile);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("profilesThatAreRefused")
  void repeatsNoValueOfARefusedProfileInItsAnswer(String name, String profile) {
    HttpResponse<String> answer = service.evaluate(profile);
    assertThat(answer.statusCode()).isIn(400, 422);
    JsonNode problem = TestService.json(answer.body());
    assertThat(problem.get("detail").stringValue()).doesNotContain(CANARY);
    assertThat(problem.get("errors").valueStream())
        .isNotEmpty()
        .extracting(error -> error.get("code") + " " + error.get("message"))
        .allSatisfy(text -> assertThat(text).doesNotContain(CANARY));
    assertThat(answer.headers().toString()).doesNotContain(CANARY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("profilesThatAreRefused")
  void logsNothingOfARefusedProfile(String name, String profile) {
    service.evaluate(profile);
    assertThat(logged()).isEmpty();
  }

  @Test
  void logsNothingOfAnEvaluatedProfile() {
    assertThat(service.evaluate(VALID).statusCode()).isEqualTo(200);
    assertThat(logged()).isEmpty();
  }

  @Test
  void logsNothingOfAProfileThatIsSentBadly() {
    RawClient.Answer answer =
        RawClient.exchange(
            service,
            "POST /v1/evaluations?Zyxwv HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nZyxwv\r\n"
                + VALID);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(logged()).isEmpty();
  }

  @Test
  void wouldSeeAValueInTheLog() {
    LoggerFactory.getLogger("dev.indicia.web.Probe").trace("event=probe value={}", CANARY);
    LoggerFactory.getLogger("org.example.Probe").warn("probe", new IllegalStateException(CANARY));
    assertThat(logged()).hasSize(2);
  }

  /** What was logged with the word in it, at any level by us, at the shipped levels by others. */
  private List<String> logged() {
    return log.list.stream()
        .map(
            event ->
                event.getFormattedMessage()
                    + event.getMDCPropertyMap()
                    + event.getKeyValuePairs()
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()))
        .filter(text -> text.contains(CANARY))
        .toList();
  }
}
