package dev.indicia.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each slip in a rulebook alone: where it is, what it is, and what to do. */
class RulebookLoaderTest {
  private static final String SOURCE = "sources/mill-gazette.json";
  private static final String RULE = "indicators/weir-vigil/rule.drl";
  private static final String CASES = "indicators/weir-vigil/cases.json";

  @TempDir private Path folder;

  @Test
  void loadsARulebookThatIsWhole() throws InvalidRulebookException {
    assertThat(TinyRulebook.copiedTo(folder).load().indicators()).hasSize(3);
  }

  private static Arguments slip(String name, String expected, UnaryOperator<TinyRulebook> slip) {
    return Arguments.of(name, expected, slip);
  }

  static Stream<Arguments> slips() {
    return Stream.of(
        slip(
            "an unknown excerpt",
            "disagreements.json#ground-of-custody: unknown-excerpt: ",
            book ->
                book.replace("disagreements.json", "gazette.held-denied", "gazette.held-denyed")),
        slip(
            "an unknown indicator",
            SOURCE + ": unknown-indicator: 'weir-vigils' under 'searched' is not in the register.",
            book ->
                book.replace(
                    SOURCE,
                    "\"searched\": [\n    {\n      \"indicator\": \"weir-vigil\"",
                    "\"searched\": [\n    {\n      \"indicator\": \"weir-vigils\"")),
        slip(
            "offsets that do not fit the text",
            SOURCE + "#mill-gazette.held-denied: offsets: ",
            book -> book.replace(SOURCE, "\"end\": 512", "\"end\": 511")),
        slip(
            "an excerpt inside a word",
            SOURCE + "#mill-gazette.held-denied: inside-word: ",
            book ->
                book.replace(SOURCE, "\"suffix\": \"\\n\\nThe weir", "\"suffix\": \"\\n\\nThe weir")
                    .replace(
                        SOURCE,
                        "\"prefix\": \"s in May, the society wrote.[2] \"",
                        "\"prefix\": \"ab\"")),
        slip(
            "an origin of one",
            "origin-of-one: ",
            book ->
                book.replace(
                    SOURCE,
                    "\"tags\": [],\n      \"checked\": \"2026-02-03\",\n      \"links\": [\n        {\n          \"indicator\": \"warden-affiliation\",\n          \"stance\": \"documents\"",
                    "\"originGroup\": \"Alder Press, 2005\",\n      \"tags\": [],\n      \"checked\": \"2026-02-03\",\n      \"links\": [\n        {\n          \"indicator\": \"warden-affiliation\",\n          \"stance\": \"documents\"")),
        slip(
            "more quoted than may be",
            SOURCE + ": quoted-too-much: ",
            book -> book.replace(SOURCE, "\"quotable\": 42", "\"quotable\": 20")),
        slip(
            "a source that was not searched",
            SOURCE + ": not-searched: ",
            book ->
                book.replace(
                    SOURCE,
                    "\"searched\": [\n    {\n      \"indicator\": \"weir-vigil\",\n      \"on\": \"2026-02-03\"\n    }\n  ]",
                    "\"searched\": []")),
        slip(
            "an unknown stance",
            "stance: not-allowed: ",
            book -> book.replace(SOURCE, "\"stance\": \"limits\"", "\"stance\": \"limit\"")),
        slip(
            "an unknown facet value",
            SOURCE + "#mill-gazette.held-after-vigil: facet-value: ",
            book -> book.replace(SOURCE, "\"harbour\"", "\"harbor-tower\"")),
        slip(
            "an unknown field",
            "rulebook.json#/titel: unknown-field: ",
            book -> book.replace("rulebook.json", "\"title\"", "\"titel\": \"x\", \"title\"")),
        slip(
            "a file that is no JSON",
            "rulebook.json#3:",
            book -> book.replace("rulebook.json", "\"version\": ", "\"version\" ")),
        slip(
            "a rule with a broken condition",
            RULE,
            book -> book.replace(RULE, "type.is( \"vigil\" )", "type.is( \"vigil\" ")),
        slip(
            "a rule with a field that is not there",
            RULE,
            book -> book.replace(RULE, "type.is( \"vigil\" )", "typ.is( \"vigil\" )")),
        slip(
            "a rule that concludes another indicator",
            ": wrong-finding: ",
            book -> book.replace(RULE, "\"weir-vigil\"", "\"weir-vigils\"")),
        slip(
            "a rule that is true in no case",
            "never-fires: ",
            book -> book.replace(RULE, "\"vigil\"", "\"vigils\"")),
        slip("no cases", CASES + ": missing-file: ", book -> book.delete(CASES)),
        slip(
            "a folder that is not registered",
            "indicators/flood: unknown-indicator: 'flood' is not in the register.",
            book -> book.write("indicators/flood/rule.drl", "package veldmark\n")),
        slip(
            "a name of two codes",
            "vocabulary/organisation.json: name-clash: ",
            book ->
                book.replace(
                    "vocabulary/organisation.json",
                    "[\"Guild of Millers\"]",
                    "[\"river wardens\"]")),
        slip(
            "a label that rates",
            "not-neutral: ",
            book ->
                book.replace(
                    "indicators/weir-vigil/indicator.json",
                    "\"label\": \"Vigil",
                    "\"label\": \"High risk vigil")),
        slip(
            "a topic that takes sides",
            "disagreements.json#ground-of-custody: not-neutral: ",
            book -> book.replace("disagreements.json", "of the vigil.", "of the regime.")),
        slip(
            "a quoted word of a topic that is in no passage",
            "disagreements.json#ground-of-custody: not-quoted: 'regime' stands in quotation marks"
                + " and in none of the passages named. Quote the words of one of them, or say it in"
                + " neutral words without the marks.",
            book -> book.replace("disagreements.json", "of the vigil.", "of the “regime”.")),
        slip(
            "a quoted part of a word",
            "disagreements.json#ground-of-custody: not-quoted: 'account of the vig' stands",
            book ->
                book.replace(
                    "disagreements.json", "account of the vigil", "“account of the vig” il")),
        slip(
            "a quotation from a passage that the topic does not name",
            "disagreements.json#ground-of-custody: not-quoted: 'entered in a register' stands",
            book ->
                book.replace(
                    "disagreements.json",
                    "on account of the vigil.",
                    "or “entered in a register”.")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slips")
  void saysWhereAndWhatIsWrong(String name, String expected, UnaryOperator<TinyRulebook> slip) {
    assertThat(slip.apply(TinyRulebook.copiedTo(folder)).problems())
        .as(name)
        .anyMatch(problem -> problem.contains(expected) && problem.matches("(?s).*[.?]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"“who had stood there”", "\\\"who had stood there\\\""})
  void letsATopicQuoteThePassagesThatItNames(String quotation) {
    assertThat(
            TinyRulebook.copiedTo(folder)
                .replace("disagreements.json", "whether persons", "whether those " + quotation)
                .problems())
        .isEmpty();
  }

  @Test
  void suggestsTheExcerptThatWasProbablyMeant() {
    assertThat(
            TinyRulebook.copiedTo(folder)
                .replace("disagreements.json", "gazette.held-denied", "gazette.held-denyed")
                .problems())
        .anyMatch(problem -> problem.endsWith("Did you mean 'mill-gazette.held-denied'?"));
  }

  @Test
  void reportsSeveralProblemsAtOnceInOrder() {
    assertThat(
            TinyRulebook.copiedTo(folder)
                .replace(SOURCE, "\"quotable\": 42", "\"quotable\": 20")
                .replace(
                    "vocabulary/organisation.json", "[\"Guild of Millers\"]", "[\"river wardens\"]")
                .problems())
        .hasSize(4)
        .isSorted();
  }
}
