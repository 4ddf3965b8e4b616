package dev.indicia.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The service's limits before a handler that works until it is told to stop. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdmissionTest {
  private static final int WORKERS = 2;
  private static final int WAITING = 3;
  private static final int TOO_MANY = 4;

  private static final int LARGE_BODY_BYTES = 200_000;
  private static final int LARGE_BYTES = 300_000;
  private static final String BUSY =
      "{\"detail\":\"The service is busy. Try again in a moment.\",\"status\":503,"
          + "\"title\":\"Service Unavailable\",\"type\":\"about:blank\"}";
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final long HELD_BYTES = 1_000_000;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Server server = new Server();
  private final Metrics metrics = new Metrics();
  private final ServerConnector connector = new ServerConnector(server);
  private final List<CompletableFuture<HttpResponse<String>>> awaited = new ArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private void start(Duration patience) throws Exception {
    Limits standard = Limits.standard();
    Limits limits =
        new Limits(
            standard.connections(),
            standard.headerBytes(),
            standard.bodyBytes(),
            WORKERS,
            WAITING,
            HELD_BYTES,
            patience,
            standard.silence(),
            standard.arrival(),
            standard.exchange(),
            standard.stop());
    connector.setHost("127.0.0.1");
    connector.setAcceptedSendBufferSize(4096);
    server.addConnector(connector);
    server.setHandler(new BusyHandler());
    new Admission(TestService.evaluatorOfTheBuild().rulebook(), limits, metrics).configure(server);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    done.countDown();
    server.stop();
    metrics.close();
  }

  @Test
  void turnsAwayWhatFindsNoPlaceInTheQueue() throws Exception {
    start(LONG);
    send(WORKERS + WAITING + TOO_MANY, "/busy");
    assertThat(take(TOO_MANY))
        .extracting(HttpResponse::statusCode, AdmissionTest::retryAfter, HttpResponse::body)
        .containsOnly(tuple(503, "1", BUSY));
  }

  @Test
  void countsWhatItTurnsAway() throws Exception {
    start(LONG);
    send(WORKERS + WAITING + TOO_MANY, "/busy");
    take(TOO_MANY);
    String count =
        "indicia_http_requests_seconds_count{route=\"none\",status=\"503\"} " + TOO_MANY + "\n";
    // An answer is counted when it has been sent, which may be after it has been taken.
    while (!metrics.scrape().contains(count)) {
      Thread.sleep(5);
    }
  }

  @Test
  void answersWhatHasFoundAPlaceInTheQueue() throws Exception {
    start(LONG);
    send(WORKERS + WAITING + TOO_MANY, "/busy");
    take(TOO_MANY);
    done.countDown();
    assertThat(take(WORKERS + WAITING)).extracting(HttpResponse::statusCode).containsOnly(200);
  }

  @Test
  void turnsAwayWhatHasWaitedTooLong() throws Exception {
    start(SHORT);
    send(WORKERS + WAITING + TOO_MANY, "/busy");
    take(TOO_MANY);
    Thread.sleep(SHORT.toMillis() + 100);
    done.countDown();
    assertThat(take(WORKERS + WAITING))
        .extracting(HttpResponse::statusCode, HttpResponse::body)
        .containsOnly(tuple(200, ""), tuple(503, BUSY));
  }

  @Test
  void turnsRequestsAwayWhileTooManyAnswersAreNotTaken() throws Exception {
    start(LONG);
    List<RawClient> slow = new ArrayList<>();
    for (long held = 0; held <= HELD_BYTES; held += LARGE_BYTES) {
      RawClient reader = RawClient.withReceiveBuffer(connector.getLocalPort(), 4096);
      slow.add(reader);
      // Its first byte is there: the whole answer is held.
      assertThat(reader.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n").skip(1)).isEqualTo(1);
    }
    send(1, "/small");
    assertThat(take(1))
        .extracting(HttpResponse::statusCode, AdmissionTest::retryAfter)
        .containsExactly(tuple(503, "1"));
    slow.forEach(RawClient::close);
  }

  @Test
  void turnsBodiesAwayWhileTooManyAreOnTheirWay() throws Exception {
    start(LONG);
    String half = " ".repeat(LARGE_BODY_BYTES - 1);
    List<RawClient> slow = new ArrayList<>();
    for (long sent = 0; sent <= HELD_BYTES; sent += half.length()) {
      RawClient client = RawClient.withReceiveBuffer(connector.getLocalPort(), 4096);
      slow.add(client);
      client.send(headersOfALargeBody() + half);
    }
    assertThat(firstToBeAnswered(slow).answer().status()).isEqualTo(503);
    slow.forEach(RawClient::close);
  }

  private static RawClient firstToBeAnswered(List<RawClient> clients) throws InterruptedException {
    while (true) {
      Optional<RawClient> answered = clients.stream().filter(RawClient::hasAnswer).findFirst();
      if (answered.isPresent()) {
        return answered.get();
      }
      Thread.sleep(5);
    }
  }

  @Test
  void takesBodiesAgainWhenOthersHaveBeenWorkedOn() throws Exception {
    start(LONG);
    for (long held = 0; held <= 2 * HELD_BYTES; held += LARGE_BODY_BYTES) {
      try (RawClient client = RawClient.withReceiveBuffer(connector.getLocalPort(), 4096)) {
        client.send(headersOfALargeBody() + " ".repeat(LARGE_BODY_BYTES));
        assertThat(client.answer().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void takesRequestsAgainWhenAnswersHaveBeenTaken() throws Exception {
    start(LONG);
    for (long held = 0; held <= 2 * HELD_BYTES; held += LARGE_BYTES) {
      send(1, "/large");
      assertThat(take(1)).extracting(HttpResponse::statusCode).containsExactly(200);
    }
  }

  @Test
  void answersWhatAnErrorEnds() throws Exception {
    start(LONG);
    for (int i = 0; i <= WORKERS; i++) {
      send(1, "/broken");
      assertThat(take(1)).extracting(HttpResponse::statusCode).containsExactly(500);
    }
  }

  private void send(int count, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path))
            .build();
    for (int i = 0; i < count; i++) {
      awaited.add(client.sendAsync(request, BodyHandlers.ofString()));
    }
  }

  /** Waits until so many of the awaited answers are there, and takes them; there are no more. */
  private List<HttpResponse<String>> take(int count) throws InterruptedException {
    List<CompletableFuture<HttpResponse<String>>> there = List.of();
    while (there.size() < count) {
      Thread.sleep(5);
      there = awaited.stream().filter(CompletableFuture::isDone).toList();
    }
    awaited.removeIf(CompletableFuture::isDone);
    return there.stream().map(CompletableFuture::join).toList();
  }

  private static String headersOfALargeBody() {
    return "POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: " + LARGE_BODY_BYTES + "\r\n\r\n";
  }

  private static String retryAfter(HttpResponse<String> answer) {
    return answer.headers().firstValue("Retry-After").orElse("");
  }

  /** Works on some requests until the test is done, and answers others at length or shortly. */
  private final class BusyHandler extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String path = request.getHttpURI().getPath();
      if (path.equals("/busy")) {
        done.await();
      } else if (path.equals("/broken")) {
        throw new StackOverflowError();
      }
      response.write(true, ByteBuffer.allocate(path.equals("/large") ? LARGE_BYTES : 0), callback);
      return true;
    }
  }
}
