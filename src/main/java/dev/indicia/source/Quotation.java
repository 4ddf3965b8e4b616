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
      compare(excerpt, text, differences);
    }
    return differences;
  }

  private static void compare(Excerpt excerpt, SourceText text, List<Difference> differences) {
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
  }

  private static String firstDifference(String excerpt, String there) {
    int i = 0;
    while (i < excerpt.length() && i < there.length() && excerpt.charAt(i) == there.charAt(i)) {
      i++;
    }
    return " (first at character " + excerpt.codePointCount(0, i) + " of the excerpt)";
  }
}
