package dev.indicia.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProfileReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private static final String KIND = "This is not the kind of value that is asked for. Allowed: ";
  private static final String FORM = "This does not have the form that is asked for. Allowed: ";
  private static final String VALUE = "This is not one of the allowed values. Allowed: ";
  private static final String FIELD = "There is no field of this name here. Known fields: ";
  private static final String REQUIRED = "This field is required. Allowed: ";
  private static final String MORE = "There are more entries here than are read. Allowed: ";
  private static final String DATE =
      "a date of the Gregorian calendar from 1900 to 2100, YYYY, YYYY-MM or YYYY-MM-DD, with ~"
          + " (approximate), ? (uncertain) or % (both) at its end where needed";
  private static final String COUNTRY =
      "an assigned country code of ISO 3166-1, two capital letters, such as FR or SE";
  private static final String REFERENCE =
      "1 to 64 letters, digits and signs of . _ / -, a letter or digit first";
  private static final String GROUPS =
      "profileVersion, caseReference, kind, asOf, statements, notStated, affiliations, familyTies,"
          + " residences, proceedings, detentions, activities, armedActivity, incidents, returns";
  private static final String NO_SUCH_DATE =
      "This day or month does not exist in the Gregorian calendar. Allowed: YYYY, YYYY-MM or"
          + " YYYY-MM-DD, a real date from 1900 to 2100, with ~, ? or % at its end where needed.";
  private static final String BELOW_1900 =
      " The year is below 1900: the Gregorian year is asked for.";

  private static Profile read(String json) {
    return read(json, null);
  }

  private static Profile read(String json, @Nullable LocalDate asOf) {
    try {
      return new ProfileReader(new FewTerms()).read(json.getBytes(UTF_8), TODAY, asOf);
    } catch (MalformedJsonException e) {
      throw new AssertionError(e);
    } catch (InvalidProfileException e) {
      throw new AssertionError(e.faults().toString(), e);
    }
  }

  /** A profile with what it must have and these members. */
  private static String profile(String members) {
    return "{\"profileVersion\":1,\"caseReference\":\"A-1\",\"kind\":\"synthetic\""
        + (members.isEmpty() ? "" : ",")
        + members
        + "}";
  }

  /** The faults of a document, each as {@code pointer: code: message}. */
  private static List<String> faultsOf(String json) {
    try {
      new ProfileReader(new FewTerms()).read(json.getBytes(UTF_8), TODAY);
      return List.of();
    } catch (MalformedJsonException e) {
      throw new AssertionError(e);
    } catch (InvalidProfileException e) {
      return e.faults().stream()
          .map(fault -> fault.pointer() + ": " + fault.code() + ": " + fault.message())
          .toList();
    }
  }

  private static List<String> faults(String members) {
    return faultsOf(profile(members));
  }

  // --- what the schema says

  static Stream<Arguments> schemaFaults() {
    return Stream.of(
        arguments(
            "type: a list for the whole profile",
            "[]",
            ": type: " + KIND + "an object with fields among " + GROUPS + "."),
        arguments(
            "type: null for the whole profile",
            "null",
            ": type: " + KIND + "an object with fields among " + GROUPS + "."),
        arguments(
            "type: an object for a fact group",
            profile("\"returns\":{}"),
            "/returns: type: " + KIND + "a list of at most 200 entries."),
        arguments(
            "type: a text for an item",
            profile("\"returns\":[\"FR\"]"),
            "/returns/0: type: "
                + KIND
                + "an object with fields among country, date, kind, statements, note."),
        arguments(
            "type: null for a required field",
            profile("\"returns\":[{\"country\":null}]"),
            "/returns/0/country: type: " + KIND + COUNTRY + "."),
        arguments(
            "type: a number for an optional date",
            profile("\"returns\":[{\"country\":\"FR\",\"date\":2016}]"),
            "/returns/0/date: type: " + KIND + DATE + "."),
        arguments(
            "type: a text for true or false",
            profile(
                "\"statements\":[{\"id\":\"s\",\"assertedBy\":\"document\","
                    + "\"interpreted\":\"yes\"}]"),
            "/statements/0/interpreted: type: " + KIND + "true or false."),
        arguments(
            "type: a text for a list of terms",
            profile("\"proceedings\":[{\"allegedActs\":\"trespass\"}]"),
            "/proceedings/0/allegedActs: type: " + KIND + "a list of at most 50 entries."),
        arguments(
            "type: a number for one of a list of terms",
            profile("\"proceedings\":[{\"allegedActs\":[\"trespass\",5]}]"),
            "/proceedings/0/allegedActs/1: type: " + KIND + "a text of 1 to 200 characters."),
        arguments(
            "type: a list for the reasons",
            profile("\"notStated\":[]"),
            "/notStated: type: " + KIND + "an object of at most 200 entries."),
        arguments(
            "type: a number for the language",
            profile("\"statements\":[{\"id\":\"s\",\"assertedBy\":\"document\",\"language\":5}]"),
            "/statements/0/language: type: " + KIND + "a text of at most 35 characters."),
        arguments(
            "const: another version",
            "{\"profileVersion\":2,\"caseReference\":\"A-1\",\"kind\":\"live\"}",
            "/profileVersion: not-allowed: " + VALUE + "the number 1."),
        arguments(
            "const: the version as a text",
            "{\"profileVersion\":\"1\",\"caseReference\":\"A-1\",\"kind\":\"live\"}",
            "/profileVersion: not-allowed: " + VALUE + "the number 1."),
        arguments(
            "enum: null where null is not allowed",
            "{\"profileVersion\":1,\"caseReference\":\"A-1\",\"kind\":null}",
            "/kind: not-allowed: " + VALUE + "synthetic, live."),
        arguments(
            "enum: a word that is near none",
            profile("\"familyTies\":[{\"relation\":\"unknown\"}]"),
            "/familyTies/0/relation: not-allowed: "
                + VALUE
                + "parent, child, sibling, spouse, grandparent, grandchild, aunt-or-uncle,"
                + " niece-or-nephew, cousin, in-law, other."),
        arguments(
            "enum: a near miss",
            profile("\"affiliations\":[{\"organisation\":\"x\",\"role\":\"Members\"}]"),
            "/affiliations/0/role: not-allowed: "
                + VALUE
                + "member, former-member, supporter, unknown. Did you mean 'member'?"),
        arguments(
            "enum: one of a list",
            profile("\"proceedings\":[{\"sentence\":{\"types\":[\"fine\",\"prison\"]}}]"),
            "/proceedings/0/sentence/types/1: not-allowed: "
                + VALUE
                + "death, imprisonment, fine, flogging, exile, travel-ban, confiscation,"
                + " suspended, other."),
        arguments(
            "enum: the reason of an entry of notStated",
            profile("\"notStated\":{\"/returns\":\"not asked\"}"),
            "/notStated/~1returns: not-allowed: "
                + VALUE
                + "not-asked, asked-unknown, asked-declined, not-in-file, pending. Did you mean"
                + " 'not-asked'?"),
        arguments(
            "pattern: a reference with a space",
            "{\"profileVersion\":1,\"caseReference\":\"A 1\",\"kind\":\"live\"}",
            "/caseReference: pattern: " + FORM + REFERENCE + "."),
        arguments(
            "pattern: a reference that ends in a line break",
            "{\"profileVersion\":1,\"caseReference\":\"A-1\\n\",\"kind\":\"live\"}",
            "/caseReference: pattern: " + FORM + REFERENCE + "."),
        arguments(
            "pattern: a date in words",
            profile("\"returns\":[{\"country\":\"FR\",\"date\":\"in spring\"}]"),
            "/returns/0/date: pattern: " + FORM + DATE + "."),
        arguments(
            "pattern: asOf without leading zeros",
            profile("\"asOf\":\"2026-2-1\""),
            "/asOf: pattern: " + FORM + "a real day of the Gregorian calendar, YYYY-MM-DD."),
        arguments(
            "pattern: the id of a statement",
            profile("\"statements\":[{\"id\":\"s 1\",\"assertedBy\":\"document\"}]"),
            "/statements/0/id: pattern: " + FORM + "1 to 32 letters, digits and hyphens."),
        arguments(
            "pattern: a duration without its P",
            profile("\"proceedings\":[{\"sentence\":{\"types\":[],\"duration\":\"15Y\"}}]"),
            "/proceedings/0/sentence/duration: pattern: "
                + FORM
                + "a duration of ISO 8601 in years, months and days, such as P15Y or P1Y6M."),
        arguments(
            "minLength: an empty term",
            profile("\"affiliations\":[{\"organisation\":\"\"}]"),
            "/affiliations/0/organisation: length: This text is too short. Allowed: a text of 1"
                + " to 200 characters."),
        arguments(
            "required: nothing at all",
            "{\"caseReference\":\"A-1\",\"kind\":\"live\"}",
            "/profileVersion: required: " + REQUIRED + "the number 1."),
        arguments(
            "required: a field of an item",
            profile("\"affiliations\":[{}]"),
            "/affiliations/0/organisation: required: "
                + REQUIRED
                + "a text of 1 to 200 characters."),
        arguments(
            "required: the types of a sentence",
            profile("\"proceedings\":[{\"sentence\":{}}]"),
            "/proceedings/0/sentence/types: required: "
                + REQUIRED
                + "a list of at most 10 entries."),
        arguments(
            "anyOf: a residence with neither country nor place",
            profile("\"residences\":[{\"from\":\"2016\"}]"),
            "/residences/0: required: At least one of these fields must be stated: country,"
                + " place."),
        arguments(
            "anyOf: a residence with a null for both",
            profile("\"residences\":[{\"country\":null,\"place\":null}]"),
            "/residences/0: required: At least one of these fields must be stated: country,"
                + " place."),
        arguments(
            "anyOf: a residence whose only field is of the wrong kind",
            profile("\"residences\":[{\"place\":5}]"),
            "/residences/0/place: type: " + KIND + "a text of 1 to 200 characters."),
        arguments(
            "additionalProperties: a field that is not known",
            profile("\"shoeSize\":44"),
            "/shoeSize: unknown-field: " + FIELD + GROUPS + "."),
        arguments(
            "additionalProperties: a near miss",
            profile("\"familyTie\":[]"),
            "/familyTie: unknown-field: " + FIELD + GROUPS + ". Did you mean 'familyTies'?"),
        arguments(
            "additionalProperties: a near miss in an item",
            profile("\"returns\":[{\"country\":\"FR\",\"dates\":\"2016\"}]"),
            "/returns/0/dates: unknown-field: "
                + FIELD
                + "country, date, kind, statements, note. Did you mean 'date'?"),
        arguments(
            "additionalProperties: the empty name",
            profile("\"\":1"),
            "/: unknown-field: " + FIELD + GROUPS + "."),
        arguments(
            "additionalProperties: a name that a pointer must escape",
            profile("\"a/b~c\":1"),
            "/a~1b~0c: unknown-field: " + FIELD + GROUPS + "."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemaFaults")
  void refusesWhatTheSchemaDoesNotAllow(String what, String json, String fault) {
    assertThat(faultsOf(json)).containsExactly(fault);
  }

  /** Each pattern of the schema is put in words; one that is added must be too. */
  @Test
  void putsEveryPatternOfTheSchemaInWords() throws IOException, MalformedJsonException {
    try (InputStream in = ProfileReader.class.getResourceAsStream("/schemas/profile.json")) {
      JsonNode schema = StrictJson.read(Objects.requireNonNull(in).readAllBytes());
      TreeSet<String> patterns = new TreeSet<>();
      schema.findValuesAsString("pattern", null).forEach(patterns::add);
      // The keys of notStated are checked by rules of their own.
      patterns.remove("^(/[A-Za-z0-9]+){1,6}$");
      assertThat(ProfileSchema.PATTERNS.keySet()).containsExactlyInAnyOrderElementsOf(patterns);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1e0", "10e-1", "1.000000000000000000"})
  void readsTheVersionInEveryFormOfTheNumberOne(String version) {
    String json =
        "{\"profileVersion\":" + version + ",\"caseReference\":\"A-1\",\"kind\":\"live\"}";
    assertThat(read(json).sha256()).isEqualTo(read(json.replace(version, "1")).sha256());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "1.5", "2", "1e1", "1e999", "true", "null", "[]", "{}", "\"1\""})
  void refusesEveryOtherVersion(String version) {
    assertThat(
            faultsOf(
                "{\"profileVersion\":" + version + ",\"caseReference\":\"A-1\",\"kind\":\"live\"}"))
        .containsExactly("/profileVersion: not-allowed: " + VALUE + "the number 1.");
  }

  private static String texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "\"t\"").collect(Collectors.joining(","));
  }

  static Stream<Arguments> atTheLimit() {
    return Stream.of(
        arguments("a term of 1 character", "\"affiliations\":[{\"organisation\":\"x\"}]"),
        arguments(
            "a term of 200 characters",
            "\"affiliations\":[{\"organisation\":\"" + "x".repeat(200) + "\"}]"),
        arguments(
            "a term of 200 characters beyond the basic plane",
            "\"affiliations\":[{\"organisation\":\"" + "😀".repeat(200) + "\"}]"),
        arguments(
            "a note of 2,000 characters beyond the basic plane",
            "\"returns\":[{\"country\":\"FR\",\"note\":\"" + "😀".repeat(2000) + "\"}]"),
        arguments(
            "a label of 64 characters", "\"proceedings\":[{\"case\":\"" + "c".repeat(64) + "\"}]"),
        arguments("50 terms", "\"proceedings\":[{\"allegedActs\":[" + texts(50) + "]}]"),
        arguments(
            "200 items",
            "\"returns\":[" + "{\"country\":\"FR\"},".repeat(199) + "{\"country\":\"FR\"}]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("atTheLimit")
  void readsWhatIsJustShortEnough(String what, String members) {
    assertThat(faults(members)).isEmpty();
  }

  static Stream<Arguments> beyondTheLimit() {
    String text = "This text is too long. Allowed: ";
    return Stream.of(
        arguments(
            "a term of 201 characters",
            "\"affiliations\":[{\"organisation\":\"" + "x".repeat(201) + "\"}]",
            "/affiliations/0/organisation: length: " + text + "a text of 1 to 200 characters."),
        arguments(
            "a note of 2,001 characters beyond the basic plane",
            "\"returns\":[{\"country\":\"FR\",\"note\":\"" + "😀".repeat(2001) + "\"}]",
            "/returns/0/note: length: " + text + "a text of at most 2000 characters."),
        arguments(
            "a note of 9,000 characters beyond the basic plane",
            "\"returns\":[{\"country\":\"FR\",\"note\":\"" + "😀".repeat(9000) + "\"}]",
            "/returns/0/note: length: " + text + "a text of at most 2000 characters."),
        arguments(
            "a label of 65 characters",
            "\"proceedings\":[{\"case\":\"" + "c".repeat(65) + "\"}]",
            "/proceedings/0/case: length: " + text + "a text of 1 to 64 characters."),
        arguments(
            "51 terms",
            "\"proceedings\":[{\"allegedActs\":[" + texts(51) + "]}]",
            "/proceedings/0/allegedActs: length: " + MORE + "a list of at most 50 entries."),
        arguments(
            "201 items",
            "\"returns\":[" + "{\"country\":\"FR\"},".repeat(200) + "{\"country\":\"FR\"}]",
            "/returns: length: " + MORE + "a list of at most 200 entries."),
        arguments(
            "13,000 items",
            "\"returns\":[" + "{\"country\":\"FR\"},".repeat(12_999) + "{\"country\":\"FR\"}]",
            "/returns: length: " + MORE + "a list of at most 200 entries."),
        arguments(
            "the id of a cited statement, of 33 characters",
            "\"returns\":[{\"country\":\"FR\",\"statements\":[\"" + "s".repeat(33) + "\"]}]",
            "/returns/0/statements/0: length: " + text + "a text of at most 32 characters."),
        arguments(
            "a term of 100 KiB",
            "\"affiliations\":[{\"organisation\":\"" + "x".repeat(100 * 1024) + "\"}]",
            "/affiliations/0/organisation: length: " + text + "a text of 1 to 200 characters."),
        arguments(
            "a date of 100 KiB",
            "\"returns\":[{\"country\":\"FR\",\"date\":\"2" + "0".repeat(100 * 1024) + "\"}]",
            "/returns/0/date: pattern: " + FORM + DATE + "."),
        arguments(
            "a duration of 100 KiB",
            "\"proceedings\":[{\"sentence\":{\"types\":[],\"duration\":\"P"
                + "1".repeat(100 * 1024)
                + "\"}}]",
            "/proceedings/0/sentence/duration: length: "
                + text
                + "a duration of ISO 8601 in years, months and days, such as P15Y or P1Y6M."),
        arguments(
            "a field name of 100 KiB, cut where it is shown",
            "\"" + "k".repeat(100 * 1024) + "\":1",
            "/" + "k".repeat(200) + ": unknown-field: " + FIELD + GROUPS + "."),
        arguments(
            "a key of notStated of 100 KiB, cut where it is shown",
            "\"notStated\":{\"" + "/k".repeat(50 * 1024) + "\":\"pending\"}",
            "/notStated/" + "~1k".repeat(100) + ": not-stated-pointer: " + KEY),
        arguments(
            "a key of notStated of 101 characters",
            "\"notStated\":{\"/" + "k".repeat(100) + "\":\"pending\"}",
            "/notStated/~1" + "k".repeat(100) + ": not-stated-pointer: " + KEY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("beyondTheLimit")
  void refusesWhatIsTooLong(String what, String members, String fault) {
    assertThat(faults(members)).containsExactly(fault);
  }

  @Test
  void refusesAReferenceOf100KiB() {
    String json =
        "{\"profileVersion\":1,\"caseReference\":\""
            + "A".repeat(100 * 1024)
            + "\",\"kind\":\"live\"}";
    assertThat(faultsOf(json))
        .containsExactly("/caseReference: pattern: " + FORM + REFERENCE + ".");
  }

  @Test
  void refusesMoreThan200ReasonsAndStillReadsEachOfThem() {
    String reasons =
        IntStream.range(0, 201)
            .mapToObj(i -> "\"/x" + i + "\":\"pending\"")
            .collect(Collectors.joining(","));
    assertThat(faults("\"notStated\":{" + reasons + "}"))
        .hasSize(202)
        .contains("/notStated: length: " + MORE + "an object of at most 200 entries.");
  }

  // --- dates and the calendar

  @ParameterizedTest
  @ValueSource(
      strings = {"1900", "2100", "1900-01", "2100-12-31", "2016~", "2016-02?", "2016-02-29%"})
  void readsADateOfEachPrecisionWithAndWithoutAMark(String date) {
    assertThat(faults("\"returns\":[{\"country\":\"FR\",\"date\":\"" + date + "\"}]")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2015-02-29", "2016-02-30~", "2016-13", "2016-00?", "2016-01-00", "2016-04-31%"})
  void refusesADateThatDoesNotExist(String date) {
    assertThat(faults("\"returns\":[{\"country\":\"FR\",\"date\":\"" + date + "\"}]"))
        .containsExactly("/returns/0/date: no-such-date: " + NO_SUCH_DATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2101", "2101-01-01", "2199-12~", "2150-02-30"})
  void refusesADateAfter2100(String date) {
    assertThat(faults("\"returns\":[{\"country\":\"FR\",\"date\":\"" + date + "\"}]"))
        .containsExactly(
            "/returns/0/date: year-out-of-range: This date is too late. Allowed: dates from 1900 to"
                + " 2100.");
  }

  static Stream<Arguments> yearsOfOtherCalendars() {
    return Stream.of(
        arguments("1899", BELOW_1900),
        arguments("1451", BELOW_1900),
        arguments("1450", solarHijri(2071)),
        arguments("1404-05-01", solarHijri(2025)),
        arguments("1404/5/1", solarHijri(2025)),
        arguments("1360-03~", solarHijri(1981)),
        arguments("۱۳۶۰", solarHijri(1981)),
        arguments("۱۴۰۳/۰۲/۱۱", solarHijri(2024)),
        arguments("١٤٠٣", solarHijri(2024)),
        arguments("1300", solarHijri(1921)),
        arguments("1299", BELOW_1900),
        arguments("0999-01-01", BELOW_1900),
        arguments("۲۰۲۴-۰۵-۰۱", " Write the digits as 0 to 9."),
        arguments("2200", ""),
        arguments("140", ""));
  }

  private static String solarHijri(int year) {
    return BELOW_1900
        + " As a Solar Hijri year it runs from March "
        + year
        + " to March "
        + (year + 1)
        + ".";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("yearsOfOtherCalendars")
  void asksForTheGregorianYearAndNamesThatOfASolarHijriYear(String date, String hint) {
    assertThat(faults("\"detentions\":[{\"from\":\"" + date + "\"}]"))
        .containsExactly("/detentions/0/from: pattern: " + FORM + DATE + "." + hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"presnt", "Present", "presents"})
  void saysThatAnEndMayBePresent(String end) {
    assertThat(faults("\"detentions\":[{\"to\":\"" + end + "\"}]"))
        .containsExactly(
            "/detentions/0/to: pattern: " + FORM + DATE + "; or present. Did you mean 'present'?");
  }

  @Test
  void readsPresentOnlyWhereTheSchemaAllowsIt() {
    assertThat(faults("\"armedActivity\":[{\"from\":\"2027\",\"to\":\"present\"}]"))
        .containsExactly("/armedActivity/0/to: pattern: " + FORM + DATE + ".");
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "2020, 2020",
    "2020-05, 2020-05-01",
    "2020-05-02, 2020-05",
    "2020-05-31, 2020-05",
    "2020-05-02, 2020-05-02",
    "2020-05-02, 2020-05-01~",
    "2020, 2019~",
    "2026-01-01, present"
  })
  void readsAnEndThatIsNotWhollyBeforeTheBeginning(String from, String to) {
    assertThat(faults("\"detentions\":[{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}]"))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "2020, 2019",
    "2020-05-02, 2020-05-01",
    "2020-05, 2020-04-30",
    "2020-06-01, 2020-05",
    "2020-05-03, 2020-05-01~",
    "2021, 2019~"
  })
  void refusesAnEndThatIsWhollyBeforeTheBeginning(String from, String to) {
    assertThat(faults("\"detentions\":[{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}]"))
        .containsExactly(
            "/detentions/0/to: ends-before-it-begins: This ends before it begins: 'to' lies wholly"
                + " before 'from'.");
  }

  @Test
  void refusesAPresentThatIsBeforeTheBeginning() {
    assertThat(
            faults(
                "\"asOf\":\"2025-06-30\",\"detentions\":[{\"from\":\"2025-07\",\"to\":\"present\"}]"))
        .containsExactly(
            "/detentions/0/to: ends-before-it-begins: This ends before it begins: 'to' lies wholly"
                + " before 'from' ('present' is the day of the profile, asOf).");
  }

  @Test
  void comparesNoDatesThatTheSchemaRefuses() {
    assertThat(faults("\"detentions\":[{\"from\":\"2020\",\"to\":\"1399\"}]"))
        .containsExactly(
            "/detentions/0/to: pattern: " + FORM + DATE + "; or present." + solarHijri(2020));
  }

  // --- the day of the profile

  @Test
  void speaksForTodayWhereNoDayIsStated() {
    assertThat(read(profile("")).asOf()).isEqualTo(TODAY);
  }

  @Test
  void speaksForTheDayThatItStates() {
    assertThat(read(profile("\"asOf\":\"2024-02-29\"")).asOf()).isEqualTo("2024-02-29");
  }

  @Test
  void speaksForTheDayThatIsAskedForOverItsOwn() {
    LocalDate asked = LocalDate.of(2020, 1, 1);
    assertThat(read(profile("\"asOf\":\"2024-02-29\""), asked).asOf()).isEqualTo(asked);
  }

  @Test
  void refusesAnAsOfThatDoesNotExist() {
    assertThat(faults("\"asOf\":\"2026-02-29\""))
        .containsExactly(
            "/asOf: no-such-date: This day does not exist in the Gregorian calendar. Allowed:"
                + " YYYY-MM-DD, a real day.");
  }

  @Test
  void refusesAnAsOfThatDoesNotExistEvenIfAnotherDayIsAskedFor() {
    byte[] json = profile("\"asOf\":\"2026-02-29\"").getBytes(UTF_8);
    assertThatThrownBy(() -> new ProfileReader(new FewTerms()).read(json, TODAY, TODAY))
        .isInstanceOf(InvalidProfileException.class);
  }

  @Test
  void refusesAnAsOfOfAnotherCalendar() {
    assertThat(faults("\"asOf\":\"1404-05-01\""))
        .containsExactly(
            "/asOf: year-out-of-range: This day is too early. Allowed: YYYY-MM-DD, a real day from"
                + " 1900 on."
                + solarHijri(2025));
  }

  @Test
  void namesTheGregorianYearOfAnAsOfInPersianDigits() {
    assertThat(faults("\"asOf\":\"۱۴۰۴-۰۵-۰۱\""))
        .containsExactly(
            "/asOf: pattern: "
                + FORM
                + "a real day of the Gregorian calendar, YYYY-MM-DD."
                + solarHijri(2025));
  }

  @Test
  void takesPresentForTheDayOfTheProfile() {
    Profile profile =
        read(profile("\"asOf\":\"2024-02-29\",\"detentions\":[{\"to\":\"present\"}]"));
    assertThat(((Detention) profile.items().get(0)).to().last()).isEqualTo("2024-02-29");
  }

  @Test
  void takesPresentForTheDayThatIsAskedFor() {
    Profile profile =
        read(
            profile("\"asOf\":\"2024-02-29\",\"detentions\":[{\"to\":\"present\"}]"),
            LocalDate.of(2020, 1, 1));
    assertThat(((Detention) profile.items().get(0)).to().first()).isEqualTo("2020-01-01");
  }

  // --- countries

  @ParameterizedTest
  @ValueSource(strings = {"XX", "ZZ", "EU", "XK", "AN", "SU"})
  void refusesACountryCodeThatIsNotAssigned(String code) {
    assertThat(faults("\"returns\":[{\"country\":\"" + code + "\"}]"))
        .containsExactly(
            "/returns/0/country: unassigned-country: ISO 3166-1 assigns no country to this code."
                + " Allowed: an assigned alpha-2 code, such as FR or SE.");
  }

  @Test
  void namesTheCodeOfACodeThatIsOftenTakenForAnother() {
    assertThat(faults("\"returns\":[{\"country\":\"UK\"}]"))
        .containsExactly(
            "/returns/0/country: unassigned-country: ISO 3166-1 assigns no country to this code."
                + " Allowed: an assigned alpha-2 code, such as FR or SE. Did you mean 'GB'?");
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource({"fr, FR", "Se, SE", "NOR, NO", "Norway, NO", "france, FR"})
  void namesTheCodeOfACountryThatIsWrittenOtherwise(String written, String code) {
    assertThat(faults("\"returns\":[{\"country\":\"" + written + "\"}]"))
        .containsExactly(
            "/returns/0/country: pattern: " + FORM + COUNTRY + ". Did you mean '" + code + "'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "F", "FRAN", "F1", "۱۲"})
  void asksForACodeWhereNoCountryIsMeant(String written) {
    assertThat(faults("\"returns\":[{\"country\":\"" + written + "\"}]"))
        .containsExactly("/returns/0/country: pattern: " + FORM + COUNTRY + ".");
  }

  @Test
  void holdsTheCountriesOfEveryGroupToTheirCodes() {
    String item = "\"country\":\"XX\"";
    assertThat(
            faults(
                "\"familyTies\":[{\"relation\":\"other\","
                    + item
                    + "}],\"residences\":[{"
                    + item
                    + "}],\"proceedings\":[{"
                    + item
                    + "}],\"detentions\":[{"
                    + item
                    + "}],\"activities\":[{\"type\":\"x\","
                    + item
                    + "}],\"armedActivity\":[{"
                    + item
                    + "}],\"incidents\":[{\"type\":\"x\","
                    + item
                    + "}],\"returns\":[{"
                    + item
                    + "}]"))
        .extracting(fault -> fault.substring(0, fault.indexOf(':')))
        .containsExactly(
            "/activities/0/country",
            "/armedActivity/0/country",
            "/detentions/0/country",
            "/familyTies/0/country",
            "/incidents/0/country",
            "/proceedings/0/country",
            "/residences/0/country",
            "/returns/0/country");
  }

  // --- statements

  @Test
  void refusesTheIdOfAnotherStatement() {
    assertThat(
            faults(
                "\"statements\":[{\"id\":\"s1\",\"assertedBy\":\"document\"},"
                    + "{\"id\":\"s2\",\"assertedBy\":\"document\"},"
                    + "{\"id\":\"s1\",\"assertedBy\":\"applicant\"}]"))
        .containsExactly(
            "/statements/2/id: duplicate-statement: The statement at /statements/0 has this id too."
                + " Each id stands once.");
  }

  @Test
  void refusesACitedStatementThatIsAbsent() {
    assertThat(faults("\"returns\":[{\"country\":\"FR\",\"statements\":[\"s1\"]}]"))
        .containsExactly(
            "/returns/0/statements/0: unknown-statement: No statement of the profile has this id."
                + " Every cited id must stand under /statements.");
  }

  @Test
  void namesThePlaceOfTheStatementThatWasProbablyMeant() {
    assertThat(
            faults(
                "\"statements\":[{\"id\":\"interview\",\"assertedBy\":\"applicant\"},"
                    + "{\"id\":\"judgment\",\"assertedBy\":\"document\"}],"
                    + "\"returns\":[{\"country\":\"FR\",\"statements\":[\"judgement\"]}]"))
        .containsExactly(
            "/returns/0/statements/0: unknown-statement: No statement of the profile has this id."
                + " Every cited id must stand under /statements. Did you mean the one at"
                + " /statements/1?");
  }

  @Test
  void refusesTheDateOfAStatementThatDoesNotExist() {
    assertThat(
            faults(
                "\"statements\":[{\"id\":\"s\",\"assertedBy\":\"document\","
                    + "\"date\":\"2016-02-30\"}]"))
        .containsExactly("/statements/0/date: no-such-date: " + NO_SUCH_DATE);
  }

  @Test
  void keepsTheStatementsThatAreCitedInTheirOrder() {
    Profile profile =
        read(
            profile(
                "\"statements\":[{\"id\":\"b\",\"assertedBy\":\"document\"},"
                    + "{\"id\":\"c\",\"assertedBy\":\"document\"},"
                    + "{\"id\":\"a\",\"assertedBy\":\"applicant\"}],"
                    + "\"returns\":[{\"country\":\"FR\",\"statements\":[\"a\",\"b\"]}]"));
    assertThat(profile.citedStatements())
        .containsExactly(
            CanonicalJson.Fragment.of(Map.of("assertedBy", "document", "id", "b")),
            CanonicalJson.Fragment.of(Map.of("assertedBy", "applicant", "id", "a")));
  }

  // --- notStated

  private static final String KEY =
      "This key is no pointer that is read. Allowed: one to six segments of letters and digits,"
          + " each after a slash, at most 100 characters in all, such as /familyTies or"
          + " /proceedings/0/court.";
  private static final String NOWHERE =
      "This pointer leads nowhere. Allowed: a fact group, a field that is absent or null, or a list"
          + " with items in it.";
  private static final String STATED =
      "This pointer names something that is stated. Allowed: a fact group, a field that is absent"
          + " or null, or a list with items in it.";

  /** An item of each kind that notStated may name, beside the pointer under test. */
  private static String notStated(String pointer) {
    return "\"notStated\":{\""
        + pointer
        + "\":\"pending\"},\"residences\":[],\"activities\":null,\"proceedings\":[{\"date\":null,"
        + "\"stage\":\"trial\",\"allegedActs\":[\"trespass\"],\"sentence\":{\"types\":[]}},{}]";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/familyTies",
        "/activities",
        "/proceedings",
        "/asOf",
        "/statements",
        "/proceedings/0/date",
        "/proceedings/0/court",
        "/proceedings/0/allegedActs",
        "/proceedings/0/sentence/duration",
        "/proceedings/1/sentence",
        "/proceedings/1/allegedActs"
      })
  void readsAReasonForWhatIsAbsentOrNullAndForAListWithItems(String pointer) {
    assertThat(faults(notStated(pointer))).isEmpty();
  }

  static Stream<Arguments> badPointers() {
    String empty =
        "This pointer names an empty list, and an empty list states 'none'. Leave the list out, or"
            + " leave this entry out.";
    return Stream.of(
        arguments("an unknown group", "/shoes", NOWHERE),
        arguments("a near miss of a group", "/familyTie", NOWHERE + " Did you mean 'familyTies'?"),
        arguments("an unknown field", "/proceedings/0/shoes", NOWHERE),
        arguments(
            "a near miss of a field",
            "/proceedings/0/alegedActs",
            NOWHERE + " Did you mean 'allegedActs'?"),
        arguments("an item beyond the list", "/proceedings/2", NOWHERE),
        arguments("a field of an item beyond the list", "/proceedings/2/date", NOWHERE),
        arguments("an item of a group that is absent", "/familyTies/0/role", NOWHERE),
        arguments("an index with a leading zero", "/proceedings/00/date", NOWHERE),
        arguments("an index that no list has", "/proceedings/99999999999999999999", NOWHERE),
        arguments("a field of a sentence that is absent", "/proceedings/1/sentence/types", NOWHERE),
        arguments("a member beyond a list", "/proceedings/0/allegedActs/1", NOWHERE),
        arguments("an item", "/proceedings/0", STATED),
        arguments("a stated field", "/proceedings/0/stage", STATED),
        arguments("a stated object", "/proceedings/0/sentence", STATED),
        arguments("a member of a list", "/proceedings/0/allegedActs/0", STATED),
        arguments("the reference", "/caseReference", STATED),
        arguments("the reasons themselves", "/notStated", STATED),
        arguments("an empty group", "/residences", empty),
        arguments("an empty list of an item", "/proceedings/0/sentence/types", empty),
        arguments("no pointer", "familyTies", KEY + " Did you mean '/familyTies'?"),
        arguments("the whole profile", "", KEY),
        arguments("a slash alone", "/", KEY),
        arguments("a slash at the end", "/familyTies/", KEY + " Did you mean '/familyTies'?"),
        arguments("seven segments", "/a/b/c/d/e/f/g", KEY),
        arguments("an escape", "/a~1b", KEY),
        arguments("a letter of another script", "/é", KEY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badPointers")
  void refusesAReasonForAnythingElse(String what, String pointer, String message) {
    assertThat(faults(notStated(pointer)))
        .containsExactly(
            Pointers.child("/notStated", pointer) + ": not-stated-pointer: " + message);
  }

  @Test
  void namesEachBadKeyOfNotStated() {
    assertThat(faults("\"notStated\":{\"a\":\"pending\",\"b\":\"pending\"}"))
        .containsExactly(
            "/notStated/a: not-stated-pointer: " + KEY, "/notStated/b: not-stated-pointer: " + KEY);
  }

  @Test
  void keepsTheReasonOfWhatIsNotStated() {
    Profile profile = read(profile("\"notStated\":{\"/familyTies\":\"asked-declined\"}"));
    assertThat(profile.reason("/familyTies")).contains("asked-declined");
  }

  // --- all at once

  @Test
  void namesEveryFaultAtOnceSortedByPlace() {
    String returns =
        IntStream.range(0, 11)
            .mapToObj(i -> i == 2 || i == 10 ? "{\"country\":\"XX\"}" : "{\"country\":\"FR\"}")
            .collect(Collectors.joining(","));
    assertThat(
            faultsOf(
                "{\"profileVersion\":1,\"kind\":\"lives\",\"returns\":["
                    + returns
                    + "],\"residences\":[{\"place\":\"\",\"from\":\"1399\",\"to\":\"2016-02-30\"}],"
                    + "\"notStated\":{\"/shoes\":\"pending\"},\"shoes\":1}"))
        .extracting(fault -> fault.substring(0, fault.indexOf(": ", fault.indexOf(": ") + 1)))
        .containsExactly(
            "/caseReference: required",
            "/kind: not-allowed",
            "/notStated/~1shoes: not-stated-pointer",
            "/residences/0/from: pattern",
            "/residences/0/place: length",
            "/residences/0/to: no-such-date",
            "/returns/2/country: unassigned-country",
            "/returns/10/country: unassigned-country",
            "/shoes: unknown-field");
  }

  @Test
  void saysInItsMessageOnlyHowManyFaultsThereAre() {
    byte[] json = profile("\"secret\":1,\"returns\":[{\"country\":\"secret\"}]").getBytes(UTF_8);
    assertThatThrownBy(() -> new ProfileReader(new FewTerms()).read(json, TODAY))
        .hasMessage("2 faults in the profile");
  }

  @Test
  void speaksOfOneFaultInTheSingular() {
    byte[] json = profile("\"secret\":1").getBytes(UTF_8);
    assertThatThrownBy(() -> new ProfileReader(new FewTerms()).read(json, TODAY))
        .hasMessage("1 fault in the profile");
  }

  @Test
  void namesThePlaceOfWhatIsNotWellFormed() {
    byte[] json = "{\"profileVersion\":1,\n\"kind\":live}".getBytes(UTF_8);
    assertThatThrownBy(() -> new ProfileReader(new FewTerms()).read(json, TODAY))
        .isInstanceOfSatisfying(
            MalformedJsonException.class,
            e -> assertThat(e.line() + ":" + e.column()).isEqualTo("2:8"));
  }

  // --- what is read

  @ParameterizedTest
  @ValueSource(strings = {"\"returns\":null", "\"statements\":null", "\"notStated\":null", ""})
  void readsNullAsAbsent(String members) {
    assertThat(read(profile(members)).unrecorded()).hasSize(FactGroup.values().length);
  }

  @Test
  void holdsAnItemOpenForEachGroupThatIsAbsent() {
    assertThat(read(profile("")).unrecorded())
        .extracting(Item::pointer)
        .containsExactly(
            "/affiliations",
            "/familyTies",
            "/residences",
            "/proceedings",
            "/detentions",
            "/activities",
            "/armedActivity",
            "/incidents",
            "/returns");
  }

  @Test
  void holdsNoItemOpenForAnEmptyGroup() {
    assertThat(read(profile("\"returns\":[]")).unrecorded())
        .extracting(Item::group)
        .doesNotContain(FactGroup.RETURNS);
  }

  @Test
  void holdsAnItemOpenForAGroupThatIsIncomplete() {
    Profile profile =
        read(
            profile("\"returns\":[{\"country\":\"FR\"}],\"notStated\":{\"/returns\":\"pending\"}"));
    Return open =
        profile.unrecorded().stream()
            .filter(Return.class::isInstance)
            .map(Return.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(open.country().is("SE").missing())
        .containsExactly(new Missing("/returns", Cause.INCOMPLETE));
  }

  private static Proceeding proceeding(String fields) {
    return (Proceeding) read(profile("\"proceedings\":[{" + fields + "}]")).items().get(0);
  }

  @Test
  void leavesAnAbsentFieldOpen() {
    assertThat(proceeding("").stage().is("trial").missing())
        .containsExactly(new Missing("/proceedings/0/stage", Cause.ABSENT));
  }

  @Test
  void leavesAnAbsentFieldOpenForNotEqualToo() {
    assertThat(Reading.isNot(proceeding("").stage().is("trial")).isOpen()).isTrue();
  }

  @Test
  void leavesAnUnknownValueOpen() {
    Profile profile =
        read(profile("\"affiliations\":[{\"organisation\":\"wardens\",\"role\":\"unknown\"}]"));
    assertThat(((Affiliation) profile.items().get(0)).role().is("member").missing())
        .containsExactly(new Missing("/affiliations/0/role", Cause.UNKNOWN));
  }

  @Test
  void resolvesATermByItsName() {
    assertThat(proceeding("\"court\":\"Water Court\"").court().code()).contains("water-court");
  }

  @Test
  void leavesATermOpenThatDoesNotResolve() {
    assertThat(proceeding("\"court\":\"Moon Court\"").court().is("water-court").missing())
        .containsExactly(new Missing("/proceedings/0/court", Cause.UNRECOGNISED));
  }

  @Test
  void keepsATermThatDoesNotResolve() {
    Profile profile =
        read(
            profile(
                "\"proceedings\":[{\"allegedActs\":[\"trespass\",\"moonlighting\"],"
                    + "\"court\":\"Moon Court\"}]"));
    assertThat(profile.unrecognised())
        .containsExactly(
            new Profile.UnrecognisedTerm(
                "/proceedings/0/allegedActs/1",
                "moonlighting",
                "act",
                FactGroup.PROCEEDINGS,
                "allegedActs"),
            new Profile.UnrecognisedTerm(
                "/proceedings/0/court", "Moon Court", "court", FactGroup.PROCEEDINGS, "court"));
  }

  @Test
  void findsAMemberOfAListBesideOneThatDoesNotResolve() {
    CodedList acts = proceeding("\"allegedActs\":[\"moonlighting\",\"trespass\"]").allegedActs();
    assertThat(acts.includes("trespass")).isSameAs(Reading.TRUE);
  }

  @Test
  void leavesAListOpenAtTheMemberThatDoesNotResolve() {
    CodedList acts = proceeding("\"allegedActs\":[\"moonlighting\",\"trespass\"]").allegedActs();
    assertThat(acts.includes("libel").missing())
        .containsExactly(new Missing("/proceedings/0/allegedActs/0", Cause.UNRECOGNISED));
  }

  @Test
  void readsAListThatIsCompleteAsItStands() {
    assertThat(proceeding("\"allegedActs\":[\"trespass\"]").allegedActs().includes("libel"))
        .isSameAs(Reading.FALSE);
  }

  @Test
  void leavesAListOpenThatIsIncompleteBesideItsOpenMembers() {
    Profile profile =
        read(
            profile(
                "\"proceedings\":[{\"allegedActs\":[\"moonlighting\"]}],"
                    + "\"notStated\":{\"/proceedings/0/allegedActs\":\"pending\"}"));
    CodedList acts = ((Proceeding) profile.items().get(0)).allegedActs();
    assertThat(acts.includes("libel").missing())
        .containsExactly(
            new Missing("/proceedings/0/allegedActs", Cause.INCOMPLETE),
            new Missing("/proceedings/0/allegedActs/0", Cause.UNRECOGNISED));
  }

  @Test
  void leavesTheTypesOpenOfASentenceThatIsAbsent() {
    assertThat(proceeding("").sentenceTypes().includes("fine").missing())
        .containsExactly(new Missing("/proceedings/0/sentence", Cause.ABSENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "disappeared"})
  void leavesTheFateOpenOfARelativeOfWhomNothingIsKnown(String fate) {
    Profile profile =
        read(profile("\"familyTies\":[{\"relation\":\"cousin\",\"fate\":[\"" + fate + "\"]}]"));
    assertThat(((FamilyTie) profile.items().get(0)).fate().includes("killed").missing())
        .containsExactly(new Missing("/familyTies/0/fate", Cause.UNKNOWN));
  }

  private static Residence residence(String fields) {
    return (Residence) read(profile("\"residences\":[{" + fields + "}]")).items().get(0);
  }

  @ParameterizedTest(name = "in {0} it is {1}")
  @CsvSource({"NO, mill-north", "SE, mill-south", "FR, other"})
  void tellsAnAmbiguousPlaceApartByItsCountry(String country, String code) {
    assertThat(residence("\"place\":\"Mill\",\"country\":\"" + country + "\"").place().code())
        .contains(code);
  }

  @Test
  void leavesAnAmbiguousPlaceOpenAtTheCountry() {
    assertThat(residence("\"place\":\"Mill\"").place().is("mill-north").missing())
        .containsExactly(new Missing("/residences/0/country", Cause.AMBIGUOUS));
  }

  @Test
  void keepsAnAmbiguousPlaceOutOfTheTermsThatDoNotResolve() {
    assertThat(read(profile("\"residences\":[{\"place\":\"Mill\"}]")).unrecognised()).isEmpty();
  }

  @Test
  void leavesTheCountryOpenAtBothOfAPlaceThatDoesNotResolve() {
    assertThat(residence("\"place\":\"Moon\"").whereabouts().is("NO").missing())
        .containsExactlyInAnyOrder(
            new Missing("/residences/0/place", Cause.UNRECOGNISED),
            new Missing("/residences/0/country", Cause.ABSENT));
  }

  @Test
  void comparesLabelsOfCasesAfterFolding() {
    Profile profile =
        read(profile("\"proceedings\":[{\"case\":\"File A\"},{\"case\":\"FILE a\"},{}]"));
    List<Coded> labels =
        profile.items().stream().map(item -> ((Proceeding) item).caseLabel()).toList();
    assertThat(labels.get(0).differsFrom(labels.get(1))).isSameAs(Reading.FALSE);
  }

  @Test
  void leavesTheCaseOpenThatIsNotStated() {
    Profile profile = read(profile("\"proceedings\":[{\"case\":\"A\"},{}]"));
    List<Coded> labels =
        profile.items().stream().map(item -> ((Proceeding) item).caseLabel()).toList();
    assertThat(labels.get(0).differsFrom(labels.get(1)).missing())
        .containsExactly(new Missing("/proceedings/1/case", Cause.ABSENT));
  }

  @Test
  void keepsAnItemAsRecordedWithoutItsNote() {
    Profile profile =
        read(profile("\"returns\":[{\"note\":\"private\",\"kind\":null,\"country\":\"FR\"}]"));
    assertThat(profile.values().get("/returns/0"))
        .hasToString("{\"country\":\"FR\",\"kind\":null}");
  }

  @Test
  void hashesTheCanonicalFormWithItsNotes() {
    String json = profile("\"returns\":[{\"country\":\"FR\",\"note\":\"private\"}]");
    assertThat(read(json).sha256()).isNotEqualTo(read(json.replace("private", "other")).sha256());
  }

  @Test
  void hashesAnyOrderOfKeysAndAnyWhiteSpaceAlike() {
    assertThat(
            read("{ \"kind\":\"live\",\n\"profileVersion\":1, \"caseReference\":\"A\"}").sha256())
        .isEqualTo(
            read("{\"caseReference\":\"A\",\"profileVersion\":1,\"kind\":\"live\"}").sha256());
  }

  @Test
  void readsItemsGroupByGroup() {
    Profile profile =
        read(
            profile(
                "\"returns\":[{\"country\":\"FR\"}],\"affiliations\":[{\"organisation\":\"wardens\"},"
                    + "{\"organisation\":\"wardens\"}]"));
    assertThat(profile.items())
        .extracting(Item::pointer)
        .containsExactly("/affiliations/0", "/affiliations/1", "/returns/0");
  }
}
