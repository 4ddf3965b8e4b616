package dev.indicia.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A small rulebook of an invented country, in a folder where a test may spoil it: three indicators,
 * of which one joins two items, a vocabulary, one source of our own writing and one disagreement.
 */
final class TinyRulebook {
  /** Where it stands, unspoilt. */
  static final Path FOLDER = Path.of("src/test/resources/rulebooks/veldmark-wardens");

  /** The text that its source quotes. */
  static final Path TEXT = Path.of("src/test/resources/sources/mill-gazette.txt");

  /** Compiled once: most slips are not in the rules. */
  private static final Optional<Rules> COMPILED =
      new RuleCompiler(filesIn(FOLDER), problem -> {}).rules();

  private final Path folder;

  private TinyRulebook(Path folder) {
    this.folder = folder;
  }

  /** A copy in another folder. */
  static TinyRulebook copiedTo(Path folder) {
    try (Stream<Path> paths = Files.walk(FOLDER)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(FOLDER.relativize(path).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TinyRulebook(folder);
  }

  /** Its folder. */
  Path folder() {
    return folder;
  }

  /** Replaces words that stand once in a file. */
  TinyRulebook replace(String file, String words, String others) {
    String text = read(file);
    int first = text.indexOf(words);
    assertThat(first >= 0 && text.indexOf(words, first + 1) < 0)
        .as("'%s' stands once in %s", words, file)
        .isTrue();
    return write(file, text.replace(words, others));
  }

  /** Writes a file. */
  TinyRulebook write(String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Takes a file out. */
  TinyRulebook delete(String file) {
    try {
      Files.delete(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The text of a file. */
  String read(String file) {
    try {
      return Files.readString(folder.resolve(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads it, with its rules as they stand. */
  Rulebook load() throws InvalidRulebookException {
    return RulebookLoader.load(filesIn(folder));
  }

  /** Its problems, each as it is shown, with its rules as they stand. */
  List<String> problems() {
    return problems(() -> load());
  }

  /** Its problems, each as it is shown, with the unspoilt rules. */
  List<String> problemsBesideTheRules() {
    RulebookFiles files = filesIn(folder);
    return problems(() -> RulebookLoader.load(files, sink -> new UnspoiltRules(files, sink)));
  }

  /** Loads a rulebook. */
  private interface Load {
    Rulebook load() throws InvalidRulebookException;
  }

  private static List<String> problems(Load load) {
    try {
      load.load();
      return List.of();
    } catch (InvalidRulebookException e) {
      assertThat(e.problems()).isSorted();
      assertThat(e).hasMessage(String.join("\n", e.problems().stream().map(p -> "" + p).toList()));
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  private static RulebookFiles filesIn(Path folder) {
    try {
      return RulebookFiles.in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rules as they are written, and as they were compiled before. */
  private record UnspoiltRules(RuleCompiler written) implements RuleBase {
    UnspoiltRules(RulebookFiles files, Consumer<Problem> problems) {
      this(new RuleCompiler(files, problems));
    }

    @Override
    public List<Rule> rulesOf(String indicator) {
      return written.rulesOf(indicator);
    }

    @Override
    public Optional<Rules> rules() {
      return COMPILED;
    }
  }
}
