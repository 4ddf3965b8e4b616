package dev.indicia.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.indicia.evaluation.BuiltInRulebook;
import dev.indicia.evaluation.Evaluator;
import dev.indicia.evaluation.EvidenceSummaryText;
import dev.indicia.evaluation.EvidenceSummaryWriter;
import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import java.time.LocalDate;

/**
 * Any bytes are a profile or are refused. In {@code mvn verify} the kept inputs alone are run;
 * {@code mvn -P fuzz test} looks for new ones, guided by coverage of our code, Jackson and the
 * schema validator.
 */
class ProfileFuzzTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static final Evaluator EVALUATOR = new Evaluator(BuiltInRulebook.get());
  private static final EvidenceSummaryWriter WRITER =
      new EvidenceSummaryWriter(BuiltInRulebook.get());
  private static final ProfileReader READER = EVALUATOR.profileReader();

  @FuzzTest(maxDuration = "25m")
  void readsOrRefusesAndAnswersTheSameTwice(byte[] body) throws MalformedJsonException {
    Profile profile;
    try {
      profile = READER.read(body, TODAY);
    } catch (MalformedJsonException | InvalidProfileException refused) {
      return;
    }
    byte[] once = WRITER.write(EVALUATOR.evaluate(profile));
    assertThat(WRITER.write(EVALUATOR.evaluate(profile))).isEqualTo(once);
    assertThat(CanonicalJson.bytes(StrictJson.read(once))).isEqualTo(once);
    assertThat(EvidenceSummaryText.of(EVALUATOR.evaluate(profile))).isNotBlank();
  }
}
