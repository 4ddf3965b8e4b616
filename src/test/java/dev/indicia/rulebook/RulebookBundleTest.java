package dev.indicia.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulebookBundleTest {
  private static final Path FOLDER = Path.of("rules/iran-mek");
  private static final String RULE = "indicators/weir-vigil/rule.drl";

  @TempDir private Path folder;

  @Test
  void carriesTheFolderAsItStands() throws IOException, InvalidRulebookException {
    Rulebook bundled = RulebookBundle.load();
    Rulebook loaded = RulebookLoader.load(RulebookFiles.in(FOLDER));
    assertThat(bundled.hashes()).isEqualTo(loaded.hashes()).isNotEmpty();
    assertThat(bundled.sha256()).isEqualTo(loaded.sha256());
    assertThat(bundled.indicators()).isEqualTo(loaded.indicators());
    assertThat(bundled.disagreements()).isEqualTo(loaded.disagreements());
    assertThat(bundled.library().sources()).isEqualTo(loaded.library().sources());
    assertThat(bundled.vocabulary().folded()).isEqualTo(loaded.vocabulary().folded()).isNotEmpty();
  }

  @Test
  void takesThePlaceOfAnEarlierBundleAndLeavesOtherClassesAlone()
      throws IOException, InvalidRulebookException {
    TinyRulebook book = TinyRulebook.copiedTo(folder.resolve("book"));
    Path classes = folder.resolve("build/classes");
    Path other = Files.createDirectories(classes.resolve("dev")).resolve("Other.class");
    Files.writeString(other, "");
    bundle(book, classes);
    List<String> earlier = filesIn(classes);

    book.replace(RULE, "The applicant stood in a vigil", "The applicant held a vigil");
    bundle(book, classes);
    Path fresh = folder.resolve("fresh/classes");
    bundle(book, fresh);

    assertThat(earlier).contains("dev/Other.class");
    assertThat(earlier.containsAll(filesIn(fresh))).as("the classes have other names").isFalse();
    Files.delete(other);
    assertThat(filesIn(classes)).isEqualTo(filesIn(fresh));
  }

  private static void bundle(TinyRulebook book, Path classes)
      throws IOException, InvalidRulebookException {
    RulebookBundle.main(new String[] {book.folder().toString(), classes.toString()});
  }

  private static List<String> filesIn(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> classes.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
