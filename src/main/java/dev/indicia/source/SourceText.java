package dev.indicia.source;

import dev.indicia.json.CanonicalJson;
import java.nio.charset.StandardCharsets;

/** The whole text of a source, by Unicode code points. It is never part of a rulebook. */
public final class SourceText {
  /** Characters of context on either side of a passage. */
  public static final int CONTEXT = 32;

  private final String text;
  private final String sha256;

  private SourceText(String text, String sha256) {
    this.text = text;
    this.sha256 = sha256;
  }

  /** A text from the bytes of its file, UTF-8, line breaks as they are. */
  public static SourceText of(byte[] utf8) {
    return new SourceText(new String(utf8, StandardCharsets.UTF_8), CanonicalJson.sha256(utf8));
  }

  /** SHA-256 of the file. */
  public String sha256() {
    return sha256;
  }

  /** Its length in code points. */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /** The text, whole. */
  String text() {
    return text;
  }

  /**
   * The characters between two offsets.
   *
   * @param start first code point, cut to the text
   * @param end after the last code point, cut to the text
   */
  public String slice(int start, int end) {
    int from = Math.max(0, Math.min(start, length()));
    int to = Math.max(from, Math.min(end, length()));
    int first = text.offsetByCodePoints(0, from);
    return text.substring(first, text.offsetByCodePoints(first, to - from));
  }

  /** What stands between an offset in code points and the end of its line. */
  String restOfLine(int offset) {
    int from = text.offsetByCodePoints(0, Math.max(0, Math.min(offset, length())));
    int end = text.indexOf('\n', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  /** The code point offset of a UTF-16 index. */
  int offset(int index) {
    return text.codePointCount(0, index);
  }
}
