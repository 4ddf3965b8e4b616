package dev.indicia.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads a profile against the indicator register. The profile is assumed to be valid by the schema
 * and by the rules beyond it.
 */
public final class RegisterOracle {

  private static final List<String> FACT_GROUPS =
      List.of(
          "affiliations",
          "familyTies",
          "residences",
          "proceedings",
          "detentions",
          "activities",
          "armedActivity",
          "incidents",
          "returns");

  private final TermResolver terms;

  public RegisterOracle(TermResolver terms) {
    this.terms = terms;
  }

  /**
   * Reads every indicator.
   *
   * @param asOf the day that the reading speaks for; the profile's own {@code asOf} is not looked
   *     at
   * @return indicator id to reading, in register order
   */
  public Map<String, Reading> read(JsonNode profile, LocalDate asOf) {
    return new Register(profile, asOf, terms).readings();
  }

  /**
   * The recorded items of the nine fact groups that no matched indicator rests on.
   *
   * @param readings what {@link #read} gave for the profile
   * @return their pointers, groups in the order of text and indices in that of numbers
   */
  public List<String> unlinked(JsonNode profile, Map<String, Reading> readings) {
    Set<String> linked = new HashSet<>();
    readings.values().forEach(reading -> linked.addAll(reading.facts()));
    List<String> unlinked = new ArrayList<>();
    for (String group : FACT_GROUPS) {
      JsonNode items = profile.get(group);
      int size = items == null ? 0 : items.size();
      for (int i = 0; i < size; i++) {
        String pointer = "/" + group + "/" + i;
        if (!linked.contains(pointer)) {
          unlinked.add(pointer);
        }
      }
    }
    unlinked.sort(Pointers.ORDER);
    return unlinked;
  }
}
