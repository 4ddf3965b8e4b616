package dev.indicia.profile;

import java.util.Arrays;
import java.util.Optional;

/** The fact groups of a profile. */
public enum FactGroup {
  /** Links of the applicant's own with an organisation. */
  AFFILIATIONS("affiliations"),
  /** Relatives' links with an organisation. */
  FAMILY_TIES("familyTies"),
  /** Places where the applicant lives or lived. */
  RESIDENCES("residences"),
  /** Steps of proceedings against the applicant. */
  PROCEEDINGS("proceedings"),
  /** Times in custody. */
  DETENTIONS("detentions"),
  /** What the applicant did. */
  ACTIVITIES("activities"),
  /** The applicant's own part in armed activity. */
  ARMED_ACTIVITY("armedActivity"),
  /** What was done or threatened outside formal proceedings. */
  INCIDENTS("incidents"),
  /** Returns to a country, past or foreseen. */
  RETURNS("returns");

  private final String field;
  private final String pointer;

  FactGroup(String field) {
    this.field = field;
    this.pointer = "/" + field;
  }

  /** Its field in a profile. */
  public String field() {
    return field;
  }

  /** Its JSON Pointer in a profile. */
  public String pointer() {
    return pointer;
  }

  /** The group of a field, if the field is one. */
  public static Optional<FactGroup> ofField(String field) {
    return Arrays.stream(values()).filter(group -> group.field.equals(field)).findFirst();
  }
}
