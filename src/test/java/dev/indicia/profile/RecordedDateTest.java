package dev.indicia.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedDateTest {
  private static RecordedDate date(String pointer, String edtf) {
    return edtf.equals("absent")
        ? RecordedDate.absent(pointer, false)
        : RecordedDate.parse(pointer, edtf);
  }

  @ParameterizedTest(name = "{0} is {1} to {2}")
  @CsvSource({
    "2016, 2016-01-01, 2016-12-31",
    "2016-02, 2016-02-01, 2016-02-29",
    "2015-02, 2015-02-01, 2015-02-28",
    "2016-12, 2016-12-01, 2016-12-31",
    "2016-03-01, 2016-03-01, 2016-03-01"
  })
  void isAnIntervalOfDays(String edtf, String first, String last) {
    RecordedDate date = RecordedDate.parse("/asOf", edtf);
    assertThat(date.first() + "/" + date.last()).isEqualTo(first + "/" + last);
  }

  @ParameterizedTest(name = "{0} is {1} to {2}")
  @CsvSource({
    "2016~, 2015-01-01, 2017-12-31",
    "2016?, 2011-01-01, 2021-12-31",
    "2016%, 2011-01-01, 2021-12-31",
    "2016-01~, 2015-12-01, 2016-02-29",
    "2016-01?, 2015-08-01, 2016-06-30",
    "2016-01%, 2015-08-01, 2016-06-30",
    "2016-03-01~, 2016-02-29, 2016-03-02",
    "2016-03-01?, 2016-02-25, 2016-03-06",
    "2016-03-01%, 2016-02-25, 2016-03-06",
    "1900?, 1895-01-01, 1905-12-31",
    "2100-12-31%, 2100-12-26, 2101-01-05"
  })
  void widensByUnitsOfItsOwnPrecisionOnEitherSide(String edtf, String first, String last) {
    RecordedDate date = RecordedDate.parse("/asOf", edtf);
    assertThat(date.first() + "/" + date.last()).isEqualTo(first + "/" + last);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2015-02-29", "2016-02-30", "2016-13", "2016-00", "2016-01-00", "2016-04-31~"})
  void refusesADateThatDoesNotExist(String edtf) {
    assertThatThrownBy(() -> RecordedDate.parse("/asOf", edtf))
        .isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest(name = "{0} before {1}")
  @CsvSource({
    "2016-03-01, 2016-03-02",
    "2016, 2017",
    "2016, 2017-01-01",
    "2016-02, 2016-03-01",
    "2016-02-29, 2016-03",
    "2016~, 2018",
    "2016, 2018~",
    "2016?, 2022",
    "2016-03-01~, 2016-03-03",
    "2016-03-01%, 2016-03-07"
  })
  void isBeforeADateWhoseFirstDayFollowsItsLast(String earlier, String later) {
    assertThat(date("/from", earlier).isBefore(date("/to", later))).isSameAs(Reading.TRUE);
  }

  @ParameterizedTest(name = "{0} not before {1}")
  @CsvSource({
    "2016-03-01, 2016-03-01",
    "2016-03-02, 2016-03-01",
    "2017, 2016",
    "2017, 2016-12-31",
    "2017, 2017-01-01",
    "2016-12-31, 2016",
    "2016-03, 2016-03-01",
    "2016-03-31, 2016-03",
    "2016~, 2015-01-01",
    "2016-03-01~, 2016-02-29"
  })
  void isNotBeforeADateWhoseLastDayDoesNotFollowItsFirst(String one, String other) {
    assertThat(date("/from", one).isBefore(date("/to", other))).isSameAs(Reading.FALSE);
  }

  @ParameterizedTest(name = "{0} before {1}: {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "2016; 2016; /from TOO_COARSE, /to TOO_COARSE",
        "2016; 2016-12-31; /from TOO_COARSE",
        "2016-01-01; 2016; /to TOO_COARSE",
        "2016-03; 2016-03-02; /from TOO_COARSE",
        "2016-03-30; 2016-03; /to TOO_COARSE",
        "2016-03; 2016; /from TOO_COARSE, /to TOO_COARSE",
        "2016~; 2017-12-31; /from UNCERTAIN",
        "2016?; 2021; /from UNCERTAIN, /to TOO_COARSE",
        "2016-03-01~; 2016-03-02; /from UNCERTAIN",
        "2016-03-01; 2016-03-06%; /to UNCERTAIN",
        "absent; 2016-03-01; /from ABSENT",
        "2016-03-01; absent; /to ABSENT",
        "2016; absent; /from TOO_COARSE, /to ABSENT",
        "absent; absent; /from ABSENT, /to ABSENT"
      })
  void isOpenAtThoseOfTheTwoThatAreAbsentOrLongerThanADay(
      String one, String other, String missing) {
    Reading reading = date("/from", one).isBefore(date("/to", other));
    assertThat(reading.missing().stream().map(part -> part.pointer() + " " + part.cause()))
        .containsExactly(missing.split(", "));
  }

  @Test
  void neverMissesADayThatADefinitionNames() {
    Reading reading = RecordedDate.day(2016, 6, 1).isBefore(date("/to", "2016"));
    assertThat(reading.missing()).containsExactly(new Missing("/to", Cause.TOO_COARSE));
  }

  @Test
  void isNotAbsentWhereItIsStated() {
    assertThat(date("/to", "2016").isAbsent()).isSameAs(Reading.FALSE);
  }

  @Test
  void isAbsentWhereItIsNotStated() {
    assertThat(RecordedDate.absent("/to", false).isAbsent()).isSameAs(Reading.TRUE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsWhetherTheProfileSaysWhyItIsNotStated(boolean named) {
    assertThat(RecordedDate.absent("/to", named).isNamedNotStated()).isSameAs(Reading.of(named));
  }

  @Test
  void leavesEverythingOpenOfAnItemThatIsNotRecorded() {
    Missing group = new Missing("/residences", Cause.GROUP_ABSENT);
    assertThat(RecordedDate.unrecorded(group).isAbsent().missing()).containsExactly(group);
  }

  @Test
  void isOpenAtTheGroupOfAnItemThatIsNotRecorded() {
    Missing group = new Missing("/residences", Cause.GROUP_ABSENT);
    assertThat(RecordedDate.unrecorded(group).isBefore(date("/to", "2016")).missing())
        .containsExactly(group, new Missing("/to", Cause.TOO_COARSE));
  }

  @Test
  void showsItsPlaceAndNotItsValue() {
    assertThat(RecordedDate.parse("/from", "2016")).hasToString("/from stated");
  }
}
