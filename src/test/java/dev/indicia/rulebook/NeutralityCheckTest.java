package dev.indicia.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeutralityCheckTest {
  @ParameterizedTest(name = "{0} in ''{1}''")
  @CsvSource({
    "probability, likely",
    "probability, Probably",
    "belief, credible",
    "belief, credibility",
    "belief, suspicious",
    "danger, risk",
    "judgement, terrorist",
    "judgement, regime",
    "rating, score",
    "rating, strong",
    "conclusion, proves",
    "advice, should",
    "advice, recommend",
    "advice, recommendation"
  })
  void findsTermsInAnyCaseAndWithTheEndingsThatTheListAllows(String group, String term) {
    assertThat(NeutralityCheck.words("This is, we say, " + term + " here."))
        .containsExactly(new NeutralityCheck.Word(group, term));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A culture of strengths and weaving.",
        "The asterisk stands for a brisk shoulder.",
        "A leveller scoreboard.",
        "Recorded facts meet the condition."
      })
  void findsNoTermInOtherWords(String text) {
    assertThat(NeutralityCheck.words(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"must be granted", "must\nbe-granted", "Must  be\tgranted"})
  void findsATermOfSeveralWordsOverALineBreakAndAHyphen(String term) {
    assertThat(NeutralityCheck.words("Protection " + term + "."))
        .extracting(NeutralityCheck.Word::word)
        .containsExactly(term);
  }

  @Test
  void findsEveryTermInTheOrderOfTheText() {
    assertThat(NeutralityCheck.words("A strong and credible case should win."))
        .extracting(NeutralityCheck.Word::word)
        .containsExactly("strong", "credible", "should");
  }

  @Test
  void findsATermOfATopicBesideItsQuotationAlone() {
    List<Problem> problems = new ArrayList<>();
    new NeutralityCheck(problems::add)
        .checkTopic("topic", "‘A regime’, and a likely one.", List.of("A regime it is."));
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("'likely'"));
  }

  @Test
  void findsATermInTheQuotationOfALabel() {
    assertThat(NeutralityCheck.words("Held by the “regime”"))
        .extracting(NeutralityCheck.Word::word)
        .containsExactly("regime");
  }

  @Test
  void saysWhereTheWordStandsAndWhich() {
    List<Problem> problems = new ArrayList<>();
    new NeutralityCheck(problems::add).check("rulebook.json#/title", "A likely case");
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.place()).isEqualTo("rulebook.json#/title");
              assertThat(problem.code()).isEqualTo("not-neutral");
              assertThat(problem.message()).contains("'likely'");
            });
  }
}
