package dev.indicia.cli;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of Indicia. */
@Command(
    name = "indicia",
    description =
        "Sets recorded facts beside documented indicators and the passages that report them."
            + " It reaches no conclusion.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "VERB")
public final class Main implements Runnable {
  private static final SortedMap<String, Supplier<?>> VERBS =
      new TreeMap<>(
          Map.of(
              "evaluate",
              EvaluateVerb::new,
              "serve",
              ServeVerb::new,
              "check",
              CheckVerb::new,
              "cite",
              CiteVerb::new));

  @Spec private CommandSpec spec;

  /** Only picocli makes one. */
  @SuppressWarnings("NullAway.Init")
  Main() {}

  /** Runs one verb and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one verb and returns its exit code. */
  static int run(String... args) {
    // Looking into all verbs takes a fifth of a start: with one named, the others stay out. The
    // profile schema is read meanwhile; the service reads it when its log's form is known.
    String verb = args.length == 0 ? "" : args[0];
    if (verb.equals("evaluate")) {
      SchemaThread.begin();
    }
    CommandLine indicia = new CommandLine(new Main());
    VERBS.forEach(
        (name, made) -> {
          if (name.equals(verb) || !VERBS.containsKey(verb)) {
            indicia.addSubcommand(name, made.get());
          }
        });
    return indicia
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new Failures())
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A verb is missing.");
  }
}
