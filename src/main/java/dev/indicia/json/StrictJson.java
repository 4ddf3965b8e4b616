package dev.indicia.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one JSON document and refuses everything that two readers could understand differently:
 * bytes that are not UTF-8, a byte order mark, duplicate keys, a second value, lone surrogates,
 * nesting beyond {@value #MAX_DEPTH} levels, numbers of more than {@value #MAX_NUMBER_LENGTH}
 * characters.
 */
public final class StrictJson {
  /** Deepest nesting of arrays and objects; a profile needs five levels. */
  public static final int MAX_DEPTH = 32;

  /** Longest number, in characters; a profile holds one number, its version. */
  public static final int MAX_NUMBER_LENGTH = 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .maxStringLength(5_000_000)
                          .maxNameLength(500_000)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  private StrictJson() {}

  /**
   * Reads a whole document.
   *
   * @throws MalformedJsonException if the bytes are anything but one JSON value; with line and
   *     column
   */
  public static JsonNode read(byte[] bytes) throws MalformedJsonException {
    String text = decode(bytes);
    if (text.isBlank()) {
      throw new MalformedJsonException(
          "empty", 1, 1, "There is no JSON here. A JSON object is expected.");
    }
    refuseByteOrderMark(text);
    JsonNode tree;
    try {
      tree = MAPPER.readTree(text);
    } catch (StreamConstraintsException e) {
      throw overLimit(text, e);
    } catch (JacksonException e) {
      throw malformed(text, e);
    }
    refuseLoneSurrogates(tree, 1);
    return tree;
  }

  private static String decode(byte[] bytes) throws MalformedJsonException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      CharBuffer out = decoder.decode(in);
      return out.toString();
    } catch (CharacterCodingException e) {
      int[] place = placeOfByte(bytes, in.position());
      throw new MalformedJsonException(
          "not-utf-8",
          place[0],
          place[1],
          "The bytes here are not UTF-8. JSON is read as UTF-8 alone; save the file as UTF-8.");
    }
  }

  private static void refuseByteOrderMark(String text) throws MalformedJsonException {
    if (text.charAt(0) == '\uFEFF') {
      throw new MalformedJsonException(
          "byte-order-mark",
          1,
          1,
          "The document begins with a byte order mark. Save the file as UTF-8 without it.");
    }
  }

  /** A \\uD800 escape without its partner is no character, and no hash of it can be repeated. */
  private static void refuseLoneSurrogates(JsonNode node, int depth) throws MalformedJsonException {
    if (node.isString()) {
      refuseLoneSurrogates(node.stringValue());
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        refuseLoneSurrogates(property.getKey());
        refuseLoneSurrogates(property.getValue(), depth + 1);
      }
    } else if (node.isArray()) {
      for (JsonNode element : node) {
        refuseLoneSurrogates(element, depth + 1);
      }
    }
  }

  private static void refuseLoneSurrogates(String text) throws MalformedJsonException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (paired) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new MalformedJsonException(
            "lone-surrogate",
            1,
            1,
            "A string holds half of a surrogate pair (an escape from \\uD800 to \\uDFFF without its"
                + " partner). Write the character itself.");
      }
    }
  }

  private static MalformedJsonException overLimit(String text, StreamConstraintsException e) {
    String told = String.valueOf(e.getOriginalMessage());
    boolean deep = told.contains("nesting depth");
    int[] place = place(text, e);
    return new MalformedJsonException(
        deep ? "too-deep" : "too-long",
        place[0],
        place[1],
        deep
            ? "Arrays and objects are nested more than " + MAX_DEPTH + " levels deep here."
            : "A number, a name or a string here is longer than is read. A number has at most "
                + MAX_NUMBER_LENGTH
                + " characters.");
  }

  private static MalformedJsonException malformed(String text, JacksonException e) {
    String told = String.valueOf(e.getOriginalMessage());
    int[] place = place(text, e);
    if (told.startsWith("Duplicate Object property")) {
      return new MalformedJsonException(
          "duplicate-key",
          place[0],
          place[1],
          "The same key stands twice in one object. Each key may stand once.");
    }
    if (told.startsWith("Trailing token")) {
      return new MalformedJsonException(
          "trailing-content",
          place[0],
          place[1],
          "Something follows the end of the document. One JSON value is expected.");
    }
    return new MalformedJsonException(
        "malformed", place[0], place[1], "This is not well-formed JSON (RFC 8259) at this place.");
  }

  private static int[] place(String text, JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    if (at == null || at.getLineNr() < 1) {
      int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
      return new int[] {line, text.length() - text.lastIndexOf('\n')};
    }
    return new int[] {at.getLineNr(), Math.max(1, at.getColumnNr())};
  }

  private static int[] placeOfByte(byte[] bytes, int position) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < position && i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        line++;
        column = 1;
      } else if ((bytes[i] & 0xC0) != 0x80) {
        column++;
      }
    }
    return new int[] {line, column};
  }
}
