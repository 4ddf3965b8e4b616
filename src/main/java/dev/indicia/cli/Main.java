package dev.indicia.cli;

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
    synopsisSubcommandLabel = "VERB",
    subcommands = {EvaluateVerb.class, ServeVerb.class, CheckVerb.class, CiteVerb.class})
public final class Main implements Runnable {
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
    return new CommandLine(new Main()).setExecutionExceptionHandler(new Failures()).execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A verb is missing.");
  }
}
