package dev.indicia.cli;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.log.LogConfiguration;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.web.WebService;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.OptionSpec;

/** Runs the web service until the process is asked to end. */
final class ServeVerb extends Command {
  private static final int LAST_PORT = 65_535;

  /** The forms of a log. */
  enum LogFormat {
    /** A JSON object a line. */
    json,
    /** Words and pairs, a line an event. */
    text
  }

  private final RulebookOption rulebook = new RulebookOption();

  private final OptionSpec port =
      OptionSpec.builder("--port")
          .paramLabel("PORT")
          .type(int.class)
          .defaultValue("8080")
          .description("Port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
          .build();

  private final OptionSpec host =
      OptionSpec.builder("--host")
          .paramLabel("HOST")
          .type(String.class)
          .defaultValue("127.0.0.1")
          .description("Address to listen on. Default: ${DEFAULT-VALUE}, this machine alone.")
          .build();

  private final OptionSpec logFormat =
      OptionSpec.builder("--log-format")
          .paramLabel("FORMAT")
          .type(LogFormat.class)
          .defaultValue("text")
          .description(
              "${COMPLETION-CANDIDATES}, one line an event, on standard error."
                  + " Default: ${DEFAULT-VALUE}.")
          .build();

  ServeVerb() {
    super("serve", "Runs the web service.");
    takes(rulebook.spec(), port, host, logFormat);
  }

  @Override
  public Integer call() throws IOException, InvalidRulebookException, InterruptedException {
    int chosen = port.<Integer>getValue();
    if (chosen < 0 || chosen > LAST_PORT) {
      throw misused(chosen + " is no port. Allowed: 0 to " + LAST_PORT + ".");
    }
    String address = host.getValue();
    System.setProperty(LogConfiguration.FORMAT_PROPERTY, logFormat.<LogFormat>getValue().name());
    SchemaThread.begin();
    WebService service = WebService.start(new Evaluator(rulebook.load()), address, chosen);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  ended.countDown();
                },
                "graceful-stop"));
    err()
        .println(
            "Indicia listens on http://" + address + ":" + service.port() + " (stop with Ctrl-C)");
    ended.await();
    return ExitCode.FINE;
  }
}
