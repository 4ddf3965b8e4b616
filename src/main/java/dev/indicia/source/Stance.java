package dev.indicia.source;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a passage does for an indicator. */
public enum Stance {
  /** Reports the circumstance. */
  DOCUMENTS("documents"),
  /** Narrows it, gives another view or cuts the other way. */
  LIMITS("limits"),
  /** Background. */
  CONTEXT("context");

  private static final Map<String, Stance> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Stance::code, stance -> stance));

  private final String code;

  Stance(String code) {
    this.code = code;
  }

  /** The word for it in a rulebook and in an evidence summary. */
  public String code() {
    return code;
  }

  /** The stance of a word, if it is one. */
  public static Optional<Stance> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
