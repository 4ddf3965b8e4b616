package dev.indicia.cli;

import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What is said when a verb cannot do its work; never a stack trace. */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    if (failure instanceof InvalidRulebookException invalid) {
      invalid.problems().stream().map(Problem::toString).forEach(err::println);
      return ExitCode.FINDINGS;
    }
    if (failure instanceof NoSuchFileException missing) {
      err.println(missing.getFile() + ": no-such-file: There is nothing here. Check the path.");
      return ExitCode.INVALID_INPUT;
    }
    if (failure instanceof NotDirectoryException file) {
      err.println(file.getFile() + ": not-a-folder: A folder is expected here. Check the path.");
      return ExitCode.INVALID_INPUT;
    }
    if (failure instanceof UncheckedIOException unchecked
        && unchecked.getCause() instanceof BindException) {
      err.println("indicia: cannot-listen: " + unchecked.getMessage());
      return ExitCode.FINDINGS;
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      err.println("indicia: cannot-read: " + failure.getMessage());
      return ExitCode.INVALID_INPUT;
    }
    err.println(
        "indicia: failed: "
            + failure.getClass().getSimpleName()
            + ". This is a fault of the program; please report the command that led to it.");
    return ExitCode.FINDINGS;
  }
}
