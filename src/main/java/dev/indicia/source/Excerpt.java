package dev.indicia.source;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A passage of a source, word for word.
 *
 * @param id unique in its rulebook; begins with the source's id and a point
 * @param source id of its source
 * @param exact the passage, character for character
 * @param prefix up to 32 characters before it
 * @param suffix up to 32 characters after it
 * @param start first character, in Unicode code points from the start of the source text
 * @param end after the last character, likewise
 * @param page page, where the source text prints one
 * @param attribution whose voice, as a chain
 * @param voice {@code own}, {@code reported} or {@code quoted}
 * @param language BCP 47
 * @param stages stages of proceedings that it reports
 * @param eventDates dates (EDTF) of the events that it reports
 * @param footnotes notes of the source that support it
 * @param citedSources the works that those notes cite
 * @param originGroup the origin that it shares with other passages, if it is known to
 * @param tags marks that the text carries, such as {@code citation-needed}
 * @param checked when it was last held against the source text
 * @param links the indicators that it bears on
 */
public record Excerpt(
    String id,
    String source,
    String exact,
    String prefix,
    String suffix,
    int start,
    int end,
    @Nullable Integer page,
    String attribution,
    String voice,
    String language,
    List<String> stages,
    List<String> eventDates,
    List<String> footnotes,
    List<CitedWork> citedSources,
    @Nullable String originGroup,
    List<String> tags,
    LocalDate checked,
    List<Link> links) {

  /**
   * What a passage does for one indicator.
   *
   * @param indicator the indicator's id
   * @param stance reports it, limits it, or background
   * @param facets what the passage says of the facts that it is about: values by facet name, any of
   *     which will do
   */
  public record Link(String indicator, Stance stance, Map<String, List<String>> facets) {
    /** Copies its facets, in their order. */
    public Link {
      facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    }
  }

  /** Copies its lists. */
  public Excerpt {
    stages = List.copyOf(stages);
    eventDates = List.copyOf(eventDates);
    footnotes = List.copyOf(footnotes);
    citedSources = List.copyOf(citedSources);
    tags = List.copyOf(tags);
    links = List.copyOf(links);
  }
}
