package dev.indicia.rulebook;

import dev.indicia.profile.Cause;
import dev.indicia.profile.Item;
import dev.indicia.profile.Missing;
import dev.indicia.profile.Pointers;
import dev.indicia.profile.Reading;
import java.util.ArrayList;
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
  private static final Comparator<Item> BY_POINTER =
      Comparator.comparing(Item::pointer, Pointers.ORDER);

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
  public static IndicatorReading of(List<Finding> findings) {
    if (findings.isEmpty()) {
      return NOT_MATCHED;
    }
    List<Item> witnesses = witnesses(findings);
    return witnesses.isEmpty()
        ? new IndicatorReading(Status.NOT_STATED, List.of(), missing(findings))
        : new IndicatorReading(Status.MATCHED, witnesses, List.of());
  }

  private static List<Item> witnesses(List<Finding> findings) {
    if (findings.size() == 1 && findings.get(0).items().size() == 1) {
      Finding only = findings.get(0);
      return only.reading().isTrue() ? only.items() : List.of();
    }
    List<Item> sorted = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.reading().isTrue()) {
        sorted.addAll(finding.items());
      }
    }
    sorted.sort(BY_POINTER);
    List<Item> witnesses = new ArrayList<>(sorted.size());
    for (Item item : sorted) {
      if (witnesses.isEmpty()
          || !witnesses.get(witnesses.size() - 1).pointer().equals(item.pointer())) {
        witnesses.add(item);
      }
    }
    return witnesses;
  }

  /**
   * A list of which more is missing than its members is called incomplete, whatever its members
   * are.
   */
  private static List<Missing> missing(List<Finding> findings) {
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
