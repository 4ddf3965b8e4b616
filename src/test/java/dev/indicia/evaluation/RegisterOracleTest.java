package dev.indicia.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.oracle.RandomProfiles;
import dev.indicia.oracle.Reading;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.rulebook.Rulebook;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the rules against a second reading of the register in plain Java, over random profiles of
 * the whole schema.
 */
class RegisterOracleTest {
  private static final long SEED = 20_261_121;
  private static final int PROFILES = 6_000;

  /** Fewer of one kind would say little of an indicator. */
  private static final int LEAST_OF_EACH = 50;

  private final Rulebook rulebook = BuiltInRulebook.get();
  private final Evaluator evaluator = new Evaluator(rulebook);
  private final SecondReading oracle = new SecondReading(rulebook.vocabulary());

  @Test
  void readsEveryIndicatorAsTheOracleDoes() throws MalformedJsonException, InvalidProfileException {
    RandomProfiles profiles = new RandomProfiles(SEED, oracle.names());
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (int i = 0; i < PROFILES; i++) {
      ObjectNode profile = profiles.next();
      String json = CanonicalJson.write(profile);
      EvidenceSummary summary =
          evaluator.evaluate(
              evaluator
                  .profileReader()
                  .read(json.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH));
      Map<String, Reading> expected = oracle.read(profile);
      assertThat(SecondReading.lines(summary)).as(json).isEqualTo(SecondReading.lines(expected));
      assertThat(summary.unlinked().stream().map(Fact::pointer).toList())
          .as(json)
          .isEqualTo(oracle.unlinked(profile, expected));
      expected.forEach(
          (id, reading) ->
              counts
                  .computeIfAbsent(id, key -> new TreeMap<>())
                  .merge(reading.status(), 1, Integer::sum));
    }
    counts.forEach(
        (id, byStatus) ->
            assertThat(byStatus.values())
                .as(id + " " + byStatus)
                .hasSize(3)
                .allMatch(count -> count >= LEAST_OF_EACH));
  }
}
