package dev.indicia.profile;

import java.util.Optional;

/**
 * A link of the applicant's own with an organisation.
 *
 * @param pointer where it stands in the profile
 * @param organisation with which organisation
 * @param role as what
 * @param basis held, or attributed by others
 * @param attributedBy who attributes it
 * @param from since when
 * @param to until when; the day of the profile where it stands
 * @param asOf the day that the profile speaks for
 */
public record Affiliation(
    String pointer,
    Coded organisation,
    Coded role,
    Coded basis,
    Coded attributedBy,
    RecordedDate from,
    RecordedDate to,
    RecordedDate asOf)
    implements Item {
  @Override
  public FactGroup group() {
    return FactGroup.AFFILIATIONS;
  }

  @Override
  public Optional<Field> field(Facet facet) {
    return switch (facet) {
      case ORGANISATION -> Optional.of(organisation);
      case ROLE -> Optional.of(role);
      case BASIS -> Optional.of(basis);
      case ATTRIBUTED_BY -> Optional.of(attributedBy);
      case PERIOD -> Optional.of(new Period(from, to));
      default -> Optional.empty();
    };
  }
}
