package dev.indicia.vocabulary;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/**
 * How names are made comparable: Unicode NFKC, case, diacritics, Arabic to Persian yeh and kaf,
 * Persian and Arabic digits to Latin; white space, hyphens, zero-width characters, apostrophes and
 * quote marks removed. Names are equal if they are equal after folding; nothing is matched by
 * likeness.
 */
public final class Folding {
  private Folding() {}

  /** Read when first needed: most names are ASCII, and the tables take a while. */
  private static final class Forms {
    static final Normalizer2 COMPOSED = Normalizer2.getNFKCCasefoldInstance();
    static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();
  }

  /** The folded form of a text. */
  public static String fold(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return foldUnicode(text);
      }
      if (c > ' ' && c != 0x7F && c != '-' && c != '\'' && c != '"' && c != '`') {
        plain.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
      }
    }
    return plain.toString();
  }

  /** The general way, of which {@link #fold} is a shortcut for ASCII. */
  static String foldUnicode(String text) {
    String decomposed = Forms.DECOMPOSED.normalize(Forms.COMPOSED.normalize(text));
    StringBuilder folded = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .map(Folding::letter)
        .filter(Folding::counts)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static int letter(int c) {
    return switch (c) {
      // Arabic yeh and alef maksura to Persian yeh; Arabic kaf to Persian kaf.
      case 'ي', 'ى' -> 'ی';
      case 'ك' -> 'ک';
      // Teh marbuta, and the heh that remains of heh with yeh above, are written for plain heh.
      case 'ة', '\u06D5' -> 'ه';
      default -> {
        int digit = UCharacter.isDigit(c) ? UCharacter.digit(c, 10) : -1;
        yield digit >= 0 ? '0' + digit : c;
      }
    };
  }

  private static boolean counts(int c) {
    int type = UCharacter.getType(c);
    boolean mark =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || type == Character.COMBINING_SPACING_MARK;
    return !mark
        && !UCharacter.isUWhiteSpace(c)
        && !UCharacter.hasBinaryProperty(c, UProperty.DASH)
        && !UCharacter.hasBinaryProperty(c, UProperty.HYPHEN)
        && !UCharacter.hasBinaryProperty(c, UProperty.QUOTATION_MARK)
        && !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
        && type != Character.FORMAT
        && type != Character.CONTROL
        // Letters that stand for an apostrophe, tatweel, and accents written as characters.
        && "'`´ʼʹʾʿʻ′ـ".indexOf(c) < 0;
  }
}
