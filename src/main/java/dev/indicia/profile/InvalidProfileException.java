package dev.indicia.profile;

import java.util.List;

/**
 * A well-formed JSON document that is no valid profile. Its message holds no value of the profile.
 */
public final class InvalidProfileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  InvalidProfileException(List<Fault> faults) {
    super(faults.size() + (faults.size() == 1 ? " fault" : " faults") + " in the profile");
    this.faults = List.copyOf(faults);
  }

  /** Every fault, by place. */
  public List<Fault> faults() {
    return faults;
  }
}
