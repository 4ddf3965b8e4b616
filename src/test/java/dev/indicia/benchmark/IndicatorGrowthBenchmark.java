package dev.indicia.benchmark;

import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.rulebook.Rules;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The rules of a generated rulebook, and the same conditions in plain Java, as indicators grow and
 * the profile stays. Rules are compiled before the first iteration: 3,000 take minutes and
 * gigabytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 15, time = 4)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-Xmx5g")
@Timeout(time = 30, timeUnit = TimeUnit.MINUTES)
public class IndicatorGrowthBenchmark {
  private static final int PASSAGES = 300;
  private static final int FEWEST_INDICATORS = 45;

  /** How many indicators the rulebook has, with a rule each. */
  @Param({"45", "300", "3000"})
  public int indicators;

  /** The rules, compiled. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init")
  public static class Compiled {
    private Rules rules;
    private Profile profile;

    /** Generates and loads the rulebook. */
    @Setup
    public void load(IndicatorGrowthBenchmark size)
        throws IOException,
            InvalidRulebookException,
            MalformedJsonException,
            InvalidProfileException {
      Rulebook rulebook = new GeneratedRulebook(size.indicators, PASSAGES).load();
      rules = rulebook.rules();
      profile = profile(rulebook);
    }
  }

  /** The conditions in plain Java, which need no rulebook but for the words of the profile. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init")
  public static class ByHand {
    private PlainRules rules;
    private Profile profile;

    /** Makes the conditions, and reads the profile by the smallest rulebook. */
    @Setup
    public void load(IndicatorGrowthBenchmark size)
        throws IOException,
            InvalidRulebookException,
            MalformedJsonException,
            InvalidProfileException {
      rules = new GeneratedRulebook(size.indicators, PASSAGES).plainRules();
      profile = profile(new GeneratedRulebook(FEWEST_INDICATORS, PASSAGES).load());
    }
  }

  private static Profile profile(Rulebook rulebook)
      throws IOException, MalformedJsonException, InvalidProfileException {
    return new ProfileReader(rulebook.terms()).read(GeneratedRulebook.profile(), LocalDate.EPOCH);
  }

  /** Drools alone: what the rules conclude. */
  @Benchmark
  public Object firesTheRules(Compiled compiled) {
    return compiled.rules.findings(compiled.profile);
  }

  /** The same conditions and joins in plain Java, with the same findings. */
  @Benchmark
  public Object readsThemInPlainJava(ByHand byHand) {
    return byHand.rules.findings(byHand.profile);
  }
}
