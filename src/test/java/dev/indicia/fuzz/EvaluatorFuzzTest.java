package dev.indicia.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.indicia.evaluation.BuiltInRulebook;
import dev.indicia.evaluation.Evaluator;
import dev.indicia.evaluation.EvidenceSummary;
import dev.indicia.evaluation.EvidenceSummary.Entry;
import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.evaluation.EvidenceSummaryText;
import dev.indicia.evaluation.EvidenceSummaryWriter;
import dev.indicia.evaluation.SecondReading;
import dev.indicia.json.CanonicalJson;
import dev.indicia.json.CanonicalJson.Fragment;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import dev.indicia.oracle.RandomProfiles;
import dev.indicia.oracle.Reading;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import dev.indicia.profile.ValidTree;
import dev.indicia.rulebook.Indicator;
import dev.indicia.rulebook.IndicatorReading.Status;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any profile is read by the rules as by the second reading of the register. The bytes decide what
 * the generator of profiles draws, and how its profile is changed: almost all that come out are
 * profiles, and are evaluated.
 */
class EvaluatorFuzzTest {
  /** So many of the bytes decide on changes; the profile is drawn from the others. */
  private static final int BYTES_FOR_CHANGES = 16;

  private static final Evaluator EVALUATOR = new Evaluator(BuiltInRulebook.get());
  private static final ProfileReader READER = EVALUATOR.profileReader();
  private static final EvidenceSummaryWriter WRITER =
      new EvidenceSummaryWriter(BuiltInRulebook.get());
  private static final SecondReading ORACLE = new SecondReading(BuiltInRulebook.get().vocabulary());
  private static final Map<String, List<String>> NAMES = ORACLE.names();

  @MethodSource("dev.indicia.fuzz.Seeds#decisions")
  @FuzzTest
  void readsEveryProfileAsTheOracleDoes(byte[] decisions) throws Exception {
    int cut = Math.min(BYTES_FOR_CHANGES, decisions.length);
    FuzzedNumbers changes = new FuzzedNumbers(Arrays.copyOf(decisions, cut));
    FuzzedNumbers numbers = new FuzzedNumbers(Arrays.copyOfRange(decisions, cut, decisions.length));
    ObjectNode profile = RandomProfiles.drawn(numbers, NAMES);
    boolean changed = ProfileChanges.make(changes, profile);
    Profile valid;
    if (changed || Sample.isDue(decisions, 7)) {
      try {
        valid = read(profile);
      } catch (InvalidProfileException refused) {
        if (changed) {
          return;
        }
        throw new AssertionError(profile + " " + refused.faults(), refused);
      }
    } else {
      valid = tree(profile);
    }
    EvidenceSummary summary = TimeLimit.hold(() -> EVALUATOR.evaluate(valid));
    check(summary);
    if (Sample.isDue(decisions, 15)) {
      holdAgainstTheOracle(profile, summary);
    }
    if (Sample.isDue(decisions, 256)) {
      byte[] written = TimeLimit.hold(() -> WRITER.write(summary).toBytes());
      assertThat(WRITER.write(EVALUATOR.evaluate(read(profile))).toBytes()).isEqualTo(written);
      assertThat(WRITER.write(EVALUATOR.evaluate(tree(profile))).toBytes()).isEqualTo(written);
      assertThat(CanonicalJson.bytes(StrictJson.read(written))).isEqualTo(written);
      assertThat(TimeLimit.hold(() -> EvidenceSummaryText.of(summary))).isNotBlank();
    }
  }

  private static Profile tree(ObjectNode profile) {
    return ValidTree.profile(profile, EVALUATOR.rulebook().terms());
  }

  private static Profile read(ObjectNode profile)
      throws MalformedJsonException, InvalidProfileException {
    return READER.read(CanonicalJson.bytes(profile), LocalDate.EPOCH);
  }

  /** What holds of a summary whatever the profile says. */
  private static void check(EvidenceSummary summary) {
    Map<String, Fragment> recorded = summary.profile().values();
    Set<String> linked = new HashSet<>();
    Iterator<Indicator> indicators = summary.rulebook().indicators().iterator();
    for (Entry entry : summary.entries()) {
      boolean matched = entry.status() == Status.MATCHED;
      boolean open = entry.status() == Status.NOT_STATED;
      if (!entry.indicator().id().equals(indicators.next().id())
          || matched == entry.facts().isEmpty()
          || open == entry.missing().isEmpty()
          || (!matched && !(entry.links().isEmpty() && entry.notLinked().isEmpty()))) {
        fail("It does not hang together: " + entry);
      }
      for (Fact fact : entry.facts()) {
        if (!fact.value().equals(recorded.get(fact.pointer()))) {
          fail("It is not recorded: " + fact);
        }
        linked.add(fact.pointer());
      }
    }
    if (indicators.hasNext() || linked.size() + summary.unlinked().size() != recorded.size()) {
      fail("It leaves something out: " + summary.entries() + summary.unlinked());
    }
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
