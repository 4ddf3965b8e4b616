package dev.indicia.profile;

import static dev.indicia.profile.Reading.allOf;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date as an interval of days, first and last included: {@code 2016} is 2016-01-01 to 2016-12-31.
 * {@code ~} widens it by one unit of its own precision on either side, {@code ?} and {@code %} by
 * five. Or a date that is not stated.
 */
public final class RecordedDate {
  private final String pointer;
  private final long first;
  private final long last;
  private final @Nullable Reading open;
  private final Reading absent;
  private final Reading namedNotStated;

  private RecordedDate(
      String pointer,
      long first,
      long last,
      @Nullable Reading open,
      Reading absent,
      Reading namedNotStated) {
    this.pointer = pointer;
    this.first = first;
    this.last = last;
    this.open = open;
    this.absent = absent;
    this.namedNotStated = namedNotStated;
  }

  /** A day that is not the profile's, such as one that a definition names; never missing. */
  public static RecordedDate day(int year, int month, int dayOfMonth) {
    return day("", LocalDate.of(year, month, dayOfMonth));
  }

  /** A recorded day. */
  static RecordedDate day(String pointer, LocalDate day) {
    return new RecordedDate(
        pointer, day.toEpochDay(), day.toEpochDay(), null, Reading.FALSE, Reading.FALSE);
  }

  /**
   * A recorded date.
   *
   * @param edtf {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}, with {@code ~}, {@code ?} or
   *     {@code %} at its end where it carries one
   * @throws java.time.DateTimeException if no such date exists
   */
  public static RecordedDate parse(String pointer, String edtf) {
    char mark = edtf.charAt(edtf.length() - 1);
    boolean marked = mark == '~' || mark == '?' || mark == '%';
    String date = marked ? edtf.substring(0, edtf.length() - 1) : edtf;
    int widening = mark == '~' ? 1 : marked ? 5 : 0;
    LocalDate first;
    LocalDate last;
    switch (date.length()) {
      case 4 -> {
        int year = Integer.parseInt(date);
        first = LocalDate.of(year - widening, 1, 1);
        last = LocalDate.of(year + widening, 12, 31);
      }
      case 7 -> {
        YearMonth month = YearMonth.parse(date);
        first = month.minusMonths(widening).atDay(1);
        last = month.plusMonths(widening).atEndOfMonth();
      }
      default -> {
        LocalDate day = LocalDate.parse(date);
        first = day.minusDays(widening);
        last = day.plusDays(widening);
      }
    }
    Reading open =
        first.equals(last)
            ? null
            : Reading.open(new Missing(pointer, marked ? Cause.UNCERTAIN : Cause.TOO_COARSE));
    return new RecordedDate(
        pointer, first.toEpochDay(), last.toEpochDay(), open, Reading.FALSE, Reading.FALSE);
  }

  /** A field that is absent or null. */
  static RecordedDate absent(String pointer, boolean namedNotStated) {
    Reading open = Reading.open(new Missing(pointer, Cause.ABSENT));
    return new RecordedDate(
        pointer, Long.MIN_VALUE, Long.MAX_VALUE, open, Reading.TRUE, Reading.of(namedNotStated));
  }

  /** A field of an item that is itself not recorded. */
  static RecordedDate unrecorded(Missing missing) {
    Reading open = Reading.open(missing);
    return new RecordedDate(missing.pointer(), Long.MIN_VALUE, Long.MAX_VALUE, open, open, open);
  }

  /** Where it stands in the profile; empty for a day that is not the profile's. */
  public String pointer() {
    return pointer;
  }

  /** Whether the field is absent or null. */
  public Reading isAbsent() {
    return absent;
  }

  /**
   * Whether the field is absent and the profile says under {@code notStated} why: somebody looked,
   * and the date is open.
   */
  public Reading isNamedNotStated() {
    return namedNotStated;
  }

  /** Whether a date is stated. */
  public boolean isStated() {
    return first != Long.MIN_VALUE;
  }

  /** The first day it may be. Only for a stated date. */
  public LocalDate first() {
    return LocalDate.ofEpochDay(first);
  }

  /** The last day it may be. Only for a stated date. */
  public LocalDate last() {
    return LocalDate.ofEpochDay(last);
  }

  /**
   * Whether this date is before another: true if its last day is before the other's first, false if
   * its first day is not before the other's last, else open at those of the two that are absent or
   * span more than a day.
   */
  public Reading isBefore(RecordedDate other) {
    if (isStated() && other.isStated()) {
      if (last < other.first) {
        return Reading.TRUE;
      }
      if (first >= other.last) {
        return Reading.FALSE;
      }
    }
    return allOf(
        open == null ? Reading.TRUE : open, other.open == null ? Reading.TRUE : other.open);
  }

  @Override
  public String toString() {
    return pointer + (isStated() ? " stated" : " open");
  }
}
