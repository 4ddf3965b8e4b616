package dev.indicia.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Walks a JSON text once and stops at the first place that breaks RFC 8259 or one of the limits of
 * {@link StrictJson}, so that each refusal names its place and says what is expected there.
 */
final class JsonGrammar {
  private final String text;
  private int at;

  /** The objects and arrays that are open here, innermost first: the keys of an object so far. */
  private final Deque<Open> open = new ArrayDeque<>();

  private JsonGrammar(String text) {
    this.text = text;
  }

  private record Open(boolean isObject, Set<String> keys) {}

  /**
   * Checks a text.
   *
   * @throws MalformedJsonException if it is anything but one JSON value
   */
  static void check(String text) throws MalformedJsonException {
    new JsonGrammar(text).document();
  }

  private void document() throws MalformedJsonException {
    boolean complete = value();
    while (!open.isEmpty()) {
      complete = open.element().isObject() ? member(complete) : element(complete);
    }
    space();
    if (at < text.length()) {
      throw refusal(
          "trailing-content",
          at,
          "Something follows the end of the document. One JSON value is expected.");
    }
  }

  /** The next element of an array, or its end. Returns whether a value ended here. */
  private boolean element(boolean afterValue) throws MalformedJsonException {
    space();
    if (next(']')) {
      open.pop();
      return true;
    }
    if (afterValue) {
      comma("A comma or a closing bracket is expected here.", ']');
    }
    return value();
  }

  /** The next member of an object, or its end. Returns whether a value ended here. */
  private boolean member(boolean afterValue) throws MalformedJsonException {
    space();
    if (next('}')) {
      open.pop();
      return true;
    }
    if (afterValue) {
      comma("A comma or a closing brace is expected here.", '}');
    }
    expect('"', "A key in double quotes is expected here.");
    int start = at - 1;
    String key = string(start);
    if (!open.element().keys().add(key)) {
      throw refusal(
          "duplicate-key",
          start,
          "The same key stands twice in one object. Each key may stand once.");
    }
    space();
    expect(':', "A colon is expected here, between a key and its value.");
    return value();
  }

  private void comma(String expected, char closing) throws MalformedJsonException {
    expect(',', expected);
    int comma = at - 1;
    space();
    if (at < text.length() && text.charAt(at) == closing) {
      throw malformed(comma, "Nothing follows this comma. Take it out.");
    }
  }

  /** A value, or the opening of an object or array. Returns whether a value ended here. */
  private boolean value() throws MalformedJsonException {
    space();
    if (at == text.length()) {
      throw unfinished();
    }
    int start = at;
    char c = text.charAt(at);
    switch (c) {
      case '{', '[' -> {
        if (open.size() == StrictJson.MAX_DEPTH) {
          throw refusal(
              "too-deep",
              at,
              "Arrays and objects are nested more than "
                  + StrictJson.MAX_DEPTH
                  + " levels deep here.");
        }
        at++;
        open.push(new Open(c == '{', c == '{' ? new HashSet<>() : Set.of()));
        return false;
      }
      case '"' -> {
        at++;
        string(start);
      }
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> word();
    }
    return true;
  }

