package dev.indicia.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * A command: its name, what it takes, and what it does. What it takes is declared by picocli's
 * programming interface: to find annotations and read them would take a seventh of a short verb's
 * time.
 */
abstract class Command implements Callable<Integer> {
  private final CommandSpec spec;

  /** A command that tells of itself when asked. */
  Command(String name, String description) {
    spec = CommandSpec.wrapWithoutInspection(this).name(name).versionProvider(new Version());
    spec.usageMessage().description(description);
    takes(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help message and exit.")
            .build(),
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print version information and exit.")
            .build());
  }

  /** Declares options and arguments; arguments in their order. */
  final void takes(ArgSpec... arguments) {
    for (ArgSpec argument : arguments) {
      spec.add(argument);
    }
  }

  /** How picocli knows it. */
  final CommandSpec spec() {
    return spec;
  }

  /** Where it prints what it was asked for, line by line. */
  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where it says what is wrong. */
  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** A refusal of what the command line says, beyond what picocli sees itself. */
  final ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
