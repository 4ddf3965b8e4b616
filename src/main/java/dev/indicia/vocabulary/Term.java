package dev.indicia.vocabulary;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A code of the vocabulary.
 *
 * @param kind kind of term, such as {@code organisation}
 * @param code the code
 * @param label what it stands for, in words
 * @param country ISO 3166-1 alpha-2, for a place
 * @param names the names that resolve to it, beside the code, by language (BCP 47)
 */
public record Term(
    String kind,
    String code,
    String label,
    @Nullable String country,
    Map<String, List<String>> names) {
  /** Copies its names. */
  public Term {
    names = Map.copyOf(names);
  }
}
