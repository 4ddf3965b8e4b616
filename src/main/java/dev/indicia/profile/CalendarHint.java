package dev.indicia.profile;

/** What to say of a year that is not Gregorian, or not of this time. */
final class CalendarHint {
  private static final int EARLIEST = 1900;
  private static final int FIRST_SOLAR_HIJRI = 1300;
  private static final int LAST_SOLAR_HIJRI = 1450;

  private CalendarHint() {}

  /**
   * A sentence, with a space before it, that asks for the Gregorian year if the text begins with a
   * year below 1900, in whatever digits, and names it for the Solar Hijri years 1300 to 1450; that
   * asks for other digits if a later year is not written in them; else empty. It does not repeat
   * the text.
   */
  static String sentence(String text) {
    if (text.length() < 4) {
      return "";
    }
    int year = 0;
    boolean latin = true;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        return "";
      }
      latin &= text.charAt(i) <= '9';
      year = year * 10 + digit;
    }
    if (year >= EARLIEST) {
      return latin ? "" : " Write the digits as 0 to 9.";
    }
    String ask = " The year is below 1900: the Gregorian year is asked for.";
    if (year < FIRST_SOLAR_HIJRI || year > LAST_SOLAR_HIJRI) {
      return ask;
    }
    // The Solar Hijri year begins in March: its first nine and a half months fall into the first.
    return ask
        + " As a Solar Hijri year it runs from March "
        + (year + 621)
        + " to March "
        + (year + 622)
        + ".";
  }
}
