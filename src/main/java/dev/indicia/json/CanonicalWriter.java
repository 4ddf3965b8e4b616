package dev.indicia.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document in the canonical form of RFC 8785, as UTF-8, piece by piece. The caller
 * writes the keys of an object in ascending order; one out of its place is refused, so whatever
 * comes out is canonical. For one thread.
 */
public final class CanonicalWriter {
  private static final long LARGEST = (1L << 53) - 1;

  /** A fragment from this length on is not copied until the document is read. */
  private static final int LONG_FRAGMENT = 256;

  /** What has been written, without long fragments. */
  private byte[] bytes;

  private int length;

  private final List<CanonicalDocument.Inserted> inserted = new ArrayList<>();
  private int insertedLength;

  /** The last key written at each depth; null where none is, as in a list. */
  private @Nullable String[] lastKeys = new @Nullable String[8];

  private int depth;
  private boolean separate;

  /**
   * A writer for a document.
   *
   * @param expectedBytes how long it may become without long fragments; it can grow beyond
   */
  public CanonicalWriter(int expectedBytes) {
    this.bytes = new byte[Math.max(64, expectedBytes)];
  }

  /** Opens an object. */
  public CanonicalWriter beginObject() {
    return open('{');
  }

  /** Closes the object. */
  public CanonicalWriter endObject() {
    return close('}');
  }

  /** Opens a list. */
  public CanonicalWriter beginList() {
    return open('[');
  }

  /** Closes the list. */
  public CanonicalWriter endList() {
    return close(']');
  }

  /**
   * Writes a key of an object; its value follows.
   *
   * @throws IllegalStateException if it does not come after the key before it, by UTF-16 code units
   */
  public CanonicalWriter key(String key) {
    String last = lastKeys[depth];
    if (last != null && last.compareTo(key) >= 0) {
      throw new IllegalStateException("The key " + key + " does not come after " + last);
    }
    lastKeys[depth] = key;
    string(key);
    put(':');
    separate = false;
    return this;
  }

  /**
   * Writes a string.
   *
   * @throws IllegalArgumentException if it holds half of a surrogate pair, which no UTF-8 can hold
   */
  public CanonicalWriter string(String text) {
    separate();
    int count = text.length();
    // No character needs more than six bytes: \u001f.
    ensure(Math.addExact(Math.multiplyExact(6, count), 2));
    byte[] out = bytes;
    int at = length;
    out[at++] = '"';
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x80) {
        if (c == '"' || c == '\\') {
          out[at++] = '\\';
        }
        out[at++] = (byte) c;
      } else if (c < 0x20) {
        at = escape(c, out, at);
      } else if (c < 0x800) {
        out[at++] = (byte) (0xC0 | (c >> 6));
        out[at++] = (byte) (0x80 | (c & 0x3F));
      } else if (!Character.isSurrogate(c)) {
        out[at++] = (byte) (0xE0 | (c >> 12));
        out[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        out[at++] = (byte) (0x80 | (c & 0x3F));
      } else {
        int point = text.codePointAt(i++);
        if (!Character.isSupplementaryCodePoint(point)) {
          throw new IllegalArgumentException("Half of a surrogate pair has no canonical form");
        }
        out[at++] = (byte) (0xF0 | (point >> 18));
        out[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
        out[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        out[at++] = (byte) (0x80 | (point & 0x3F));
      }
    }
    out[at++] = '"';
    length = at;
    return this;
  }

  private static int escape(char c, byte[] out, int start) {
    int at = start;
    out[at++] = '\\';
    int brief = "\b\t\n\f\r".indexOf(c);
    if (brief >= 0) {
      out[at++] = (byte) "btnfr".charAt(brief);
    } else {
      out[at++] = 'u';
      out[at++] = '0';
      out[at++] = '0';
      out[at++] = (byte) (c < 0x10 ? '0' : '1');
      out[at++] = (byte) "0123456789abcdef".charAt(c & 0xF);
    }
    return at;
  }

  /**
   * Writes a whole number.
   *
   * @throws IllegalArgumentException beyond ±(2^53 − 1)
   */
  public CanonicalWriter number(long number) {
    if (number > LARGEST || number < -LARGEST) {
      throw new IllegalArgumentException("A number beyond 2^53 has no canonical form");
    }
    return literal(Long.toString(number));
  }

  /** Writes {@code true} or {@code false}. */
  public CanonicalWriter truth(boolean truth) {
    return literal(truth ? "true" : "false");
  }

  /** Writes {@code null}. */
  public CanonicalWriter nothing() {
    return literal("null");
  }

  /** Writes a value that has been written before. */
  public CanonicalWriter fragment(CanonicalJson.Fragment fragment) {
    separate();
    byte[] utf8 = fragment.utf8();
    if (utf8.length >= LONG_FRAGMENT) {
      inserted.add(new CanonicalDocument.Inserted(length, fragment));
      insertedLength = Math.addExact(insertedLength, utf8.length);
    } else {
      ensure(utf8.length);
      System.arraycopy(utf8, 0, bytes, length, utf8.length);
      length += utf8.length;
    }
    return this;
  }

  /** The document, as far as it has been written. */
  public CanonicalDocument toDocument() {
    return new CanonicalDocument(bytes, length, inserted, insertedLength);
  }

  /** The document, UTF-8. */
  public byte[] toBytes() {
    return toDocument().toBytes();
  }

  /** The document, as a value within another. */
  public CanonicalJson.Fragment toFragment() {
    return new CanonicalJson.Fragment(toBytes());
  }

  /** The document. */
  @Override
  public String toString() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }

  private CanonicalWriter literal(String ascii) {
    separate();
    ensure(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  private CanonicalWriter open(char bracket) {
    separate();
    put(bracket);
    separate = false;
    depth++;
    if (depth == lastKeys.length) {
      lastKeys = Arrays.copyOf(lastKeys, 2 * depth);
    }
    lastKeys[depth] = null;
    return this;
  }

  private CanonicalWriter close(char bracket) {
    put(bracket);
    separate = true;
    depth--;
    return this;
  }

  /** Every value but the first after a bracket or a key has a comma before it. */
  private void separate() {
    if (separate) {
      put(',');
    }
    separate = true;
  }

  private void put(char ascii) {
    ensure(1);
    bytes[length++] = (byte) ascii;
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), 2 * bytes.length));
    }
  }
}
