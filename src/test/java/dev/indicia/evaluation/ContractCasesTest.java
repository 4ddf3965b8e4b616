package dev.indicia.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.indicia.evaluation.EvidenceSummary.Entry;
import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import dev.indicia.profile.InvalidProfileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every reading of the contract's {@code cases.json}, wherever the contract is. */
class ContractCasesTest {
  private final Evaluator evaluator = new Evaluator(BuiltInRulebook.get());

  @TestFactory
  List<DynamicTest> readsEveryCaseAsTheContractDoes() throws IOException, MalformedJsonException {
    Path cases = Path.of(System.getProperty("indicia.contract", "none"), "cases.json");
    Assumptions.assumeTrue(
        Files.exists(cases), "skipped: the contract is not here, so its cases were not read");
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, JsonNode> indicator :
        StrictJson.read(Files.readAllBytes(cases)).properties()) {
      for (JsonNode reading : indicator.getValue()) {
        tests.add(
            dynamicTest(
                indicator.getKey() + ": " + reading.at("/profile/caseReference").stringValue(),
                () -> check(indicator.getKey(), reading)));
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(355);
    return tests;
  }

  private void check(String indicator, JsonNode expected)
      throws MalformedJsonException, InvalidProfileException {
    byte[] profile = CanonicalJson.write(expected.get("profile")).getBytes(StandardCharsets.UTF_8);
    EvidenceSummary summary =
        evaluator.evaluate(evaluator.profileReader().read(profile, LocalDate.EPOCH));
    Entry entry =
        summary.entries().stream()
            .filter(one -> one.indicator().id().equals(indicator))
            .findFirst()
            .orElseThrow();
    assertThat(entry.status().code()).isEqualTo(expected.get("status").stringValue());
    assertThat(entry.facts().stream().map(Fact::pointer).toList())
        .isEqualTo(texts(expected.get("facts")));
    List<String> missing = entry.missing().stream().map(gap -> gap.missing().pointer()).toList();
    if (expected.hasNonNull("missing")) {
      assertThat(missing).isEqualTo(texts(expected.get("missing")));
    } else if (entry.status().code().equals("not-stated")) {
      assertThat(missing).isNotEmpty();
    }
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::stringValue).toList();
  }
}
