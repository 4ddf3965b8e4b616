package dev.indicia.benchmark;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Profile;
import dev.indicia.rulebook.InvalidRulebookException;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole evaluation by a generated rulebook of 45 indicators, as its passages grow: the further
 * ones are about indicators that the profile does not meet, so that as many are linked.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class PassageGrowthBenchmark {
  private static final int INDICATORS = 45;

  /** How many passages the rulebook has. */
  @Param({"300", "3000", "15000"})
  public int passages;

  private Evaluator evaluator;
  private Profile profile;

  /** Generates and loads the rulebook. */
  @Setup
  public void load()
      throws IOException,
          InvalidRulebookException,
          MalformedJsonException,
          InvalidProfileException {
    evaluator = new Evaluator(new GeneratedRulebook(INDICATORS, passages).load());
    profile = evaluator.profileReader().read(GeneratedRulebook.profile(), LocalDate.EPOCH);
  }

  /** The rules, the register, and every passage linked. */
  @Benchmark
  public Object evaluates() {
    return evaluator.evaluate(profile);
  }
}
