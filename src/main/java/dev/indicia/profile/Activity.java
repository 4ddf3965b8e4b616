package dev.indicia.profile;

import java.util.Optional;

/**
 * Something the applicant did, by their own or another's statement.
 *
 * @param pointer where it stands in the profile
 * @param type what
 * @param organisation of which organisation
 * @param country where
 * @param date when
 * @param visibility who could see it
 */
public record Activity(
    String pointer,
    Coded type,
    Coded organisation,
    Coded country,
    RecordedDate date,
    Coded visibility)
    implements Item {
  @Override
  public FactGroup group() {
    return FactGroup.ACTIVITIES;
  }

  @Override
  public Optional<Field> field(Facet facet) {
    return switch (facet) {
      case ACTIVITY -> Optional.of(type);
      case ORGANISATION -> Optional.of(organisation);
      case COUNTRY -> Optional.of(country);
      case VISIBILITY -> Optional.of(visibility);
      case PERIOD -> Optional.of(new Period(date, date));
      default -> Optional.empty();
    };
  }
}
