package dev.indicia.cli;

import dev.indicia.profile.NearMiss;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that cannot be understood: what is wrong, and where help is. */
final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine verb = failure.getCommandLine();
    String name = verb.getCommandSpec().qualifiedName();
    verb.getErr()
        .println(
            name + ": usage: " + message(failure) + " '" + name + " --help' says what there is.");
    return ExitCode.USAGE;
  }

  private static String message(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    String message = String.valueOf(failure.getMessage());
    return message.endsWith(".") ? message : message + ".";
  }

  private static String unmatched(UnmatchedArgumentException failure) {
    CommandSpec spec = failure.getCommandLine().getCommandSpec();
    String first = failure.getUnmatched().get(0);
    String word = first.split("=", 2)[0];
    if (failure.isUnknownOption()) {
      return "There is no option '"
          + word
          + "'."
          + NearMiss.sentence(word, spec.optionsMap().keySet());
    }
    return spec.subcommands().isEmpty()
        ? "'" + first + "' is one argument too many."
        : "There is no verb '" + word + "'." + NearMiss.sentence(word, spec.subcommands().keySet());
  }
}
