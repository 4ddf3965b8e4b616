package dev.indicia.rulebook;

import java.math.BigInteger;
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
      Comparator.comparing(Problem::place, Problem::comparePlaces)
          .thenComparing(Problem::code)
          .thenComparing(Problem::message);

  /** Digits are compared as numbers: line 3 comes before line 10. */
  private static int comparePlaces(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int endA = endOfDigits(a, i);
      int endB = endOfDigits(b, j);
      int order;
      if (endA > i && endB > j) {
        order =
            new BigInteger(a.substring(i, endA)).compareTo(new BigInteger(b.substring(j, endB)));
        i = endA;
        j = endB;
      } else {
        order = Character.compare(a.charAt(i++), b.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest == 0 ? a.compareTo(b) : rest;
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

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
