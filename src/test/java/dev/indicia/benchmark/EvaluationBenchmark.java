package dev.indicia.benchmark;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.evaluation.EvidenceSummary;
import dev.indicia.evaluation.EvidenceSummaryWriter;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.Rulebook;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * One evaluation, part by part, for synthetic profiles of 4 to 100 items. {@code mvn -P bench
 * verify} runs it; docs/performance.md has figures.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class EvaluationBenchmark {
  /** A file of {@code src/test/resources/benchmark}. */
  @Param({"small-4", "typical-12", "rich-25", "very-rich-100"})
  public String file;

  private byte[] json;
  private Rulebook rulebook;
  private Evaluator evaluator;
  private EvidenceSummaryWriter writer;
  private ProfileReader reader;
  private Profile profile;
  private EvidenceSummary summary;

  /** Loads the rulebook and the profile. */
  @Setup
  public void load()
      throws IOException,
          InvalidRulebookException,
          MalformedJsonException,
          InvalidProfileException {
    json = BenchmarkProfiles.json(file);
    rulebook = RulebookBundle.load();
    evaluator = new Evaluator(rulebook);
    writer = new EvidenceSummaryWriter(rulebook);
    reader = evaluator.profileReader();
    profile = reader.read(json, LocalDate.EPOCH);
    summary = evaluator.evaluate(profile);
  }

  /** Bytes to profile: strict reading, schema, rules beyond it, resolving of terms. */
  @Benchmark
  public Object readsTheProfile() throws MalformedJsonException, InvalidProfileException {
    return reader.read(json, LocalDate.EPOCH);
  }

  /** Drools alone: what the rules conclude. */
  @Benchmark
  public Object firesTheRules() {
    return rulebook.rules().findings(profile);
  }

  /** The same conditions and joins in plain Java, with the same findings. */
  @Benchmark
  public Object readsThemInPlainJava() {
    return PlainRegister.findings(profile);
  }

  /** The rules, the register, and every passage linked. */
  @Benchmark
  public Object evaluates() {
    return evaluator.evaluate(profile);
  }

  /** Summary to canonical JSON. */
  @Benchmark
  public Object writesTheSummary() {
    return writer.write(summary).toBytes();
  }
}
