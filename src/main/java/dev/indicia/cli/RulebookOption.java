package dev.indicia.cli;

import dev.indicia.log.LogConfiguration;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.rulebook.RulebookBundle;
import dev.indicia.rulebook.RulebookFiles;
import dev.indicia.rulebook.RulebookLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** The rulebook that a verb works with. */
final class RulebookOption {
  private static final String NAME = "--rulebook";

  private final OptionSpec folder =
      OptionSpec.builder(NAME)
          .paramLabel("DIR")
          .type(Path.class)
          .description("Another rulebook folder instead of the built-in one.")
          .build();

  /** Whether a command line names another rulebook, as far as can be seen before it is read. */
  static boolean isGiven(String... args) {
    return Arrays.stream(args).anyMatch(argument -> argument.startsWith(NAME));
  }

  /** How picocli knows it. */
  OptionSpec spec() {
    return folder;
  }

  /** Loads it, on several threads that may log. */
  Rulebook load() throws IOException, InvalidRulebookException {
    LogConfiguration.setUp();
    @Nullable Path other = folder.getValue();
    return other == null ? RulebookBundle.load() : RulebookLoader.load(RulebookFiles.in(other));
  }
}
