package dev.indicia.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A word and a year that stand for what is recorded of a person: in no program text, no vocabulary
 * and no source. Where one turns up, a value has turned up.
 */
final class Canary {
  /** The word. */
  static final String WORD = "Zyxwv";

  /**
   * A year with its hyphen: a date is no text that takes the word. No hint names so late a year.
   */
  static final String YEAR = "2087-";

  private Canary() {}

  /** Whether a text holds one of them. */
  static boolean isIn(String text) {
    return text.contains(WORD) || text.contains(YEAR);
  }

  /** A number that depends on every byte: whether a costly check is due for these. */
  static int sample(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) (crc.getValue() & Integer.MAX_VALUE);
  }

  /** JSON with the word at the beginning or the end of one of its texts or keys. */
  static byte[] into(byte[] json) {
    int[] quotes = new int[json.length];
    int count = 0;
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '"' && (i == 0 || json[i - 1] != '\\')) {
        quotes[count++] = i;
      }
    }
    if (count == 0) {
      return WORD.getBytes(US_ASCII);
    }
    int chosen = sample(json) % count;
    // Odd ones close a text, if the others open one: the word comes before those.
    int place = quotes[chosen] + 1 - chosen % 2;
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + WORD.length());
    out.write(json, 0, place);
    out.writeBytes(WORD.getBytes(US_ASCII));
    out.writeBytes(Arrays.copyOfRange(json, place, json.length));
    return out.toByteArray();
  }
}
