package dev.indicia.profile;

import java.util.Optional;

/**
 * A place or country where the applicant lives or lived.
 *
 * @param pointer where it stands in the profile
 * @param country country as recorded
 * @param place place; an ambiguous name is told apart by the country
 * @param whereabouts country as recorded or, where none is, the one that the place lies in
 * @param from since when
 * @param to until when; the day of the profile where it lasts
 */
public record Residence(
    String pointer,
    Coded country,
    Coded place,
    Coded whereabouts,
    RecordedDate from,
    RecordedDate to)
    implements Item {
  @Override
  public FactGroup group() {
    return FactGroup.RESIDENCES;
  }

  @Override
  public Optional<Field> field(Facet facet) {
    return switch (facet) {
      case PLACE -> Optional.of(place);
      case COUNTRY -> Optional.of(whereabouts);
      case PERIOD -> Optional.of(new Period(from, to));
      default -> Optional.empty();
    };
  }
}
