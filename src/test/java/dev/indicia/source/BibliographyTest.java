package dev.indicia.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BibliographyTest {
  private static final Source SOURCE = Sources.source();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They left.\n1 Alder Press, A Year on the River",
        "They left.\n1. Alder Press",
        "They left.\n1 See ‘A Year on the River’, p. 4",
        "They left.\n  7. ^ a b Birch 2001, p. 97.",
        "They left.\n12 Birch Daily, Wardens meet, 2 May 2016, url",
        "They left.\n12 Birch Daily, Wardens meet, url; Alder Press, A Year, url, p. 3",
        "They left.\nBirch, B. \"Wardens meet\". Retrieved 2 May 2016.",
        "They left. See https://alder.example/year",
        "They left.\n 14 \nThey came back."
      })
  void findsNotesAddressesAndNumbersOfPagesThatBeginInAPassage(String passage) {
    assertThat(Bibliography.runsOverNotes(SOURCE, "before ", passage, "")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They left.",
        "They left.\nThey came back.",
        "They left.\n2. They came back.",
        "They left.\n12 wardens came back.",
        "They left.\n1 warden wrote to Alder Press.",
        "A friend retrieved his boat.",
        "1 Alder Press"
      })
  void findsNoneInWordsOfTheTextItself(String passage) {
    assertThat(Bibliography.runsOverNotes(SOURCE, "before ", passage, "")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "They left.\n", "They left.\n  "})
  void findsANoteThatBeginsThePassageWhereItBeginsALine(String before) {
    assertThat(Bibliography.runsOverNotes(SOURCE, before, "1 Alder Press", "")).isTrue();
  }

  @Test
  void looksToTheEndOfTheLineThatBeginsInAPassage() {
    assertThat(Bibliography.runsOverNotes(SOURCE, "", "They left.\n1", " Alder Press, url\n"))
        .isTrue();
  }

  @Test
  void letsASentenceOfANoteBeQuoted() {
    String rest = " More at https://alder.example/year, url";
    assertThat(Bibliography.runsOverNotes(SOURCE, "1 Alder Press. ", "They met.", rest)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A Year on the River",
        "‘a year on the river’",
        "A Year\non the River.",
        "Year on the River",
        "Alder Press, A Year on the River, 2 May 2016",
        "Birch, Bo, “A Year on the River”, Alder Press, p. 41"
      })
  void takesATitleOrACitationForWhatItIs(String passage) {
    assertThat(Bibliography.isCitation(SOURCE, passage)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A Year",
        "The wardens spent a year on the river and wrote of it in the gazette.",
        "The report ‘A Year on the River’ says that the wardens met.",
        "The weir was closed."
      })
  void takesASentenceForWhatItSays(String passage) {
    assertThat(Bibliography.isCitation(SOURCE, passage)).isFalse();
  }
}
