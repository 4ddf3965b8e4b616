package dev.indicia.cli;

import dev.indicia.log.LogConfiguration;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.rulebook.RulebookBundle;
import dev.indicia.rulebook.RulebookFiles;
import dev.indicia.rulebook.RulebookLoader;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The rulebook that a verb works with. */
final class RulebookOption {
  @Option(
      names = "--rulebook",
      paramLabel = "DIR",
      description = "Another rulebook folder instead of the built-in one.")
  private @Nullable Path folder;

  /** Loads it, on several threads that may log. */
  Rulebook load() throws IOException, InvalidRulebookException {
    LogConfiguration.setUp();
    return folder == null ? RulebookBundle.load() : RulebookLoader.load(RulebookFiles.in(folder));
  }
}
