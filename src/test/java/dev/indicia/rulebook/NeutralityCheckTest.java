package dev.indicia.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NeutralityCheckTest {
  private static final Path JAVA = Path.of("src/main/java");
  private static final Path RESOURCES = Path.of("src/main/resources");

  /** A text block, a string, or what looks like one and is none: a comment, a character. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?s)//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])+'|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"");

  @ParameterizedTest(name = "{0} in ''{1}''")
  @CsvSource({
    "probability, likely",
    "probability, probable",
    "probability, Probably",
    "belief, credible",
    "belief, credibility",
    "belief, genuine",
    "belief, suspicious",
    "danger, risk",
    "danger, danger",
    "judgement, terrorist",
    "judgement, terrorism",
    "judgement, regime",
    "judgement, cult",
    "rating, score",
    "rating, level",
    "rating, strong",
    "rating, weak",
    "conclusion, proves",
    "advice, should",
    "advice, must be granted",
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
        "It reaches no conclusion and gives no advice; the person who reads it decides.",
        "The passages use the word ‘cult’ and speak of a “regime”.",
        "Recorded facts meet the condition."
      })
  void findsNoTermInOtherWordsInQuotationMarksAndInWhatIsExempt(String text) {
    assertThat(NeutralityCheck.words(text)).isEmpty();
  }

  @Test
  void findsATermOverALineBreakAndAHyphen() {
    assertThat(NeutralityCheck.words("Protection must\nbe-granted."))
        .extracting(NeutralityCheck.Word::word)
        .containsExactly("must\nbe-granted");
  }

  @Test
  void findsEveryTermInTheOrderOfTheText() {
    assertThat(NeutralityCheck.words("A strong and credible case should win."))
        .extracting(NeutralityCheck.Word::word)
        .containsExactly("strong", "credible", "should");
  }

  @Test
  void findsATermBesideAnExemptPhrase() {
    assertThat(NeutralityCheck.words("It reaches no conclusion, yet advice is given."))
        .extracting(NeutralityCheck.Word::word)
        .containsExactly("advice");
  }

  @Test
  void saysWhichWordAndWhatToDoInstead() {
    List<Problem> problems = new ArrayList<>();
    new NeutralityCheck(problems::add).check("rulebook.json#/title", "A likely case");
    assertThat(problems)
        .containsExactly(
            new Problem(
                "rulebook.json#/title",
                "not-neutral",
                "'likely' is not neutral (probability). Say what is recorded or reported, and by"
                    + " whom; or quote."));
  }

  @Test
  void listsEachTermOnce() throws IOException {
    try (Stream<String> lines = Files.lines(RESOURCES.resolve("neutrality.txt"), UTF_8)) {
      assertThat(lines.filter(line -> !line.isBlank() && !line.startsWith("#")))
          .doesNotHaveDuplicates()
          .allMatch(line -> line.matches("[a-z]+: \\S.*\\S"));
    }
  }

  // --- our own words

  @Test
  void findsNoTermInAnyStringOfTheProgram() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(JAVA)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        for (String literal : literals(Files.readString(file, UTF_8))) {
          NeutralityCheck.words(literal)
              .forEach(word -> found.add(JAVA.relativize(file) + ": " + word + " in " + literal));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  /** Strings that are joined by a plus are one text: a term may run over the seam. */
  private static List<String> literals(String java) {
    List<String> literals = new ArrayList<>();
    Matcher matcher = LITERAL.matcher(java);
    int end = -1;
    while (matcher.find()) {
      String text = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      if (text == null) {
        continue;
      }
      boolean joined = end >= 0 && java.substring(end, matcher.start()).matches("\\s*\\+\\s*");
      if (joined) {
        literals.set(literals.size() - 1, literals.get(literals.size() - 1) + text);
      } else {
        literals.add(text);
      }
      end = matcher.end();
    }
    return literals;
  }

  @Test
  void readsStringsOfJavaWhole() {
    assertThat(
            literals(
                "// \"not this\"\nString a = \"one \" /* \"nor this\" */;\nString b = \"two\"\n"
                    + "    + \" three\\\"\" + c + '\"' + \"four\";\n"
                    + "String d = \"\"\"\n five\n \"\"\";"))
        .containsExactly("one ", "two three\\\"", "four", "\n five\n ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"openapi.json", "schemas/profile.json", "schemas/evidence-summary.json"})
  void findsNoTermInTheDescriptionsThatAreServed(String file)
      throws IOException, MalformedJsonException {
    JsonNode document = StrictJson.read(Files.readAllBytes(RESOURCES.resolve(file)));
    List<String> texts = new ArrayList<>();
    for (String field : List.of("description", "title", "summary")) {
      document.findValuesAsString(field, texts);
    }
    assertThat(texts.stream().flatMap(text -> NeutralityCheck.words(text).stream())).isEmpty();
  }
}
