package dev.indicia.profile;

import static dev.indicia.profile.Reading.allOf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One coded value of an item: a code, or open with the reason why. Every question is answered in
 * three values; a value that is not stated never answers 'no'.
 */
public final class Coded implements Field {
  private final String pointer;
  private final @Nullable String code;
  private final @Nullable Reading open;
  private final @Nullable Reading absent;

  private Coded(
      String pointer, @Nullable String code, @Nullable Reading open, @Nullable Reading absent) {
    this.pointer = pointer;
    this.code = code;
    this.open = open;
    this.absent = absent;
  }

  /** A recorded value. */
  static Coded of(String pointer, String code) {
    return new Coded(pointer, code, null, Reading.FALSE);
  }

  /** A recorded value that resolves to no single code. */
  static Coded unresolved(String pointer, Cause cause) {
    return unresolved(pointer, pointer, cause);
  }

  /** A recorded value that another field would have to settle. */
  static Coded unresolved(String pointer, String missing, Cause cause) {
    return new Coded(pointer, null, Reading.open(new Missing(missing, cause)), Reading.FALSE);
  }

  /** A recorded value that does not settle a question, for reasons of its own. */
  static Coded open(String pointer, Reading open) {
    return new Coded(pointer, null, open, Reading.FALSE);
  }

  /** A field that is absent or null. */
  static Coded absent(String pointer) {
    Missing missing = new Missing(pointer, Cause.ABSENT);
    return new Coded(pointer, null, Reading.open(missing), Reading.TRUE);
  }

  /** A field of an item that is itself not recorded: everything about it is open. */
  static Coded unrecorded(Missing missing) {
    Reading open = Reading.open(missing);
    return new Coded(missing.pointer(), null, open, open);
  }

  /** Where it stands in the profile. */
  public String pointer() {
    return pointer;
  }

  /** The code, if one is recorded and resolved. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** Whether the value is this code. */
  public Reading is(String wanted) {
    return code == null ? openReading() : Reading.of(code.equals(wanted));
  }

  /** Whether the value is one of these codes. */
  public Reading isOneOf(String... wanted) {
    if (code == null) {
      return openReading();
    }
    for (String one : wanted) {
      if (one.equals(code)) {
        return Reading.TRUE;
      }
    }
    return Reading.FALSE;
  }

  Reading isOneOf(List<String> wanted) {
    return code == null ? openReading() : Reading.of(wanted.contains(code));
  }

  /** Whether the field is absent or null. */
  public Reading isAbsent() {
    return Objects.requireNonNull(absent);
  }

  @Override
  public Reading meets(FacetValues wanted) {
    return isOneOf(wanted.values());
  }

  @Override
  public String pointerTo(FacetValues wanted) {
    return pointer;
  }

  /** Whether both values are stated and unlike; equal is false, an absent one open. */
  public Reading differsFrom(Coded other) {
    if (code != null && other.code != null) {
      return Reading.of(!code.equals(other.code));
    }
    return allOf(
        code == null ? openReading() : Reading.TRUE,
        other.code == null ? other.openReading() : Reading.TRUE);
  }

  private Reading openReading() {
    return Objects.requireNonNull(open);
  }

  @Override
  public String toString() {
    return pointer + (code == null ? " open" : " stated");
  }
}
