package dev.indicia.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.indicia.source.PassageFinder.Passage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageFinderTest {
  private static final String TEXT =
      """
      The Mill Gazette 😀

      The River Wardens met at the  Old
      Mill on 3 May.1 They spoke of ‘the
      weir’,2 and of self‑government.

      The weir was closed.
      Then the weir was closed again.34
      """;

  private static List<Passage> find(String rendering) {
    return new PassageFinder(SourceText.of(TEXT.getBytes(UTF_8)), FootnoteMarks.GLUED)
        .find(rendering);
  }

  private static Passage one(String rendering) {
    List<Passage> found = find(rendering);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  static Stream<Arguments> renderings() {
    String sentence = "The River Wardens met at the  Old\nMill on 3 May.1";
    String weir = "They spoke of ‘the\nweir’,2 and of self‑government.";
    return Stream.of(
        arguments("as it stands", sentence, sentence),
        arguments(
            "other line breaks", "The River Wardens met\nat the Old Mill on 3 May.1", sentence),
        arguments("small letters", "the river wardens met at the old mill on 3 may.1", sentence),
        arguments(
            "without the note's mark", "The River Wardens met at the Old Mill on 3 May.", sentence),
        arguments(
            "other quote marks", "They spoke of \"the weir\",2 and of self-government.", weir),
        arguments(
            "plain apostrophes, no marks",
            "They spoke of 'the weir', and of self-government.",
            weir),
        arguments("low quote marks", "They spoke of ‚the weir’,2 and of self-government.", weir),
        arguments("another dash", "and of self–government.", "and of self‑government."),
        arguments("a soft hyphen", "Old Mi\u00ADll", "Old\nMill"),
        arguments("a character beyond the basic plane", "gazette 😀", "Gazette 😀"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("renderings")
  void givesTheSourcesOwnCharacters(String what, String rendering, String exact) {
    assertThat(one(rendering).exact()).isEqualTo(exact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The Lake Wardens met", "Old Mill on 4 May", "", " \n "})
  void findsNothingThatIsNotThere(String rendering) {
    assertThat(find(rendering)).isEmpty();
  }

  @Test
  void countsOffsetsInCodePoints() {
    Passage passage = one("The River Wardens");
    assertThat(List.of(passage.start(), passage.end())).containsExactly(20, 37);
  }

  @Test
  void givesThirtyTwoCharactersOnEitherSide() {
    Passage passage = one("They spoke of");
    assertThat(List.of(passage.prefix(), passage.suffix()))
        .containsExactly("met at the  Old\nMill on 3 May.1 ", " ‘the\nweir’,2 and of self‑govern");
  }

  @Test
  void givesFewerCharactersAtTheEndsOfTheText() {
    Passage whole = one(TEXT);
    assertThat(whole.prefix() + whole.suffix()).isEqualTo("\n");
  }

  @Test
  void findsEveryPlaceInTheOrderOfTheText() {
    assertThat(find("the weir was closed")).extracting(Passage::line).containsExactly(7, 8);
  }

  @Test
  void prefersAPlaceWhereTheMarksMatchToo() {
    assertThat(find("May.1 They")).hasSize(1);
  }

  static Stream<Arguments> places() {
    return Stream.of(
        arguments("The Mill Gazette", 1, 1),
        arguments("The River Wardens", 3, 2),
        arguments("Mill on 3 May", 4, 2),
        arguments("and of self", 5, 2),
        arguments("The weir was closed.", 7, 3),
        arguments("Then the weir", 8, 3));
  }

  @ParameterizedTest(name = "{0}: line {1}, paragraph {2}")
  @MethodSource("places")
  void tellsLineAndParagraph(String rendering, int line, int paragraph) {
    Passage passage = one(rendering);
    assertThat(List.of(passage.line(), passage.paragraph())).containsExactly(line, paragraph);
  }

  @Test
  void tellsTheNotesThatThePassageMarks() {
    assertThat(one("Old Mill on 3 May. They spoke of 'the weir', and").footnotes())
        .containsExactly("1", "2");
  }

  @Test
  void takesTheMarkBehindTheLastWord() {
    assertThat(one("Then the weir was closed again.").footnotes()).containsExactly("34");
  }

  @Test
  void takesNoMarkThatDoesNotFollow() {
    assertThat(one("They spoke of").exact()).isEqualTo("They spoke of");
  }

  @Test
  void findsAPassageOfATextWithoutMarks() {
    SourceText text = SourceText.of("The weir2 was closed.".getBytes(UTF_8));
    assertThat(new PassageFinder(text, FootnoteMarks.NONE).find("the weir was closed")).isEmpty();
  }

  @Test
  void findsAPassageInATextWithMarksInBrackets() {
    SourceText text = SourceText.of("The weir[2][3] was closed.[4] Then".getBytes(UTF_8));
    assertThat(new PassageFinder(text, FootnoteMarks.BRACKETED).find("the weir was closed."))
        .extracting(Passage::exact)
        .containsExactly("The weir[2][3] was closed.[4]");
  }
}
