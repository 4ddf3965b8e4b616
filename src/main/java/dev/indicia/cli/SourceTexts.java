package dev.indicia.cli;

import dev.indicia.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** Source texts of a folder, found by their SHA-256: file names mean nothing. */
final class SourceTexts {
  private final Map<String, SourceText> texts = new HashMap<>();

  /** The option that names their folder. */
  static OptionSpec.Builder option() {
    return OptionSpec.builder("--sources")
        .paramLabel("DIR")
        .type(Path.class)
        .description("Folder with the full source texts, found by their SHA-256.");
  }

  /** The texts of a folder. */
  static SourceTexts in(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    SourceTexts found = new SourceTexts();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        SourceText text = SourceText.of(Files.readAllBytes(file));
        found.texts.put(text.sha256(), text);
      }
    }
    return found;
  }

  /** The text of a hash, if the folder has it. */
  Optional<SourceText> ofSha256(String sha256) {
    return Optional.ofNullable(texts.get(sha256));
  }
}
