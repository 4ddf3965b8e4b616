package dev.indicia.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.Javalin;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Faults of the program itself, behind the service's own admission. */
class FailureTest {
  private static final String SECRET = "a recorded value";

  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.indicia.web");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Javalin javalin =
      Javalin.create(
          config -> {
            new Admission(
                    TestService.evaluatorOfTheBuild().rulebook(), Limits.standard(), new Metrics())
                .configure(config.jetty, "127.0.0.1", 0);
            config.startup.showJavalinBanner = false;
            WebService.answerFailures(config);
            config.routes.get(
                "/exception",
                context -> {
                  throw new IllegalStateException(SECRET);
                });
            config.routes.get(
                "/error",
                context -> {
                  throw new StackOverflowError(SECRET);
                });
          });

  @BeforeEach
  void start() {
    javalin.start();
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    javalin.stop();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of("/exception", "java.lang.IllegalStateException"),
        Arguments.of("/error", "java.lang.StackOverflowError"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isAnsweredWithAProblem(String path) {
    RawClient.Answer answer = get(path);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Rulebook-Version")).isNotEmpty();
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":\"The service failed. This is a fault of the program; nothing of the"
                + " request was kept.\",\"status\":500,\"title\":\"Server Error\","
                + "\"type\":\"about:blank\"}");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isLoggedByItsKindAlone(String path, String kind) {
    get(path);
    assertThat(log.list)
        .extracting(
            ILoggingEvent::getLevel,
            event -> String.valueOf(event.getFormattedMessage()),
            event -> event.getKeyValuePairs().toString(),
            ILoggingEvent::getThrowableProxy)
        .containsExactly(
            tuple(Level.ERROR, "null", "[event=\"failed\", class=\"" + kind + "\"]", null));
  }

  private RawClient.Answer get(String path) {
    try (RawClient client = RawClient.withReceiveBuffer(javalin.port(), 64 * 1024)) {
      return client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").answer();
    }
  }
}
