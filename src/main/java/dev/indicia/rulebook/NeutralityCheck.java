package dev.indicia.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds texts of ours against a list of words that conclude, rate, advise or take sides. What
 * others have said is quoted as they said it; what we say of it states what is recorded.
 */
final class NeutralityCheck {
  /** The list: {@code group: term}, one a line; {@code #} begins a comment. */
  private static final String RESOURCE = "/neutrality.txt";

  private static final String EXEMPT = "exempt";

  /** What stands in quotation marks in a topic is another's word. */
  private static final Pattern QUOTATION = Pattern.compile("‘[^‘’]*’|“[^“”]*”|«[^«»]*»|\"[^\"]*\"");

  private final Consumer<Problem> problems;

  NeutralityCheck(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /**
   * A word of the list that stands in a text.
   *
   * @param group why it is on the list, such as {@code probability}
   * @param word the word as it stands in the text
   */
  record Word(String group, String word) {}

  /** Reports each word of the list that stands in a text. */
  void check(String place, String text) {
    report(place, words(text));
  }

  private void report(String place, List<Word> words) {
    for (Word found : words) {
      problems.accept(
          new Problem(
              place,
              "not-neutral",
              "'"
                  + found.word()
                  + "' is a word of "
                  + found.group()
                  + ". Say what is recorded or reported, and by whom; or quote."));
    }
  }

  /**
   * Reports each word of the list that stands in a topic outside quotation marks, and each
   * quotation of the topic that is in none of the passages.
   *
   * @param passages what the passages that the topic is about say
   */
  void checkTopic(String place, String topic, List<String> passages) {
    report(place, words(blanked(QUOTATION, topic)));
    for (String quotation : foreignQuotations(topic, passages)) {
      problems.accept(
          new Problem(
              place,
              "not-quoted",
              "'"
                  + quotation
                  + "' stands in quotation marks and in none of the passages named. Quote the words"
                  + " of one of them, or say it in neutral words without the marks."));
    }
  }

  /** What a text has in quotation marks and no passage has word for word, but for white space. */
  static List<String> foreignQuotations(String text, List<String> passages) {
    List<String> foreign = new ArrayList<>();
    Matcher matcher = QUOTATION.matcher(text);
    while (matcher.find()) {
      String quotation = text.substring(matcher.start() + 1, matcher.end() - 1);
      Pattern words =
          Pattern.compile("(?<!\\p{L})" + Pattern.quote(spaced(quotation)) + "(?!\\p{L})");
      if (quotation.isBlank()
          || passages.stream().noneMatch(passage -> words.matcher(spaced(passage)).find())) {
        foreign.add(quotation);
      }
    }
    return foreign;
  }

  private static String spaced(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** The words of the list that stand in a text, in its order. */
  static List<Word> words(String text) {
    NeutralityList list = NeutralityList.LIST;
    String rest = blanked(list.exempt(), text);
    List<Word> words = new ArrayList<>();
    Matcher matcher = list.terms().matcher(rest);
    while (matcher.find()) {
      for (int i = 0; i < list.groups().size(); i++) {
        if (matcher.group(i + 1) != null) {
          words.add(new Word(list.groups().get(i), matcher.group()));
        }
      }
    }
    return words;
  }

  private static String blanked(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(found -> " ".repeat(found.end() - found.start()));
  }

  /**
   * The list, compiled.
   *
   * @param groups the groups, in the order of the capturing groups of {@code terms}
   * @param terms any term, as whole words in any case
   * @param exempt any phrase that may stand although it holds a term
   */
  private record NeutralityList(List<String> groups, Pattern terms, Pattern exempt) {
    /** Read when it is first asked for: a start from a bundle has no need of it. */
    static final NeutralityList LIST = read();

    private static NeutralityList read() {
      Map<String, List<String>> byGroup = new LinkedHashMap<>();
      List<String> exempt = new ArrayList<>();
      for (String line : lines()) {
        int colon = line.indexOf(':');
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String group = line.substring(0, colon).strip();
        String term = line.substring(colon + 1).strip();
        (group.equals(EXEMPT) ? exempt : byGroup.computeIfAbsent(group, g -> new ArrayList<>()))
            .add(pattern(term));
      }
      List<String> alternatives =
          byGroup.values().stream().map(terms -> "(" + String.join("|", terms) + ")").toList();
      return new NeutralityList(
          List.copyOf(byGroup.keySet()), compiled(alternatives), compiled(exempt));
    }

    private static List<String> lines() {
      try (InputStream in = NeutralityCheck.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("The build has no " + RESOURCE);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A star stands for the rest of a word; any white space or hyphen will do between words. */
    private static String pattern(String term) {
      return Pattern.compile("[ *]|[^ *]+")
          .matcher(term)
          .replaceAll(
              part ->
                  Matcher.quoteReplacement(
                      switch (part.group()) {
                        case " " -> "[\\s-]+";
                        case "*" -> "\\p{L}*";
                        default -> Pattern.quote(part.group());
                      }));
    }

    private static Pattern compiled(List<String> alternatives) {
      return Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:" + String.join("|", alternatives) + ")(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
  }
}
