package dev.indicia.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a passage says of one facet: values, any of which will do. Read once, and then held against
 * the fields of every profile. Immutable.
 */
public final class FacetValues {
  private final Facet facet;
  private final List<String> values;
  private final List<Interval> intervals;

  private FacetValues(Facet facet, List<String> values, List<Interval> intervals) {
    this.facet = facet;
    this.values = List.copyOf(values);
    this.intervals = List.copyOf(intervals);
  }

  /**
   * The values of a facet.
   *
   * @param values codes; for a period each an EDTF date, or two joined by {@code /}, either of
   *     which may be {@code ..} for an open end
   * @throws java.time.DateTimeException if a period names a day that does not exist
   */
  public static FacetValues of(Facet facet, List<String> values) {
    return new FacetValues(
        facet,
        values,
        facet == Facet.PERIOD ? values.stream().map(Interval::parse).toList() : List.of());
  }

  /** The facet. */
  public Facet facet() {
    return facet;
  }

  /** Its values, as a rulebook writes them. */
  public List<String> values() {
    return values;
  }

  /** The values of a period as days; of any other facet none. */
  List<Interval> intervals() {
    return intervals;
  }

  /**
   * A time that a passage speaks of.
   *
   * @param first its first day; null if its beginning is open
   * @param last its last day; null if its end is open
   */
  record Interval(@Nullable RecordedDate first, @Nullable RecordedDate last) {
    private static Interval parse(String text) {
      int slash = text.indexOf('/');
      String start = slash < 0 ? text : text.substring(0, slash);
      String end = slash < 0 ? text : text.substring(slash + 1);
      return new Interval(
          start.equals("..") ? null : RecordedDate.day("", RecordedDate.parse("", start).first()),
          end.equals("..") ? null : RecordedDate.day("", RecordedDate.parse("", end).last()));
    }
  }
}
