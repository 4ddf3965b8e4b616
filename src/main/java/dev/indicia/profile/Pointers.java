package dev.indicia.profile;

import java.util.Comparator;

/** The order of JSON Pointers: segment by segment, array indices as numbers, names as text. */
public final class Pointers {
  /** Parents before children, {@code /a/2} before {@code /a/10}. */
  public static final Comparator<String> ORDER = Pointers::compare;

  private Pointers() {}

  /** The pointer of a property or element below another pointer, escaped as RFC 6901 says. */
  public static String child(String parent, String segment) {
    return parent + '/' + segment.replace("~", "~0").replace("/", "~1");
  }

  private static int compare(String a, String b) {
    String[] left = a.split("/", -1);
    String[] right = b.split("/", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = compareSegments(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private static int compareSegments(String a, String b) {
    if (isIndex(a) && isIndex(b)) {
      return Integer.compare(Integer.parseInt(a), Integer.parseInt(b));
    }
    return a.compareTo(b);
  }

  /** Nine digits always fit an int; a longer run of digits is compared as text. */
  private static boolean isIndex(String segment) {
    return !segment.isEmpty()
        && segment.length() <= 9
        && segment.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
