package dev.indicia.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON in the canonical form of RFC 8785: keys sorted by UTF-16 code units, no white space,
 * the shortest escapes. Numbers are whole numbers within ±(2^53 − 1), the only ones Indicia has.
 *
 * <p>Values are {@link Map}s with string keys, {@link List}s, strings, whole numbers, booleans,
 * null, {@link JsonNode}s of the same, and {@link Fragment}s.
 */
public final class CanonicalJson {
  private static final BigInteger LARGEST = BigInteger.valueOf((1L << 53) - 1);

  private CanonicalJson() {}

  /**
   * A value that has been written before, so that it need not be written again.
   *
   * @param json canonical JSON of one value
   */
  public record Fragment(String json) {
    /** The canonical JSON of the value. */
    public static Fragment of(@Nullable Object value) {
      return new Fragment(CanonicalJson.write(value));
    }
  }

  /**
   * The canonical form of a value.
   *
   * @throws IllegalArgumentException for a value of another type, a fraction, a number beyond 2^53,
   *     or a string with half of a surrogate pair, which no UTF-8 can hold
   */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder(256);
    append(out, value);
    return out.toString();
  }

  /** SHA-256 of the UTF-8 bytes of the canonical form, in lower-case hexadecimal. */
  public static String sha256(@Nullable Object value) {
    return sha256(write(value).getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of bytes, in lower-case hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static void append(StringBuilder out, @Nullable Object value) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof Fragment fragment) {
      out.append(fragment.json());
    } else if (value instanceof String text) {
      appendString(out, text);
    } else if (value instanceof Boolean truth) {
      out.append(truth.booleanValue());
    } else if (value instanceof Integer || value instanceof Long) {
      appendNumber(out, BigInteger.valueOf(((Number) value).longValue()));
    } else if (value instanceof Map<?, ?> map) {
      appendMap(out, map);
    } else if (value instanceof List<?> list) {
      appendList(out, list);
    } else if (value instanceof JsonNode node) {
      appendNode(out, node);
    } else {
      throw new IllegalArgumentException("No canonical JSON for " + value.getClass());
    }
  }

  private static void appendMap(StringBuilder out, Map<?, ?> map) {
    TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    out.append('{');
    String separator = "";
    for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
      out.append(separator);
      appendString(out, entry.getKey());
      out.append(':');
      append(out, entry.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private static void appendList(StringBuilder out, List<?> list) {
    out.append('[');
    for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
      append(out, i.next());
      if (i.hasNext()) {
        out.append(',');
      }
    }
    out.append(']');
  }

  private static void appendNode(StringBuilder out, JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(property -> sorted.put(property.getKey(), property.getValue()));
      appendMap(out, sorted);
    } else if (node.isArray()) {
      appendList(out, node.valueStream().toList());
    } else if (node.isString()) {
      appendString(out, node.stringValue());
    } else if (node.isNumber()) {
      appendNumber(out, whole(node.decimalValue()));
    } else if (node.isBoolean()) {
      out.append(node.booleanValue());
    } else {
      out.append("null");
    }
  }

  private static BigInteger whole(BigDecimal number) {
    try {
      // A huge exponent is refused before it is spelled out.
      if (number.precision() - (long) number.scale() > 20) {
        throw new ArithmeticException("too large");
      }
      return number.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("Only whole numbers have a canonical form here", e);
    }
  }

  private static void appendNumber(StringBuilder out, BigInteger number) {
    if (number.abs().compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException("A number beyond 2^53 has no canonical form");
    }
    out.append(number);
  }

  private static void appendString(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append("\\u00")
                .append(c < 0x10 ? '0' : '1')
                .append("0123456789abcdef".charAt(c & 0xF));
          } else if (Character.isSurrogate(c)) {
            boolean paired =
                Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!paired) {
              throw new IllegalArgumentException("Half of a surrogate pair has no canonical form");
            }
            out.append(c).append(text.charAt(++i));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
