package dev.indicia.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamReadConstraints;
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

  /** Longest exponent of a number, in digits: one more could not be written out. */
  static final int MAX_EXPONENT_LENGTH = 3;

  /** Longest text or key, with its quotes, in UTF-16 code units. */
  static final int MAX_TEXT_LENGTH = 5_000_000;

  /**
   * Builds the tree of a text that {@link JsonGrammar} has passed: its limits are not the first.
   */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .maxStringLength(MAX_TEXT_LENGTH)
                          .maxNameLength(MAX_TEXT_LENGTH)
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
    JsonGrammar.check(text);
    return MAPPER.readTree(text);
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
      String readable = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
      throw JsonGrammar.refusal(
          readable,
          readable.length(),
          "not-utf-8",
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
}
