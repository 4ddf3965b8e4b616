package dev.indicia.source;

import java.util.ArrayList;
import java.util.List;

/** Holds excerpts against the text that they quote. */
public final class Quotation {
  private Quotation() {}

  /**
   * A difference between an excerpt and its source.
   *
   * @param excerpt the excerpt's id
   * @param code what differs, as a stable word
   * @param message what differs, and what to do
   */
  public record Difference(String excerpt, String code, String message) {}

  /** Everything in which a source's record and its excerpts differ from the source text. */
  public static List<Difference> differences(Source source, SourceText text) {
    List<Difference> differences = new ArrayList<>();
    if (!source.sha256().equals(text.sha256())) {
      differences.add(
          new Difference(
              source.id(),
              "source-hash",
              "the text has SHA-256 "
                  + text.sha256()
                  + ", the record "
                  + source.sha256()
                  + ". Quote from the text that the record names."));
      return differences;
    }
    if (source.length() != text.length()) {
      differences.add(
          new Difference(
              source.id(),
              "source-length",
              "the text has "
                  + text.length()
                  + " characters, the record says "
                  + source.length()
                  + ". Correct the record."));
    }
    for (Excerpt excerpt : source.excerpts()) {
      compare(source, excerpt, text, differences);
    }
    return differences;
  }

  private static void compare(
      Source source, Excerpt excerpt, SourceText text, List<Difference> differences) {
    String there = text.slice(excerpt.start(), excerpt.end());
    if (!there.equals(excerpt.exact())) {
      differences.add(
          new Difference(
              excerpt.id(),
              "not-word-for-word",
              "the excerpt differs from the source text at "
                  + excerpt.start()
                  + " to "
                  + excerpt.end()
                  + firstDifference(excerpt.exact(), there)
                  + ". Take the record anew with 'cite'."));
      return;
    }
    String before = text.slice(excerpt.start() - SourceText.CONTEXT, excerpt.start());
    String after = text.slice(excerpt.end(), excerpt.end() + SourceText.CONTEXT);
    if (!before.endsWith(excerpt.prefix()) || !after.startsWith(excerpt.suffix())) {
      differences.add(
          new Difference(
              excerpt.id(),
              "context-differs",
              "its prefix or suffix is not what stands around it in the source text. Take the record"
                  + " anew with 'cite'."));
    }
    if (cutsAWord(before, excerpt.exact()) || cutsAWord(excerpt.exact(), after)) {
      differences.add(
          new Difference(
              excerpt.id(),
              "inside-word",
              "it begins or ends inside a word of the source text. Quote whole words."));
    }
    String rest = text.restOfLine(excerpt.end());
    if (Bibliography.runsOverNotes(source, before, excerpt.exact(), rest)) {
      differences.add(
          new Difference(
              excerpt.id(),
              "footnote-block",
              "it runs over a note, an address or the number of a page in the source text. End it"
                  + " before them."));
    }
  }

  /**
   * Whether a word or number runs from one text into the next. Digits glued to a word are a note's
   * mark, and belong to neither.
   */
  public static boolean cutsAWord(String before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    int last = before.codePointBefore(before.length());
    int first = after.codePointAt(0);
    if (isJoint(last) && before.codePointCount(0, before.length()) > 1) {
      return isWord(first)
          && isWord(before.codePointBefore(before.offsetByCodePoints(before.length(), -1)));
    }
    if (isJoint(first) && after.codePointCount(0, after.length()) > 1) {
      return isWord(last) && isWord(after.codePointAt(after.offsetByCodePoints(0, 1)));
    }
    boolean mark = Character.isLetter(last) && Character.isDigit(first);
    return isWord(last) && isWord(first) && !mark;
  }

  private static boolean isWord(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** What joins the parts of a word: an apostrophe, a hyphen, a zero-width non-joiner. */
  private static boolean isJoint(int c) {
    return "'’-\u2010\u2011\u200C".indexOf(c) >= 0;
  }

  private static String firstDifference(String excerpt, String there) {
    int i = 0;
    while (i < excerpt.length() && i < there.length() && excerpt.charAt(i) == there.charAt(i)) {
      i++;
    }
    return " (first at character " + excerpt.codePointCount(0, i) + " of the excerpt)";
  }
}
