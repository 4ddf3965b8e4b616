package dev.indicia.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.indicia.json.MalformedJsonException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads profiles that were damaged at random, the same ones in every run: whatever comes in, the
 * reader answers with a profile or with one of its two refusals, and no message repeats a value.
 */
class ProfileReaderMutationTest {
  private static final int MUTANTS = 1_500;

  /** A value of the profile that no message may hold. */
  private static final String CANARY = "Kanariya-7Q";

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private static final String SEED =
      """
      {"profileVersion":1,"caseReference":"CANARY","kind":"synthetic","asOf":"2026-01-01",
       "statements":[
        {"id":"CANARY","assertedBy":"applicant","date":"2025-03","language":"fa",
         "interpreted":true,"locator":"CANARY"},
        {"id":"s2","assertedBy":"document","date":null,"interpreted":null}],
       "notStated":{"/incidents":"pending","/residences/0/to":"asked-unknown",
        "/proceedings/0/allegedActs":"not-in-file"},
       "affiliations":[{"organisation":"CANARY","role":"member","basis":"held",
        "attributedBy":null,"from":"2003~","to":"present","position":"CANARY",
        "statements":["CANARY","s2"],"note":"CANARY"}],
       "familyTies":[{"relation":"sibling","organisation":"wardens","role":"unknown",
        "basis":"attributed","fate":["killed","unknown"],"fateDate":"1988?","country":"NO"}],
       "residences":[{"country":"SE","place":"CANARY","from":"2013-05-01"},{"place":"Mill"}],
       "proceedings":[{"case":"CANARY","country":"NO","stage":"conviction",
        "allegedActs":["CANARY","trespass"],"organisation":"wardens","court":"CANARY",
        "date":"2016-02-29%","presence":"absent","absenceReason":"abroad",
        "sentence":{"types":["imprisonment","fine"],"duration":"P1Y6M","carriedOut":false},
        "statements":["s2"]},{}],
       "detentions":[{"case":"CANARY","from":"2010","to":"2011","treatment":["CANARY"]}],
       "activities":[{"type":"vigil","country":"SE","date":"2020","visibility":"public"}],
       "armedActivity":[],
       "incidents":null,
       "returns":[{"country":"NO","kind":"foreseen","date":"2027"}]}
      """
          .replace("CANARY", CANARY);

  private static final List<String> TEXTS =
      List.of(
          CANARY,
          CANARY + "\u0000\uFEFF\u202E",
          "",
          " ",
          "1404-05-01",
          "۱۴۰۴",
          "2016-02-30",
          "9999-99-99",
          "0000",
          "-999999999-01-01",
          "present",
          "unknown",
          "XX",
          "/",
          "~",
          "%",
          "/notStated/~1notStated",
          "/statements/0/id",
          "a".repeat(300),
          "😀".repeat(2_600),
          "\uFDFA".repeat(90),
          "P" + "1".repeat(3_000),
          "/a".repeat(600),
          "(".repeat(90));

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "1",
          "1.0",
          "-1",
          "0.5",
          "1e999",
          "-1e-999",
          "12345678901234567890",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[{}]",
          "[1,\"x\",null]",
          "{\"id\":\"s2\"}",
          "{\"types\":[null]}",
          "{\"\":{}}",
          "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]");

  private static final List<String> KEYS =
      List.of(
          "",
          "/",
          "~",
          "profileVersion",
          "asOf",
          "statements",
          "notStated",
          "affiliations",
          "returns",
          "country",
          "place",
          "from",
          "to",
          "date",
          "sentence",
          "types",
          "fate",
          "relation",
          CANARY,
          "/" + CANARY,
          "/familyTies",
          "/familyTies/0/fate",
          "/proceedings/0/sentence/types/0",
          "/notStated",
          "/returns/0",
          "/a/b/c/d/e/f",
          "k".repeat(5_000),
          "/k".repeat(3_000),
          "/" + "9".repeat(90),
          "$ref",
          "é");

  private final JsonMapper mapper = JsonMapper.builder().build();

  private enum Outcome {
    READ,
    INVALID,
    MALFORMED
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20261121})
  void answersADamagedProfileWithAProfileOrARefusalThatRepeatsNoValue(long seed) {
    Random random = new Random(seed);
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(random);
      outcomes.merge(outcome(mutant), 1, Integer::sum);
    }
    // Damage of every degree, or the test would prove less than it says.
    assertThat(outcomes)
        .hasEntrySatisfying(Outcome.READ, count -> assertThat(count).isGreaterThan(50))
        .hasEntrySatisfying(Outcome.INVALID, count -> assertThat(count).isGreaterThan(500))
        .hasEntrySatisfying(Outcome.MALFORMED, count -> assertThat(count).isGreaterThan(50));
  }

  private static Outcome outcome(byte[] json) {
    try {
      new ProfileReader(new FewTerms()).read(json, TODAY);
      return Outcome.READ;
    } catch (MalformedJsonException e) {
      assertThat(e.code() + e.getMessage()).doesNotContain(CANARY);
      return Outcome.MALFORMED;
    } catch (InvalidProfileException e) {
      assertThat(e.getMessage()).doesNotContain(CANARY);
      assertThat(e.faults()).isNotEmpty().isSortedAccordingTo(Fault.ORDER);
      for (Fault fault : e.faults()) {
        assertThat(fault.code() + fault.message()).doesNotContain(CANARY);
      }
      return Outcome.INVALID;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("Thrown for: " + new String(json, UTF_8), e);
    }
  }

  private byte[] mutant(Random random) {
    JsonNode root = mapper.readTree(SEED);
    for (int edits = random.nextInt(3) + 1; edits > 0; edits--) {
      mutate(random, root);
    }
    byte[] bytes = mapper.writeValueAsString(root).getBytes(UTF_8);
    if (random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private void mutate(Random random, JsonNode root) {
    List<JsonNode> holders = new ArrayList<>();
    collect(root, holders);
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    if (holder instanceof ObjectNode object) {
      List<String> names = List.copyOf(object.propertyNames());
      String name =
          names.isEmpty() || random.nextInt(4) == 0
              ? KEYS.get(random.nextInt(KEYS.size()))
              : names.get(random.nextInt(names.size()));
      switch (random.nextInt(5)) {
        case 0 -> object.remove(name);
        case 1 -> {
          JsonNode value = object.remove(name);
          if (value != null) {
            object.set(KEYS.get(random.nextInt(KEYS.size())), value);
          }
        }
        default -> object.set(name, value(random, holders));
      }
    } else if (holder instanceof ArrayNode array) {
      int index = array.isEmpty() ? 0 : random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> {
          if (!array.isEmpty()) {
            array.remove(index);
          }
        }
        case 1 -> {
          for (int copies = random.nextInt(260); copies > 0 && !array.isEmpty(); copies--) {
            array.add(array.get(index).deepCopy());
          }
        }
        default -> array.insert(index, value(random, holders));
      }
    }
  }

  private JsonNode value(Random random, List<JsonNode> holders) {
    return switch (random.nextInt(5)) {
      case 0 -> mapper.readTree(VALUES.get(random.nextInt(VALUES.size())));
      case 1 -> holders.get(random.nextInt(holders.size())).deepCopy();
      default -> JsonNodeFactory.instance.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
    };
  }

  private static void collect(JsonNode node, List<JsonNode> holders) {
    if (node.isContainer()) {
      holders.add(node);
      node.forEach(child -> collect(child, holders));
    }
  }
}
