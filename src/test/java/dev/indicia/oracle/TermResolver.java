package dev.indicia.oracle;

import java.util.List;
import java.util.Optional;

/**
 * What the vocabulary says of a term. The kinds are {@code organisation}, {@code place}, {@code
 * act}, {@code treatment}, {@code activity}, {@code incident} and {@code court}.
 */
public interface TermResolver {

  /**
   * Resolves a term as it stands in a profile.
   *
   * @return no code: the term is unrecognised; one: it is resolved; several: it is an ambiguous
   *     name, which only a place can be, and the country decides
   */
  List<String> codes(String kind, String text);

  /**
   * Says in which country a place lies.
   *
   * @param placeCode a code of the kind {@code place}
   * @return ISO 3166-1 alpha-2; empty for a place that lies in no known country, such as {@code
   *     other}
   */
  Optional<String> countryOfPlace(String placeCode);
}
