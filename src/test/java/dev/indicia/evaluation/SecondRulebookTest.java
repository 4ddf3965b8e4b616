package dev.indicia.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.indicia.evaluation.EvidenceSummary.Entry;
import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.evaluation.EvidenceSummary.Link;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.rulebook.RulebookFiles;
import dev.indicia.rulebook.RulebookLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rulebook of an invented country: the engine reads it as it reads any other. */
class SecondRulebookTest {
  private static final Path FOLDER = Path.of("src/test/resources/rulebooks/veldmark-wardens");

  private static EvidenceSummary summary(String groups)
      throws IOException,
          InvalidRulebookException,
          MalformedJsonException,
          InvalidProfileException {
    Rulebook rulebook = RulebookLoader.load(RulebookFiles.in(FOLDER));
    Evaluator evaluator = new Evaluator(rulebook);
    String profile =
        "{\"profileVersion\":1,\"caseReference\":\"veldmark\",\"kind\":\"synthetic\","
            + groups
            + "}";
    return evaluator.evaluate(
        evaluator
            .profileReader()
            .read(profile.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 1, 1)));
  }

  @Test
  void readsItsIndicatorsAndLinksItsPassages() throws Exception {
    EvidenceSummary summary =
        summary(
            "\"affiliations\":[{\"organisation\":\"Rivierwachters\",\"basis\":\"held\"}],"
                + "\"activities\":[{\"type\":\"night watch\",\"date\":\"2004-04-10\"}],"
                + "\"detentions\":[{\"from\":\"2004-05-02\"}]");
    assertThat(summary.entries())
        .extracting(entry -> entry.indicator().id(), entry -> entry.status().code())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("warden-affiliation", "matched"),
            org.assertj.core.groups.Tuple.tuple("weir-vigil", "not-stated"),
            org.assertj.core.groups.Tuple.tuple("detention-after-vigil", "matched"));
    Entry joined = summary.entries().get(2);
    assertThat(joined.facts())
        .extracting(Fact::pointer)
        .containsExactly("/activities/0", "/detentions/0");
    assertThat(joined.links())
        .extracting(Link::excerpt)
        .containsExactly("mill-gazette.held-after-vigil", "mill-gazette.held-denied");
    assertThat(summary.disagreements()).hasSize(1);
    assertThat(
            new String(
                new EvidenceSummaryWriter(summary.rulebook()).write(summary).toBytes(),
                StandardCharsets.UTF_8))
        .contains("\"id\":\"veldmark-wardens\"");
  }

  @Test
  void findsNoWordOfACountryOrOrganisationInTheEngine() throws IOException {
    Pattern named =
        Pattern.compile(
            "(?i)\\b(iran|iranian|tehran|albania|albanian|mek|mko|pmoi|ncri|mojahedin|mujahedin"
                + "|ashraf|persia)\\b");
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      List<String> hits =
          files
              .filter(file -> file.toString().matches(".*\\.(java|txt|properties)"))
              .flatMap(SecondRulebookTest::lines)
              .filter(line -> named.matcher(line).find())
              .toList();
      assertThat(hits).isEmpty();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().map(line -> file + ": " + line);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
