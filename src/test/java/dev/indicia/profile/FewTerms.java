package dev.indicia.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A vocabulary of a few words, of an invented country. */
final class FewTerms implements Terms {
  private static final Map<String, List<String>> CODES =
      Map.of(
          "organisation wardens", List.of("wardens"),
          "organisation the wardens", List.of("wardens"),
          "place harbour", List.of("harbour"),
          "place mill", List.of("mill-north", "mill-south"),
          "act trespass", List.of("trespass"),
          "act libel", List.of("libel"),
          "activity vigil", List.of("vigil"),
          "incident threat", List.of("threat"),
          "court water court", List.of("water-court"),
          "treatment isolation", List.of("isolation"));

  private static final Map<String, String> COUNTRIES =
      Map.of("mill-north", "NO", "mill-south", "SE");

  @Override
  public List<String> codes(String kind, String text) {
    return CODES.getOrDefault(kind + " " + fold(text), List.of());
  }

  @Override
  public Optional<String> countryOf(String placeCode) {
    return Optional.ofNullable(COUNTRIES.get(placeCode));
  }

  @Override
  public String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
