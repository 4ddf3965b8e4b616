package dev.indicia.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private CanonicalJson() {}

  /** A value that has been written before, so that it need not be written again. Immutable. */
  public static final class Fragment {
    private final byte[] utf8;

    Fragment(byte[] utf8) {
      this.utf8 = utf8;
    }

    /** The canonical JSON of a value. */
    public static Fragment of(@Nullable Object value) {
      return writer(value).toFragment();
    }

    /** The value. */
    public JsonNode tree() {
      return StrictJson.readChecked(utf8);
    }

    /** Not a copy: the package only reads it. */
    byte[] utf8() {
      return utf8;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Fragment fragment && Arrays.equals(utf8, fragment.utf8);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(utf8);
    }

    /** The canonical JSON. */
    @Override
    public String toString() {
      return new String(utf8, StandardCharsets.UTF_8);
    }
  }

  /**
   * The canonical form of a value.
   *
   * @throws IllegalArgumentException for a value of another type, a fraction, a number beyond 2^53,
   *     or a string with half of a surrogate pair, which no UTF-8 can hold
   */
  public static String write(@Nullable Object value) {
    return writer(value).toString();
  }

  /**
   * The canonical form of a value, as UTF-8.
   *
   * @throws IllegalArgumentException as {@link #write} does
   */
  public static byte[] bytes(@Nullable Object value) {
    return writer(value).toBytes();
  }

  private static CanonicalWriter writer(@Nullable Object value) {
    CanonicalWriter out = new CanonicalWriter(256);
    append(out, value);
    return out;
  }

  /** SHA-256 of the UTF-8 bytes of the canonical form, in lower-case hexadecimal. */
  public static String sha256(@Nullable Object value) {
    return sha256(bytes(value));
  }

  /** SHA-256 of bytes, in lower-case hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static void append(CanonicalWriter out, @Nullable Object value) {
    if (value == null) {
      out.nothing();
    } else if (value instanceof Fragment fragment) {
      out.fragment(fragment);
    } else if (value instanceof String text) {
      out.string(text);
    } else if (value instanceof Boolean truth) {
      out.truth(truth);
    } else if (value instanceof Integer || value instanceof Long) {
      out.number(((Number) value).longValue());
    } else if (value instanceof Map<?, ?> map) {
      appendObject(out, map.entrySet());
    } else if (value instanceof List<?> list) {
      appendList(out, list);
    } else if (value instanceof JsonNode node) {
      appendNode(out, node);
    } else {
      throw new IllegalArgumentException("No canonical JSON for " + value.getClass());
    }
  }

  private static void appendObject(CanonicalWriter out, Set<? extends Map.Entry<?, ?>> members) {
    out.beginObject();
    for (Map.Entry<?, ?> member : isSorted(members) ? members : sorted(members)) {
      append(out.key((String) member.getKey()), member.getValue());
    }
    out.endObject();
  }

  private static boolean isSorted(Set<? extends Map.Entry<?, ?>> members) {
    String last = null;
    for (Map.Entry<?, ?> member : members) {
      String key = (String) member.getKey();
      if (last != null && last.compareTo(key) > 0) {
        return false;
      }
      last = key;
    }
    return true;
  }

  private static Set<? extends Map.Entry<?, ?>> sorted(Set<? extends Map.Entry<?, ?>> members) {
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    members.forEach(member -> sorted.put((String) member.getKey(), member.getValue()));
    return sorted.entrySet();
  }

  private static void appendList(CanonicalWriter out, List<?> list) {
    out.beginList();
    list.forEach(value -> append(out, value));
    out.endList();
  }

  private static void appendNode(CanonicalWriter out, JsonNode node) {
    if (node.isObject()) {
      appendObject(out, node.properties());
    } else if (node.isArray()) {
      out.beginList();
      node.forEach(value -> appendNode(out, value));
      out.endList();
    } else if (node.isString()) {
      out.string(node.stringValue());
    } else if (node.isNumber()) {
      out.number(whole(node.decimalValue()));
    } else if (node.isBoolean()) {
      out.truth(node.booleanValue());
    } else {
      out.nothing();
    }
  }

  private static long whole(BigDecimal number) {
    try {
      // A huge exponent is refused before it is spelled out.
      if (number.precision() - (long) number.scale() > 18) {
        throw new ArithmeticException("too large");
      }
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("Only whole numbers have a canonical form here", e);
    }
  }
}
