package dev.indicia.profile;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The countries of ISO 3166-1, and what was probably meant by a text that is no code of it. */
final class Countries {
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  private Countries() {}

  /** Made for the first text that is no code: most profiles have none, and it takes 20 ms. */
  private static final class Texts {
    static final Map<String, String> CODES = codesByText();
  }

  private static Map<String, String> codesByText() {
    Map<String, String> codes = new HashMap<>();
    for (String code : CODES) {
      Locale country = new Locale("", code);
      codes.put(plain(code), code);
      codes.put(plain(country.getISO3Country()), code);
      codes.put(plain(country.getDisplayCountry(Locale.ENGLISH)), code);
    }
    codes.put("uk", "GB");
    return codes;
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a code is assigned. */
  static boolean isAssigned(String code) {
    return CODES.contains(code);
  }

  /**
   * A sentence, with a space before it, that names the code of a country that is written in small
   * letters, by its code of three letters or by its English name; empty for any other text.
   */
  static String sentence(String text) {
    String code = Texts.CODES.get(plain(text));
    return code == null ? "" : " Did you mean '" + code + "'?";
  }
}
