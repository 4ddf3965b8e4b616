package dev.indicia.source;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document that is quoted, described without a grade.
 *
 * @param id unique in its rulebook
 * @param title title
 * @param publisher publisher
 * @param issued day, month or year of issue; null where the text gives none
 * @param citation how it is cited
 * @param rights on what ground it is quoted
 * @param sha256 of the source text's bytes
 * @param length of the source text, in Unicode code points
 * @param language BCP 47
 * @param quotable the largest share of its characters that may be quoted, in percent
 * @param footnoteMarks how the text marks its notes
 * @param footnotes the works that its notes cite, by note
 * @param description who, what, how, why and when
 * @param citedPublishers publishers that it cites, as far as a source describes them
 * @param searched indicators for which it was searched and has no passage
 * @param excerpts its passages, in the order of the text
 */
public record Source(
    String id,
    String title,
    String publisher,
    @Nullable String issued,
    String citation,
    String rights,
    String sha256,
    int length,
    String language,
    int quotable,
    FootnoteMarks footnoteMarks,
    Map<String, List<CitedWork>> footnotes,
    List<Statement> description,
    List<PublisherNote> citedPublishers,
    List<Searched> searched,
    List<Excerpt> excerpts) {

  /**
   * A statement about the source.
   *
   * @param aspect what it is about, such as {@code publisher} or {@code method}
   * @param statement the statement, or {@code not stated}
   * @param basis where it comes from
   */
  public record Statement(String aspect, String statement, String basis) {}

  /**
   * What is said of a publisher that the source cites.
   *
   * @param name the publisher
   * @param statement what is said
   * @param basis which source says it, and where
   */
  public record PublisherNote(String name, String statement, String basis) {}

  /**
   * A search that found nothing, so that silence is a statement too.
   *
   * @param indicator the indicator that was looked for
   * @param on when
   */
  public record Searched(String indicator, LocalDate on) {}

  /** Copies its lists. */
  public Source {
    footnotes = Collections.unmodifiableMap(new LinkedHashMap<>(footnotes));
    description = List.copyOf(description);
    citedPublishers = List.copyOf(citedPublishers);
    searched = List.copyOf(searched);
    excerpts = List.copyOf(excerpts);
  }
}
