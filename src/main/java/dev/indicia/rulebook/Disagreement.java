package dev.indicia.rulebook;

import java.util.List;

/**
 * A point on which passages differ.
 *
 * @param id unique in its rulebook
 * @param topic what they differ on, without saying who is right
 * @param excerpts ids of the passages, two at least
 */
public record Disagreement(String id, String topic, List<String> excerpts) {
  /** Copies its list. */
  public Disagreement {
    excerpts = List.copyOf(excerpts);
  }
}
