package dev.indicia.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.indicia.evaluation.EvidenceSummary.Entry;
import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.evaluation.EvidenceSummary.Gap;
import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.oracle.RandomProfiles;
import dev.indicia.oracle.Reading;
import dev.indicia.oracle.RegisterOracle;
import dev.indicia.oracle.TermResolver;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.vocabulary.Term;
import dev.indicia.vocabulary.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final RegisterOracle oracle = new RegisterOracle(resolver(rulebook.vocabulary()));

  @Test
  void readsEveryIndicatorAsTheOracleDoes() throws MalformedJsonException, InvalidProfileException {
    RandomProfiles profiles = new RandomProfiles(SEED, names(rulebook.vocabulary()));
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (int i = 0; i < PROFILES; i++) {
      ObjectNode profile = profiles.next();
      LocalDate asOf = LocalDate.parse(profile.get("asOf").stringValue());
      String json = CanonicalJson.write(profile);
      EvidenceSummary summary =
          evaluator.evaluate(
              evaluator
                  .profileReader()
                  .read(json.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH));
      Map<String, Reading> expected = oracle.read(profile, asOf);
      assertThat(readings(summary)).as(json).isEqualTo(lines(expected));
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

  private static Map<String, String> readings(EvidenceSummary summary) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (Entry entry : summary.entries()) {
      lines.put(
          entry.indicator().id(),
          entry.status().code()
              + " "
              + entry.facts().stream().map(Fact::pointer).toList()
              + " "
              + entry.missing().stream().map(RegisterOracleTest::line).toList());
    }
    return lines;
  }

  private static String line(Gap gap) {
    return gap.missing().pointer() + "=" + gap.missing().cause().code();
  }

  private static Map<String, String> lines(Map<String, Reading> readings) {
    Map<String, String> lines = new LinkedHashMap<>();
    readings.forEach(
        (id, reading) -> {
          List<String> missing = new ArrayList<>();
          reading.missing().forEach((pointer, cause) -> missing.add(pointer + "=" + cause));
          lines.put(id, reading.status() + " " + new ArrayList<>(reading.facts()) + " " + missing);
        });
    return lines;
  }

  /** A few names of each kind, the ambiguous ones among them. */
  private static Map<String, List<String>> names(Vocabulary vocabulary) {
    Map<String, List<String>> names = new TreeMap<>();
    for (String kind : vocabulary.kinds()) {
      List<String> some = new ArrayList<>();
      for (Term term : vocabulary.terms(kind)) {
        term.names().values().forEach(all -> all.stream().limit(2).forEach(some::add));
      }
      if (kind.equals("place")) {
        some.addAll(List.of("Ashraf", "Camp Ashraf"));
      }
      if (kind.equals("court")) {
        some.add("Branch 15 of the Revolutionary Court of Tehran");
      }
      names.put(kind, some);
    }
    return names;
  }

  private static TermResolver resolver(Vocabulary vocabulary) {
    return new TermResolver() {
      @Override
      public List<String> codes(String kind, String text) {
        return vocabulary.codes(kind, text);
      }

      @Override
      public Optional<String> countryOfPlace(String placeCode) {
        return vocabulary.term("place", placeCode).map(Term::country);
      }
    };
  }
}
