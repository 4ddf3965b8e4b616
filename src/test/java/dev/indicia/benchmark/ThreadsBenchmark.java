package dev.indicia.benchmark;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Profile;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.RulebookBundle;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Evaluations in a millisecond, of one evaluator that one thread uses, or two at a time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class ThreadsBenchmark {
  /** A file of {@code src/test/resources/benchmark}. */
  @Param({"typical-12", "rich-25"})
  public String file;

  private Evaluator evaluator;
  private Profile profile;

  /** Loads the rulebook and the profile. */
  @Setup
  public void load()
      throws IOException,
          InvalidRulebookException,
          MalformedJsonException,
          InvalidProfileException {
    evaluator = new Evaluator(RulebookBundle.load());
    profile = evaluator.profileReader().read(BenchmarkProfiles.json(file), LocalDate.EPOCH);
  }

  /** One thread. */
  @Benchmark
  @Threads(1)
  public Object evaluatesOnOneThread() {
    return evaluator.evaluate(profile);
  }

  /** Two threads that share the evaluator. */
  @Benchmark
  @Threads(2)
  public Object evaluatesOnTwoThreads() {
    return evaluator.evaluate(profile);
  }
}
