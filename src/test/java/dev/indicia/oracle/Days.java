package dev.indicia.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date as the interval of the days that it may mean; or a date that is not stated.
 *
 * @param first the first day; null where no date is stated
 * @param last the last day; null where no date is stated
 * @param pointer of the date; empty for a day that the profile does not state as a date
 * @param cause why a comparison with it can be open: of a missing date the cause of its field, else
 *     {@code too-coarse} or, with a mark, {@code uncertain}
 */
record Days(@Nullable LocalDate first, @Nullable LocalDate last, String pointer, String cause) {

  /** One day that a rule names, or {@code asOf}. */
  static Days day(LocalDate day) {
    return new Days(day, day, "", "too-coarse");
  }

  /** The date in a field. {@code present} is {@code asOf}. */
  static Days of(Field field, LocalDate asOf) {
    if (field.value() == null) {
      return new Days(null, null, field.pointer(), field.cause());
    }
    String text = field.value().stringValue();
    if (text.equals("present")) {
      return new Days(asOf, asOf, field.pointer(), "too-coarse");
    }
    char end = text.charAt(text.length() - 1);
    int widening = end == '~' ? 1 : end == '?' || end == '%' ? 5 : 0;
    String date = widening == 0 ? text : text.substring(0, text.length() - 1);
    LocalDate first;
    LocalDate last;
    if (date.length() == 4) {
      first = LocalDate.of(Integer.parseInt(date), 1, 1).minusYears(widening);
      last = LocalDate.of(Integer.parseInt(date), 12, 31).plusYears(widening);
    } else if (date.length() == 7) {
      first = YearMonth.parse(date).minusMonths(widening).atDay(1);
      last = YearMonth.parse(date).plusMonths(widening).atEndOfMonth();
    } else {
      first = LocalDate.parse(date).minusDays(widening);
      last = LocalDate.parse(date).plusDays(widening);
    }
    return new Days(first, last, field.pointer(), widening == 0 ? "too-coarse" : "uncertain");
  }

  /**
   * True if this one's last day is before the other's first, false if this one's first day is not
   * before the other's last, else open, with the pointers of those of the two that are missing or
   * longer than a day.
   */
  Truth before(Days other) {
    if (first != null && last != null && other.first != null && other.last != null) {
      if (last.isBefore(other.first)) {
        return Truth.TRUE;
      }
      if (!first.isBefore(other.last)) {
        return Truth.FALSE;
      }
    }
    return Truth.and(openUnlessOneDay(), other.openUnlessOneDay());
  }

  Truth notBefore(Days other) {
    return Truth.not(before(other));
  }

  private Truth openUnlessOneDay() {
    return first != null && first.equals(last) ? Truth.TRUE : Truth.open(pointer, cause);
  }
}
