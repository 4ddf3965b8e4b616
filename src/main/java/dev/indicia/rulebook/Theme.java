package dev.indicia.rulebook;

import java.util.List;

/**
 * A part of the register.
 *
 * @param id unique in its rulebook
 * @param label its name in words
 * @param indicators ids of its indicators, in order
 */
public record Theme(String id, String label, List<String> indicators) {
  /** Copies its list. */
  public Theme {
    indicators = List.copyOf(indicators);
  }
}
