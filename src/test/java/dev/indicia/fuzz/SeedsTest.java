package dev.indicia.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.indicia.evaluation.BuiltInRulebook;
import dev.indicia.profile.ProfileReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void readsEveryProfileThatIsMadeFromTheSchema() {
    ProfileReader reader = new ProfileReader(BuiltInRulebook.get().terms());
    assertThat(Seeds.profiles())
        .hasSizeGreaterThan(100)
        .allSatisfy(
            profile ->
                assertThatCode(() -> reader.read(profile, LocalDate.EPOCH))
                    .as(new String(profile, UTF_8))
                    .doesNotThrowAnyException());
  }

  @Test
  void hasTheWordsOfTheSchemaInTheDictionary() {
    assertThat(Seeds.dictionary().lines())
        .contains(
            "\"\\\"familyTies\\\":\"",
            "\"\\\"niece-or-nephew\\\"\"",
            "\"\\\"present\\\"\"",
            "\"\\\"2016-02-29\\\"\"")
        .allMatch(line -> line.matches("\"([^\"\\\\]|\\\\.)+\""));
  }
}