  private void word() throws MalformedJsonException {
    for (String word : new String[] {"true", "false", "null"}) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return;
      }
    }
    throw malformed(
        at,
        "A value is expected here: an object, a list, a text in double quotes, a number, true,"
            + " false or null.");
  }

  private void number() throws MalformedJsonException {
    int start = at;
    next('-');
    boolean wellFormed = next('0') || digits() > 0;
    if (wellFormed && next('.')) {
      wellFormed = digits() > 0;
    }
    int exponent = 0;
    if (wellFormed && (next('e') || next('E'))) {
      if (!next('+')) {
        next('-');
      }
      exponent = digits();
      wellFormed = exponent > 0;
    }
    if (!wellFormed || isDigit(at)) {
      throw malformed(
          start,
          "This is no number of JSON: digits without a leading zero or plus sign, then a fraction or"
              + " an exponent where needed, each with its digits.");
    }
    if (at - start > StrictJson.MAX_NUMBER_LENGTH || exponent > StrictJson.MAX_EXPONENT_LENGTH) {
      throw refusal(
          "too-long",
          start,
          "This number is longer than is read. A number has at most "
              + StrictJson.MAX_NUMBER_LENGTH
              + " characters, its exponent at most "
              + StrictJson.MAX_EXPONENT_LENGTH
              + ".");
    }
  }

  private int digits() {
    int start = at;
    while (isDigit(at)) {
      at++;
    }
    return at - start;
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  /**
   * The rest of a string, without its escapes.
   *
   * @param start of its opening quote
   */
  private String string(int start) throws MalformedJsonException {
    boolean escaped = false;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c < ' ') {
        throw malformed(
            at,
            "A line break or another control character stands in a text. Write it as an escape,"
                + " such as \\n or \\t.");
      }
      if (c == '\\') {
        escaped = true;
        escape();
      } else {
        at++;
      }
    }
    if (at >= text.length()) {
      throw unfinished();
    }
    at++;
    if (at - start > StrictJson.MAX_TEXT_LENGTH) {
      throw refusal("too-long", start, "This text is longer than is read.");
    }
    return escaped ? unescaped(start + 1, at - 1) : text.substring(start + 1, at - 1);
  }

  private void escape() throws MalformedJsonException {
    int start = at;
    boolean wellFormed = false;
    if (at + 1 < text.length()) {
      boolean unicode = text.charAt(at + 1) == 'u';
      at += unicode ? 6 : 2;
      wellFormed =
          unicode
              ? at <= text.length() && isHexadecimal(start + 2, at)
              : "\"\\/bfnrt".indexOf(text.charAt(start + 1)) >= 0;
    }
    if (!wellFormed) {
      throw malformed(
          start,
          "This is no escape of JSON. Allowed: \\\" \\\\ \\/ \\b \\f \\n \\r \\t, and \\u with four"
              + " hexadecimal digits.");
    }
  }

  private boolean isHexadecimal(int from, int to) {
    for (int i = from; i < to; i++) {
      // Not Character.digit: it takes digits of every script.
      if ("0123456789abcdefABCDEF".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A \\uD800 escape without its partner is no character, and no hash of it can be repeated. */
  private String unescaped(int from, int to) throws MalformedJsonException {
    StringBuilder out = new StringBuilder(to - from);
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        i++;
      } else if (text.charAt(i + 1) != 'u') {
        out.append("\"\\/\b\f\n\r\t".charAt("\"\\/bfnrt".indexOf(text.charAt(i + 1))));
        i += 2;
      } else {
        char unit = unit(i);
        boolean paired =
            Character.isHighSurrogate(unit)
                && text.startsWith("\\u", i + 6)
                && Character.isLowSurrogate(unit(i + 6));
        if (Character.isSurrogate(unit) && !paired) {
          throw refusal(
              "lone-surrogate",
              i,
              "This escape is half of a surrogate pair (\\uD800 to \\uDFFF) without its partner."
                  + " Write the character itself.");
        }
        out.append(unit);
        i += 6;
        if (paired) {
          out.append(unit(i));
          i += 6;
        }
      }
    }
    return out.toString();
  }

  private char unit(int escape) {
    return (char) Integer.parseInt(text, escape + 2, escape + 6, 16);
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean next(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c, String message) throws MalformedJsonException {
    if (at == text.length()) {
      throw unfinished();
    }
    if (!next(c)) {
      throw malformed(at, message);
    }
  }

  private MalformedJsonException unfinished() {
    return malformed(text.length(), "The document ends here before it is complete.");
  }

  private MalformedJsonException malformed(int index, String message) {
    return refusal("malformed", index, message);
  }

  private MalformedJsonException refusal(String code, int index, String message) {
    return refusal(text, index, code, message);
  }

  /** A refusal at a place: line breaks are counted as editors do, columns in characters. */
  static MalformedJsonException refusal(String text, int index, String code, String message) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < index; i++) {
      char c = text.charAt(i);
      boolean breaks =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (breaks) {
        line++;
        lineStart = i + 1;
      }
    }
    return new MalformedJsonException(
        code, line, text.codePointCount(lineStart, index) + 1, message);
  }
}
