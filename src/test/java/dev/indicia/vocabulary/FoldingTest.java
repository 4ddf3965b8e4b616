package dev.indicia.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FoldingTest {
  static Stream<Arguments> spellings() {
    return Stream.of(
        arguments("case", "Harbour Mill", "hARBOUR mILL"),
        arguments("case of letters beyond ASCII", "ÉTÉ ΣΟΦΟΣ", "été σοφος"),
        arguments("case of a letter that becomes two", "Straße", "STRASSE"),
        arguments("case of a capital I with a dot", "İzmir", "izmir"),
        arguments("diacritics, composed", "Manëz", "Manez"),
        arguments("diacritics, decomposed", "Mane\u0308z", "Manëz"),
        arguments("compatibility forms", "Ｍｉｌｌ ﬁve ²", "mill five 2"),
        arguments("white space", " Harbour\u00A0\t Mill\u2009", "HarbourMill"),
        arguments("a hyphen", "Mill-house", "Mill house"),
        arguments("hyphens and dashes of every kind", "Mill‐1‑2–3—4−5", "Mill12345"),
        arguments("a soft hyphen", "Mill\u00ADhouse", "Millhouse"),
        arguments("apostrophes of every kind", "O’Neill O'Neill O`Neill", "ONeillONeillONeill"),
        arguments("an accent written for an apostrophe", "O´Neill", "ONeill"),
        arguments("letters for an apostrophe", "Oʼneill ʿAyn ʾAlef", "Oneill Ayn Alef"),
        arguments("primes", "5′", "5"),
        arguments(
            "quote marks of every kind", "«Mill» “Mill” ‘Mill’ \"Mill\" „Mill‟", "Mill".repeat(5)),
        arguments("a zero-width non-joiner", "می\u200Cخواهم", "میخواهم"),
        arguments("a zero-width joiner and marks of direction", "م\u200Dی\u200E\u202B", "می"),
        arguments("Arabic yeh and alef maksura", "علي على", "علی علی"),
        arguments("Arabic kaf", "كاظم", "کاظم"),
        arguments("teh marbuta", "محاربة", "محاربه"),
        arguments("heh with yeh above, composed or not", "شعبۀ شعبهٔ", "شعبه شعبه"),
        arguments("alef with madda and hamza", "آب أب إب", "اب اب اب"),
        arguments("hamza on a seat", "مسؤول رئیس", "مسوول رییس"),
        arguments("vowel signs", "مُجاهِدین", "مجاهدین"),
        arguments("tatweel", "تهــران", "تهران"),
        arguments("presentation forms and ligatures", "ﻣﺠﺎﻫﺪﯾﻦ ﻻ", "مجاهدین لا"),
        arguments("Persian digits", "شعبه ۱۵", "شعبه 15"),
        arguments("Arabic digits", "شعبه ١٥", "شعبه 15"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spellings")
  void makesTwoSpellingsOfOneNameEqual(String what, String one, String other) {
    assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
  }

  static Stream<Arguments> differences() {
    return Stream.of(
        arguments("a letter more", "mill", "mills"),
        arguments("the order of words", "mill house", "house mill"),
        arguments("another letter", "pmoi", "pmdi"),
        arguments("a full stop", "p.m.", "pm"),
        arguments("a bracket", "mill (north)", "mill north"),
        arguments("a slash", "mill/north", "mill north"),
        arguments("a number", "mill 3", "mill 2"),
        arguments("a letter with a stroke", "øst", "ost"),
        arguments("a Persian letter that looks alike", "گ", "ک"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("differences")
  void keepsDifferentNamesApart(String what, String one, String other) {
    assertThat(Folding.fold(one)).isNotEqualTo(Folding.fold(other));
  }

  @Test
  void writesWhatIsLeft() {
    assertThat(Folding.fold(" «Manëz–Ⅳ», Camp’s ۱۵ ")).isEqualTo("maneziv,camps15");
  }

  @Test
  void leavesNothingOfMarksAlone() {
    assertThat(Folding.fold(" -–'’\"«»\u200C\u00AD\u0301ـ")).isEmpty();
  }

  @Test
  void foldsEveryCharacterForGood() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .mapToObj(Character::toString)
                .map(Folding::fold)
                .filter(folded -> !Folding.fold(folded).equals(folded)))
        .isEmpty();
  }

  /** Letters, marks and digits of the scripts that names are written in, in any company. */
  @Test
  void foldsAFoldedTextToItself() {
    String characters =
        "aZéßıİﬁ 3²\u0301\u0308\u0323\u0327-–'’«ـ\u200C\u200Dعليىيیككۀةآأؤئﻻﷲ۱٢\u064E\u0654";
    int[] alphabet = characters.codePoints().toArray();
    Random random = new Random(20261121);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
      }
      String folded = Folding.fold(text.toString());
      assertThat(Folding.fold(folded)).as("twice folded: %s", text).isEqualTo(folded);
    }
  }
}
