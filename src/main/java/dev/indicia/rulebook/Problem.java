package dev.indicia.rulebook;

import java.util.Comparator;

/**
 * One thing that is wrong with a rulebook.
 *
 * @param place file in the rulebook's folder and, after a {@code #}, the place in it
 * @param code what, as a stable word
 * @param message what is wrong, what is allowed, and what to do
 */
public record Problem(String place, String code, String message) implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::place)
          .thenComparing(Problem::code)
          .thenComparing(Problem::message);

  /** By place, then by code. */
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** {@code place: code: message}. */
  @Override
  public String toString() {
    return place + ": " + code + ": " + message;
  }
}
