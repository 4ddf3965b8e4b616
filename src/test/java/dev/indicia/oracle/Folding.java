package dev.indicia.oracle;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The vocabulary's folding, which the {@code case} labels go through: NFKC; case and diacritics;
 * Arabic to Persian yeh and kaf; Persian and Arabic digits to Latin; white space, hyphens, ZWNJ,
 * apostrophes and quote marks removed.
 */
final class Folding {

  private static final String QUOTES = "'\"`´ʻʼʹ‘’‚‛“”„‟‹›«»′″";

  private Folding() {}

  static String fold(String text) {
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String caseless = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    String apart = Normalizer.normalize(caseless, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder();
    apart
        .codePoints()
        .map(Folding::foldCodePoint)
        .filter(c -> c >= 0)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** The code point that stands for this one, or -1 where it is removed. */
  private static int foldCodePoint(int c) {
    int type = Character.getType(c);
    boolean removed =
        type == Character.NON_SPACING_MARK
            || type == Character.DASH_PUNCTUATION
            || Character.isWhitespace(c)
            || Character.isSpaceChar(c)
            || c == '\u200c'
            || QUOTES.indexOf(c) >= 0;
    if (removed) {
      return -1;
    }
    if (c == 'ي' || c == 'ى') {
      return 'ی';
    }
    if (c == 'ك') {
      return 'ک';
    }
    return type == Character.DECIMAL_DIGIT_NUMBER ? '0' + Character.digit(c, 10) : c;
  }
}
