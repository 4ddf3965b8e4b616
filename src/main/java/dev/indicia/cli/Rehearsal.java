package dev.indicia.cli;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.RulebookBundle;
import dev.indicia.web.WebService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
  public static void main(String[] args)
      throws IOException, InvalidRulebookException, InterruptedException {
    Main.run("evaluate", "--format", "text", args[0]);
    Main.run("evaluate", "--format", "json", args[0]);
    try (WebService service =
        WebService.start(new Evaluator(RulebookBundle.load()), "127.0.0.1", 0)) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + service.port() + "/v1/evaluations"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofFile(Path.of(args[0])))
              .build();
      HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
  }
}
