package dev.indicia.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FootnoteMarksTest {
  static Stream<Arguments> glued() {
    return Stream.of(
        arguments("to a word", "the wardens13 met", "13"),
        arguments("to a full stop", "They met.26 Then", "26"),
        arguments("to a full stop at the end", "They met.26", "26"),
        arguments("to a comma", "They met,7 and", "7"),
        arguments("to a closing quote mark", "‘met’.20 and “met”21 again", "20 21"),
        arguments("to a bracket", "(the wardens)8 met", "8"),
        arguments("before a comma", "the wardens9, met", "9"),
        arguments("before a full stop", "the wardens9.", "9"),
        arguments("to a year with a full stop", "in June 2025.23 Then", "23"),
        arguments("to a year with a comma", "until 2012,16 when", "16"),
        arguments("to a year with a comma, three digits", "until 2012,116 when", "116"),
        arguments("to a letter with a diacritic", "in Manëz4 they", "4"),
        arguments("at the end of a line", "the wardens13\nmet", "13"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("glued")
  void findsMarksThatAreGlued(String what, String passage, String marks) {
    assertThat(FootnoteMarks.GLUED.in(passage)).containsExactly(marks.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in 2016 they",
        "about 3.5 per cent",
        "some 5,000 persons",
        "some 12,500, all told",
        "some 1,234,567.",
        "on 4 May 2016, they",
        "Mill 3 is",
        "the Mill-3 camp",
        "a number of four digits.2016 is none",
        "the 1980s",
        "B52s"
      })
  void takesNoOtherDigitsForAMark(String passage) {
    assertThat(FootnoteMarks.GLUED.in(passage)).isEmpty();
  }

  @Test
  void findsMarksInBrackets() {
    assertThat(FootnoteMarks.BRACKETED.in("They met.[24][25] Then[126] left.[note 1] 27"))
        .containsExactly("24", "25", "126");
  }

  @Test
  void namesEachNoteOnce() {
    assertThat(FootnoteMarks.BRACKETED.in("a[2] b[1] c[2]")).isEqualTo(List.of("2", "1"));
  }

  @Test
  void findsNoneWhereATextHasNone() {
    assertThat(FootnoteMarks.NONE.in("They met.26 Then[27] left")).isEmpty();
  }
}
