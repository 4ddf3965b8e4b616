package dev.indicia.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the program itself says holds no term that concludes, rates, guesses, advises or takes
 * sides.
 */
class NeutralityTest {
  /** Comments and characters are matched too, so that no quote in them begins a string. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?s)//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])+'|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"");

  @Test
  void findsATermThatRates() {
    assertThat(NeutralityCheck.words("This is a high risk.")).isNotEmpty();
  }

  @Test
  void leavesATermInQuotationMarksToThePassageThatHasIt() {
    String topic = "The passages apply the word “cult” to it, or \"no cult\".";
    assertThat(problemsOf(topic, "It is no cult.")).isEmpty();
    assertThat(NeutralityCheck.words(topic)).as("in any other text").isNotEmpty();
    assertThat(NeutralityCheck.foreignQuotations(topic, List.of("It is no\n\ncult[3], they said.")))
        .isEmpty();
    assertThat(NeutralityCheck.foreignQuotations(topic, List.of("It is a cult13 of sorts.")))
        .containsExactly("no cult");
    assertThat(NeutralityCheck.foreignQuotations(topic, List.of("No cults, no cultists.")))
        .containsExactly("cult", "no cult");
  }

  private static List<Problem> problemsOf(String topic, String passage) {
    List<Problem> problems = new ArrayList<>();
    new NeutralityCheck(problems::add).checkTopic("topic", topic, List.of(passage));
    return problems;
  }

  @Test
  void findsNoSuchTermInAnySentenceOfTheProgram() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<String> hits =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(NeutralityTest::sentences)
              .filter(line -> !NeutralityCheck.words(line).isEmpty())
              .toList();
      assertThat(hits).isEmpty();
    }
  }

  /** A literal of one word is a code; a sentence has a space. */
  private static Stream<String> sentences(Path file) {
    try {
      return LITERAL
          .matcher(Files.readString(file))
          .results()
          .map((MatchResult found) -> literal(found))
          .filter(text -> text.contains(" "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String literal(MatchResult found) {
    if (found.group(1) != null) {
      return found.group(1);
    }
    return found.group(2) == null ? "" : found.group(2);
  }
}
