package dev.indicia.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.indicia.evaluation.BuiltInRulebook;
import dev.indicia.json.CanonicalJson;
import dev.indicia.oracle.RandomProfiles;
import dev.indicia.profile.Item;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import dev.indicia.rulebook.Finding;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.vocabulary.Term;
import dev.indicia.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A comparison is fair if both sides find the same. */
class PlainRegisterTest {
  private static final long SEED = 20_261_122;
  private static final int RANDOM_PROFILES = 500;

  private final Rulebook rulebook = BuiltInRulebook.get();
  private final ProfileReader reader = new ProfileReader(rulebook.terms());

  static Stream<Path> trainingProfiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("profiles", "iran-mek"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("[0-9].*\\.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  static List<String> benchmarkProfiles() {
    return BenchmarkProfiles.NAMES;
  }

  @ParameterizedTest
  @MethodSource("trainingProfiles")
  void findsWhatTheRulesFindInATrainingProfile(Path file) throws Exception {
    assertSameFindings(Files.readAllBytes(file));
  }

  @ParameterizedTest
  @MethodSource("benchmarkProfiles")
  void findsWhatTheRulesFindInABenchmarkProfile(String name) throws Exception {
    assertSameFindings(BenchmarkProfiles.json(name));
  }

  @Test
  void findsWhatTheRulesFindInRandomProfiles() throws Exception {
    RandomProfiles profiles = new RandomProfiles(SEED, codes(rulebook.vocabulary()));
    Set<String> indicators = new HashSet<>();
    for (int i = 0; i < RANDOM_PROFILES; i++) {
      String json = CanonicalJson.write(profiles.next());
      indicators.addAll(assertSameFindings(json.getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(indicators)
        .isEqualTo(
            rulebook.indicators().stream()
                .map(indicator -> indicator.id())
                .collect(Collectors.toSet()));
  }

  /** The indicators that were found. */
  private Set<String> assertSameFindings(byte[] json) throws Exception {
    Profile profile = reader.read(json, LocalDate.EPOCH);
    Map<String, List<String>> plain = lines(PlainRegister.findings(profile));
    assertThat(plain)
        .as(new String(json, StandardCharsets.UTF_8))
        .isEqualTo(lines(rulebook.rules().findings(profile)));
    return plain.keySet();
  }

  /** Each finding as a line: its reading with what is missing, and its items. */
  static Map<String, List<String>> lines(Map<String, List<Finding>> findings) {
    Map<String, List<String>> lines = new TreeMap<>();
    findings.forEach(
        (indicator, found) ->
            lines.put(
                indicator,
                found.stream()
                    .map(
                        finding ->
                            finding.reading()
                                + " "
                                + finding.items().stream().map(Item::pointer).toList())
                    .sorted()
                    .toList()));
    return lines;
  }

  private static Map<String, List<String>> codes(Vocabulary vocabulary) {
    Map<String, List<String>> codes = new TreeMap<>();
    for (String kind : vocabulary.kinds()) {
      codes.put(kind, new ArrayList<>(vocabulary.terms(kind).stream().map(Term::code).toList()));
    }
    codes.get("place").add("Ashraf");
    return codes;
  }
}
