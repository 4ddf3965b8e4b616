package dev.indicia.profile;

import static dev.indicia.profile.Reading.allOf;
import static dev.indicia.profile.Reading.anyOf;
import static dev.indicia.profile.Reading.isNot;

import java.util.List;

/**
 * The time of an item: one date twice, or from and to.
 *
 * @param from when it began
 * @param to when it ended
 */
public record Period(RecordedDate from, RecordedDate to) implements Field {
  /**
   * Whether it shares a day with one of these intervals.
   *
   * @param values each an EDTF date, or two joined by {@code /}, either of which may be {@code ..}
   *     for an open end
   */
  @Override
  public Reading meets(List<String> values) {
    return anyOf(values.stream().map(this::overlaps).toArray(Reading[]::new));
  }

  private Reading overlaps(String interval) {
    int slash = interval.indexOf('/');
    String start = slash < 0 ? interval : interval.substring(0, slash);
    String end = slash < 0 ? interval : interval.substring(slash + 1);
    Reading startsInTime =
        end.equals("..")
            ? Reading.TRUE
            : isNot(RecordedDate.day("", RecordedDate.parse("", end).last()).isBefore(from));
    Reading endsInTime =
        start.equals("..")
            ? Reading.TRUE
            : isNot(to.isBefore(RecordedDate.day("", RecordedDate.parse("", start).first())));
    return allOf(startsInTime, endsInTime);
  }

  @Override
  public String pointerTo(List<String> values) {
    return from.isStated() ? from.pointer() : to.pointer();
  }
}
