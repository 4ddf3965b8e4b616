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
    int left = 0;
    int right = 0;
    while (true) {
      int leftEnd = segmentEnd(a, left);
      int rightEnd = segmentEnd(b, right);
      int order = compareSegments(a, left, leftEnd, b, right, rightEnd);
      if (order != 0) {
        return order;
      }
      if (leftEnd == a.length() || rightEnd == b.length()) {
        return Boolean.compare(leftEnd < a.length(), rightEnd < b.length());
      }
      left = leftEnd + 1;
      right = rightEnd + 1;
    }
  }

  private static int segmentEnd(String pointer, int start) {
    int slash = pointer.indexOf('/', start);
    return slash < 0 ? pointer.length() : slash;
  }

  private static int compareSegments(
      String a, int start, int end, String b, int otherStart, int otherEnd) {
    if (isIndex(a, start, end) && isIndex(b, otherStart, otherEnd)) {
      return Integer.compare(
          Integer.parseInt(a, start, end, 10), Integer.parseInt(b, otherStart, otherEnd, 10));
    }
    int length = end - start;
    int otherLength = otherEnd - otherStart;
    for (int i = 0; i < Math.min(length, otherLength); i++) {
      int order = Character.compare(a.charAt(start + i), b.charAt(otherStart + i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(length, otherLength);
  }

  /** Nine digits always fit an int; a longer run of digits is compared as text. */
  private static boolean isIndex(String pointer, int start, int end) {
    for (int i = start; i < end; i++) {
      if (pointer.charAt(i) < '0' || pointer.charAt(i) > '9') {
        return false;
      }
    }
    return end > start && end - start <= 9;
  }
}
