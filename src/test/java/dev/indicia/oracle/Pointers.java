package dev.indicia.oracle;

import java.util.Comparator;

/** The order of JSON Pointers: segment by segment, names as text, indices as numbers. */
final class Pointers {

  static final Comparator<String> ORDER = Pointers::compare;

  private Pointers() {}

  private static int compare(String one, String other) {
    String[] ones = one.split("/", -1);
    String[] others = other.split("/", -1);
    for (int i = 0; i < Math.min(ones.length, others.length); i++) {
      int order = compareSegments(ones[i], others[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(ones.length, others.length);
  }

  private static int compareSegments(String one, String other) {
    return isIndex(one) && isIndex(other)
        ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
        : one.compareTo(other);
  }

  private static boolean isIndex(String segment) {
    return !segment.isEmpty()
        && segment.length() <= 9
        && segment.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
