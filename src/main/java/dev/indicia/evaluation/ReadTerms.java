package dev.indicia.evaluation;

import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.FactGroup;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Missing;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import dev.indicia.rulebook.Finding;
import dev.indicia.rulebook.Indicator;
import dev.indicia.rulebook.IndicatorReading;
import dev.indicia.rulebook.Rulebook;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which indicators read which terms of an item. It is asked of the rules themselves: a profile of
 * which nothing is stated but words that resolve to nothing leaves open just those indicators, and
 * at just those words, that read them.
 */
final class ReadTerms {
  /** A word of private-use characters, which no name is spelt with. */
  private static final String UNKNOWN_WORD = "\uE000\uE001\uE000";

  private static final String PROBE =
      """
      {"profileVersion":1,"caseReference":"probe","kind":"synthetic",
       "affiliations":[{"organisation":"?"}],
       "familyTies":[{"relation":"other","organisation":"?"}],
       "residences":[{"place":"?"}],
       "proceedings":[{"allegedActs":["?"],"organisation":"?","court":"?"}],
       "detentions":[{"place":"?","allegedActs":["?"],"organisation":"?","treatment":["?"]}],
       "activities":[{"type":"?","organisation":"?"}],
       "armedActivity":[{"organisation":"?"}],
       "incidents":[{"type":"?","organisation":"?"}],
       "returns":[]}
      """
          .replace("?", UNKNOWN_WORD);

  private final Rulebook rulebook;

  /** Asked for when a profile first holds a term that the vocabulary does not know. */
  private volatile @Nullable Map<String, List<String>> indicatorsByField;

  ReadTerms(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  private static Map<String, List<String>> indicatorsByField(Rulebook rulebook) {
    Profile probe;
    try {
      probe =
          new ProfileReader(rulebook.terms())
              .read(PROBE.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);
    } catch (MalformedJsonException | InvalidProfileException e) {
      throw new IllegalStateException("The probe is a valid profile", e);
    }
    Map<String, List<String>> byField = new HashMap<>();
    Map<String, List<Finding>> findings = rulebook.rules().findings(probe);
    for (Profile.UnrecognisedTerm term : probe.unrecognised()) {
      List<String> readers = new ArrayList<>();
      for (Indicator indicator : rulebook.indicators()) {
        boolean reads =
            IndicatorReading.of(findings.getOrDefault(indicator.id(), List.of())).missing().stream()
                .map(Missing::pointer)
                .anyMatch(term.pointer()::equals);
        if (reads) {
          readers.add(indicator.id());
        }
      }
      byField.put(key(term.group(), term.field()), List.copyOf(readers));
    }
    return Map.copyOf(byField);
  }

  /** Ids of the indicators that read a field, in register order. */
  List<String> readBy(FactGroup group, String field) {
    Map<String, List<String>> known = indicatorsByField;
    if (known == null) {
      known = indicatorsByField(rulebook);
      indicatorsByField = known;
    }
    return known.getOrDefault(key(group, field), List.of());
  }

  private static String key(FactGroup group, String field) {
    return group.pointer() + "/" + field;
  }
}
