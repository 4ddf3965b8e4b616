package dev.indicia.web;

import dev.indicia.rulebook.Rulebook;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How much of the server one client can take, and what Jetty itself answers. */
final class Limits {
  private static final int MAX_THREADS = 64;
  private static final int MIN_THREADS = 8;
  private static final int MAX_WAITING = 512;
  private static final int THREAD_IDLE_MILLIS = 30_000;
  private static final int CONNECTION_IDLE_MILLIS = 10_000;
  private static final int STOP_MILLIS = 5_000;
  private static final int HEADER_BYTES = 8 * 1024;

  /** Below this a body counts as held back on purpose. */
  private static final int MIN_BYTES_A_SECOND = 1_024;

  private Limits() {}

  static QueuedThreadPool threadPool() {
    QueuedThreadPool pool =
        new QueuedThreadPool(
            MAX_THREADS, MIN_THREADS, THREAD_IDLE_MILLIS, new ArrayBlockingQueue<>(MAX_WAITING));
    pool.setName("http");
    return pool;
  }

  static void apply(HttpConfiguration configuration) {
    configuration.setRequestHeaderSize(HEADER_BYTES);
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
  }

  static void apply(Server server, Rulebook rulebook) {
    server.setStopTimeout(STOP_MILLIS);
    server.insertHandler(new MinimumDataRateHandler(MIN_BYTES_A_SECOND, MIN_BYTES_A_SECOND));
    server.setErrorHandler((request, response, callback) -> refuse(rulebook, response, callback));
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof AbstractConnector own) {
        own.setIdleTimeout(CONNECTION_IDLE_MILLIS);
      }
    }
  }

  /** What Jetty refuses before any route sees it gets a problem document as well, not a page. */
  private static boolean refuse(Rulebook rulebook, Response response, Callback callback) {
    ProblemDocument problem =
        ProblemDocument.of(response.getStatus(), WebService.detail(response.getStatus()));
    response.getHeaders().put("Rulebook-Version", rulebook.version());
    response.getHeaders().put("Rulebook-Sha256", rulebook.sha256());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    response.write(
        true, ByteBuffer.wrap(problem.json().getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }
}
