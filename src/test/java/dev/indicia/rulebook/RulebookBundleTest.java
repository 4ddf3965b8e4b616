package dev.indicia.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rulebook that the build carries is the one that stands in the folder. */
class RulebookBundleTest {
  private static final Path FOLDER = Path.of("rules/iran-mek");

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
}
