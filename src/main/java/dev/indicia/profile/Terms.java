package dev.indicia.profile;

import java.util.List;
import java.util.Optional;

/** How the words of a profile resolve to codes: what a profile needs of a vocabulary. */
public interface Terms {
  /**
   * The codes that a word or phrase may mean: none if it is not known, one if it resolves, several
   * if the name is known to belong to several.
   *
   * @param kind the kind of term, such as {@code organisation}
   */
  List<String> codes(String kind, String text);

  /** ISO 3166-1 alpha-2 code of the country that a place lies in, where the vocabulary says. */
  Optional<String> countryOf(String placeCode);

  /** Of several codes that a place's name may mean, those that lie in the country. */
  default List<String> placesIn(String country, List<String> codes) {
    return codes.size() < 2
        ? codes
        : codes.stream().filter(code -> countryOf(code).equals(Optional.of(country))).toList();
  }

  /** The text as names are compared: equal after folding is equal. */
  String fold(String text);
}
