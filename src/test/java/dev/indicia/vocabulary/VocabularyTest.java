package dev.indicia.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
  /** The form of the register: [the] [Branch N of [the]] NAME [of|in CITY]. */
  private static final String FORM =
      "(?:the)?(?:branch[0-9]+(?:of)?(?:the)?)?{name}(?:(?:of|in){city})?";

  private static Term term(String kind, String code, String... names) {
    return new Term(kind, code, code, null, Map.of("en", List.of(names)));
  }

  private static Vocabulary.Part part(
      String kind, List<Term> terms, Vocabulary.AmbiguousName... ambiguous) {
    return new Vocabulary.Part(kind, terms, List.of(ambiguous), List.of(), List.of());
  }

  private static Vocabulary.AmbiguousName ambiguous(String name, String... codes) {
    return new Vocabulary.AmbiguousName(List.of(name), List.of(codes));
  }

  private static Vocabulary vocabulary(Vocabulary.Part... parts) {
    Vocabulary vocabulary = Vocabulary.of(List.of(parts));
    assertThat(vocabulary.clashes()).isEmpty();
    return vocabulary;
  }

  private static List<NameClash> clashes(Vocabulary.Part... parts) {
    return Vocabulary.of(List.of(parts)).clashes();
  }

  private static final Vocabulary FEW =
      vocabulary(
          part(
              "organisation",
              List.of(
                  new Term(
                      "organisation",
                      "wardens",
                      "River Wardens",
                      null,
                      Map.of(
                          "en", List.of("River Wardens", "People's Wardens"),
                          "fa", List.of("نگهبانان رود"))),
                  term("organisation", "wardens-of-the-lake", "Wardens of the Lake"))),
          part(
              "place",
              List.of(term("place", "mill-north"), term("place", "mill-south")),
              ambiguous("Mill", "mill-north", "mill-south")),
          new Vocabulary.Part(
              "court",
              List.of(
                  term("court", "water-court", "Water Tribunal"),
                  term("court", "high-court", "Court of the Hill")),
              List.of(),
              List.of(FORM),
              List.of("Ostrava", "Alt-Stadt")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wardens",
        "WARDENS",
        "River Wardens",
        "river-wardens",
        "  River\u00A0Wardens ",
        "“River Wardens”",
        "People’s Wardens",
        "Peoples Wardens",
        "نگهبانان رود",
        "نگهبانان\u200Cرود"
      })
  void resolvesACodeAndEachOfItsNames(String text) {
    assertThat(FEW.codes("organisation", text)).containsExactly("wardens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "River",
        "Warden",
        "the River Wardens",
        "River Wardens of the Lake",
        "Wardens of the Lake Union",
        "River Warden",
        "Rivr Wardens",
        "نگهبانان",
        "",
        "-",
        "."
      })
  void resolvesNothingByContainmentOrLikeness(String text) {
    assertThat(FEW.codes("organisation", text)).isEmpty();
  }

  @Test
  void keepsANameApartFromALongerOne() {
    assertThat(FEW.codes("organisation", "Wardens of the Lake"))
        .containsExactly("wardens-of-the-lake");
  }

  @Test
  void resolvesANameInItsOwnKindAlone() {
    assertThat(FEW.codes("place", "River Wardens")).isEmpty();
  }

  @Test
  void resolvesNothingInAnUnknownKind() {
    assertThat(FEW.codes("shoe", "wardens")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mill", "mill", "MILL "})
  void givesEveryCodeOfAnAmbiguousName(String text) {
    assertThat(FEW.codes("place", text)).containsExactly("mill-north", "mill-south");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "water-court",
        "Water Tribunal",
        "the Water Tribunal",
        "Branch 15 of the Water Tribunal",
        "Branch ۱۵ Water Court",
        "Water Tribunal of Ostrava",
        "The Branch 2 of the Water Tribunal in Alt Stadt"
      })
  void resolvesACourtByTheFormInWhichItIsPrinted(String text) {
    assertThat(FEW.codes("court", text)).containsExactly("water-court");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Water Tribunal of Atlantis",
        "Water Tribunal of",
        "Branch of the Water Tribunal",
        "Water Tribunal of Ostrava and Alt-Stadt",
        "the Lower Water Tribunal",
        "Branch 15"
      })
  void resolvesNoCourtByAnyOtherForm(String text) {
    assertThat(FEW.codes("court", text)).isEmpty();
  }

  @Test
  void resolvesTheNameOfACourtThatLooksLikeAForm() {
    assertThat(FEW.codes("court", "the Court of the Hill in Ostrava"))
        .containsExactly("high-court");
  }

  @Test
  void takesTheSignsOfANameInAFormAsTheyAre() {
    Vocabulary vocabulary =
        vocabulary(
            new Vocabulary.Part(
                "court",
                List.of(term("court", "court-x", "Court (X.)")),
                List.of(),
                List.of("the{name}"),
                List.of()));
    assertThat(vocabulary.codes("court", "the Court XY")).isEmpty();
  }

  @Test
  void reportsANameOfTwoCodes() {
    assertThat(
            clashes(
                part(
                    "place",
                    List.of(term("place", "a", "Old Mill"), term("place", "b", "old-mill")))))
        .containsExactly(new NameClash("place", "Old Mill", List.of("a", "b")));
  }

  @Test
  void resolvesANameOfTwoCodesToNeither() {
    Vocabulary vocabulary =
        Vocabulary.of(
            List.of(
                part(
                    "place",
                    List.of(term("place", "a", "Old Mill"), term("place", "b", "old-mill")))));
    assertThat(vocabulary.codes("place", "Old Mill")).isEmpty();
  }

  @Test
  void reportsANameThatIsTheCodeOfAnother() {
    assertThat(clashes(part("place", List.of(term("place", "a", "B"), term("place", "b")))))
        .containsExactly(new NameClash("place", "B", List.of("a", "b")));
  }

  @Test
  void reportsANameThatIsDeclaredAmbiguousToo() {
    assertThat(
            clashes(
                part(
                    "place",
                    List.of(term("place", "a", "Mill"), term("place", "b")),
                    ambiguous("mill", "a", "b"))))
        .containsExactly(new NameClash("place", "Mill", List.of("a")));
  }

  @Test
  void reportsANameThatIsDeclaredAmbiguousTwice() {
    assertThat(
            clashes(
                part(
                    "place",
                    List.of(term("place", "a"), term("place", "b"), term("place", "c")),
                    ambiguous("Mill", "a", "b"),
                    ambiguous("MILL", "b", "c"))))
        .containsExactly(new NameClash("place", "Mill", List.of("a", "b", "c")));
  }

  @Test
  void reportsANameThatIsAFormOfAnother() {
    assertThat(
            clashes(
                new Vocabulary.Part(
                    "court",
                    List.of(term("court", "a", "Court"), term("court", "b", "the Court")),
                    List.of(),
                    List.of("(?:the)?{name}"),
                    List.of())))
        .containsExactly(new NameClash("court", "the Court", List.of("b", "a")));
  }

  @Test
  void letsOneNameBelongToCodesOfTwoKinds() {
    assertThat(
            clashes(
                part("place", List.of(term("place", "a", "Mill"))),
                part("court", List.of(term("court", "b", "Mill")))))
        .isEmpty();
  }

  @Test
  void letsOneCodeHaveANameTwice() {
    assertThat(clashes(part("place", List.of(term("place", "a", "Mill", "mill", "A"))))).isEmpty();
  }

  @Test
  void findsTheTermOfACode() {
    assertThat(FEW.term("organisation", "wardens"))
        .hasValueSatisfying(term -> assertThat(term.label()).isEqualTo("River Wardens"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"organisation,River Wardens", "organisation,WARDENS", "shoe,wardens"})
  void findsNoTermByAnythingButItsCode(String kind, String code) {
    assertThat(FEW.term(kind, code)).isEmpty();
  }

  @Test
  void keepsTheOrderOfTerms() {
    assertThat(FEW.terms("place"))
        .extracting(Term::code)
        .containsExactly("mill-north", "mill-south");
  }
}
