package dev.indicia.profile;

import java.util.Optional;

/**
 * A relative's link with an organisation; it never sets the applicant's own.
 *
 * @param pointer where it stands in the profile
 * @param relation which relative
 * @param organisation with which organisation
 * @param role as what
 * @param basis held, or attributed by others
 * @param fate what became of the relative; unknown and disappeared are open
 * @param fateDate when
 * @param country where
 */
public record FamilyTie(
    String pointer,
    Coded relation,
    Coded organisation,
    Coded role,
    Coded basis,
    CodedList fate,
    RecordedDate fateDate,
    Coded country)
    implements Item {
  @Override
  public FactGroup group() {
    return FactGroup.FAMILY_TIES;
  }

  @Override
  public Optional<Field> field(Facet facet) {
    return switch (facet) {
      case RELATION -> Optional.of(relation);
      case ORGANISATION -> Optional.of(organisation);
      case ROLE -> Optional.of(role);
      case BASIS -> Optional.of(basis);
      case FATE -> Optional.of(fate);
      case COUNTRY -> Optional.of(country);
      case PERIOD -> Optional.of(new Period(fateDate, fateDate));
      default -> Optional.empty();
    };
  }
}
