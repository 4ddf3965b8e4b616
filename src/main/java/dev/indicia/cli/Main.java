package dev.indicia.cli;

import dev.indicia.log.NoLog;
import dev.indicia.rulebook.RulebookBundle;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The command line of Indicia. */
public final class Main extends Command {
  private static final String EVALUATE = "evaluate";

  private static final SortedMap<String, Supplier<Command>> VERBS =
      new TreeMap<>(
          Map.of(
              EVALUATE,
              EvaluateVerb::new,
              "serve",
              ServeVerb::new,
              "check",
              CheckVerb::new,
              "cite",
              CiteVerb::new));

  private Main(String verb) {
    super(
        "indicia",
        "Sets recorded facts beside documented indicators and the passages that report them."
            + " It reaches no conclusion.");
    spec().usageMessage().synopsisSubcommandLabel("VERB");
    // With one verb named, the others stay out of a start.
    VERBS.forEach(
        (name, made) -> {
          if (name.equals(verb) || !VERBS.containsKey(verb)) {
            spec().addSubcommand(name, made.get().spec());
          }
        });
  }

  /** Runs one verb and ends the process with its exit code. */
  public static void main(String[] args) {
    if (verb(args).equals(EVALUATE)) {
      NoLog.setUp();
    }
    System.exit(run(args));
  }

  /** Runs one verb and returns its exit code. */
  static int run(String... args) {
    String verb = verb(args);
    if (verb.equals(EVALUATE)) {
      // The service begins both when its log's form is known.
      SchemaThread.begin();
      if (!RulebookOption.isGiven(args)) {
        RulebookBundle.prepare();
      }
    }
    return new CommandLine(new Main(verb).spec())
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new Failures())
        .execute(args);
  }

  private static String verb(String... args) {
    return args.length == 0 ? "" : args[0];
  }

  @Override
  public Integer call() {
    throw misused("A verb is missing.");
  }
}
