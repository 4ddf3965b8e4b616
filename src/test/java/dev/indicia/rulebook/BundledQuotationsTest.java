package dev.indicia.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.indicia.json.CanonicalJson;
import dev.indicia.source.Quotation;
import dev.indicia.source.Source;
import dev.indicia.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every passage of the bundled rulebook against the text that it quotes. */
class BundledQuotationsTest {
  /** The full texts are no part of the project: the property names the folder, if it is there. */
  private static final Path FOLDER = Path.of(System.getProperty("indicia.sources", "no-folder"));

  static Stream<Source> sources() throws IOException, InvalidRulebookException {
    return RulebookBundle.load().library().sources().stream();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void quotesWordForWord(Source source) throws IOException {
    assumeThat(FOLDER)
        .as("the full source texts lie in the folder that -Dindicia.sources names")
        .isDirectory();
    Optional<Path> file;
    try (Stream<Path> files = Files.list(FOLDER)) {
      file = files.filter(path -> source.sha256().equals(sha256(path))).findFirst();
    }
    assertThat(file).as("the text with SHA-256 %s in %s", source.sha256(), FOLDER).isPresent();
    SourceText text = SourceText.of(Files.readAllBytes(file.orElseThrow()));
    assertThat(Quotation.differences(source, text)).isEmpty();
  }

  private static String sha256(Path file) {
    try {
      return Files.isRegularFile(file) ? CanonicalJson.sha256(Files.readAllBytes(file)) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
