package dev.indicia.profile;

import static dev.indicia.profile.Reading.isNot;

import dev.indicia.profile.FacetValues.Interval;

/**
 * The time of an item: one date twice, or from and to.
 *
 * @param from when it began
 * @param to when it ended
 */
public record Period(RecordedDate from, RecordedDate to) implements Field {
  /** Whether it shares a day with one of the intervals. */
  @Override
  public Reading meets(FacetValues wanted) {
    Reading met = Reading.FALSE;
    for (Interval interval : wanted.intervals()) {
      Reading overlaps = overlaps(interval);
      if (overlaps.isTrue()) {
        return overlaps;
      }
      met = overlaps.isFalse() ? met : overlaps;
    }
    return met;
  }

  private Reading overlaps(Interval interval) {
    Reading starts = interval.last() == null ? Reading.TRUE : isNot(interval.last().isBefore(from));
    Reading ends = interval.first() == null ? Reading.TRUE : isNot(to.isBefore(interval.first()));
    return starts.isTrue() || ends.isFalse() ? ends : starts;
  }

  @Override
  public String pointerTo(FacetValues wanted) {
    return from.isStated() ? from.pointer() : to.pointer();
  }
}
