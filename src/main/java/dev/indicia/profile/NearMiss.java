package dev.indicia.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant by a word that is not known. It suggests; it never replaces. */
public final class NearMiss {
  /** Longer words are not compared: the cost grows with the square of the length. */
  private static final int LONGEST = 100;

  private NearMiss() {}

  /**
   * The known word nearest to the given one, if it is within a third of its length, and two edits
   * at least; more than one edit only where both begin with the same letter.
   */
  public static Optional<String> of(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = plain(word);
    return known.stream()
        .filter(candidate -> candidate.length() <= LONGEST)
        .filter(candidate -> isNear(wanted, plain(candidate)))
        .min(
            Comparator.comparingInt((String candidate) -> distance(wanted, plain(candidate)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A sentence that names the near miss, with a space before it; empty if there is none. */
  public static String sentence(String word, Collection<String> known) {
    return of(word, known).map(near -> " Did you mean '" + near + "'?").orElse("");
  }

  private static boolean isNear(String wanted, String candidate) {
    if (wanted.isEmpty() || candidate.isEmpty()) {
      return false;
    }
    int limit = wanted.charAt(0) == candidate.charAt(0) ? Math.max(2, wanted.length() / 3) : 1;
    return Math.abs(wanted.length() - candidate.length()) <= limit
        && distance(wanted, candidate) <= limit;
  }

  /** In lower case, without spaces, hyphens and low lines. */
  private static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
      if (" \t\n\u000B\f\r_-".indexOf(c) < 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
