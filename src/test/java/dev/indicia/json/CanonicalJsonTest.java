package dev.indicia.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  private static final long LARGEST = (1L << 53) - 1;

  private static String canonical(String json) {
    try {
      return CanonicalJson.write(StrictJson.read(json.getBytes(UTF_8)));
    } catch (MalformedJsonException e) {
      throw new AssertionError(e);
    }
  }

  /** The keys of the sorting example of RFC 8785, section 3.2.3. */
  @Test
  void sortsKeysByUtf16CodeUnits() {
    String json =
        "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,"
            + "\"\\u00f6\":7}";
    assertThat(canonical(json))
        .isEqualTo(
            "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\uD83D\uDE00\":5,"
                + "\"\uFB33\":3}");
  }

  @Test
  void sortsTheKeysOfAMapAsThoseOfATree() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("\uFB33", 3);
    map.put("\uD83D\uDE00", 5);
    map.put("a", 1);
    map.put("B", 2);
    map.put("", 0);
    assertThat(CanonicalJson.write(map))
        .isEqualTo("{\"\":0,\"B\":2,\"a\":1,\"\uD83D\uDE00\":5,\"\uFB33\":3}");
  }

  @Test
  void sortsAtEveryDepth() {
    assertThat(canonical("[{\"b\":{\"d\":1,\"c\":2},\"a\":3}]"))
        .isEqualTo("[{\"a\":3,\"b\":{\"c\":2,\"d\":1}}]");
  }

  @Test
  void keepsTheOrderOfLists() {
    assertThat(canonical("[3, 1, 2]")).isEqualTo("[3,1,2]");
  }

  /** The string of the example of RFC 8785, section 3.2.2. */
  @Test
  void writesTheShortestEscapes() {
    assertThat(canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\""))
        .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  }

  static Stream<Arguments> characters() {
    return Stream.of(
        arguments("NUL", "\u0000", "\\u0000"),
        arguments("backspace", "\b", "\\b"),
        arguments("tab", "\t", "\\t"),
        arguments("line feed", "\n", "\\n"),
        arguments("vertical tab", "\u000B", "\\u000b"),
        arguments("form feed", "\f", "\\f"),
        arguments("carriage return", "\r", "\\r"),
        arguments("unit separator", "\u001F", "\\u001f"),
        arguments("space", " ", " "),
        arguments("quote mark", "\"", "\\\""),
        arguments("apostrophe", "'", "'"),
        arguments("slash", "/", "/"),
        arguments("backslash", "\\", "\\\\"),
        arguments("delete", "\u007F", "\u007F"),
        arguments("line separator", "\u2028", "\u2028"),
        arguments("a letter with a diacritic, not composed", "e\u0301", "e\u0301"),
        arguments("a Persian letter", "\u06CC", "\u06CC"),
        arguments("a character of two code units", "\uD83D\uDE00", "\uD83D\uDE00"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("characters")
  void escapesWhatMustBeAndNothingElse(String what, String text, String written) {
    assertThat(CanonicalJson.write(text)).isEqualTo('"' + written + '"');
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        arguments("0", "0"),
        arguments("-0", "0"),
        arguments("-0.0", "0"),
        arguments("1.0", "1"),
        arguments("10e-1", "1"),
        arguments("1E3", "1000"),
        arguments("-5", "-5"),
        arguments("9007199254740991", "9007199254740991"),
        arguments("-9007199254740991", "-9007199254740991"));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("numbers")
  void writesWholeNumbersWithoutFractionOrExponent(String json, String written) {
    assertThat(canonical(json)).isEqualTo(written);
  }

  @Test
  void writesIntegersAndLongsAlike() {
    assertThat(CanonicalJson.write(List.of(7, 7L, LARGEST, -LARGEST)))
        .isEqualTo("[7,7,9007199254740991,-9007199254740991]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9007199254740992", "-9007199254740992", "1e17"})
  void refusesANumberBeyond2To53InATree(String json) {
    assertThatThrownBy(() -> canonical(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A number beyond 2^53 has no canonical form");
  }

  @Test
  void refusesANumberBeyond2To53AsALong() {
    assertThatThrownBy(() -> CanonicalJson.write(LARGEST + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A number beyond 2^53 has no canonical form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "1e-1", "1e999", "-1.000000000001"})
  void refusesAFractionAndAHugeExponent(String json) {
    assertThatThrownBy(() -> canonical(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Only whole numbers have a canonical form here");
  }

  static Stream<Arguments> halfPairs() {
    return Stream.of(
        arguments("a high surrogate at the end", "a\uD83D"),
        arguments("a low surrogate at the beginning", "\uDE00a"),
        arguments("a pair the wrong way round", "\uDE00\uD83D"),
        arguments("two high surrogates", "\uD83D\uD83D\uDE00"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("halfPairs")
  void refusesHalfOfASurrogatePair(String what, String text) {
    assertThatThrownBy(() -> CanonicalJson.write(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Half of a surrogate pair has no canonical form");
  }

  @Test
  void refusesHalfOfASurrogatePairInAKey() {
    assertThatThrownBy(() -> CanonicalJson.write(Map.of("\uD83D", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Half of a surrogate pair has no canonical form");
  }

  @Test
  void refusesAValueOfAnotherType() {
    assertThatThrownBy(() -> CanonicalJson.write(List.of(0.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No canonical JSON for class java.lang.Double");
  }

  @Test
  void writesNullTruthAndEmptyValues() {
    List<Object> values = new ArrayList<>(Arrays.asList(true, false, "", List.of(), Map.of()));
    values.add(null);
    assertThat(CanonicalJson.write(values)).isEqualTo("[true,false,\"\",[],{},null]");
  }

  @Test
  void writesAFragmentAsItStands() {
    CanonicalJson.Fragment fragment = CanonicalJson.Fragment.of(Collections.singletonMap("b", "x"));
    assertThat(CanonicalJson.write(Map.of("a", fragment))).isEqualTo("{\"a\":{\"b\":\"x\"}}");
  }

  @Test
  void isItsOwnCanonicalForm() {
    String once = canonical("{ \"z\" : [ 1.0, \"\\u00e9\\u0007\" ], \"a\" : { } }");
    assertThat(canonical(once)).isEqualTo(once);
  }

  /** The SHA-256 of "abc" is an example of FIPS 180-4. */
  @Test
  void hashesBytesInLowerCaseHexadecimal() {
    assertThat(CanonicalJson.sha256("abc".getBytes(UTF_8)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void hashesTheUtf8BytesOfTheCanonicalForm() {
    assertThat(CanonicalJson.sha256(Map.of("é", 1)))
        .isEqualTo(CanonicalJson.sha256("{\"é\":1}".getBytes(UTF_8)));
  }
}
