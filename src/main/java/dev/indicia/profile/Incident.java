package dev.indicia.profile;

import java.util.Optional;

/**
 * Something done or threatened outside formal proceedings.
 *
 * @param pointer where it stands in the profile
 * @param type what
 * @param actor by whom
 * @param organisation which organisation, where the actor is one
 * @param target to whom
 * @param country where
 * @param date when
 */
public record Incident(
    String pointer,
    Coded type,
    Coded actor,
    Coded organisation,
    Coded target,
    Coded country,
    RecordedDate date)
    implements Item {
  @Override
  public FactGroup group() {
    return FactGroup.INCIDENTS;
  }

  @Override
  public Optional<Field> field(Facet facet) {
    return switch (facet) {
      case INCIDENT -> Optional.of(type);
      case ACTOR -> Optional.of(actor);
      case ORGANISATION -> Optional.of(organisation);
      case TARGET -> Optional.of(target);
      case COUNTRY -> Optional.of(country);
      case PERIOD -> Optional.of(new Period(date, date));
      default -> Optional.empty();
    };
  }
}
