package dev.indicia.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {
  private static List<String> differences(Source source) {
    return Quotation.differences(source, Sources.text()).stream()
        .map(found -> found.excerpt() + ": " + found.code() + ": " + found.message())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Mill Gazette",
        "The River Wardens met at the Old Mill.1",
        "The River Wardens met at the Old Mill",
        "self-government\nand of 1,200 signatures",
        "The reeve’s men came 😀 and left.",
        "😀",
        "left.",
        "The weir was closed.\n"
      })
  void findsNoDifferenceInAPassageAsItStands(String exact) {
    assertThat(differences(Sources.source(Sources.excerpt(exact)))).isEmpty();
  }

  @Test
  void refusesAnotherTextAndLooksNoFurther() {
    String other = Sources.TEXT.replace("weir", "dam");
    Source source =
        Sources.source(
            SourceText.of(other.getBytes(UTF_8)).sha256(),
            1,
            Sources.excerpt("The dam was closed.", other));
    assertThat(differences(source))
        .containsExactly(
            "gazette: source-hash: the text has SHA-256 "
                + Sources.text().sha256()
                + ", the record "
                + source.sha256()
                + ". Quote from the text that the record names.");
  }

  @Test
  void refusesAnotherLength() {
    int length = Sources.text().length();
    assertThat(differences(Sources.source(Sources.text().sha256(), length + 1)))
        .containsExactly(
            "gazette: source-length: the text has "
                + length
                + " characters, the record says "
                + (length + 1)
                + ". Correct the record.");
  }

  static Stream<Arguments> altered() {
    return Stream.of(
        arguments("a word exchanged", "The River Wardens met at the Old Dam.1", 33),
        arguments("a letter in capitals", "The river Wardens met at the Old Mill.1", 4),
        arguments("a mark left out", "The River Wardens met at the Old Mill.", 38),
        arguments("a word left out", "The Wardens met at the Old Mill.1", 4),
        arguments("a word added", "The River Wardens met at the Old Mill.1 They", 39),
        arguments("another first letter", "the River Wardens met at the Old Mill.1", 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("altered")
  void refusesAPassageThatIsNotWordForWord(String what, String exact, int first) {
    Excerpt real = Sources.excerpt("The River Wardens met at the Old Mill.1");
    Excerpt altered =
        Sources.excerpt(exact, real.prefix(), real.suffix(), real.start(), real.end());
    assertThat(differences(Sources.source(altered)))
        .containsExactly(
            "gazette.passage: not-word-for-word: the excerpt differs from the source text at 18 to"
                + " 57 (first at character "
                + first
                + " of the excerpt). Take the record anew with 'cite'.");
  }

  @Test
  void countsTheFirstDifferenceInCharacters() {
    Excerpt real = Sources.excerpt("😀 and left.");
    Excerpt altered =
        Sources.excerpt("😀 and went.", real.prefix(), real.suffix(), real.start(), real.end());
    assertThat(differences(Sources.source(altered)).get(0))
        .contains("(first at character 6 of the excerpt)");
  }

  @ParameterizedTest(name = "from {0} to {1}")
  @CsvSource({"17, 56", "19, 58", "-5, 12", "100000, 100039", "57, 18"})
  void refusesOffsetsThatAreNotThePassages(int start, int end) {
    Excerpt real = Sources.excerpt("The River Wardens met at the Old Mill.1");
    Excerpt moved = Sources.excerpt(real.exact(), real.prefix(), real.suffix(), start, end);
    assertThat(differences(Sources.source(moved)))
        .singleElement()
        .asString()
        .startsWith("gazette.passage: not-word-for-word: ");
  }

  static Stream<Arguments> contexts() {
    return Stream.of(
        arguments("another prefix", "The Lake Gazette\n\n", " They spoke"),
        arguments("another suffix", "The Mill Gazette\n\n", " We spoke"),
        arguments("a suffix without its space", "The Mill Gazette\n\n", "They spoke"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contexts")
  void refusesAContextThatDoesNotStandThere(String what, String prefix, String suffix) {
    Excerpt real = Sources.excerpt("The River Wardens met at the Old Mill.1");
    Excerpt moved = Sources.excerpt(real.exact(), prefix, suffix, real.start(), real.end());
    assertThat(differences(Sources.source(moved)))
        .containsExactly(
            "gazette.passage: context-differs: its prefix or suffix is not what stands around it in"
                + " the source text. Take the record anew with 'cite'.");
  }

  @Test
  void acceptsAShorterContext() {
    Excerpt real = Sources.excerpt("The River Wardens met at the Old Mill.1");
    Excerpt shorter = Sources.excerpt(real.exact(), "\n", "", real.start(), real.end());
    assertThat(differences(Sources.source(shorter))).isEmpty();
  }

  /** The record shows no context, the text does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "iver Wardens",
        "The River Warden",
        "spoke of self",
        "government\nand",
        "of 1,20",
        "The reeve",
        "s men came"
      })
  void refusesAPassageThatCutsAWordOfTheText(String exact) {
    Excerpt real = Sources.excerpt(exact);
    Excerpt bare = Sources.excerpt(exact, "", "", real.start(), real.end());
    assertThat(differences(Sources.source(bare)))
        .containsExactly(
            "gazette.passage: inside-word: it begins or ends inside a word of the source text."
                + " Quote whole words.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "and left.\n\n1 Alder",
        "1 Alder Press, A Year on the River",
        "May 2016\nhttps://alder.example/year\nThe weir was closed."
      })
  void refusesAPassageThatRunsOverNotes(String exact) {
    assertThat(differences(Sources.source(Sources.excerpt(exact))))
        .containsExactly(
            "gazette.passage: footnote-block: it runs over a note, an address or the number of a"
                + " page in the source text. End it before them.");
  }

  @Test
  void namesEveryDifferenceInTheOrderOfThePassages() {
    Source source =
        Sources.source(
            Sources.text().sha256(),
            Sources.text().length() - 1,
            Sources.excerpt("iver Wardens"),
            Sources.excerpt("the weir", "", "", 0, 8));
    assertThat(Quotation.differences(source, Sources.text()))
        .extracting(Quotation.Difference::code)
        .containsExactly("source-length", "inside-word", "not-word-for-word");
  }

  @ParameterizedTest(name = "[{0}|{1}]: {2}")
  @CsvSource({
    "'war', 'dens', true",
    "'wardens ', 'met', false",
    "'wardens', ' met', false",
    "'wardens', '13 met', false",
    "'wardens13', ' met', false",
    "'19', '81', true",
    "'1980', 's', true",
    "'reeve', '’s men', true",
    "'reeve’', 's men', true",
    "'reeves', '’ men', false",
    "'said ‘', 'wardens', false",
    "'wardens', '’ they', false",
    "'wardens’', ' they', false",
    "'self', '-government', true",
    "'self-', 'government', true",
    "'Mill', '-3 camp', true",
    "'end', ' - and', false",
    "'e', '\u0301tude', true",
    "'می', '\u200Cخواهم', true",
    "'', 'wardens', false",
    "'wardens', '', false",
    "'-', 'wardens', false",
    "'met.', 'They', false"
  })
  void tellsWhetherAWordIsCut(String before, String after, boolean cut) {
    assertThat(Quotation.cutsAWord(before, after)).isEqualTo(cut);
  }
}
