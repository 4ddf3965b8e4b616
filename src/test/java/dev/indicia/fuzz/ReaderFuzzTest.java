package dev.indicia.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.indicia.evaluation.BuiltInRulebook;
import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import dev.indicia.profile.Fault;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Any bytes are a profile, or are refused in words that repeat nothing of them. */
class ReaderFuzzTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static final Set<String> MALFORMED =
      Set.of(
          "empty",
          "byte-order-mark",
          "not-utf-8",
          "malformed",
          "trailing-content",
          "duplicate-key",
          "lone-surrogate",
          "too-deep",
          "too-long");

  private static final Set<String> INVALID =
      Set.of(
          "type",
          "required",
          "not-allowed",
          "pattern",
          "length",
          "unknown-field",
          "no-such-date",
          "year-out-of-range",
          "ends-before-it-begins",
          "unassigned-country",
          "duplicate-statement",
          "unknown-statement",
          "not-stated-pointer");

  private static final Pattern POINTER = Pattern.compile("(/([^~/]|~0|~1)*+)*+", Pattern.DOTALL);

  /** Longer than any message: a list of all fields, and what was probably meant. */
  private static final int LONGEST_MESSAGE = 1_000;

  private static final ProfileReader READER = new ProfileReader(BuiltInRulebook.get().terms());

  /** What became of some bytes: a profile, or the refusal that says why there is none. */
  private record Outcome(Object words, boolean read) {}

  @MethodSource("dev.indicia.fuzz.Seeds#documents")
  @FuzzTest
  void readsOrRefusesAnyBytes(byte[] bytes) throws Exception {
    Outcome outcome = TimeLimit.hold(() -> read(bytes));
    int sample = Canary.sample(bytes);
    if (outcome.read() || sample % 8 == 0) {
      assertThat(read(bytes)).isEqualTo(outcome);
    }
    if (sample % 4 == 1) {
      TimeLimit.hold(() -> read(Canary.into(bytes)));
    }
  }

  private static Outcome read(byte[] bytes) throws MalformedJsonException {
    try {
      Profile profile = READER.read(bytes, TODAY);
      return new Outcome(checked(bytes, profile), true);
    } catch (MalformedJsonException refused) {
      check(refused);
      return new Outcome(
          refused.line() + ":" + refused.column() + ": " + refused.getMessage(), false);
    } catch (InvalidProfileException refused) {
      check(refused.faults(), StrictJson.read(bytes));
      return new Outcome(refused.faults(), false);
    }
  }

  /** A profile in canonical form is the same profile. */
  private static List<Object> checked(byte[] bytes, Profile profile)
      throws MalformedJsonException, InvalidProfileException {
    Profile again = READER.read(CanonicalJson.bytes(StrictJson.read(bytes)), TODAY);
    List<Object> words = words(profile);
    assertThat(words(again)).isEqualTo(words);
    return words;
  }

  private static List<Object> words(Profile profile) {
    return List.of(
        profile.sha256(),
        profile.asOf(),
        profile.values(),
        profile.notStated(),
        profile.unrecognised(),
        profile.citedStatements(),
        profile.items().size(),
        profile.unrecorded().size());
  }

  private static void check(MalformedJsonException refused) {
    assertThat(MALFORMED).contains(refused.code());
    assertThat(refused.line()).isPositive();
    assertThat(refused.column()).isPositive();
    checkMessage(refused.getMessage());
  }

  private static void check(List<Fault> faults, JsonNode document) {
    if (faults.isEmpty()) {
      fail("It is refused without a fault.");
    }
    Fault last = null;
    for (Fault fault : faults) {
      if (!INVALID.contains(fault.code())) {
        fail("No such code: " + fault);
      }
      if (last != null && Fault.ORDER.compare(last, fault) > 0) {
        fail("Out of order: " + fault);
      }
      if (!POINTER.matcher(fault.pointer()).matches()
          || document.at(parent(fault.pointer())).isMissingNode()) {
        fail("It leads nowhere: " + fault);
      }
      checkMessage(fault.message());
      last = fault;
    }
  }

  private static String parent(String pointer) {
    return pointer.isEmpty() ? "" : pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private static void checkMessage(String message) {
    if (message.isBlank() || message.length() > LONGEST_MESSAGE || Canary.isIn(message)) {
      fail("A message is empty, too long, or repeats a value: " + message);
    }
  }
}
