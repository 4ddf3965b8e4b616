package dev.indicia.cli;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.log.LogConfiguration;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.web.WebService;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the web service until the process is asked to end. */
@Command(name = "serve", description = "Runs the web service.", mixinStandardHelpOptions = true)
final class ServeVerb implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  /** The forms of a log. */
  enum LogFormat {
    /** A JSON object a line. */
    json,
    /** Words and pairs, a line an event. */
    text
  }

  @Spec private CommandSpec spec;
  @Mixin private RulebookOption rulebook = new RulebookOption();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}, this machine alone.")
  private String host;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES}, one line an event, on standard error."
              + " Default: ${DEFAULT-VALUE}.")
  private LogFormat logFormat;

  @SuppressWarnings("NullAway.Init")
  ServeVerb() {}

  @Override
  public Integer call() throws IOException, InvalidRulebookException, InterruptedException {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(), port + " is no port. Allowed: 0 to " + LAST_PORT + ".");
    }
    System.setProperty(LogConfiguration.FORMAT_PROPERTY, logFormat.name());
    SchemaThread.begin();
    WebService service = WebService.start(new Evaluator(rulebook.load()), host, port);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  ended.countDown();
                },
                "graceful-stop"));
    spec.commandLine()
        .getErr()
        .println(
            "Indicia listens on http://" + host + ":" + service.port() + " (stop with Ctrl-C)");
    ended.await();
    return ExitCode.FINE;
  }
}
