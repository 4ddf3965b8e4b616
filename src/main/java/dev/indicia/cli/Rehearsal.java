package dev.indicia.cli;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.log.NoLog;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.RulebookBundle;
import dev.indicia.web.WebService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.helpers.NOP_FallbackServiceProvider;

/**
 * Does once what the verbs do, so that the launcher can list the classes that they need and keep
 * them ready to map. No verb of the command line.
 */
final class Rehearsal {
  private Rehearsal() {}

  /**
   * Evaluates profiles in both forms, and has the service evaluate them.
   *
   * @param args files of profiles, the more different the better
   */
  public static void main(String[] args)
      throws IOException, InvalidRulebookException, InterruptedException {
    evaluate("text", args);
    evaluate("json", args);
    keepNoLog();
    try (WebService service =
        WebService.start(new Evaluator(RulebookBundle.load()), "127.0.0.1", 0)) {
      HttpClient client = HttpClient.newHttpClient();
      for (String file : args) {
        HttpRequest request =
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + service.port() + "/v1/evaluations"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofFile(Path.of(file)))
                .build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
      }
    }
  }

  private static void evaluate(String format, String... files) {
    List<String> line = new ArrayList<>(List.of("evaluate", "--format", format));
    line.addAll(List.of(files));
    Main.run(line.toArray(new String[0]));
  }

  /** What {@code evaluate} uses in a process of its own, beside the log that the service keeps. */
  private static void keepNoLog() {
    NoLog.setUp();
    NOP_FallbackServiceProvider none = new NOP_FallbackServiceProvider();
    none.initialize();
    none.getLoggerFactory().getLogger("none");
  }
}
