package dev.indicia.web;

import dev.indicia.log.LogEvent;
import dev.indicia.rulebook.Rulebook;
import io.javalin.config.JettyConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies before the routes: the connector and its limits, the headers of every answer, and the
 * answer to what no route gets to see.
 */
final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
  private static final int MAX_THREADS = 32;
  private static final int MIN_THREADS = 8;

  /** What the system holds for a slow reader; left alone, it grows to some megabytes. */
  private static final int SEND_BUFFER_BYTES = 128 * 1024;

  private static final String RETRY_AFTER_SECONDS = "1";

  private final Rulebook rulebook;
  private final Limits limits;
  private final Metrics metrics;
  private final GracefulHandler underWay = new GracefulHandler();

  Admission(Rulebook rulebook, Limits limits, Metrics metrics) {
    this.rulebook = rulebook;
    this.limits = limits;
    this.metrics = metrics;
  }

  /** Sets up Jetty to listen on an address. */
  void configure(JettyConfig jetty, String host, int port) {
    // These threads never wait for a client: they read, write and hand on.
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    threads.setName("http");
    jetty.threadPool = threads;
    jetty.modifyHttpConfiguration(this::configure);
    jetty.addConnector((server, http) -> connector(server, http, host, port));
    jetty.modifyServer(this::configure);
  }

  /**
   * Takes nothing new, and returns when what is under way has been answered, or time is up. Jetty's
   * own way of stopping would turn away, in the same moment, the requests that are still arriving.
   */
  void drain(Server server) {
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof NetworkConnector network) {
        network.close();
      }
    }
    try {
      underWay.shutdown().get(limits.stop().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.atWarn().addKeyValue(LogEvent.KEY, LogEvent.CUT_SHORT.code()).log();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void configure(HttpConfiguration http) {
    http.setRequestHeaderSize(limits.headerBytes());
    // What a proxy in front could read in another way is refused.
    http.setUriCompliance(UriCompliance.DEFAULT);
    http.setHttpCompliance(HttpCompliance.STRICT);
    http.setSendServerVersion(false);
    http.addCustomizer(
        (request, headers) -> {
          identify(headers);
          return request;
        });
  }

  /** HTTP/1.1 alone. */
  private Connector connector(Server server, HttpConfiguration http, String host, int port) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
    connector.setIdleTimeout(limits.silence().toMillis());
    connector.addBean(new ExchangeDeadline(connector.getScheduler(), limits.exchange()));
    return connector;
  }

  void configure(Server server) {
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    server.insertHandler(new WholeMessages(limits));
    server.insertHandler(underWay);
    server.setErrorHandler(this::refuse);
    server.setRequestLog(this::count);
  }

  /** Every answer ends here, whoever gave it: a route, what lies before them, or the parser. */
  private void count(Request request, Response response) {
    metrics.answered(
        Route.pathOf(Request.getPathInContext(request)),
        response.getStatus(),
        Duration.ofNanos(NanoTime.since(request.getBeginNanoTime())));
  }

  private void identify(HttpFields.Mutable headers) {
    headers.put("Rulebook-Version", rulebook.version());
    headers.put("Rulebook-Sha256", rulebook.sha256());
    headers.put("X-Content-Type-Options", "nosniff");
  }

  private boolean refuse(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    identify(response.getHeaders());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    byte[] json = ProblemDocument.of(status).json().getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(json), callback);
    return true;
  }
}
