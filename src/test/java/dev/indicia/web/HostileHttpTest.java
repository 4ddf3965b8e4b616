package dev.indicia.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.indicia.profile.ProfileReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients that send what they should not, or as slowly as they can, and honest ones beside them.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileHttpTest {
  private static final int CROWD = 300;

  /** The largest answer that there is to read, some hundred thousand bytes. */
  private static final String LARGE = "/v1/disagreements";

  private static final Limits SHORT =
      limits(64, Duration.ofMillis(600), Duration.ofMillis(1200), Duration.ofMillis(1800));

  private static Limits limits(
      int connections, Duration silence, Duration arrival, Duration exchange) {
    Limits standard = Limits.standard();
    return new Limits(
        connections,
        standard.headerBytes(),
        standard.bodyBytes(),
        standard.workers(),
        standard.waiting(),
        standard.heldBytes(),
        standard.patience(),
        silence,
        arrival,
        exchange,
        Duration.ofSeconds(2));
  }

  private static TestService standard;

  @BeforeAll
  static void start() {
    standard = TestService.start();
    // The first requests of a process pay for what is loaded late.
    for (int i = 0; i < 20; i++) {
      standard.evaluate(TestService.PROFILE);
    }
  }

  @AfterAll
  static void stop() {
    standard.close();
  }

  // Beside a crowd

  /** What each client of a crowd sends, and the status that it is refused with, or 0. */
  static Stream<Arguments> crowds() {
    String evaluation =
        "POST /v1/evaluations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    String chunked = evaluation + "Transfer-Encoding: chunked\r\n\r\n";
    return Stream.of(
        Arguments.of("half-sent bodies", halfAnEvaluation(), 0),
        Arguments.of("half-sent chunks", chunked + "400\r\n" + TestService.PROFILE, 0),
        Arguments.of("half-sent headers", "GET /healthz HTTP/1.1\r\nHost: x\r\nX:", 0),
        Arguments.of("slow readers", read(LARGE), 0),
        Arguments.of("pipelines of small answers", read("/healthz").repeat(20), 0),
        Arguments.of("pipelines of large answers", read(LARGE).repeat(20), 0),
        Arguments.of(
            "1,200 headers",
            "GET /healthz HTTP/1.1\r\nHost: x\r\n" + "X: 123\r\n".repeat(1200) + "\r\n",
            431),
        Arguments.of("bad chunk sizes", chunked + "zz\r\n{}\r\n0\r\n\r\n", 400),
        Arguments.of(
            "chunks of one byte", chunked + "1\r\n \r\n".repeat(20_000) + "0\r\n\r\n", 400),
        Arguments.of(
            "long chunk extensions", chunked + "2;" + "x".repeat(50_000) + "\r\n{}\r\n", 400),
        Arguments.of(
            "both a length and chunks",
            evaluation + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400),
        Arguments.of(
            "oversized bodies",
            headersOfAnEvaluation(ProfileReader.MAX_BYTES + 1)
                + " ".repeat(ProfileReader.MAX_BYTES + 1),
            413),
        Arguments.of(
            "compressed bodies",
            evaluation + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
            415),
        Arguments.of(
            "compressed chunks",
            evaluation + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            501),
        Arguments.of("unknown methods", "XYZZY /v1/rulebook HTTP/1.1\r\nHost: x\r\n\r\n", 405),
        Arguments.of("encoded slashes", read("/v1/indicators/..%2fsources"), 400),
        Arguments.of("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 426),
        Arguments.of("no HTTP", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", 400));
  }

  static Stream<Arguments> refusedCrowds() {
    return crowds().filter(crowd -> !crowd.get()[2].equals(0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("crowds")
  void answersAnHonestClientSoonBesideACrowd(
      String name, String request, int status, TestReporter reporter) throws InterruptedException {
    try (Crowd crowd = new Crowd()) {
      Thread coming = new Thread(() -> crowd.come(CROWD, request));
      coming.start();
      List<Long> millis =
          IntStream.range(0, 61).mapToObj(i -> millisOfAnEvaluation()).sorted().toList();
      coming.join();
      long median = millis.get(millis.size() / 2);
      long longest = millis.get(millis.size() - 1);
      reporter.publishEntry(name + ": median and longest in ms", median + " and " + longest);
      assertThat(median).isLessThan(100);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedCrowds")
  void tellsEachOfACrowdWhyItIsRefused(String name, String request, int status) {
    try (Crowd crowd = new Crowd()) {
      crowd.come(30, request);
      assertThat(crowd.clients.stream().map(RawClient::answer))
          .extracting(RawClient.Answer::status, answer -> answer.header("Content-Type"))
          .containsOnly(tuple(status, ProblemDocument.MEDIA_TYPE));
    }
  }

  @Test
  void tellsAClientThatStillSendsThatItsBodyIsTooLarge() throws InterruptedException {
    int pieces = 20;
    int size = ProfileReader.MAX_BYTES / pieces + 1;
    try (RawClient client = RawClient.to(standard)) {
      client.send(headersOfAnEvaluation(pieces * size));
      for (int i = 0; i < pieces; i++) {
        client.send(" ".repeat(size));
        Thread.sleep(5);
      }
      assertThat(client.answer().status()).isEqualTo(413);
    }
  }

  @Test
  void tellsAClientThatAsksBeforeItSendsThatItsBodyIsTooLarge() {
    String headers = headersOfAnEvaluation(ProfileReader.MAX_BYTES + 1);
    try (RawClient client = RawClient.to(standard)) {
      client.send(headers.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
      assertThat(client.answer().status()).isEqualTo(413);
      assertThat(client.isCut()).isTrue();
    }
  }

  @Test
  void readsNoBodyOnForEver() {
    try (RawClient client = RawClient.to(standard)) {
      client.send(headersOfAnEvaluation(Integer.MAX_VALUE));
      String megabyte = " ".repeat(1_000_000);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  client.send(megabyte);
                }
              })
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  /** Clients that leave together. */
  private static final class Crowd implements AutoCloseable {
    private final List<RawClient> clients = new ArrayList<>();

    RawClient join(RawClient client) {
      clients.add(client);
      return client;
    }

    /** Lets some clients send the same, and read nothing. */
    void come(int count, String request) {
      for (int i = 0; i < count; i++) {
        join(RawClient.withReceiveBuffer(standard.port(), 4096)).send(request);
      }
    }

    @Override
    public void close() {
      clients.forEach(RawClient::close);
    }
  }

  private static long millisOfAnEvaluation() {
    long begin = System.nanoTime();
    assertThat(standard.evaluate(TestService.PROFILE).statusCode()).isEqualTo(200);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  @Test
  void answersAPipelineInItsOrder() {
    List<String> paths = List.of("/healthz", "/none", "/v1/rulebook", "/healthz", "/v1/none");
    try (RawClient client = RawClient.to(standard)) {
      paths.forEach(path -> client.send(read(path)));
      assertThat(paths.stream().map(path -> client.answer().status()))
          .containsExactly(200, 404, 200, 200, 404);
    }
  }

  // Limits of time

  @Test
  void cutsASilentConnection() {
    try (TestService service = TestService.start(SHORT);
        RawClient client = RawClient.to(service)) {
      long begin = System.nanoTime();
      assertThat(client.isCut()).isTrue();
      assertThat(since(begin))
          .isBetween(SHORT.silence().minusMillis(100), SHORT.exchange().minusMillis(300));
    }
  }

  @Test
  void tellsAClientWhoseBodyStopsThatItIsLate() {
    try (TestService service = TestService.start(SHORT);
        RawClient client = RawClient.to(service)) {
      assertThat(client.send(halfAnEvaluation()).answer().status()).isEqualTo(408);
    }
  }

  @Test
  void tellsAClientWhoseBodyDripsThatItIsLate() throws InterruptedException {
    try (TestService service = TestService.start(SHORT);
        RawClient client = RawClient.to(service)) {
      client.send(halfAnEvaluation());
      long begin = System.nanoTime();
      while (since(begin).compareTo(SHORT.arrival().minusMillis(200)) < 0) {
        client.send(" ");
        Thread.sleep(100);
      }
      assertThat(client.answer().body())
          .isEqualTo(
              "{\"detail\":\"The request did not arrive in time.\",\"status\":408,"
                  + "\"title\":\"Request Timeout\",\"type\":\"about:blank\"}");
    }
  }

  @Test
  void cutsAConnectionWhoseHeadersDrip() throws InterruptedException {
    try (TestService service = TestService.start(SHORT);
        RawClient client = RawClient.to(service)) {
      long begin = System.nanoTime();
      client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nX: ");
      assertThatThrownBy(
              () -> {
                while (since(begin).compareTo(SHORT.exchange().multipliedBy(3)) < 0) {
                  client.send("x");
                  Thread.sleep(100);
                }
              })
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void cutsAConnectionWhoseAnswersAreSipped() throws InterruptedException {
    int requests = 100;
    try (TestService service = TestService.start(SHORT);
        RawClient client = RawClient.withReceiveBuffer(service.port(), 64 * 1024)) {
      long all = requests * (long) service.get(LARGE).body().length();
      client.send(read(LARGE).repeat(requests));
      long begin = System.nanoTime();
      while (since(begin).compareTo(SHORT.exchange().multipliedBy(2)) < 0) {
        client.skip(1);
        Thread.sleep(100);
      }
      assertThat(client.skip(all)).isLessThan(all);
    }
  }

  @Test
  void letsAnHonestClientSendSlowlyFromTheFirstRequestOn() throws InterruptedException {
    try (TestService service = TestService.start(SHORT)) {
      assertThat(sendSlowly(service)).isEqualTo(200);
    }
  }

  @Test
  void letsAnHonestClientSendSlowlyAfterManyOthers() throws InterruptedException {
    try (TestService service = TestService.start(SHORT)) {
      for (int i = 0; i < 50; i++) {
        service.evaluate(TestService.PROFILE);
      }
      assertThat(sendSlowly(service)).isEqualTo(200);
    }
  }

  /** A few bytes at a time, for three quarters of the time that there is. */
  private static int sendSlowly(TestService service) throws InterruptedException {
    try (RawClient client = RawClient.to(service)) {
      client.send(headersOfAnEvaluation(TestService.PROFILE.length()));
      int pieces = 10;
      int length = TestService.PROFILE.length();
      for (int i = 0; i < pieces; i++) {
        client.send(TestService.PROFILE.substring(i * length / pieces, (i + 1) * length / pieces));
        Thread.sleep(SHORT.arrival().toMillis() * 3 / 4 / pieces);
      }
      return client.answer().status();
    }
  }

  @Test
  void keepsAConnectionThatIsUsed() throws InterruptedException {
    try (TestService service = TestService.start(SHORT);
        RawClient client = RawClient.to(service)) {
      long begin = System.nanoTime();
      while (since(begin).compareTo(SHORT.exchange().plus(SHORT.exchange())) < 0) {
        assertThat(client.send(read("/healthz")).answer().status()).isEqualTo(200);
        Thread.sleep(SHORT.silence().toMillis() / 2);
      }
    }
  }

  // Limits of number

  @Test
  void letsFurtherConnectionsWaitUntilOthersEnd() {
    Limits few = limits(4, SHORT.silence(), SHORT.arrival(), SHORT.exchange());
    try (TestService service = TestService.start(few);
        Crowd silent = new Crowd()) {
      long begin = System.nanoTime();
      for (int i = 0; i < few.connections(); i++) {
        silent.join(RawClient.to(service));
      }
      assertThat(RawClient.exchange(service, read("/healthz")).status()).isEqualTo(200);
      assertThat(since(begin)).isGreaterThan(few.silence().minusMillis(100));
    }
  }

  // Stopping

  @Test
  void answersARequestUnderWayWhenTheServiceStops() throws InterruptedException {
    TestService service = TestService.start();
    try (RawClient client = RawClient.to(service)) {
      beginAnEvaluation(client);
      Thread stopping = new Thread(service::close);
      stopping.start();
      awaitRefusal(service);
      client.send(TestService.PROFILE);
      assertThat(client.answer().status()).isEqualTo(200);
      stopping.join();
    }
  }

  @Test
  void stopsInTimeThoughARequestNeverArrives() {
    TestService service = TestService.start(SHORT);
    try (RawClient client = RawClient.to(service)) {
      beginAnEvaluation(client);
      long begin = System.nanoTime();
      service.close();
      assertThat(since(begin)).isLessThan(SHORT.stop().plusSeconds(5));
    }
  }

  /** Sends the headers of an evaluation, and returns once the service waits for the body. */
  private static void beginAnEvaluation(RawClient client) {
    String headers = headersOfAnEvaluation(TestService.PROFILE.length());
    client.send(headers.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
    assertThat(client.answer().status()).isEqualTo(100);
  }

  /** Returns once no connection is taken. */
  private static void awaitRefusal(TestService service) throws InterruptedException {
    try {
      while (true) {
        RawClient.to(service).close();
        Thread.sleep(20);
      }
    } catch (UncheckedIOException e) {
      // The port is closed.
    }
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }

  private static String read(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }

  private static String headersOfAnEvaluation(int length) {
    return "POST /v1/evaluations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }

  private static String halfAnEvaluation() {
    return headersOfAnEvaluation(1000) + TestService.PROFILE;
  }
}
