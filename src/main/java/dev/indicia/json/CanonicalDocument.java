package dev.indicia.json;

import java.io.InputStream;
import java.util.List;

/**
 * A JSON document in the canonical form of RFC 8785, UTF-8: bytes of its own, and between them long
 * fragments, which it shares with other documents. Half a megabyte can so be sent without ever
 * being in one place. Immutable.
 */
public final class CanonicalDocument {
  private final byte[] own;
  private final int ownLength;
  private final List<Inserted> inserted;
  private final int length;

  /**
   * A fragment, and where it belongs.
   *
   * @param at how many of the document's own bytes come before it
   */
  record Inserted(int at, CanonicalJson.Fragment fragment) {}

  /** Takes the bytes as they are; up to their length nobody writes them again. */
  CanonicalDocument(byte[] own, int ownLength, List<Inserted> inserted, int insertedLength) {
    this.own = own;
    this.ownLength = ownLength;
    this.inserted = List.copyOf(inserted);
    this.length = Math.addExact(ownLength, insertedLength);
  }

  /** How many bytes it has. */
  public int length() {
    return length;
  }

  /** How many bytes of memory it takes, without the fragments that it shares. */
  public int ownBytes() {
    return own.length;
  }

  /** The document in one piece. */
  public byte[] toBytes() {
    byte[] whole = new byte[length];
    new Parts().fill(whole, 0, length);
    return whole;
  }

  /**
   * The document from its beginning. A read gives as many bytes as it asks for, while there are.
   */
  public InputStream stream() {
    return new Parts();
  }

  /** Its own bytes and the fragments by turns. */
  private final class Parts extends InputStream {
    /** How many fragments have been begun. */
    private int begun;

    private byte[] part = own;
    private int at;
    private int end = endOfOwn();

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
      int filled = fill(into, offset, count);
      return filled == 0 && count > 0 ? -1 : filled;
    }

    /** Returns how many bytes there were. */
    private int fill(byte[] into, int offset, int count) {
      int filled = 0;
      while (filled < count && (at < end || next())) {
        int more = Math.min(count - filled, end - at);
        System.arraycopy(part, at, into, offset + filled, more);
        at += more;
        filled += more;
      }
      return filled;
    }

    private boolean next() {
      if (part != own) {
        part = own;
        at = inserted.get(begun - 1).at();
        end = endOfOwn();
      } else if (begun < inserted.size()) {
        part = inserted.get(begun++).fragment().utf8();
        at = 0;
        end = part.length;
      } else {
        return false;
      }
      return at < end || next();
    }

    private int endOfOwn() {
      return begun < inserted.size() ? inserted.get(begun).at() : ownLength;
    }
  }
}
