package dev.indicia.cli;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.RulebookBundle;
import dev.indicia.web.WebService;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Does once what the verbs do, so that the launcher can list the classes that they need and keep
 * them ready to map. No verb of the command line.
 */
final class Rehearsal {
  private Rehearsal() {}

  /**
   * Evaluates a profile in both forms, and has the service evaluate it.
   *
   * @param args a profile's file
   */
  public static void main(String[] args) throws IOException, InvalidRulebookException {
    Main.run("evaluate", "--format", "text", args[0]);
    Main.run("evaluate", "--format", "json", args[0]);
    try (WebService service =
        WebService.start(new Evaluator(RulebookBundle.load()), "127.0.0.1", 0)) {
      HttpURLConnection request =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + service.port() + "/v1/evaluations")
                  .toURL()
                  .openConnection();
      request.setRequestProperty("Content-Type", "application/json");
      request.setDoOutput(true);
      request.getOutputStream().write(Files.readAllBytes(Path.of(args[0])));
      request.getInputStream().readAllBytes();
    }
  }
}
