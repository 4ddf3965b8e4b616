package dev.indicia.profile;

import java.util.Optional;

/**
 * The applicant's own stated part in armed activity.
 *
 * @param pointer where it stands in the profile
 * @param organisation with which organisation
 * @param country where
 * @param from since when
 * @param to until when
 * @param role as what
 * @param voluntariness of own will or not
 */
public record ArmedActivity(
    String pointer,
    Coded organisation,
    Coded country,
    RecordedDate from,
    RecordedDate to,
    Coded role,
    Coded voluntariness)
    implements Item {
  @Override
  public FactGroup group() {
    return FactGroup.ARMED_ACTIVITY;
  }

  @Override
  public Optional<Field> field(Facet facet) {
    return switch (facet) {
      case ORGANISATION -> Optional.of(organisation);
      case COUNTRY -> Optional.of(country);
      case ARMED_ROLE -> Optional.of(role);
      case VOLUNTARINESS -> Optional.of(voluntariness);
      case PERIOD -> Optional.of(new Period(from, to));
      default -> Optional.empty();
    };
  }
}
