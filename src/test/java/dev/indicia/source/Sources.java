package dev.indicia.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A source of our own writing, and records of its passages. */
final class Sources {
  static final String TEXT =
      """
      The Mill Gazette

      The River Wardens met at the Old Mill.1 They spoke of self-government
      and of 1,200 signatures. The reeve’s men came 😀 and left.

      1 Alder Press, A Year on the River, 2 May 2016
      https://alder.example/year
      The weir was closed.
      """;

  private Sources() {}

  static SourceText text() {
    return SourceText.of(TEXT.getBytes(UTF_8));
  }

  /** The record of a passage, taken from the text. */
  static Excerpt excerpt(String exact) {
    return excerpt(exact, TEXT);
  }

  /** The record of a passage, taken from another text. */
  static Excerpt excerpt(String exact, String text) {
    int index = text.indexOf(exact);
    int start = text.codePointCount(0, index);
    int end = start + exact.codePointCount(0, exact.length());
    SourceText whole = SourceText.of(text.getBytes(UTF_8));
    return excerpt(exact, whole.slice(start - 32, start), whole.slice(end, end + 32), start, end);
  }

  static Excerpt excerpt(String exact, String prefix, String suffix, int start, int end) {
    return new Excerpt(
        "gazette.passage",
        "gazette",
        exact,
        prefix,
        suffix,
        start,
        end,
        null,
        "The Mill Gazette",
        "own",
        "en",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        LocalDate.EPOCH,
        List.of());
  }

  static Source source(Excerpt... excerpts) {
    return source(text().sha256(), text().length(), excerpts);
  }

  static Source source(String sha256, int length, Excerpt... excerpts) {
    CitedWork work =
        new CitedWork("Alder Press", "A Year on the River", "2 May 2016", null, null, "1");
    return new Source(
        "gazette",
        "The Mill Gazette",
        "Mill Press",
        null,
        "The Mill Gazette",
        "our own words",
        sha256,
        length,
        "en",
        100,
        FootnoteMarks.GLUED,
        Map.of("1", List.of(work)),
        List.of(),
        List.of(),
        List.of(),
        List.of(excerpts));
  }
}
