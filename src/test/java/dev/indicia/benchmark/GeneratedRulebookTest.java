package dev.indicia.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.evaluation.EvidenceSummary;
import dev.indicia.profile.Profile;
import dev.indicia.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A comparison is fair if both sides find the same, and growth is one of the rulebook alone. */
class GeneratedRulebookTest {
  @Test
  void findsInPlainJavaWhatItsRulesFindAndLinksAsManyPassagesAtEachSize() throws Exception {
    for (int[] size : List.of(new int[] {45, 300}, new int[] {60, 1_000})) {
      GeneratedRulebook generated = new GeneratedRulebook(size[0], size[1]);
      Rulebook rulebook = generated.load();
      Evaluator evaluator = new Evaluator(rulebook);
      Profile profile =
          evaluator.profileReader().read(GeneratedRulebook.profile(), LocalDate.EPOCH);
      assertThat(profile.items()).hasSize(25);
      assertThat(profile.unrecognised()).isEmpty();
      assertThat(PlainRegisterTest.lines(generated.plainRules().findings(profile)))
          .isEqualTo(PlainRegisterTest.lines(rulebook.rules().findings(profile)));
      EvidenceSummary summary = evaluator.evaluate(profile);
      assertThat(summary.entries().stream().map(entry -> entry.status().code()))
          .hasSize(size[0])
          .filteredOn(status -> status.equals("matched"))
          .hasSize(28);
      assertThat(summary.entries().stream().mapToInt(entry -> entry.links().size()).sum())
          .isEqualTo(GeneratedRulebook.LINKED_PASSAGES);
    }
  }
}
