package dev.indicia.profile;

/** What to say of a year that is not Gregorian, or not of this time. */
final class CalendarHint {
  private static final int EARLIEST = 1900;
  private static final int FIRST_SOLAR_HIJRI = 1300;
  private static final int LAST_SOLAR_HIJRI = 1450;

  private CalendarHint() {}

  /**
   * A sentence, with a space before it, that asks for the Gregorian year if the text begins with a
   * year below 1900, in whatever digits, and names it for the Solar Hijri years 1300 to 1450; else
   * empty.
   */
  static String sentence(String text) {
    if (text.length() < 4) {
      return "";
    }
    int year = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        return "";
      }
      year = year * 10 + digit;
    }
    if (year >= EARLIEST) {
      return "";
    }
    String ask = " The year is below 1900: the Gregorian year is asked for.";
    if (year < FIRST_SOLAR_HIJRI || year > LAST_SOLAR_HIJRI) {
      return ask;
    }
    // The Solar Hijri year begins in March: its first nine and a half months fall into the first.
    return ask
        + " The Solar Hijri year "
        + year
        + " runs from March "
        + (year + 621)
        + " to March "
        + (year + 622)
        + ".";
  }
}
