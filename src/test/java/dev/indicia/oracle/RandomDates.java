package dev.indicia.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random dates as a profile writes them: every precision and mark, often near a boundary. */
final class RandomDates {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
  private static final List<String> MARKS = List.of("~", "?", "%");

  private final RandomGenerator random;
  private final LocalDate asOf;
  private final double coarse;
  private final double marked;

  /**
   * Dates for one profile.
   *
   * @param coarse how often a date is a month or a year, 0 to 1
   * @param marked how often a date bears a mark, 0 to 1
   */
  RandomDates(RandomGenerator random, LocalDate asOf, double coarse, double marked) {
    this.random = random;
    this.asOf = asOf;
    this.coarse = coarse;
    this.marked = marked;
  }

  /**
   * A real date from 1900 to 2100: of these years mostly, often within some days of a day that the
   * register names or of {@code asOf}, seldom of any other year.
   */
  String next(int fromYear, int toYear) {
    double where = random.nextDouble();
    LocalDate day;
    if (where < 0.2) {
      day = boundary().plusDays(random.nextInt(-8, 9));
    } else if (where < 0.3) {
      day = boundary().plusDays(random.nextInt(-400, 401));
    } else if (where < 0.33) {
      day = dayOf(1900, 2100);
    } else {
      day = dayOf(fromYear, toYear);
    }
    if (day.isBefore(EARLIEST)) {
      day = EARLIEST;
    } else if (day.isAfter(LATEST)) {
      day = LATEST;
    }
    return written(day) + (random.nextDouble() < marked ? MARKS.get(random.nextInt(3)) : "");
  }

  /**
   * Whether a stay from one date to another is valid: its end, {@code present} being {@code asOf},
   * does not lie wholly before its start. Marks are left out of account, so that it holds whether
   * or not they widen the two.
   */
  boolean isInOrder(String from, String to) {
    LocalDate last = to.equals("present") ? asOf : last(withoutMark(to));
    return !last.isBefore(first(withoutMark(from)));
  }

  private LocalDate boundary() {
    return switch (random.nextInt(4)) {
      case 0 -> LocalDate.of(1979, 2, 11);
      case 1 -> LocalDate.of(1981, 6, 20);
      case 2 -> LocalDate.of(1989, 12, 31);
      default -> asOf;
    };
  }

  private LocalDate dayOf(int fromYear, int toYear) {
    long first = LocalDate.of(fromYear, 1, 1).toEpochDay();
    long last = LocalDate.of(toYear, 12, 31).toEpochDay();
    return LocalDate.ofEpochDay(random.nextLong(first, last + 1));
  }

  private String written(LocalDate day) {
    String date = DateTimeFormatter.ISO_LOCAL_DATE.format(day);
    if (random.nextDouble() >= coarse) {
      return date;
    }
    return date.substring(0, random.nextBoolean() ? 4 : 7);
  }

  private static String withoutMark(String date) {
    return MARKS.contains(date.substring(date.length() - 1))
        ? date.substring(0, date.length() - 1)
        : date;
  }

  private static LocalDate first(String date) {
    return switch (date.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(date), 1, 1);
      case 7 -> YearMonth.parse(date).atDay(1);
      default -> LocalDate.parse(date);
    };
  }

  private static LocalDate last(String date) {
    return switch (date.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
      case 7 -> YearMonth.parse(date).atEndOfMonth();
      default -> LocalDate.parse(date);
    };
  }
}
