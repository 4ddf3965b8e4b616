package dev.indicia.rulebook;

import dev.indicia.profile.Cause;
import dev.indicia.profile.Item;
import dev.indicia.profile.Missing;
import dev.indicia.profile.Pointers;
import dev.indicia.profile.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one indicator reads for one profile.
 *
 * @param status matched, not matched or not stated
 * @param witnesses the items that made it true, by pointer; only when matched
 * @param missing what leaves it open, by pointer, each pointer once; only when not stated
 */
public record IndicatorReading(Status status, List<Item> witnesses, List<Missing> missing) {
  private static final IndicatorReading NOT_MATCHED =
      new IndicatorReading(Status.NOT_MATCHED, List.of(), List.of());

  /** The three readings. */
  public enum Status {
    /** Recorded facts meet the condition. */
    MATCHED("matched"),
    /** The recorded facts do not meet it. */
    NOT_MATCHED("not-matched"),
    /** The recorded facts leave it open. */
    NOT_STATED("not-stated");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    /** The word for it in an evidence summary. */
    public String code() {
      return code;
    }
  }

  /** Copies its lists. */
  public IndicatorReading {
    witnesses = List.copyOf(witnesses);
    missing = List.copyOf(missing);
  }

  /** What the findings on one indicator come to: one that is true is enough, else any open one. */
  public static IndicatorReading of(Collection<Finding> findings) {
    if (findings.isEmpty()) {
      return NOT_MATCHED;
    }
    Map<String, Item> witnesses = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.reading().isTrue()) {
        finding.items().forEach(item -> witnesses.put(item.pointer(), item));
      }
    }
    if (!witnesses.isEmpty()) {
      List<Item> sorted = new ArrayList<>(witnesses.values());
      sorted.sort(Comparator.comparing(Item::pointer, Pointers.ORDER));
      return new IndicatorReading(Status.MATCHED, sorted, List.of());
    }
    return new IndicatorReading(Status.NOT_STATED, List.of(), missing(findings));
  }

  /**
   * A list of which more is missing than its members is called incomplete, whatever its members
   * are.
   */
  private static List<Missing> missing(Collection<Finding> findings) {
    Map<String, Missing> missing = new LinkedHashMap<>();
    findings.stream()
        .map(Finding::reading)
        .map(Reading::missing)
        .flatMap(List::stream)
        .forEach(
            part ->
                missing.merge(
                    part.pointer(),
                    part,
                    (one, other) -> other.cause() == Cause.INCOMPLETE ? other : one));
    List<Missing> sorted = new ArrayList<>(missing.values());
    sorted.sort(Comparator.comparing(Missing::pointer, Pointers.ORDER));
    return sorted;
  }
}
