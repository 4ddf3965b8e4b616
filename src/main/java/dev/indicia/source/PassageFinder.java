package dev.indicia.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a passage in a source text from a rendering of it: white space, kinds of hyphen and quote
 * mark, upper and lower case may differ, and footnote marks may be left out. The passage that it
 * gives is the source's own, character for character.
 */
public final class PassageFinder {
  private final SourceText text;
  private final FootnoteMarks marks;

  /** A finder for one text. */
  public PassageFinder(SourceText text, FootnoteMarks marks) {
    this.text = text;
    this.marks = marks;
  }

  /**
   * A passage that was found.
   *
   * @param exact the passage
   * @param prefix characters before it
   * @param suffix characters after it
   * @param start first code point
   * @param end after the last code point
   * @param line line of its first character, from 1
   * @param paragraph paragraph of its first character, from 1: blank lines part paragraphs
   * @param footnotes notes that it marks
   */
  public record Passage(
      String exact,
      String prefix,
      String suffix,
      int start,
      int end,
      int line,
      int paragraph,
      List<String> footnotes) {
    /** Copies its list. */
    public Passage {
      footnotes = List.copyOf(footnotes);
    }
  }

  /** All places where the passage stands, in the order of the text; empty if nowhere. */
  public List<Passage> find(String rendering) {
    List<Passage> found = search(rendering, false);
    return found.isEmpty() ? search(rendering, true) : found;
  }

  private List<Passage> search(String rendering, boolean withoutMarks) {
    Loose loose = Loose.of(text.text(), withoutMarks ? marks : FootnoteMarks.NONE);
    String wanted = Loose.of(rendering, withoutMarks ? marks : FootnoteMarks.NONE).letters();
    List<Passage> passages = new ArrayList<>();
    if (wanted.isEmpty()) {
      return passages;
    }
    for (int at = loose.letters().indexOf(wanted);
        at >= 0;
        at = loose.letters().indexOf(wanted, at + 1)) {
      passages.add(passage(loose.index(at), loose.index(at + wanted.length() - 1) + 1));
    }
    return passages;
  }

  private Passage passage(int from, int to) {
    String whole = text.text();
    int end = to;
    // A note's mark right behind the last word belongs to the passage: it says where the words come
    // from.
    if (end < whole.length() && !Character.isWhitespace(whole.charAt(end))) {
      int word = end;
      while (word < whole.length() && !Character.isWhitespace(whole.charAt(word))) {
        word++;
      }
      String tail = whole.substring(Math.max(from, end - 1), word);
      if (!marks.in(tail).isEmpty() && tail.substring(1).matches("[\\p{P}\\[\\]\\d]+")) {
        end = word;
      }
    }
    String exact = whole.substring(from, end);
    int start = text.offset(from);
    int stop = text.offset(end);
    String before = whole.substring(0, from);
    return new Passage(
        exact,
        text.slice(start - SourceText.CONTEXT, start),
        text.slice(stop, stop + SourceText.CONTEXT),
        start,
        stop,
        (int) before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0),
        before.strip().isEmpty()
            ? 1
            : before.strip().split("\\n\\s*\\n", -1).length
                + (before.matches("(?s).*\\n\\s*\\n\\s*") ? 1 : 0),
        marks.in(exact));
  }

  /** A text's letters without what may differ, and where each stands in the text. */
  private static final class Loose {
    private final String letters;
    private final int[] indices;

    private Loose(String letters, int[] indices) {
      this.letters = letters;
      this.indices = indices;
    }

    String letters() {
      return letters;
    }

    static Loose of(String text, FootnoteMarks marks) {
      boolean[] skipped = marks.places(text);
      StringBuilder letters = new StringBuilder(text.length());
      int[] indices = new int[text.length()];
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean ignored =
            skipped[i]
                || Character.isWhitespace(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SPACE_SEPARATOR;
        if (!ignored) {
          indices[letters.length()] = i;
          letters.append(plain(c));
        }
      }
      return new Loose(letters.toString(), indices);
    }

    int index(int letter) {
      return indices[letter];
    }

    private static char plain(char c) {
      return switch (Character.getType(c)) {
        case Character.DASH_PUNCTUATION -> '-';
        case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> '\'';
        default ->
            switch (c) {
              case '"', '`', '´', '′', '″', '‚', '„' -> '\'';
              case '−' -> '-';
              default -> Character.toLowerCase(c);
            };
      };
    }
  }
}
