package dev.indicia.source;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a source text marks its notes. */
public enum FootnoteMarks {
  /** It has none. */
  NONE("(?!)"),
  /** Numbers in brackets: {@code text.[234]}. */
  BRACKETED("\\[(\\d+)\\]"),
  /**
   * Digits glued to the word or the mark before them: {@code text.26}, {@code word13}. The decimals
   * of {@code 3.14} and the thousands of {@code 5,000} are none; those behind a year are: {@code in
   * 2025.23}.
   */
  GLUED(
      "(?<=[\\p{L}’”\"'.,;)\\]])"
          + "(?:(?<!\\d\\.)|(?<=(?<!\\d)(?:19|20)\\d\\d\\.))"
          + "(?!(?<=(?<!\\d)\\d{1,3},)\\d{3}(?!\\d))"
          + "(\\d{1,3})(?=[\\s,.;:)]|$)");

  private final Pattern pattern;

  FootnoteMarks(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** The notes that a passage marks, in its order, each once. */
  public List<String> in(String passage) {
    return pattern
        .matcher(passage)
        .results()
        .map((MatchResult mark) -> mark.group(1))
        .distinct()
        .toList();
  }

  /** Which characters of a text belong to marks. */
  boolean[] places(String text) {
    boolean[] places = new boolean[text.length()];
    pattern
        .matcher(text)
        .results()
        .forEach((MatchResult mark) -> Arrays.fill(places, mark.start(), mark.end(), true));
    return places;
  }
}
