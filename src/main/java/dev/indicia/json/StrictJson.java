package dev.indicia.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

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
   * Reads the tokens of a text that {@link JsonGrammar} has passed: its limits are not the first.
   * No mapper is made, since its configuration would take a sixth of the program's start.
   */
  private static final JsonFactory TOKENS =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxStringLength(MAX_TEXT_LENGTH)
                  .maxNameLength(MAX_TEXT_LENGTH)
                  .build())
          .build();

  private static final JsonNodeFactory NODES = new SelfWritten();

  /**
   * Makes texts and nulls that write themselves. The library's {@code toString} makes a mapper
   * first, and the validator calls it for each value of an enumeration.
   */
  private static final class SelfWritten extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    private static final NullNode NOTHING =
        new NullNode() {
          private static final long serialVersionUID = 1L;

          @Override
          public String toString() {
            return CanonicalJson.write(null);
          }
        };

    @Override
    public NullNode nullNode() {
      return NOTHING;
    }

    @Override
    public StringNode stringNode(String text) {
      return new Text(text);
    }

    private static final class Text extends StringNode {
      private static final long serialVersionUID = 1L;

      Text(String text) {
        super(text);
      }

      @Override
      public String toString() {
        return CanonicalJson.write(stringValue());
      }
    }
  }

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
    try (JsonParser tokens = TOKENS.createParser(ObjectReadContext.empty(), text)) {
      return tree(tokens);
    }
  }

  /**
   * Reads a document that has passed {@link #read} before and is known to be the same, such as a
   * file that the build has checked. Nothing is checked again.
   */
  public static JsonNode readChecked(byte[] bytes) {
    try (JsonParser tokens = TOKENS.createParser(ObjectReadContext.empty(), bytes)) {
      return tree(tokens);
    }
  }

  private static JsonNode tree(JsonParser tokens) {
    tokens.nextToken();
    return value(tokens);
  }

  /** The value that begins at the current token. It is no deeper than the limit. */
  private static JsonNode value(JsonParser tokens) {
    return switch (tokens.currentToken()) {
      case START_OBJECT -> object(tokens);
      case START_ARRAY -> array(tokens);
      case VALUE_STRING -> NODES.stringNode(tokens.getString());
      case VALUE_NUMBER_INT -> NODES.numberNode(tokens.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(tokens.getDecimalValue().stripTrailingZeros());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("No value begins with " + tokens.currentToken());
    };
  }

  private static JsonNode object(JsonParser tokens) {
    ObjectNode object = NODES.objectNode();
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      String name = tokens.currentName();
      tokens.nextToken();
      object.set(name, value(tokens));
    }
    return object;
  }

  private static JsonNode array(JsonParser tokens) {
    ArrayNode array = NODES.arrayNode();
    while (tokens.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(tokens));
    }
    return array;
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
