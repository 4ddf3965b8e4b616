package dev.indicia.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.indicia.json.CanonicalJson.Fragment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalWriterTest {
  @Test
  void writesADocumentPieceByPiece() {
    CanonicalWriter out = new CanonicalWriter(0);
    out.beginObject();
    out.key("a").beginList().number(1).string("x").truth(true).nothing().beginList().endList();
    out.endList();
    out.key("b").beginObject().endObject();
    out.key("c").fragment(Fragment.of(Map.of("d", List.of(2, 3))));
    out.endObject();
    assertThat(out).hasToString("{\"a\":[1,\"x\",true,null,[]],\"b\":{},\"c\":{\"d\":[2,3]}}");
  }

  @Test
  void refusesAKeyBeforeTheOneBeforeIt() {
    CanonicalWriter out = new CanonicalWriter(0).beginObject().key("b").number(1);
    assertThatThrownBy(() -> out.key("a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The key a does not come after b");
  }

  @Test
  void refusesAKeyTwice() {
    CanonicalWriter out = new CanonicalWriter(0).beginObject().key("a").number(1);
    assertThatThrownBy(() -> out.key("a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The key a does not come after a");
  }

  @Test
  void takesTheSameKeyInAnotherObject() {
    CanonicalWriter out = new CanonicalWriter(0).beginList();
    out.beginObject().key("b").number(1).endObject();
    out.beginObject().key("a").beginObject().key("a").number(2).endObject().endObject();
    assertThat(out.endList()).hasToString("[{\"b\":1},{\"a\":{\"a\":2}}]");
  }

  /** A supplementary character comes before U+FFFD by code units, after it by code points. */
  @Test
  void comparesKeysByCodeUnits() {
    CanonicalWriter out = new CanonicalWriter(0).beginObject();
    out.key("\uD83D\uDE00").number(1).key("\uFFFD").number(2).endObject();
    assertThat(out).hasToString("{\"\uD83D\uDE00\":1,\"\uFFFD\":2}");
  }

  @Test
  void writesEachLengthOfUtf8AsThePlatformDoes() {
    String text = "a\u007F\u0080\u07FF\u0800\uFFFF\uD800\uDC00\uDBFF\uDFFF\u067E";
    assertThat(new CanonicalWriter(0).string(text).toBytes())
        .isEqualTo(('"' + text + '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void putsLongAndShortFragmentsInTheirPlaces() {
    String text = "x".repeat(400);
    CanonicalWriter out = new CanonicalWriter(0).beginList();
    out.fragment(Fragment.of(text))
        .number(1)
        .fragment(Fragment.of("y"))
        .fragment(Fragment.of(text));
    out.beginObject().key("a").fragment(Fragment.of(text)).key("b").nothing().endObject();
    String quoted = '"' + text + '"';
    assertThat(out.endList())
        .hasToString("[" + quoted + ",1,\"y\"," + quoted + ",{\"a\":" + quoted + ",\"b\":null}]");
  }

  @Test
  void growsWithWhatIsWritten() {
    CanonicalWriter out = new CanonicalWriter(0).beginList();
    for (int i = 0; i < 1_000; i++) {
      out.string("\u0001\u0002\u0003".repeat(40));
    }
    assertThat(out.endList().toBytes()).hasSize(1_000 * (3 * 40 * 6 + 2) + 999 + 2);
  }

  @Test
  void givesItsDocumentInPartsOfAnyLength() throws IOException {
    String text = "x".repeat(400);
    CanonicalWriter out = new CanonicalWriter(0).fragment(Fragment.of(text));
    assertThat(out.toDocument().stream()).hasContent('"' + text + '"');
    out = new CanonicalWriter(0).beginList();
    out.fragment(Fragment.of(text))
        .fragment(Fragment.of(text))
        .number(1)
        .fragment(Fragment.of(text));
    CanonicalDocument document = out.endList().toDocument();
    byte[] whole = out.toBytes();
    assertThat(document.length()).isEqualTo(whole.length).isGreaterThan(document.ownBytes());
    for (int part : new int[] {1, 7, 401, 402, 403, 404, 10_000}) {
      InputStream stream = document.stream();
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      for (byte[] next = stream.readNBytes(part); next.length > 0; next = stream.readNBytes(part)) {
        assertThat(next).hasSize(Math.min(part, whole.length - read.size()));
        read.writeBytes(next);
      }
      assertThat(read.toByteArray()).isEqualTo(whole);
      assertThat(stream.read()).isEqualTo(-1);
    }
  }

  /** Who goes on writing does not change what has been taken. */
  @Test
  void keepsADocumentThatHasBeenTaken() {
    CanonicalWriter out =
        new CanonicalWriter(0).beginList().number(1).fragment(Fragment.of("x".repeat(400)));
    CanonicalDocument document = out.toDocument();
    byte[] before = document.toBytes();
    out.number(2).fragment(Fragment.of("y".repeat(400))).endList();
    assertThat(document.toBytes()).isEqualTo(before);
  }
}
