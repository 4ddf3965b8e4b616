package dev.indicia.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingTest {
  private static final Missing COUNTRY = new Missing("/residences/0/country", Cause.ABSENT);
  private static final Missing PLACE = new Missing("/residences/0/place", Cause.UNRECOGNISED);
  private static final Missing DATE = new Missing("/residences/0/from", Cause.TOO_COARSE);

  private enum Value {
    T,
    F,
    U;

    Reading reading() {
      return switch (this) {
        case T -> Reading.TRUE;
        case F -> Reading.FALSE;
        case U -> Reading.open(COUNTRY);
      };
    }
  }

  private static Value valueOf(Reading reading) {
    return reading.isTrue() ? Value.T : reading.isFalse() ? Value.F : Value.U;
  }

  @ParameterizedTest(name = "{0} and {1} is {2}")
  @CsvSource({"T,T,T", "T,F,F", "T,U,U", "F,T,F", "F,F,F", "F,U,F", "U,T,U", "U,F,F", "U,U,U"})
  void joinsByKleenesAnd(Value left, Value right, Value joined) {
    assertThat(valueOf(Reading.allOf(left.reading(), right.reading()))).isEqualTo(joined);
  }

  @ParameterizedTest(name = "{0} or {1} is {2}")
  @CsvSource({"T,T,T", "T,F,T", "T,U,T", "F,T,T", "F,F,F", "F,U,U", "U,T,T", "U,F,U", "U,U,U"})
  void joinsByKleenesOr(Value left, Value right, Value joined) {
    assertThat(valueOf(Reading.anyOf(left.reading(), right.reading()))).isEqualTo(joined);
  }

  @ParameterizedTest(name = "not {0} is {1}")
  @CsvSource({"T,F", "F,T", "U,U"})
  void negatesByKleenesNot(Value value, Value negated) {
    assertThat(valueOf(Reading.isNot(value.reading()))).isEqualTo(negated);
  }

  @ParameterizedTest(name = "true, {0} and {1} in any place among three")
  @CsvSource({"T,U", "F,U", "U,U", "U,T", "U,F"})
  void doesNotDependOnTheOrderOfItsParts(Value second, Value third) {
    Stream<Value> orders =
        Stream.of(
                Reading.allOf(Reading.TRUE, second.reading(), third.reading()),
                Reading.allOf(Reading.TRUE, third.reading(), second.reading()),
                Reading.allOf(second.reading(), Reading.TRUE, third.reading()),
                Reading.allOf(second.reading(), third.reading(), Reading.TRUE))
            .map(ReadingTest::valueOf);
    assertThat(orders.distinct()).hasSize(1);
  }

  @Test
  void isTrueForAnAndOfNothing() {
    assertThat(Reading.allOf()).isSameAs(Reading.TRUE);
  }

  @Test
  void isFalseForAnOrOfNothing() {
    assertThat(Reading.anyOf()).isSameAs(Reading.FALSE);
  }

  @Test
  void namesTheOpenPartsOfAnAndInItsOrder() {
    Reading reading =
        Reading.allOf(Reading.open(PLACE), Reading.TRUE, Reading.open(COUNTRY), Reading.TRUE);
    assertThat(reading.missing()).containsExactly(PLACE, COUNTRY);
  }

  @Test
  void namesTheOpenPartsOfAnOrInItsOrder() {
    Reading reading =
        Reading.anyOf(Reading.FALSE, Reading.open(PLACE), Reading.open(COUNTRY), Reading.FALSE);
    assertThat(reading.missing()).containsExactly(PLACE, COUNTRY);
  }

  @Test
  void namesNothingWhereAFalsePartDecidesAnAnd() {
    assertThat(Reading.allOf(Reading.open(PLACE), Reading.FALSE).missing()).isEmpty();
  }

  @Test
  void namesNothingWhereATruePartDecidesAnOr() {
    assertThat(Reading.anyOf(Reading.open(PLACE), Reading.TRUE).missing()).isEmpty();
  }

  /** The country is open but idle: within the 'or', the true part decides. */
  @Test
  void passesOverAnOpenPartThatIsIdleBesideADecidingOne() {
    Reading reading =
        Reading.allOf(Reading.anyOf(Reading.open(COUNTRY), Reading.TRUE), Reading.open(PLACE));
    assertThat(reading.missing()).containsExactly(PLACE);
  }

  @Test
  void gathersTheOpenPartsOfNestedConditions() {
    Reading reading =
        Reading.anyOf(
            Reading.FALSE,
            Reading.allOf(Reading.open(PLACE), Reading.isNot(Reading.open(DATE))),
            Reading.allOf(Reading.FALSE, Reading.open(COUNTRY)));
    assertThat(reading.missing()).containsExactly(PLACE, DATE);
  }

  @Test
  void keepsWhatIsMissingUnderANegation() {
    assertThat(Reading.isNot(Reading.open(PLACE)).missing()).containsExactly(PLACE);
  }

  @ParameterizedTest
  @EnumSource(Value.class)
  void isExactlyOneOfTrueFalseAndOpen(Value value) {
    Reading reading = value.reading();
    assertThat(Stream.of(reading.isTrue(), reading.isFalse(), reading.isOpen()).filter(is -> is))
        .hasSize(1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"T,true", "F,false", "U,true"})
  void letsARuleFireOnTrueAndOnOpen(Value value, boolean fires) {
    assertThat(value.reading().isTrueOrOpen()).isEqualTo(fires);
  }

  @Test
  void showsWhereItIsOpenAndNoValue() {
    assertThat(Reading.open(PLACE))
        .hasToString("open[Missing[pointer=/residences/0/place, cause=UNRECOGNISED]]");
  }
}
