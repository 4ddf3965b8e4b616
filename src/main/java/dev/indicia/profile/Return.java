package dev.indicia.profile;

import java.util.Optional;

/**
 * A return to a country, past or foreseen.
 *
 * @param pointer where it stands in the profile
 * @param country to which country
 * @param date when
 * @param kind foreseen or past
 */
public record Return(String pointer, Coded country, RecordedDate date, Coded kind) implements Item {
  @Override
  public FactGroup group() {
    return FactGroup.RETURNS;
  }

  @Override
  public Optional<Field> field(Facet facet) {
    return switch (facet) {
      case COUNTRY -> Optional.of(country);
      case RETURN_KIND -> Optional.of(kind);
      case PERIOD -> Optional.of(new Period(date, date));
      default -> Optional.empty();
    };
  }
}
