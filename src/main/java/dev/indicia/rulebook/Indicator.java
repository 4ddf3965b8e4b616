package dev.indicia.rulebook;

import dev.indicia.source.Excerpt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of the register.
 *
 * @param id unique in its rulebook
 * @param theme id of its theme
 * @param label its name in words
 * @param definition what it asks of a profile, in a sentence
 * @param review the review of its rules and definition
 * @param rules the rules that conclude it
 * @param passages the passages that bear on it, in corpus order
 */
public record Indicator(
    String id,
    String theme,
    String label,
    String definition,
    Review review,
    List<Rule> rules,
    List<Passage> passages) {

  /**
   * The review of an indicator.
   *
   * @param state {@code not-reviewed} or {@code reviewed}
   * @param on the day of the review
   */
  public record Review(String state, @Nullable String on) {}

  /**
   * A passage that bears on the indicator.
   *
   * @param excerpt the passage
   * @param link what it does for the indicator
   */
  public record Passage(Excerpt excerpt, Excerpt.Link link) {}

  /** Copies its lists. */
  public Indicator {
    rules = List.copyOf(rules);
    passages = List.copyOf(passages);
  }
}
