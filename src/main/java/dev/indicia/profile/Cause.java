package dev.indicia.profile;

/** Why a part of a condition is open. */
public enum Cause {
  /** The whole fact group is not stated. */
  GROUP_ABSENT("group-absent"),
  /** The field is absent or null. */
  ABSENT("absent"),
  /** The list has members, and the profile says that there may be more. */
  INCOMPLETE("incomplete"),
  /** The value {@code unknown} is recorded. */
  UNKNOWN("unknown"),
  /** The vocabulary has no code for the recorded term. */
  UNRECOGNISED("unrecognised"),
  /** The recorded name belongs to several places, and no country tells them apart. */
  AMBIGUOUS("ambiguous"),
  /** The recorded date spans more than a day, and the comparison turns on the day. */
  TOO_COARSE("too-coarse"),
  /**
   * The recorded date carries {@code ~}, {@code ?} or {@code %}, and the comparison turns on it.
   */
  UNCERTAIN("uncertain");

  private final String code;

  Cause(String code) {
    this.code = code;
  }

  /** The word for it in an evidence summary. */
  public String code() {
    return code;
  }
}
