package dev.indicia.benchmark;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JettyConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * What the service is timed against: the same server with the same threads and connector, that does
 * nothing. {@code bench/http.sh} starts it.
 */
final class EchoService {
  private EchoService() {}

  /**
   * Answers {@code POST /echo} with the body, and {@code POST /sized} with a file, on a free port
   * that it prints.
   *
   * @param args the file, an answer as large as the service's
   */
  public static void main(String[] args) throws IOException {
    byte[] sized = Files.readAllBytes(Path.of(args[0]));
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.http.compressionStrategy = CompressionStrategy.NONE;
              configure(config.jetty);
              config.routes.post("/echo", context -> answer(context, body(context)));
              config.routes.post(
                  "/sized",
                  context -> {
                    body(context);
                    answer(context, sized);
                  });
            });
    javalin.start();
    System.out.println("Echo listens on http://127.0.0.1:" + javalin.port());
  }

  /** As the service has it, but for its limits. */
  private static void configure(JettyConfig jetty) {
    jetty.threadPool = new QueuedThreadPool(32, 8);
    jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendDateHeader(false);
        });
    jetty.addConnector(
        (server, http) -> {
          ServerConnector connector = new ServerConnector(server, connections(http));
          connector.setHost("127.0.0.1");
          connector.setPort(0);
          connector.setAcceptedSendBufferSize(128 * 1024);
          return connector;
        });
  }

  private static HttpConnectionFactory connections(HttpConfiguration http) {
    return new HttpConnectionFactory(http);
  }

  private static byte[] body(Context context) throws IOException {
    return context.req().getInputStream().readAllBytes();
  }

  private static void answer(Context context, byte[] body) {
    context.contentType("application/json").result(body);
  }
}
