package dev.indicia.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {
  private static final String VALUE =
      "malformed: A value is expected here: an object, a list, a text in double quotes, a number,"
          + " true, false or null.";
  private static final String NUMBER =
      "malformed: This is no number of JSON: digits without a leading zero or plus sign, then a"
          + " fraction or an exponent where needed, each with its digits.";
  private static final String ESCAPE =
      "malformed: This is no escape of JSON. Allowed: \\\" \\\\ \\/ \\b \\f \\n \\r \\t, and \\u"
          + " with four hexadecimal digits.";
  private static final String CONTROL =
      "malformed: A line break or another control character stands in a text. Write it as an"
          + " escape, such as \\n or \\t.";
  private static final String UNFINISHED =
      "malformed: The document ends here before it is complete.";
  private static final String KEY = "malformed: A key in double quotes is expected here.";
  private static final String COMMA = "malformed: Nothing follows this comma. Take it out.";
  private static final String IN_ARRAY =
      "malformed: A comma or a closing bracket is expected here.";
  private static final String IN_OBJECT = "malformed: A comma or a closing brace is expected here.";
  private static final String DUPLICATE =
      "duplicate-key: The same key stands twice in one object. Each key may stand once.";
  private static final String TRAILING =
      "trailing-content: Something follows the end of the document. One JSON value is expected.";
  private static final String SURROGATE =
      "lone-surrogate: This escape is half of a surrogate pair (\\uD800 to \\uDFFF) without its"
          + " partner. Write the character itself.";
  private static final String DEEP =
      "too-deep: Arrays and objects are nested more than 32 levels deep here.";
  private static final String LONG_NUMBER =
      "too-long: This number is longer than is read. A number has at most 20 characters, its"
          + " exponent at most 3.";
  private static final String EMPTY = "empty: There is no JSON here. A JSON object is expected.";
  private static final String NOT_UTF_8 =
      "not-utf-8: The bytes here are not UTF-8. JSON is read as UTF-8 alone; save the file as"
          + " UTF-8.";

  /** What reading comes to: {@code line:column code: message}, or the JSON in canonical form. */
  private static String reading(byte[] bytes) {
    try {
      return CanonicalJson.write(StrictJson.read(bytes));
    } catch (MalformedJsonException e) {
      return e.line() + ":" + e.column() + " " + e.code() + ": " + e.getMessage();
    }
  }

  private static String reading(String text) {
    return reading(text.getBytes(UTF_8));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("nothing", "", "1:1 " + EMPTY),
        arguments("white space alone", " \n\t", "1:1 " + EMPTY),
        arguments(
            "a byte order mark",
            "\uFEFF{}",
            "1:1 byte-order-mark: The document begins with a byte order mark. Save the file as"
                + " UTF-8 without it."),
        arguments("a key twice", "{\"a\":1,\n \"a\":2}", "2:2 " + DUPLICATE),
        arguments("a key twice, once escaped", "{\"a\":1,\"\\u0061\":2}", "1:8 " + DUPLICATE),
        arguments("a key twice, deeper", "[{\"a\":{\"b\":1,\"b\":1}}]", "1:14 " + DUPLICATE),
        arguments("the empty key twice", "{\"\":1,\"\":2}", "1:7 " + DUPLICATE),
        arguments("a second object", "{}\n  {}", "2:3 " + TRAILING),
        arguments("a word after the end", "{} x", "1:4 " + TRAILING),
        arguments("a bracket after the end", "{}\n]", "2:1 " + TRAILING),
        arguments("a comma after the end", "{},", "1:3 " + TRAILING),
        arguments("a NUL after the end", "[1]\u0000", "1:4 " + TRAILING),
        arguments("a no-break space after the end", "[1]\u00A0", "1:4 " + TRAILING),
        arguments("a high surrogate alone", "{\"a\":\n \"x\\uD83D\"}", "2:4 " + SURROGATE),
        arguments("a low surrogate alone", "\"\\uDE00\"", "1:2 " + SURROGATE),
        arguments("a pair the wrong way round", "\"\\uDE00\\uD83D\"", "1:2 " + SURROGATE),
        arguments("two high surrogates", "\"\\uD83D\\uD83D\\uDE00\"", "1:2 " + SURROGATE),
        arguments("a high surrogate and a letter", "\"\\ud83d\\u0061\"", "1:2 " + SURROGATE),
        arguments("a high surrogate and a character", "\"\\uD83D😀\"", "1:2 " + SURROGATE),
        arguments("a lone surrogate in a key", "{\"\\uDC00\":1}", "1:3 " + SURROGATE),
        arguments("a comma too many in a list", "[1,]", "1:3 " + COMMA),
        arguments("a comma too many in an object", "{\"a\":1 , }", "1:8 " + COMMA),
        arguments("a comma before the first element", "[,1]", "1:2 " + VALUE),
        arguments("a comma before the first member", "{,\"a\":1}", "1:2 " + KEY),
        arguments("no comma in a list", "[1 2]", "1:4 " + IN_ARRAY),
        arguments("no comma in an object", "{\"a\":1 \"b\":2}", "1:8 " + IN_OBJECT),
        arguments("a list closed by a brace", "[1}", "1:3 " + IN_ARRAY),
        arguments("an object closed by a bracket", "{\"a\":1]", "1:7 " + IN_OBJECT),
        arguments(
            "no colon",
            "{\"a\" 1}",
            "1:6 malformed: A colon is expected here, between a key and its value."),
        arguments("a key without quotes", "{a:1}", "1:2 " + KEY),
        arguments("a key in single quotes", "{'a':1}", "1:2 " + KEY),
        arguments("a number for a key", "{1:1}", "1:2 " + KEY),
        arguments("an object that does not end", "{\"a\":1", "1:7 " + UNFINISHED),
        arguments("a member without a value", "{\"a\":", "1:6 " + UNFINISHED),
        arguments("a member without a colon", "{\"a\"", "1:5 " + UNFINISHED),
        arguments("an object of which only the brace is there", "{", "1:2 " + UNFINISHED),
        arguments("a list that does not end", "[1,\n2", "2:2 " + UNFINISHED),
        arguments("a text that does not end", "\"ab", "1:4 " + UNFINISHED),
        arguments("a text that ends in a backslash", "\"ab\\", "1:4 " + ESCAPE),
        arguments("a leading zero", "[01]", "1:2 " + NUMBER),
        arguments("a minus alone", "[-]", "1:2 " + NUMBER),
        arguments("a point without digits", "[1.]", "1:2 " + NUMBER),
        arguments("an exponent without digits", "[1e+]", "1:2 " + NUMBER),
        arguments("a plus sign", "[+1]", "1:2 " + VALUE),
        arguments("a point without a number", "[.5]", "1:2 " + VALUE),
        arguments("digits of another script", "[۱]", "1:2 " + VALUE),
        arguments("no number", "[NaN]", "1:2 " + VALUE),
        arguments("infinity", "[-Infinity]", "1:2 " + NUMBER),
        arguments("a word cut short", "tru", "1:1 " + VALUE),
        arguments("a word in capitals", "[True]", "1:2 " + VALUE),
        arguments("a text in single quotes", "['a']", "1:2 " + VALUE),
        arguments("a comment", "// none\n{}", "1:1 " + VALUE),
        arguments("a no-break space before", "\u00A0{}", "1:1 " + VALUE),
        arguments("a line break in a text", "[\"a\nb\"]", "1:4 " + CONTROL),
        arguments("a tab in a text", "[\"\t\"]", "1:3 " + CONTROL),
        arguments("a NUL in a text", "[\"\u0000\"]", "1:3 " + CONTROL),
        arguments("an unknown escape", "[\"\\x\"]", "1:3 " + ESCAPE),
        arguments("an escape with three digits", "[\"\\u12\"]", "1:3 " + ESCAPE),
        arguments("an escape with digits of another script", "[\"\\u۰۰۶۱\"]", "1:3 " + ESCAPE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void refusesWithCodePlaceAndWhatIsExpected(String what, String text, String refusal) {
    assertThat(reading(text)).isEqualTo(refusal);
  }

  static Stream<Arguments> badBytes() {
    return Stream.of(
        arguments("a sequence cut short", "31 E2 82", "1:2 "),
        arguments("a sequence with a wrong second byte", "5B 0A 22 C3 28 22 5D", "2:2 "),
        arguments("an overlong sequence", "C0 80", "1:1 "),
        arguments("a surrogate as UTF-8", "22 ED A0 80 22", "1:2 "),
        arguments("a character beyond Unicode", "22 F4 90 80 80 22", "1:2 "),
        arguments("a byte of Latin-1", "22 61 E9 22", "1:3 "),
        arguments("UTF-16 with its mark", "FE FF 00 5B 00 5D", "1:1 "),
        arguments("a bad byte behind two-byte characters", "22 C3 A9 C3 A9 FF 22", "1:4 "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badBytes")
  void refusesBytesThatAreNotUtf8(String what, String hexadecimal, String place) {
    byte[] bytes = new byte[(hexadecimal.length() + 1) / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(hexadecimal.substring(i * 3, i * 3 + 2), 16);
    }
    assertThat(reading(bytes)).isEqualTo(place + NOT_UTF_8);
  }

  @Test
  void refusesUtf16WithoutAMark() {
    assertThat(reading("[]".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("1:2 " + VALUE);
  }

  static Stream<Arguments> placesBehindLineBreaks() {
    return Stream.of(
        arguments("a line feed", "[\n\n x]", "3:2 "),
        arguments("a carriage return and a line feed", "[\r\n\r\n x]", "3:2 "),
        arguments("a carriage return", "[\r\r x]", "3:2 "),
        arguments("characters beyond the basic plane", "[\"😀é\" x]", "1:7 "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("placesBehindLineBreaks")
  void countsLinesAsEditorsDoAndColumnsInCharacters(String what, String text, String place) {
    assertThat(reading(text)).startsWith(place + "malformed");
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32})
  void readsUpTo32Levels(int levels) {
    String lists = "[".repeat(levels) + "]".repeat(levels);
    assertThat(reading(lists)).isEqualTo(lists);
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 34, 100_000})
  void refusesThe33rdLevelAtItsBracket(int levels) {
    assertThat(reading("[".repeat(levels) + "]".repeat(levels))).isEqualTo("1:33 " + DEEP);
  }

  @Test
  void countsObjectsAndListsTogether() {
    assertThat(reading("[{\"a\":".repeat(17) + "1")).isEqualTo("1:97 " + DEEP);
  }

  static Stream<Arguments> longestNumbers() {
    return Stream.of(
        arguments("19 digits", "1".repeat(19)),
        arguments("20 digits", "1".repeat(20)),
        arguments("a minus and 19 digits", "-" + "1".repeat(19)),
        arguments("a point and 19 digits", "1." + "1".repeat(18)),
        arguments("an exponent of three digits", "1e-999"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("longestNumbers")
  void readsNumbersOfUpTo20Characters(String what, String number) {
    assertThatCode(() -> StrictJson.read(number.getBytes(UTF_8))).doesNotThrowAnyException();
  }

  static Stream<Arguments> overlongNumbers() {
    return Stream.of(
        arguments("21 digits", "1".repeat(21)),
        arguments("a minus and 20 digits", "-" + "1".repeat(20)),
        arguments("a point and 20 digits", "1." + "1".repeat(19)),
        arguments("a hundred thousand digits", "1".repeat(100_000)),
        arguments("an exponent of four digits", "1e1000"),
        arguments("an exponent that could not be written out", "1e100000000"),
        arguments("an exponent that no number has", "1e-99999999999999"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("overlongNumbers")
  void refusesLongerNumbersAtTheirBeginning(String what, String number) {
    assertThat(reading("[\n  " + number + "]")).isEqualTo("2:3 " + LONG_NUMBER);
  }

  @Test
  void readsATextOfALargeDocument() throws MalformedJsonException {
    String text = "a".repeat(StrictJson.MAX_TEXT_LENGTH - 2);
    assertThat(StrictJson.read(('"' + text + '"').getBytes(UTF_8)).stringValue()).isEqualTo(text);
  }

  @Test
  void refusesALongerText() {
    assertThat(reading('"' + "a".repeat(StrictJson.MAX_TEXT_LENGTH - 1) + '"'))
        .isEqualTo("1:1 too-long: This text is longer than is read.");
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        arguments("a number", " 0 ", "0"),
        arguments(
            "a text",
            "\"\\u00e9\\u20AC\\ud83d\\uDE00\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
            "\"é€😀\\\"\\\\/\\b\\f\\n\\r\\t\""),
        arguments("an escaped NUL", "\"\\u0000\"", "\"\\u0000\""),
        arguments("words", "[true,false,null]", "[true,false,null]"),
        arguments("an empty list and object", "[ [ ] , { } ]", "[[],{}]"),
        arguments(
            "the same key in two objects",
            "[{\"a\":1},{\"a\":{\"a\":2}}]",
            "[{\"a\":1},{\"a\":{\"a\":2}}]"),
        arguments("keys that differ in case", "{\"a\":1,\"A\":2}", "{\"A\":2,\"a\":1}"),
        arguments("a whole number as a fraction", "[1.0,10e-1,-0]", "[1,1,0]"),
        arguments("a mark within a text", "\"a\uFEFFb\"", "\"a\uFEFFb\""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void readsOneValueOfEachKind(String what, String text, String canonical) {
    assertThat(reading(text)).isEqualTo(canonical);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"null", "\"\"", "\"a \\\"b\\\" \\\\ \\n سلام\"", "[null,\"a\"]"})
  void givesNodesThatEqualAndPrintAsTheLibrarysOwn(String json) throws MalformedJsonException {
    JsonNode read = StrictJson.read(json.getBytes(UTF_8));
    JsonNode own = JsonMapper.shared().readTree(json);
    assertThat(read).isEqualTo(own).hasSameHashCodeAs(own).hasToString(own.toString());
    assertThat(own).isEqualTo(read);
  }

  @Test
  void keepsTheOrderOfKeys() throws MalformedJsonException {
    JsonNode tree = StrictJson.read("{\"b\":1,\"a\":2,\"c\":3}".getBytes(UTF_8));
    assertThat(tree.propertyNames()).containsExactly("b", "a", "c");
  }

  @Test
  void readsManyKeysThatShareOneHash() {
    // 4,096 keys of 12 letter pairs that all have one hash: 'Aa' and 'BB' collide.
    String members =
        IntStream.range(0, 4096)
            .mapToObj(
                i -> {
                  StringBuilder key = new StringBuilder();
                  for (int bit = 0; bit < 12; bit++) {
                    key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
                  }
                  return '"' + key.toString() + "\":0";
                })
            .reduce((a, b) -> a + "," + b)
            .orElseThrow();
    assertThatCode(() -> StrictJson.read(("{" + members + "}").getBytes(UTF_8)))
        .doesNotThrowAnyException();
  }

  /** The words of the document stay out of the message: it may be shown and logged. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"canary\":1,\"canary\":2}",
        "[canary]",
        "[\"canary\n\"]",
        "[\"canary\\q\"]",
        "[\"canary\\uD800\"]",
        "{} canary",
        "{\"a\" canary}"
      })
  void namesNoValueOfTheDocument(String text) {
    assertThat(reading(text)).doesNotContain("canary");
  }

  /** A second opinion: the library's own strict parser, where our limits do not come first. */
  @Test
  void agreesWithTheLibraryOnWhatIsWellFormed() {
    JsonMapper library =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    String seed =
        "{\"a\":[1,-2.5,0,1e3,\"x\\n\\u00e9\",true,false,null,{}],\"b\":{\"c\":[],\"d\":\"😀\"}}";
    String alphabet = "{}[]\",:\\untrfalse0123-+.eE \n\u0001é";
    Random random = new Random(20261121);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder mutant = new StringBuilder(seed);
      for (int edits = random.nextInt(3) + 1; edits > 0; edits--) {
        int at = random.nextInt(mutant.length());
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        switch (random.nextInt(3)) {
          case 0 -> mutant.setCharAt(at, c);
          case 1 -> mutant.insert(at, c);
          default -> mutant.deleteCharAt(at);
        }
      }
      byte[] bytes = mutant.toString().getBytes(UTF_8);
      String ours = code(bytes);
      boolean libraryRefuses;
      try {
        library.readTree(bytes);
        libraryRefuses = false;
      } catch (JacksonException e) {
        libraryRefuses = true;
      }
      boolean refused = List.of("malformed", "duplicate-key", "trailing-content").contains(ours);
      boolean limit = List.of("too-long", "lone-surrogate", "empty").contains(ours);
      assertThat(limit || refused == libraryRefuses).as("%s gives %s", mutant, ours).isTrue();
    }
  }

  private static String code(byte[] bytes) {
    try {
      StrictJson.read(bytes);
      return "read";
    } catch (MalformedJsonException e) {
      return e.code();
    }
  }
}
