package dev.indicia.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.indicia.evaluation.BuiltInRulebook;
import dev.indicia.evaluation.Evaluator;
import dev.indicia.evaluation.EvidenceSummary;
import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.evaluation.EvidenceSummaryText;
import dev.indicia.evaluation.EvidenceSummaryWriter;
import dev.indicia.evaluation.SecondReading;
import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import dev.indicia.oracle.RandomProfiles;
import dev.indicia.oracle.Reading;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any profile is read by the rules as by the second reading of the register. The bytes decide what
 * the generator of profiles draws, and how its profile is changed: almost all that come out are
 * profiles, and are evaluated.
 */
class EvaluatorFuzzTest {
  private static final Evaluator EVALUATOR = new Evaluator(BuiltInRulebook.get());
  private static final EvidenceSummaryWriter WRITER =
      new EvidenceSummaryWriter(BuiltInRulebook.get());
  private static final SecondReading ORACLE = new SecondReading(BuiltInRulebook.get().vocabulary());
  private static final Map<String, List<String>> NAMES = ORACLE.names();

  @MethodSource("dev.indicia.fuzz.Seeds#decisions")
  @FuzzTest
  void readsEveryProfileAsTheOracleDoes(byte[] decisions) throws Exception {
    FuzzedNumbers numbers = new FuzzedNumbers(decisions);
    ObjectNode profile = RandomProfiles.drawn(numbers, NAMES);
    boolean changed = ProfileChanges.make(numbers, profile);
    byte[] json = CanonicalJson.bytes(profile);
    Profile read;
    try {
      read = read(json);
    } catch (InvalidProfileException refused) {
      if (changed) {
        return;
      }
      throw new AssertionError(new String(json, UTF_8) + refused.faults(), refused);
    }
    EvidenceSummary summary = TimeLimit.hold(() -> EVALUATOR.evaluate(read));
    holdAgainstTheOracle(profile, summary);
    int sample = Canary.sample(decisions);
    if (sample % 16 == 0) {
      byte[] written = TimeLimit.hold(() -> WRITER.write(summary).toBytes());
      if (sample % 64 == 0) {
        assertThat(WRITER.write(EVALUATOR.evaluate(read(json)))).isEqualTo(written);
        assertThat(CanonicalJson.bytes(StrictJson.read(written))).isEqualTo(written);
        assertThat(TimeLimit.hold(() -> EvidenceSummaryText.of(summary))).isNotBlank();
      }
    }
  }

  private static Profile read(byte[] json) throws MalformedJsonException, InvalidProfileException {
    return EVALUATOR.profileReader().read(json, LocalDate.EPOCH);
  }

  private static void holdAgainstTheOracle(ObjectNode profile, EvidenceSummary summary) {
    Map<String, Reading> expected = ORACLE.read(profile);
    Map<String, String> lines = SecondReading.lines(summary);
    List<String> unlinked = summary.unlinked().stream().map(Fact::pointer).toList();
    if (!lines.equals(SecondReading.lines(expected))) {
      assertThat(lines).as(profile.toString()).isEqualTo(SecondReading.lines(expected));
    }
    if (!unlinked.equals(ORACLE.unlinked(profile, expected))) {
      assertThat(unlinked).as(profile.toString()).isEqualTo(ORACLE.unlinked(profile, expected));
    }
  }
}
