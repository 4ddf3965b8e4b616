package dev.indicia.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.indicia.source.Quotation;
import dev.indicia.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads a small rulebook of an invented country, as it stands and with one slip at a time. */
class RulebookLoaderTest {
  private static final String REGISTER = "rulebook.json";
  private static final String FUNCTIONS = "definitions.drl";
  private static final String DISAGREEMENTS = "disagreements.json";
  private static final String ORGANISATIONS = "vocabulary/organisation.json";
  private static final String PLACES = "vocabulary/place.json";
  private static final String SOURCE = "sources/mill-gazette.json";
  private static final String INDICATOR = "indicators/weir-vigil/indicator.json";
  private static final String RULE = "indicators/weir-vigil/rule.drl";
  private static final String SENDS_ONE =
      "rule in this folder sends one: channels[\"findings\"].send( Finding.of( \"weir-vigil\", … ) ).";
  private static final String CASES = "indicators/weir-vigil/cases.json";
  private static final String JOIN = "indicators/detention-after-vigil/rule.drl";

  private static Rulebook unspoilt;

  @TempDir private Path folder;

  @BeforeAll
  static void loadsTheRulebookAsItStands() throws IOException, InvalidRulebookException {
    unspoilt = RulebookLoader.load(RulebookFiles.in(TinyRulebook.FOLDER));
  }

  private static Arguments slip(String what, Consumer<TinyRulebook> slip, String... problems) {
    return arguments(what, slip, List.of(problems));
  }

  private TinyRulebook withA(Consumer<TinyRulebook> slip) {
    TinyRulebook book = TinyRulebook.copiedTo(folder);
    slip.accept(book);
    return book;
  }

  // --- as it stands

  @Test
  void readsTheRegisterInItsOrder() {
    assertThat(unspoilt.indicators())
        .extracting(Indicator::theme, Indicator::id)
        .containsExactly(
            tuple("link", "warden-affiliation"),
            tuple("events", "weir-vigil"),
            tuple("events", "detention-after-vigil"));
  }

  @Test
  void keepsARuleAsItIsWritten() {
    Rule rule = unspoilt.indicator("weir-vigil").orElseThrow().rules().get(0);
    assertThat(rule)
        .isEqualTo(
            new Rule(
                "The applicant stood in a vigil of the River Wardens",
                "indicators/weir-vigil/rule.drl",
                3,
                12,
                """
                rule "The applicant stood in a vigil of the River Wardens"
                when
                    $activity : Activity(
                      $reading : allOf(
                        type.is( "vigil" ),
                        ofTheSociety( organisation ) ),
                      $reading.isTrueOrOpen() )
                then
                    channels["findings"].send( Finding.of( "weir-vigil", $reading, $activity ) );
                end""",
                rule.sha256()));
  }

  @Test
  void givesEachIndicatorItsPassagesInCorpusOrder() {
    assertThat(unspoilt.indicator("warden-affiliation").orElseThrow().passages())
        .extracting(passage -> passage.excerpt().id() + " " + passage.link().stance().code())
        .containsExactly(
            "mill-gazette.entered-in-register documents", "mill-gazette.held-after-vigil context");
  }

  @Test
  void quotesTheTextOfItsSourceWordForWord() throws IOException {
    SourceText text = SourceText.of(Files.readAllBytes(TinyRulebook.TEXT));
    assertThat(Quotation.differences(unspoilt.library().source("mill-gazette").orElseThrow(), text))
        .isEmpty();
  }

  // --- its hash

  @Test
  void hashesEachFileThatSaysSomething() {
    assertThat(unspoilt.hashes().keySet())
        .containsExactly(
            "definitions.drl",
            "disagreements.json",
            "indicators/detention-after-vigil/indicator.json",
            "indicators/detention-after-vigil/rule.drl",
            "indicators/warden-affiliation/indicator.json",
            "indicators/warden-affiliation/rule.drl",
            "indicators/weir-vigil/indicator.json",
            "indicators/weir-vigil/rule.drl",
            "rulebook.json",
            "sources/mill-gazette.json",
            "vocabulary/activity.json",
            "vocabulary/court.json",
            "vocabulary/organisation.json",
            "vocabulary/place.json");
  }

  @Test
  void hasAnotherHashWithAnotherWord() throws InvalidRulebookException {
    TinyRulebook book = TinyRulebook.copiedTo(folder);
    book.replace(INDICATOR, "of the type vigil, of", "of the type vigil and of");
    assertThat(book.load().sha256()).isNotEqualTo(unspoilt.sha256());
  }

  @Test
  void hasTheSameHashWithAnotherCaseAndWithFilesThatAreNoPartOfIt()
      throws InvalidRulebookException {
    TinyRulebook book = TinyRulebook.copiedTo(folder);
    book.replace(CASES, "No activity.", "No activity at all.")
        .write("README.md", "Notes.")
        .write("sources/.draft.json", "{");
    assertThat(book.load().sha256()).isEqualTo(unspoilt.sha256());
  }

