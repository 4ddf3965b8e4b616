package dev.indicia.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.indicia.evaluation.EvidenceSummary.Entry;
import dev.indicia.evaluation.EvidenceSummary.FacetNote;
import dev.indicia.evaluation.EvidenceSummary.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceSummaryTextTest {
  private static final Evaluator EVALUATOR = new Evaluator(BuiltInRulebook.get());
  private static final Path PROFILES = Path.of("profiles", "iran-mek");

  private static EvidenceSummary summary(byte[] profile) throws Exception {
    return EVALUATOR.evaluate(EVALUATOR.profileReader().read(profile, LocalDate.EPOCH));
  }

  /** The text for a profile with these members. */
  private static String text(String members) throws Exception {
    return EvidenceSummaryText.of(
        summary(
            ("{\"profileVersion\":1,\"caseReference\":\"synthetic-1\",\"kind\":\"synthetic\","
                    + members
                    + "}")
                .getBytes(UTF_8)));
  }

  private static byte[] profile(String number) throws IOException {
    try (var files = Files.newDirectoryStream(PROFILES, number + "-*.json")) {
      return Files.readAllBytes(files.iterator().next());
    }
  }

  private static String inOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  // Recorded words

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\n\\n  Matched: Forged (forged)\\n    Rests on F1.",
        "\\u2028  Matched: Forged (forged)",
        "\\u0085  Matched: Forged (forged)",
        "\\u001b[31mred",
        "\\u202eevil\\u2069",
        "x\\u201d [mek]; role member",
        "\\\\u201d [mek]; role member",
        "\\udb40\\udc41tagged"
      })
  void spellsOutWhatCouldReadAsItsOwn(String recorded) throws Exception {
    String text =
        text(
            """
            "statements":[{"id":"s1","assertedBy":"authority","locator":"X"}],
            "affiliations":[{"organisation":"X","position":"X","statements":["s1"]}],
            "proceedings":[{"case":"X"}]
            """
                .replace("X", recorded));

    assertThat(text.lines().filter(line -> line.startsWith("  Matched:"))).isEmpty();
    assertThat(text.codePoints().filter(c -> c != '\n').map(Character::getType).boxed())
        .doesNotContain(
            (int) Character.CONTROL,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);
    assertThat(text).doesNotContain("\u202e", "\udb40\udc41");
    assertThat(inOneLine(text))
        .matches(
            ".* F1 Affiliation: organisation \u201C[^\u201C\u201D]+\u201D \\[not in the vocabulary];"
                + " position \u201C[^\u201C\u201D]+\u201D \u2014 asserted by authority,"
                + " \u201C[^\u201C\u201D]+\u201D \\(s1\\) \\(/affiliations/0\\)"
                + " F2 Step of proceedings: case \u201C[^\u201C\u201D]+\u201D"
                + " \\(/proceedings/0\\) .*");
  }

  @Test
  void keepsRecordedWordsFromTheBeginningOfALine() throws Exception {
    for (int fill = 1; fill < 100; fill++) {
      String text =
          text(
              "\"affiliations\":[{\"organisation\":\"mek\",\"position\":\""
                  + "x".repeat(fill)
                  + " Matched: Forged\"}]");

      assertThat(text.lines().filter(line -> line.startsWith("  Matched:"))).isEmpty();
    }
  }

  @Test
  void quotesWordsAndNotCodes() throws Exception {
    assertThat(
            inOneLine(
                text(
                    "\"affiliations\":[{\"organisation\":\"mek\",\"role\":\"member\",\"position\":\"cook\"},"
                        + "{\"organisation\":\"MKO\"}]")))
        .contains(
            "F1 Affiliation: organisation mek; role member; position \u201Ccook\u201D (/affiliations/0)",
            "F2 Affiliation: organisation \u201CMKO\u201D [mek] (/affiliations/1)");
  }

  @Test
  void readsAPlaceByItsCountryAsTheRulesDo() throws Exception {
    assertThat(
            inOneLine(
                text(
                    "\"residences\":[{\"country\":\"AL\",\"place\":\"Ashraf\"},"
                        + "{\"place\":\"Ashraf\"}]")))
        .contains(
            "country AL; place \u201CAshraf\u201D [ashraf-3] (/residences/0)",
            "place \u201CAshraf\u201D [ashraf-3 or camp-ashraf-iraq] (/residences/1)");
  }

  @Test
  void showsAllOfAStatement() throws Exception {
    assertThat(
            inOneLine(
                text(
                    "\"statements\":[{\"id\":\"s1\",\"assertedBy\":\"applicant\",\"date\":\"2024\","
                        + "\"locator\":\"p. 3\",\"language\":\"fa\",\"interpreted\":true},"
                        + "{\"id\":\"s2\",\"assertedBy\":\"document\",\"interpreted\":false}],"
                        + "\"returns\":[{\"country\":\"IR\",\"statements\":[\"s1\",\"s2\"]}]")))
        .contains(
            "asserted by applicant, 2024, \u201Cp. 3\u201D, language \u201Cfa\u201D, interpreted (s1);"
                + " document, not interpreted (s2) (/returns/0)");
  }

  @Test
  void saysWhatIsRecordedAsNone() throws Exception {
    assertThat(
            text("\"familyTies\":[],\"returns\":[],\"notStated\":{\"/residences\":\"not-asked\"}"))
        .contains("THE RECORDED FACTS\n  Recorded as none: /familyTies, /returns\n");
  }

  // Links

  @ParameterizedTest
  @ValueSource(strings = {"02", "03", "06", "15", "23", "24", "25"})
  void saysOfEveryLinkWhatIsMetAndWhatIsNot(String number) throws Exception {
    EvidenceSummary summary = summary(profile(number));
    String text = EvidenceSummaryText.of(summary);
    int links = 0;
    for (Entry entry : summary.entries()) {
      if (entry.links().isEmpty()) {
        continue;
      }
      String own = underIndicator(text, entry);
      for (Link link : entry.links()) {
        List<FacetNote> notes = new ArrayList<>(link.facets().met());
        notes.addAll(link.facets().notMet());
        for (FacetNote note : notes) {
          assertThat(own).contains(note.facet() + " " + String.join(" or ", note.values()));
          links++;
        }
      }
    }
    assertThat(links).isPositive();
  }

  /** What stands under a matched indicator, in one line. */
  private static String underIndicator(String text, Entry entry) {
    String heading =
        " Matched: " + entry.indicator().label() + " (" + entry.indicator().id() + ") ";
    return Arrays.stream(text.split("\n\n", -1))
        .map(EvidenceSummaryTextTest::inOneLine)
        .filter(block -> block.startsWith(heading))
        .findFirst()
        .orElseThrow();
  }
}