  // --- with a slip

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThatThrownBy(() -> RulebookFiles.in(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void refusesAFileForAFolder() {
    assertThatThrownBy(() -> RulebookFiles.in(TinyRulebook.TEXT))
        .isInstanceOf(NotDirectoryException.class);
  }

  static Stream<Arguments> files() {
    return Stream.of(
        slip(
            "no register",
            book -> book.delete(REGISTER),
            "rulebook.json: missing-file: The rulebook has no such file. Write it."),
        slip(
            "no cases",
            book -> book.delete(CASES),
            "indicators/weir-vigil/cases.json: missing-file: The rulebook has no such "
                + "file. Write it."),
        slip(
            "no rule",
            book -> book.delete(RULE),
            "indicators/weir-vigil/rule.drl: missing-file: The indicator has no rule. "
                + "Write one."),
        slip(
            "no indicator file",
            book -> book.delete(INDICATOR),
            "indicators/weir-vigil/indicator.json: missing-file: The rulebook has no "
                + "such file. Write it."),
        slip(
            "no source",
            book -> book.delete(SOURCE),
            "sources/mill-gazette.json: missing-file: The rulebook has no such file. "
                + "Write it."),
        slip(
            "a file that nothing reads",
            book -> book.write("indicators/weir-vigil/case.json", "[]"),
            "indicators/weir-vigil/case.json: unknown-file: A rulebook has no such file. "
                + "Known: rulebook.json, disagreements.json, *.drl, vocabulary/<kind>.json, "
                + "sources/<id>.json, and in indicators/<id>: indicator.json, rule.drl, "
                + "cases.json. Rename it, or take it out."),
        slip(
            "a folder that is not registered",
            book ->
                book.write("indicators/weir-vigils/indicator.json", "{}")
                    .write("indicators/weir-vigils/cases.json", "[]"),
            "indicators/weir-vigils: unknown-indicator: 'weir-vigils' is not in the "
                + "register. List it in rulebook.json, or remove its folder. Did you mean "
                + "'weir-vigil'?"),
        slip(
            "an indicator taken from the register",
            book -> book.replace(REGISTER, ", \"detention-after-vigil\"", ""),
            "indicators/detention-after-vigil: unknown-indicator: "
                + "'detention-after-vigil' is not in the register. List it in rulebook.json, "
                + "or remove its folder.",
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: unknown-indicator: "
                + "'detention-after-vigil' is not in the register.",
            "sources/mill-gazette.json#mill-gazette.held-denied: unknown-indicator: "
                + "'detention-after-vigil' is not in the register."),
        slip(
            "an indicator without a folder",
            book -> book.replace(REGISTER, "\"weir-vigil\", ", "\"weir-vigil\", \"ferry-ride\", "),
            "indicators/ferry-ride/cases.json: missing-file: The rulebook has no such "
                + "file. Write it.",
            "indicators/ferry-ride/indicator.json: missing-file: The rulebook has no "
                + "such file. Write it.",
            "indicators/ferry-ride/rule.drl: missing-file: The indicator has no rule. "
                + "Write one.",
            "sources/mill-gazette.json: not-searched: 'ferry-ride' has neither a passage "
                + "here nor a record under 'searched'. Search the text, and say so."),
        slip(
            "an indicator registered twice",
            book -> book.replace(REGISTER, "\"weir-vigil\", ", "\"weir-vigil\", \"weir-vigil\", "),
            "rulebook.json: duplicate-id: Indicator 'weir-vigil' is registered twice."),
        slip(
            "an id in capitals",
            book -> book.replace(REGISTER, "\"weir-vigil\", ", "\"Weir vigil\", \"weir-vigil\", "),
            "rulebook.json: indicator-id: 'Weir vigil' is no id. Allowed: words in small "
                + "letters joined by hyphens."),
        slip(
            "a theme's id twice",
            book -> book.replace(REGISTER, "\"id\": \"events\"", "\"id\": \"link\""),
            "rulebook.json#/themes/1/id: duplicate-id: Another theme has this id. Rename "
                + "one of them."),
        slip(
            "a register without indicators",
            book ->
                book.replace(REGISTER, "[\"warden-affiliation\"]", "[]")
                    .replace(REGISTER, "[\"weir-vigil\", \"detention-after-vigil\"]", "[]"),
            "disagreements.json#ground-of-custody: unreachable: None of its passages is "
                + "linked to an indicator of the register, so that no summary shows it. Link "
                + "one, or take the disagreement out.",
            "indicators/detention-after-vigil: unknown-indicator: "
                + "'detention-after-vigil' is not in the register. List it in rulebook.json, "
                + "or remove its folder.",
            "indicators/warden-affiliation: unknown-indicator: 'warden-affiliation' is "
                + "not in the register. List it in rulebook.json, or remove its folder.",
            "indicators/weir-vigil: unknown-indicator: 'weir-vigil' is not in the "
                + "register. List it in rulebook.json, or remove its folder.",
            "rulebook.json#/themes: no-indicator: No theme lists an indicator. List "
                + "those of the rulebook.",
            "sources/mill-gazette.json: unknown-indicator: 'weir-vigil' under 'searched' "
                + "is not in the register.",
            "sources/mill-gazette.json#mill-gazette.entered-in-register: "
                + "unknown-indicator: 'warden-affiliation' is not in the register.",
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: unknown-indicator: "
                + "'detention-after-vigil' is not in the register.",
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: unknown-indicator: "
                + "'warden-affiliation' is not in the register.",
            "sources/mill-gazette.json#mill-gazette.held-denied: unknown-indicator: "
                + "'detention-after-vigil' is not in the register."),
        slip(
            "a source listed twice",
            book ->
                book.replace(
                    REGISTER, "[\"mill-gazette\"]", "[\"mill-gazette\", \"mill-gazette\"]"),
            "rulebook.json#/sources: duplicate-id: Source 'mill-gazette' is listed "
                + "twice. Keep one."),
        slip(
            "a source that is not listed",
            book -> book.replace(REGISTER, "[\"mill-gazette\"]", "[]"),
            "sources/mill-gazette.json: not-listed: This source is not listed under "
                + "'sources' in rulebook.json. List it, in corpus order, or remove the file."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void refusesAFolderInWhichAFileIsMissingOrTooMany(
      String what, Consumer<TinyRulebook> slip, List<String> problems) {
    assertThat(withA(slip).problemsBesideTheRules()).isEqualTo(problems);
  }

  static Stream<Arguments> json() {
    return Stream.of(
        slip(
            "malformed JSON in the register",
            book -> book.replace(REGISTER, "\"version\": \"2.1.0\"", "\"version\": 2.1.0"),
            "rulebook.json#3:17: malformed: A comma or a closing brace is expected here."),
        slip(
            "malformed JSON in a source",
            book -> book.replace(SOURCE, "\"length\": 666,", "\"length\": 666"),
            "sources/mill-gazette.json#12:3: malformed: A comma or a closing brace is "
                + "expected here."),
        slip(
            "malformed JSON in a vocabulary",
            book ->
                book.replace(ORGANISATIONS, "\"kind\": \"organisation\"", "\"kind\": organisation"),
            "vocabulary/organisation.json#2:11: malformed: A value is expected here: an "
                + "object, a list, a text in double quotes, a number, true, false or null."),
        slip(
            "malformed JSON in cases",
            book ->
                book.replace(CASES, "\"facts\": [\"/activities/0\"]", "\"facts\": [/activities/0]"),
            "indicators/weir-vigil/cases.json#6:15: malformed: A value is expected here: "
                + "an object, a list, a text in double quotes, a number, true, false or null."),
        slip(
            "malformed JSON in an indicator",
            book -> book.replace(INDICATOR, "\"label\":", "label:"),
            "indicators/weir-vigil/indicator.json#2:3: malformed: A key in double quotes "
                + "is expected here."),
        slip(
            "malformed JSON in the disagreements",
            book -> book.replace(DISAGREEMENTS, "\"id\"", "id"),
            "disagreements.json#3:5: malformed: A key in double quotes is expected here."),
        slip(
            "a key twice",
            book -> book.replace(INDICATOR, "\"label\":", "\"definition\": \"x\", \"label\":"),
            "indicators/weir-vigil/indicator.json#3:3: duplicate-key: The same key "
                + "stands twice in one object. Each key may stand once."),
        slip(
            "a list for an object",
            book -> book.write(INDICATOR, "[]"),
            "indicators/weir-vigil/indicator.json: malformed: This is not an object. A "
                + "JSON object is expected."),
        slip(
            "an object for a list",
            book -> book.write(CASES, "{}"),
            "indicators/weir-vigil/cases.json: malformed: This is not a list. A JSON "
                + "array is expected."),
        slip(
            "a number for a case",
            book -> book.write(CASES, "[1]"),
            "indicators/weir-vigil/cases.json#/0: malformed: This is not an object. One "
                + "is expected."),
        slip(
            "a text for a list",
            book -> book.replace(REGISTER, "[\"mill-gazette\"]", "\"mill-gazette\""),
            "rulebook.json#/sources: malformed: A list of texts that are not blank is "
                + "expected.",
            "sources/mill-gazette.json: not-listed: This source is not listed under "
                + "'sources' in rulebook.json. List it, in corpus order, or remove the file."),
        slip(
            "a blank name",
            book ->
                book.replace(ORGANISATIONS, "[\"Rivierwachters\"]", "[\"Rivierwachters\", \" \"]"),
            "vocabulary/organisation.json#/terms/0/names/nl: malformed: A list of texts "
                + "that are not blank is expected."),
        slip(
            "a text for a number",
            book -> book.replace(SOURCE, "\"length\": 666", "\"length\": \"666\""),
            "sources/mill-gazette.json#/length: malformed: A whole number is expected."),
        slip(
            "a number for a text",
            book ->
                book.replace(
                    SOURCE, "\"prefix\": \"s and ferry people in Veldmark. \"", "\"prefix\": 5"),
            "sources/mill-gazette.json#/excerpts/0/prefix: malformed: A text is expected."),
        slip(
            "a list for an object in an object",
            book ->
                book.replace(
                    SOURCE, "\"facets\": {\"place\": [\"harbour\"]}", "\"facets\": [\"harbour\"]"),
            "sources/mill-gazette.json#/excerpts/1/links/0/facets: malformed: This is "
                + "not an object. One is expected."),
        slip(
            "no day",
            book -> book.replace(SOURCE, "\"on\": \"2026-02-03\"", "\"on\": \"3 February 2026\""),
            "sources/mill-gazette.json#/searched/0/on: malformed: A day of the form "
                + "YYYY-MM-DD is expected."),
        slip(
            "a field that is missing",
            book -> book.replace(INDICATOR, "\"label\": \"Vigil of the River Wardens\",", ""),
            "indicators/weir-vigil/indicator.json#/label: missing-field: This field is "
                + "required. Add it."),
        slip(
            "a blank text",
            book -> book.replace(INDICATOR, "\"Vigil of the River Wardens\"", "\" \""),
            "indicators/weir-vigil/indicator.json#/label: malformed: A text that is not "
                + "blank is expected."),
        slip(
            "an unknown field of the register",
            book -> book.replace(REGISTER, "\"notice\":", "\"notices\": \"x\", \"notice\":"),
            "rulebook.json#/notices: unknown-field: There is no field of this name. "
                + "Known: id, version, title, notice, themes, sources. Did you mean 'notice'?"),
        slip(
            "an unknown field of an indicator",
            book -> book.replace(INDICATOR, "\"definition\": ", "\"defintion\": "),
            "indicators/weir-vigil/indicator.json#/definition: missing-field: This field "
                + "is required. Add it.",
            "indicators/weir-vigil/indicator.json#/defintion: unknown-field: There is no "
                + "field of this name. Known: label, definition, review. Did you mean "
                + "'definition'?"),
        slip(
            "an unknown field of a passage",
            book ->
                book.replace(
                    SOURCE, "\"voice\": \"own\"", "\"voice\": \"own\", \"vioce\": \"own\""),
            "sources/mill-gazette.json#/excerpts/0/vioce: unknown-field: There is no "
                + "field of this name. Known: footnotes, language, id, exact, prefix, suffix, "
                + "start, end, page, attribution, voice, stages, eventDates, originGroup, "
                + "tags, checked, links. Did you mean 'voice'?"),
        slip(
            "an unknown field of a link",
            book ->
                book.replace(
                    SOURCE,
                    "{\"indicator\": \"detention-after-vigil\", \"stance\": \"limits\"}",
                    "{\"indicator\": \"detention-after-vigil\", \"stance\": \"limits\", "
                        + "\"facet\": {}}"),
            "sources/mill-gazette.json#/excerpts/2/links/0/facet: unknown-field: There "
                + "is no field of this name. Known: stance, indicator, facets. Did you mean "
                + "'facets'?"),
        slip(
            "an unknown field of a term",
            book ->
                book.replace(
                    ORGANISATIONS,
                    "\"label\": \"Guild of Millers\"",
                    "\"label\": \"Guild of Millers\", \"lable\": \"x\""),
            "vocabulary/organisation.json#/terms/1/lable: unknown-field: There is no "
                + "field of this name. Known: code, label, country, names. Did you mean "
                + "'label'?"),
        slip(
            "an unknown field of a case",
            book ->
                book.replace(
                    CASES,
                    "\"case\": \"No activity.\"",
                    "\"case\": \"No activity.\", \"fact\": []"),
            "indicators/weir-vigil/cases.json#/1/fact: unknown-field: There is no field "
                + "of this name. Known: case, status, facts, missing, profile. Did you mean "
                + "'facts'?"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("json")
  void refusesAFileThatCannotBeReadAsItStands(
      String what, Consumer<TinyRulebook> slip, List<String> problems) {
    assertThat(withA(slip).problemsBesideTheRules()).isEqualTo(problems);
  }

  static Stream<Arguments> vocabulary() {
    return Stream.of(
        slip(
            "a name of two codes",
            book ->
                book.replace(
                    ORGANISATIONS,
                    "\"Guild of Millers\"]",
                    "\"Guild of Millers\", \"river wardens\"]"),
            "indicators/weir-vigil/cases.json#/0: case-differs: By the rules, the status "
                + "is not-stated, the case says matched; the facts are [], the case says "
                + "[/activities/0]; missing are [/activities/0/organisation], the case says "
                + "[]. Correct the rule or the case.",
            "indicators/weir-vigil/rule.drl#3: never-fires: Rule 'The applicant stood in "
                + "a vigil of the River Wardens' is true in no case. Write a matched case for "
                + "it, and see that it fires.",
            "vocabulary/organisation.json: name-clash: 'River Wardens' is a name of "
                + "wardens and of mill-guild. One name belongs to one code of its kind: take "
                + "it out, or list it under 'ambiguous' alone."),
        slip(
            "a name that is ambiguous too",
            book ->
                book.replace(
                    PLACES,
                    "\"label\": \"North Mill\"",
                    "\"label\": \"North Mill\", \"names\": {\"en\": [\"mill\"]}"),
            "vocabulary/place.json: name-clash: 'mill' is a name of north-mill. One name "
                + "belongs to one code of its kind: take it out, or list it under 'ambiguous' "
                + "alone."),
        slip(
            "a name of marks alone",
            book ->
                book.replace(
                    ORGANISATIONS, "\"Guild of Millers\"]", "\"Guild of Millers\", \"--\"]"),
            "vocabulary/organisation.json#mill-guild: empty-name: '--' has neither "
                + "letter nor digit. Take it out."),
        slip(
            "a country that is not assigned",
            book ->
                book.replace(
                    PLACES,
                    "\"label\": \"North Mill\"",
                    "\"label\": \"North Mill\", \"country\": \"VM\""),
            "vocabulary/place.json#north-mill: unassigned-country: 'VM' is no assigned "
                + "country code. Allowed: those of ISO 3166-1 alpha-2."),
        slip(
            "a code twice",
            book -> book.replace(ORGANISATIONS, "\"code\": \"other\"", "\"code\": \"wardens\""),
            "vocabulary/organisation.json#/terms/2/code: duplicate-code: Another term "
                + "has this code. Join them."),
        slip(
            "a code in capitals",
            book ->
                book.replace(ORGANISATIONS, "\"code\": \"mill-guild\"", "\"code\": \"Mill Guild\""),
            "vocabulary/organisation.json#/terms/1/code: code: A code is words in small "
                + "letters joined by hyphens."),
        slip(
            "an ambiguous name of an unknown code",
            book -> book.replace(PLACES, "\"codes\": [\"north-mill\"", "\"codes\": [\"nort-mill\""),
            "vocabulary/place.json#/ambiguous/0/codes: unknown-code: 'nort-mill' is no "
                + "code of this kind. Did you mean 'north-mill'?"),
        slip(
            "an ambiguous name of one code",
            book -> book.replace(PLACES, ", \"south-mill\"]", "]"),
            "vocabulary/place.json#/ambiguous/0/codes: not-ambiguous: An ambiguous name "
                + "has two codes at least. Add the other, or list the name under its term."),
        slip(
            "a form that cannot be read",
            book -> book.replace("vocabulary/court.json", "\"(?:the)?", "\"(?:the?"),
            "vocabulary/court.json#/forms/en: malformed: This is no regular expression "
                + "that can be read."),
        slip(
            "a kind that is not the file's name",
            book ->
                book.replace(
                    ORGANISATIONS, "\"kind\": \"organisation\"", "\"kind\": \"organization\""),
            "vocabulary/organisation.json#/kind: misplaced: The kind is not the file's "
                + "name. Rename one of them."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vocabulary")
  void refusesAVocabularyInWhichANameIsNotOneCodes(
      String what, Consumer<TinyRulebook> slip, List<String> problems) {
    assertThat(withA(slip).problemsBesideTheRules()).isEqualTo(problems);
  }

  static Stream<Arguments> sources() {
    return Stream.of(
        slip(
            "the id of another source",
            book -> book.replace(SOURCE, "\"id\": \"mill-gazette\",", "\"id\": \"gazette\","),
            "sources/mill-gazette.json#/id: misplaced: The id is not the file's name. "
                + "Rename one of them."),
        slip(
            "no hash",
            book -> book.replace(SOURCE, "\"sha256\": \"5acc", "\"sha256\": \"xacc"),
            "sources/mill-gazette.json: source-hash: This is no SHA-256. Take that of "
                + "the source text's file."),
        slip(
            "no percentage",
            book -> book.replace(SOURCE, "\"quotable\": 42", "\"quotable\": 0"),
            "sources/mill-gazette.json: quotable: This is no percentage. Allowed: 1 to " + "100."),
        slip(
            "no percentage, above",
            book -> book.replace(SOURCE, "\"quotable\": 42", "\"quotable\": 101"),
            "sources/mill-gazette.json: quotable: This is no percentage. Allowed: 1 to " + "100."),
        slip(
            "more quoted than may be",
            book -> book.replace(SOURCE, "\"quotable\": 42", "\"quotable\": 41"),
            "sources/mill-gazette.json: quoted-too-much: 278 of 666 characters are "
                + "quoted, more than 41 percent. Quote less."),
        slip(
            "an unknown kind of marks",
            book -> book.replace(SOURCE, "\"bracketed\"", "\"brackets\""),
            "sources/mill-gazette.json#/footnoteMarks: not-allowed: This is no kind of "
                + "mark. Allowed: none, bracketed, glued."),
        slip(
            "a search for an unknown indicator",
            book ->
                book.replace(
                    SOURCE,
                    "{\"indicator\": \"weir-vigil\"",
                    "{\"indicator\": \"weir-vigil\", \"on\": \"2026-02-03\"},\n    "
                        + "{\"indicator\": \"weir-vigils\""),
            "sources/mill-gazette.json: unknown-indicator: 'weir-vigils' under "
                + "'searched' is not in the register. Did you mean 'weir-vigil'?"),
        slip(
            "an indicator searched and found",
            book ->
                book.replace(
                    SOURCE,
                    "{\"indicator\": \"weir-vigil\"",
                    "{\"indicator\": \"warden-affiliation\", \"on\": \"2026-02-03\"},\n    "
                        + "{\"indicator\": \"weir-vigil\""),
            "sources/mill-gazette.json: searched-and-found: 'warden-affiliation' has a "
                + "passage here. Take it out of 'searched'."),
        slip(
            "an indicator neither searched nor found",
            book ->
                book.replace(SOURCE, "{\"indicator\": \"weir-vigil\", \"on\": \"2026-02-03\"}", ""),
            "sources/mill-gazette.json: not-searched: 'weir-vigil' has neither a passage "
                + "here nor a record under 'searched'. Search the text, and say so."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void refusesASourceThatIsNotDescribedOrSearched(
      String what, Consumer<TinyRulebook> slip, List<String> problems) {
    assertThat(withA(slip).problemsBesideTheRules()).isEqualTo(problems);
  }

  static Stream<Arguments> passages() {
    return Stream.of(
        slip(
            "an id without its source",
            book ->
                book.replace(
                    SOURCE,
                    "\"id\": \"mill-gazette.held-denied\"",
                    "\"id\": \"gazette.held-denied\""),
            "disagreements.json#ground-of-custody: unknown-excerpt: "
                + "'mill-gazette.held-denied' stands in no source.",
            "sources/mill-gazette.json#gazette.held-denied: excerpt-id: An excerpt's id "
                + "is its source's, a point, and words in small letters joined by hyphens."),
        slip(
            "an id twice",
            book ->
                book.replace(
                    SOURCE,
                    "\"id\": \"mill-gazette.entered-in-register\"",
                    "\"id\": \"mill-gazette.held-denied\""),
            "sources/mill-gazette.json#mill-gazette.held-denied: duplicate-id: Another "
                + "excerpt has this id. Rename one of them."),
        slip(
            "offsets that differ",
            book -> book.replace(SOURCE, "\"start\": 321", "\"start\": 320"),
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: offsets: Its "
                + "offsets span 110 characters, its text has 109. Take the record anew with "
                + "'cite'."),
        slip(
            "a prefix too long",
            book -> book.replace(SOURCE, "\"prefix\": \"s and", "\"prefix\": \"es and"),
            "sources/mill-gazette.json#mill-gazette.entered-in-register: context: A "
                + "prefix or suffix has at most 32 characters."),
        slip(
            "a passage that begins inside a word",
            book ->
                book.replace(
                    SOURCE,
                    "\"prefix\": \"s and ferry people in Veldmark. \"",
                    "\"prefix\": \"and ferry people in Veldmark un\""),
            "sources/mill-gazette.json#mill-gazette.entered-in-register: inside-word: It "
                + "begins or ends inside a word. Quote whole words."),
        slip(
            "a passage that ends inside a word",
            book ->
                book.replace(SOURCE, "the society wrote.[2]\"", "the society wrote.[2]a\"")
                    .replace(
                        SOURCE,
                        "\"suffix\": \" The\\nreeve’s office answered tha\"",
                        "\"suffix\": \"b the office\"")
                    .replace(SOURCE, "\"end\": 430", "\"end\": 431"),
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: inside-word: It "
                + "begins or ends inside a word. Quote whole words."),
        slip(
            "a passage that quotes an address",
            book ->
                book.replace(
                    SOURCE,
                    "nobody had been held on account of the vigil.[2]\"",
                    "nobody was held: https://reeve.example/held.\""),
            "sources/mill-gazette.json#mill-gazette.held-denied: footnote-block: It runs "
                + "over a note, an address or the number of a page. End it before them.",
            "sources/mill-gazette.json#mill-gazette.held-denied: offsets: Its offsets "
                + "span 81 characters, its text has 77. Take the record anew with 'cite'."),
        slip(
            "a passage that runs over a note",
            book ->
                book.replace(
                    SOURCE,
                    "held on account of the vigil.[2]\"",
                    "held.\\n2 Harbour Letters, a note.\""),
            "sources/mill-gazette.json#mill-gazette.held-denied: footnote-block: It runs "
                + "over a note, an address or the number of a page. End it before them."),
        slip(
            "the title of a cited work",
            book ->
                book.replace(
                    SOURCE,
                    "\"exact\": \"The\\nreeve’s office answered that nobody had been held on "
                        + "account of the vigil.[2]\"",
                    "\"exact\": \"‘Vigil and Answer’ (Harbour Letters, June 2004)\""),
            "sources/mill-gazette.json#mill-gazette.held-denied: cited-title: It is the "
                + "title or the citation of a cited work, and no finding. Quote what the text "
                + "says itself.",
            "sources/mill-gazette.json#mill-gazette.held-denied: offsets: Its offsets "
                + "span 81 characters, its text has 47. Take the record anew with 'cite'."),
        slip(
            "the same passage twice",
            book ->
                book.replace(
                    SOURCE,
                    "\"exact\": \"The\\nreeve’s office answered that nobody had been held on "
                        + "account of the vigil.[2]\"",
                    "\"exact\": \"Three of those who had stood there were held in the harbour "
                        + "tower for nine days in May, the society wrote.[2]\""),
            "sources/mill-gazette.json#mill-gazette.held-denied: duplicate: "
                + "'mill-gazette.held-after-vigil' quotes the same words. Keep one.",
            "sources/mill-gazette.json#mill-gazette.held-denied: offsets: Its offsets "
                + "span 81 characters, its text has 109. Take the record anew with 'cite'."),
        slip(
            "two passages that overlap",
            book ->
                book.replace(
                    SOURCE,
                    "\"start\": 431,\n      \"end\": 512",
                    "\"start\": 420,\n      \"end\": 501"),
            "sources/mill-gazette.json#mill-gazette.held-denied: overlap: This passage "
                + "overlaps 'mill-gazette.held-after-vigil' by 10 characters. Cut one of them."),
        slip(
            "passages out of order",
            book ->
                book.replace(
                    SOURCE,
                    "\"start\": 431,\n      \"end\": 512",
                    "\"start\": 20,\n      \"end\": 101"),
            "sources/mill-gazette.json#mill-gazette.held-denied: order: Excerpts stand "
                + "in the order of the text. Move this one up."),
        slip(
            "an unknown voice",
            book -> book.replace(SOURCE, "\"voice\": \"own\"", "\"voice\": \"owm\""),
            "sources/mill-gazette.json#mill-gazette.entered-in-register: voice: 'owm' is "
                + "not allowed here. Allowed: own, reported, quoted. Did you mean 'own'?"),
        slip(
            "an unknown stage",
            book -> book.replace(SOURCE, "[\"arrest\"]", "[\"arrests\"]"),
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: stages: 'arrests' "
                + "is not allowed here. Allowed: accusation, summons, arrest, charge, trial, "
                + "conviction, acquittal, execution. Did you mean 'arrest'?"),
        slip(
            "an event on a day that does not exist",
            book -> book.replace(SOURCE, "[\"2004-05\"]", "[\"2004-05-32\"]"),
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: event-date: "
                + "'2004-05-32' is no date or interval that is read. Allowed: YYYY, YYYY-MM or "
                + "YYYY-MM-DD, with ~, ? or % at its end where needed, or two of them joined "
                + "by /, of which one may be .. for an open end."),
        slip(
            "an unknown note",
            book -> book.replace(SOURCE, "[\"1\"]", "[\"3\"]"),
            "sources/mill-gazette.json#/excerpts/0/footnotes: unknown-footnote: The "
                + "source's record has no note '3'. Add it under its 'footnotes'."),
        slip(
            "an origin of one",
            book ->
                book.replace(
                    SOURCE,
                    "\"footnotes\": [\"2\"],\n      \"originGroup\": \"Harbour Letters, June "
                        + "2004\",\n      \"tags\": [],\n      \"checked\": \"2026-02-03\",\n      "
                        + "\"links\": [\n        {\"indicator\": \"detention-after-vigil\", "
                        + "\"stance\": \"limits\"}",
                    "\"footnotes\": [\"2\"],\n      \"tags\": [],\n      \"checked\": "
                        + "\"2026-02-03\",\n      \"links\": [\n        {\"indicator\": "
                        + "\"detention-after-vigil\", \"stance\": \"limits\"}"),
            "sources: origin-of-one: Only one passage has the origin 'Harbour Letters, "
                + "June 2004'. An origin is named where passages share it: name it on the "
                + "others, or take it out."),
        slip(
            "no link",
            book ->
                book.replace(
                    SOURCE,
                    "{\"indicator\": \"detention-after-vigil\", \"stance\": \"limits\"}",
                    ""),
            "sources/mill-gazette.json#mill-gazette.held-denied: no-link: It bears on no "
                + "indicator. Link it, or take it out."),
        slip(
            "a link to an unknown indicator",
            book ->
                book.replace(
                    SOURCE,
                    "{\"indicator\": \"detention-after-vigil\", \"stance\": \"limits\"}",
                    "{\"indicator\": \"detention-afer-vigil\", \"stance\": \"limits\"}"),
            "sources/mill-gazette.json#mill-gazette.held-denied: unknown-indicator: "
                + "'detention-afer-vigil' is not in the register. Did you mean "
                + "'detention-after-vigil'?"),
        slip(
            "a link twice",
            book ->
                book.replace(
                    SOURCE,
                    "{\"indicator\": \"detention-after-vigil\", \"stance\": \"limits\"}",
                    "{\"indicator\": \"detention-after-vigil\", \"stance\": \"limits\"}, "
                        + "{\"indicator\": \"detention-after-vigil\", \"stance\": \"limits\"}"),
            "sources/mill-gazette.json#mill-gazette.held-denied: duplicate-link: It is "
                + "linked to 'detention-after-vigil' twice. Keep one link."),
        slip(
            "an unknown stance",
            book -> book.replace(SOURCE, "\"stance\": \"limits\"", "\"stance\": \"limit\""),
            "sources/mill-gazette.json#/excerpts/2/links/0/stance: not-allowed: This is "
                + "no stance. Allowed: documents, limits, context. Did you mean 'limits'?"),
        slip(
            "an unknown facet",
            book -> book.replace(SOURCE, "\"place\": [\"harbour\"]", "\"plase\": [\"harbour\"]"),
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: unknown-facet: "
                + "'plase' is no facet. Known: country, place, act, stage, presence, "
                + "absenceReason, court, sentence, treatment, organisation, role, basis, "
                + "attributedBy, relation, fate, period, activity, visibility, incident, "
                + "actor, target, armedRole, voluntariness, returnKind. Did you mean 'place'?"),
        slip(
            "a facet without a value",
            book -> book.replace(SOURCE, "\"place\": [\"harbour\"]", "\"place\": []"),
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: facet-value: Facet "
                + "'place' has no value. Give one, or leave it out."),
        slip(
            "a facet's value that is no code",
            book -> book.replace(SOURCE, "\"place\": [\"harbour\"]", "\"place\": [\"harbor\"]"),
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: facet-value: "
                + "'harbor' is no value of facet 'place'. Allowed: the codes of "
                + "vocabulary/place.json. Did you mean 'harbour'?"),
        slip(
            "a facet's value that the schema does not list",
            book -> book.replace(SOURCE, "\"place\": [\"harbour\"]", "\"role\": [\"members\"]"),
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: facet-value: "
                + "'members' is no value of facet 'role'. Allowed: member, former-member, "
                + "supporter, unknown. Did you mean 'member'?"),
        slip(
            "a facet's interval that cannot be read",
            book -> book.replace(SOURCE, "[\"1998/..\"]", "[\"1998-2004\"]"),
            "sources/mill-gazette.json#mill-gazette.entered-in-register: facet-value: "
                + "'1998-2004' is no value of facet 'period'. Allowed: YYYY, YYYY-MM or "
                + "YYYY-MM-DD, with ~, ? or % at its end where needed, or two of them joined "
                + "by /, of which one may be .. for an open end."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passages")
  void refusesAPassageThatIsNotWholeOrNotLinked(
      String what, Consumer<TinyRulebook> slip, List<String> problems) {
    assertThat(withA(slip).problemsBesideTheRules()).isEqualTo(problems);
  }

  static Stream<Arguments> disagreements() {
    return Stream.of(
        slip(
            "an unknown passage",
            book -> book.replace(DISAGREEMENTS, "held-denied", "held-denid"),
            "disagreements.json#ground-of-custody: unknown-excerpt: "
                + "'mill-gazette.held-denid' stands in no source. Did you mean "
                + "'mill-gazette.held-denied'?"),
        slip(
            "one side alone",
            book -> book.replace(DISAGREEMENTS, ", \"mill-gazette.held-denied\"", ""),
            "disagreements.json#ground-of-custody: one-sided: A disagreement has at "
                + "least two passages. Add the other."),
        slip(
            "one side twice",
            book ->
                book.replace(
                    DISAGREEMENTS,
                    "\"mill-gazette.held-denied\"",
                    "\"mill-gazette.held-after-vigil\""),
            "disagreements.json#ground-of-custody: one-sided: A disagreement has at "
                + "least two passages. Add the other."),
        slip(
            "a disagreement that no summary reaches",
            book ->
                book.replace(
                        SOURCE,
                        "{\"indicator\": \"detention-after-vigil\", \"stance\": \"limits\"}",
                        "")
                    .replace(
                        SOURCE,
                        "{\"indicator\": \"detention-after-vigil\", \"stance\": \"documents\", "
                            + "\"facets\": {\"place\": [\"harbour\"]}},\n        {\"indicator\": "
                            + "\"warden-affiliation\", \"stance\": \"context\"}",
                        "")
                    .replace(
                        SOURCE,
                        "{\"indicator\": \"weir-vigil\", \"on\"",
                        "{\"indicator\": \"detention-after-vigil\", \"on\": \"2026-02-03\"},\n    "
                            + "{\"indicator\": \"weir-vigil\", \"on\""),
            "disagreements.json#ground-of-custody: unreachable: None of its passages is "
                + "linked to an indicator of the register, so that no summary shows it. Link "
                + "one, or take the disagreement out.",
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: no-link: It bears "
                + "on no indicator. Link it, or take it out.",
            "sources/mill-gazette.json#mill-gazette.held-denied: no-link: It bears on no "
                + "indicator. Link it, or take it out."),
        slip(
            "a disagreement's id twice",
            book ->
                book.replace(
                    DISAGREEMENTS,
                    "\n  }\n]",
                    "\n  },\n  {\"id\": \"ground-of-custody\", \"topic\": \"The same.\", "
                        + "\"excerpts\": [\"mill-gazette.held-after-vigil\", "
                        + "\"mill-gazette.held-denied\"]}\n]"),
            "disagreements.json#/1/id: duplicate-id: Another disagreement has this id. "
                + "Rename one of them."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("disagreements")
  void refusesADisagreementThatShowsNone(
      String what, Consumer<TinyRulebook> slip, List<String> problems) {
    assertThat(withA(slip).problemsBesideTheRules()).isEqualTo(problems);
  }

  static Stream<Arguments> quotations() {
    return Stream.of(
        slip(
            "a word that is in no passage",
            book -> book.replace(DISAGREEMENTS, "of the vigil.", "of the “regime”."),
            "disagreements.json#ground-of-custody: not-quoted: 'regime' stands in quotation "
                + "marks and in none of the passages named. Quote the words of one of them, or "
                + "say it in neutral words without the marks."),
        slip(
            "a part of a word",
            book -> book.replace(DISAGREEMENTS, "account of the vigil", "“account of the vig” il"),
            "disagreements.json#ground-of-custody: not-quoted: 'account of the vig' stands in "
                + "quotation marks and in none of the passages named. Quote the words of one of "
                + "them, or say it in neutral words without the marks."),
        slip(
            "a passage that the topic does not name",
            book ->
                book.replace(
                    DISAGREEMENTS, "on account of the vigil.", "or “entered in a register”."),
            "disagreements.json#ground-of-custody: not-quoted: 'entered in a register' stands "
                + "in quotation marks and in none of the passages named. Quote the words of one "
                + "of them, or say it in neutral words without the marks."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("quotations")
  void refusesATopicThatQuotes(String what, Consumer<TinyRulebook> slip, List<String> problems) {
    assertThat(withA(slip).problemsBesideTheRules()).isEqualTo(problems);
  }

  @ParameterizedTest
  @ValueSource(strings = {"“who had stood there”", "\\\"who had stood there\\\""})
  void letsATopicQuoteThePassagesThatItNames(String quotation) {
    assertThat(
            TinyRulebook.copiedTo(folder)
                .replace(DISAGREEMENTS, "whether persons", "whether those " + quotation)
                .problems())
        .isEmpty();
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        slip(
            "an unknown state of review",
            book ->
                book.replace(
                    "indicators/warden-affiliation/indicator.json", "\"reviewed\"", "\"done\""),
            "indicators/warden-affiliation/indicator.json#/review/state: not-allowed: "
                + "This is no state. Allowed: not-reviewed, reviewed."),
        slip(
            "an unknown status",
            book ->
                book.replace(CASES, "\"status\": \"not-matched\"", "\"status\": \"notmatched\""),
            "indicators/weir-vigil/cases.json: no-case: No case here is 'not-matched'. "
                + "Write one for each of the three.",
            "indicators/weir-vigil/cases.json#/1/status: not-allowed: This is no status. "
                + "Allowed: matched, not-matched, not-stated. Did you mean 'not-matched'?"),
        slip(
            "other facts than the rules give",
            book -> book.replace(CASES, "\"facts\": [\"/activities/0\"]", "\"facts\": []"),
            "indicators/weir-vigil/cases.json#/0: case-differs: By the rules, the facts "
                + "are [/activities/0], the case says []. Correct the rule or the case."),
        slip(
            "another status than the rules give",
            book ->
                book.replace(
                    CASES,
                    "\"status\": \"not-matched\"",
                    "\"status\": \"not-stated\", \"missing\": [\"/activities\"]"),
            "indicators/weir-vigil/cases.json: no-case: No case here is 'not-matched'. "
                + "Write one for each of the three.",
            "indicators/weir-vigil/cases.json#/1: case-differs: By the rules, the status "
                + "is not-matched, the case says not-stated; missing are [], the case says "
                + "[/activities]. Correct the rule or the case."),
        slip(
            "other gaps than the rules give",
            book ->
                book.replace(
                    CASES, "\"missing\": [\"/activities\"]", "\"missing\": [\"/activities/0\"]"),
            "indicators/weir-vigil/cases.json#/2: case-differs: By the rules, missing "
                + "are [/activities], the case says [/activities/0]. Correct the rule or the "
                + "case."),
        slip(
            "a profile that is none",
            book ->
                book.replace(
                    CASES,
                    "{\"activities\": []}",
                    "{\"activites\": [], \"returns\": [{\"country\": \"Norway\"}]}"),
            "indicators/weir-vigil/cases.json#/1/profile/activites: unknown-field: There "
                + "is no field of this name here. Known fields: profileVersion, caseReference, "
                + "kind, asOf, statements, notStated, affiliations, familyTies, residences, "
                + "proceedings, detentions, activities, armedActivity, incidents, returns. Did "
                + "you mean 'activities'?",
            "indicators/weir-vigil/cases.json#/1/profile/returns/0/country: pattern: "
                + "This does not have the form that is asked for. Allowed: an assigned country "
                + "code of ISO 3166-1, two capital letters, such as FR or SE. Did you mean "
                + "'NO'?"),
        slip(
            "a list for a profile",
            book -> book.replace(CASES, "\"profile\": {}", "\"profile\": []"),
            "indicators/weir-vigil/cases.json#/2/profile: malformed: This is not an "
                + "object. One is expected."),
        slip(
            "no cases in the file",
            book -> book.write(CASES, "[]"),
            "indicators/weir-vigil/cases.json: no-case: No case here is 'matched'. Write "
                + "one for each of the three.",
            "indicators/weir-vigil/cases.json: no-case: No case here is 'not-matched'. "
                + "Write one for each of the three.",
            "indicators/weir-vigil/cases.json: no-case: No case here is 'not-stated'. "
                + "Write one for each of the three.",
            "indicators/weir-vigil/rule.drl#3: never-fires: Rule 'The applicant stood in "
                + "a vigil of the River Wardens' is true in no case. Write a matched case for "
                + "it, and see that it fires."),
        slip(
            "no case of a status",
            book ->
                book.replace(
                    CASES,
                    "\"profile\": {},\n    \"status\": \"not-stated\",\n    \"missing\": "
                        + "[\"/activities\"]",
                    "\"profile\": {\"activities\": []},\n    \"status\": \"not-matched\""),
            "indicators/weir-vigil/cases.json: no-case: No case here is 'not-stated'. "
                + "Write one for each of the three."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void refusesCasesThatTheRulesDoNotBearOut(
      String what, Consumer<TinyRulebook> slip, List<String> problems) {
    assertThat(withA(slip).problemsBesideTheRules()).isEqualTo(problems);
  }

  static Stream<Arguments> wording() {
    return Stream.of(
        slip(
            "a word that is not neutral in a label",
            book ->
                book.replace(
                    INDICATOR,
                    "\"Vigil of the River Wardens\"",
                    "\"Dangerous vigil of the River Wardens\""),
            "indicators/weir-vigil/indicator.json#/label: not-neutral: 'Dangerous' is "
                + "a word of danger. Say what is recorded or reported, and by whom; or "
                + "quote."),
        slip(
            "a word that is not neutral in a definition",
            book ->
                book.replace(
                    INDICATOR,
                    "of the River Wardens.\"",
                    "of the River Wardens, who are likely to recommend it.\""),
            "indicators/weir-vigil/indicator.json#/definition: not-neutral: 'likely' is "
                + "a word of probability. Say what is recorded or reported, and by whom; "
                + "or quote.",
            "indicators/weir-vigil/indicator.json#/definition: not-neutral: 'recommend' "
                + "is a word of advice. Say what is recorded or reported, and by whom; or "
                + "quote."),
        slip(
            "a word that is not neutral in a case",
            book -> book.replace(CASES, "\"No activity.\"", "\"No credible activity.\""),
            "indicators/weir-vigil/cases.json#/1/case: not-neutral: 'credible' is a "
                + "word of belief. Say what is recorded or reported, and by whom; or quote."),
        slip(
            "a word that is not neutral in a topic",
            book -> book.replace(DISAGREEMENTS, "held on account", "held, in fact, on account"),
            "disagreements.json#ground-of-custody: not-neutral: 'in fact' is a word of "
                + "conclusion. Say what is recorded or reported, and by whom; or quote."),
        slip(
            "a word that is not neutral in a theme",
            book -> book.replace(REGISTER, "\"What happened\"", "\"What clearly happened\""),
            "rulebook.json#/themes/1/label: not-neutral: 'clearly' is a word of "
                + "conclusion. Say what is recorded or reported, and by whom; or quote."),
        slip(
            "a word that is not neutral in the notice",
            book -> book.replace(REGISTER, "It reaches no conclusion", "It reaches a conclusion"),
            "rulebook.json#/notice: not-neutral: 'conclusion' is a word of "
                + "conclusion. Say what is recorded or reported, and by whom; or quote."),
        slip(
            "a word that is not neutral in a term's label",
            book ->
                book.replace(
                    ORGANISATIONS,
                    "\"label\": \"Guild of Millers\"",
                    "\"label\": \"Notorious guild\""),
            "vocabulary/organisation.json#mill-guild: not-neutral: 'Notorious' is a "
                + "word of judgement. Say what is recorded or reported, and by whom; or "
                + "quote."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wording")
  void refusesWordsOfOursThatAreNotNeutral(
      String what, Consumer<TinyRulebook> slip, List<String> problems) {
    assertThat(withA(slip).problemsBesideTheRules()).isEqualTo(problems);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        slip(
            "a slip of syntax",
            book -> book.replace(RULE, "$reading.isTrueOrOpen() )", "$reading.isTrueOrOpen()"),
            "indicators/weir-vigil/rule.drl#10: rule-syntax: The text cannot be read "
                + "here: mismatched input 'then' in rule \"The applicant stood in a vigil of "
                + "the River Wardens\"."),
        slip(
            "a slip of type",
            book -> book.replace(RULE, "type.is( \"vigil\" )", "type.is( 5 )"),
            "indicators/weir-vigil/rule.drl#3: rule-error: In rule 'The applicant stood "
                + "in a vigil of the River Wardens': 'is' of Coded does not take (int)."),
        slip(
            "a type that a function does not take",
            book -> book.replace(RULE, "ofTheSociety( organisation )", "ofTheSociety( date )"),
            "indicators/weir-vigil/rule.drl#3: rule-error: In rule 'The applicant stood "
                + "in a vigil of the River Wardens': The method ofTheSociety(Coded) is not "
                + "applicable for the arguments (RecordedDate)."),
        slip(
            "a misspelt field in a condition",
            book ->
                book.replace(
                    RULE, "ofTheSociety( organisation ) )", "ofTheSociety( organization ) )"),
            "indicators/weir-vigil/rule.drl#3: rule-error: In rule 'The applicant stood "
                + "in a vigil of the River Wardens': The compiler cannot read "
                + "'allOf(type().is(\"vigil\"), ofTheSociety(organization))'. Check the names "
                + "of its fields and functions. No field is called 'organization'. Did you "
                + "mean 'organisation'?"),
        slip(
            "a misspelt field in a constraint",
            book ->
                book.replace(
                    RULE,
                    "$reading.isTrueOrOpen() )",
                    "$reading.isTrueOrOpen(), organization != null )"),
            "indicators/weir-vigil/rule.drl#3: rule-error: In rule 'The applicant stood "
                + "in a vigil of the River Wardens': The compiler cannot read 'organization != "
                + "null'. Check the names of its fields and functions. No field is called "
                + "'organization'. Did you mean 'organisation'?"),
        slip(
            "a misspelt field in a join",
            book -> book.replace(JOIN, "$custody.from()", "$custody.form()"),
            "indicators/detention-after-vigil/rule.drl#3: rule-error: In rule 'Custody "
                + "began after a vigil': There is no 'form' of Detention, and no function of "
                + "that name. Did you mean 'from'?"),
        slip(
            "a misspelt question",
            book -> book.replace(RULE, "type.is(", "type.iz("),
            "indicators/weir-vigil/rule.drl#3: rule-error: In rule 'The applicant stood "
                + "in a vigil of the River Wardens': There is no 'iz' of Coded, and no "
                + "function of that name. Did you mean 'is'?"),
        slip(
            "a misspelt type",
            book -> book.replace(RULE, ": Activity(", ": Activities("),
            "indicators/weir-vigil/rule.drl#3: rule-error: In rule 'The applicant stood "
                + "in a vigil of the River Wardens': There is no type 'Activities'. Items are "
                + "of: Activity, Affiliation, ArmedActivity, Detention, FamilyTie, Incident, "
                + "Measure, Proceeding, Residence, Return. Did you mean 'Activity'?"),
        slip(
            "a misspelt function",
            book -> book.replace(RULE, "ofTheSociety(", "ofTheSocity("),
            "indicators/weir-vigil/rule.drl#3: rule-error: In rule 'The applicant stood "
                + "in a vigil of the River Wardens': There is no 'ofTheSocity' of Activity, "
                + "and no function of that name. Did you mean 'ofTheSociety'?"),
        slip(
            "a misspelt variable in the finding",
            book -> book.replace(RULE, "$reading, $activity )", "$readin, $activity )"),
            "indicators/weir-vigil/rule.drl#3: rule-error: In rule 'The applicant stood "
                + "in a vigil of the River Wardens': $readin cannot be resolved to a variable."),
        slip(
            "a finding on another indicator",
            book ->
                book.replace(
                    RULE, "Finding.of( \"weir-vigil\"", "Finding.of( \"warden-affiliation\""),
            "indicators/weir-vigil/rule.drl#3: wrong-finding: Rule 'The applicant stood "
                + "in a vigil of the River Wardens' sends a finding on 'warden-affiliation'. A "
                + SENDS_ONE),
        slip(
            "no finding",
            book ->
                book.replace(
                    RULE,
                    "channels[\"findings\"].send( Finding.of( \"weir-vigil\", $reading, $activity ) );",
                    ""),
            "indicators/weir-vigil/rule.drl#3: wrong-finding: Rule 'The applicant stood "
                + "in a vigil of the River Wardens' sends no finding. A "
                + SENDS_ONE),
        slip(
            "a finding that is not sent",
            book -> book.replace(RULE, "channels[\"findings\"].send( ", "insert( "),
            "indicators/weir-vigil/rule.drl#3: wrong-finding: Rule 'The applicant stood "
                + "in a vigil of the River Wardens' sends no finding. A "
                + SENDS_ONE),
        slip(
            "a second finding that is not sent",
            book ->
                book.replace(
                    RULE,
                    "then\n",
                    "then\n    insert( Finding.of( \"weir-vigil\", $reading ) );\n"),
            "indicators/weir-vigil/rule.drl#3: wrong-finding: Rule 'The applicant stood "
                + "in a vigil of the River Wardens' sends a finding on 'weir-vigil', and has "
                + "another that it does not send. A "
                + SENDS_ONE),
        slip(
            "a rule that never fires",
            book -> book.replace(RULE, "type.is( \"vigil\" )", "type.is( \"vigill\" )"),
            "indicators/weir-vigil/cases.json#/0: case-differs: By the rules, the status "
                + "is not-matched, the case says matched; the facts are [], the case says "
                + "[/activities/0]. Correct the rule or the case.",
            "indicators/weir-vigil/rule.drl#3: never-fires: Rule 'The applicant stood in "
                + "a vigil of the River Wardens' is true in no case. Write a matched case for "
                + "it, and see that it fires."),
        slip(
            "a rule that ends in an exception",
            book ->
                book.replace(RULE, "type.is( \"vigil\" )", "type.is( organisation.code().get() )"),
            "indicators/weir-vigil/cases.json#/0: case-differs: By the rules, the status "
                + "is not-matched, the case says matched; the facts are [], the case says "
                + "[/activities/0]. Correct the rule or the case.",
            "indicators/weir-vigil/rule.drl#3: rule-fails: Rule 'The applicant stood in "
                + "a vigil of the River Wardens' ends in NoSuchElementException on the case "
                + "indicators/warden-affiliation/cases.json#/0. A condition gives true, false "
                + "or open for every item: ask with is(), includes() or isBefore()."),
        slip(
            "the name of another rule",
            book ->
                book.replace(
                    JOIN,
                    "\"Custody began after a vigil\"",
                    "\"The applicant stood in a vigil of the River Wardens\""),
            "indicators/detention-after-vigil/rule.drl#3: duplicate-rule: The rule at "
                + "indicators/weir-vigil/rule.drl#3 has the same name. The name is the rule's "
                + "sentence: reword it."),
        slip(
            "a word that is not neutral in a rule's name",
            book -> book.replace(RULE, "stood in a vigil", "stood in a suspicious vigil"),
            "indicators/weir-vigil/rule.drl#3: not-neutral: 'suspicious' is a word of "
                + "belief. Say what is recorded or reported, and by whom; or quote."),
        slip(
            "a file without a rule",
            book -> book.write(RULE, "package veldmark\n"),
            "indicators/weir-vigil/rule.drl: no-rule: The file holds no rule. Write one."),
        slip(
            "another package",
            book -> book.replace(RULE, "package veldmark", "package veldmrk"),
            "indicators/weir-vigil/rule.drl: package-differs: The package is 'veldmrk' "
                + "here, and 'veldmark' in definitions.drl. Use one for all rules of a "
                + "rulebook."),
        slip(
            "a slip of syntax in the shared functions",
            book -> book.replace(FUNCTIONS, "\"wardens\" );\n}", "\"wardens\" );\n"),
            "definitions.drl#13: rule-syntax: The text cannot be read here: mismatched "
                + "input '<eof>' in function \"ofTheSociety\"."),
        slip(
            "a slip of type in the shared functions",
            book -> book.replace(FUNCTIONS, "organisation.is(", "organisation.iz("),
            "definitions.drl: rule-error: The method iz(String) is undefined for the "
                + "type Coded."),
        slip(
            "a rule beside the register",
            book ->
                book.replace(
                    FUNCTIONS,
                    "// \"Of the society\"",
                    "rule \"Stray\"\nwhen\n    Detention()\nthen\nend\n\n// \"Of the society\""),
            "definitions.drl#9: misplaced-rule: Rule 'Stray' stands outside the "
                + "indicators. Move it to the indicators/<id>/rule.drl of the indicator that "
                + "it is about."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void refusesARuleWithASlip(String what, Consumer<TinyRulebook> slip, List<String> problems) {
    assertThat(withA(slip).problems()).isEqualTo(problems);
  }

  @Test
  void namesEveryProblemAtOnceSortedByPlace() {
    TinyRulebook book = TinyRulebook.copiedTo(folder);
    book.replace(RULE, "type.is(", "type.iz(")
        .replace(JOIN, "$custody.from()", "$custody.form()")
        .delete("indicators/warden-affiliation/cases.json")
        .replace(SOURCE, "\"voice\": \"own\"", "\"voice\": \"owm\"")
        .replace(SOURCE, "\"start\": 321", "\"start\": 320")
        .replace(DISAGREEMENTS, "held-denied", "held-denid")
        .replace(REGISTER, "\"What happened\"", "\"What clearly happened\"")
        .replace(ORGANISATIONS, "\"Guild of Millers\"]", "\"Guild of Millers\", \"river wardens\"]")
        .write("notes.json", "{");
    assertThat(book.problems())
        .containsExactly(
            "disagreements.json#ground-of-custody: unknown-excerpt: "
                + "'mill-gazette.held-denid' stands in no source. Did you mean "
                + "'mill-gazette.held-denied'?",
            "indicators/detention-after-vigil/rule.drl#3: rule-error: In rule 'Custody "
                + "began after a vigil': There is no 'form' of Detention, and no function of "
                + "that name. Did you mean 'from'?",
            "indicators/warden-affiliation/cases.json: missing-file: The rulebook has no "
                + "such file. Write it.",
            "indicators/weir-vigil/rule.drl#3: rule-error: In rule 'The applicant stood "
                + "in a vigil of the River Wardens': There is no 'iz' of Coded, and no "
                + "function of that name. Did you mean 'is'?",
            "notes.json: unknown-file: A rulebook has no such file. Known: "
                + "rulebook.json, disagreements.json, *.drl, vocabulary/<kind>.json, "
                + "sources/<id>.json, and in indicators/<id>: indicator.json, rule.drl, "
                + "cases.json. Rename it, or take it out.",
            "rulebook.json#/themes/1/label: not-neutral: 'clearly' is a word of "
                + "conclusion. Say what is recorded or reported, and by whom; or quote.",
            "sources/mill-gazette.json#mill-gazette.entered-in-register: voice: 'owm' is "
                + "not allowed here. Allowed: own, reported, quoted. Did you mean 'own'?",
            "sources/mill-gazette.json#mill-gazette.held-after-vigil: offsets: Its "
                + "offsets span 110 characters, its text has 109. Take the record anew with "
                + "'cite'.",
            "vocabulary/organisation.json: name-clash: 'River Wardens' is a name of "
                + "wardens and of mill-guild. One name belongs to one code of its kind: take "
                + "it out, or list it under 'ambiguous' alone.");
  }
}
