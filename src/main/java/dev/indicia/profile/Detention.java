package dev.indicia.profile;

import java.util.Optional;

/**
 * A time in custody.
 *
 * @param pointer where it stands in the profile
 * @param caseLabel label of the case, folded
 * @param country country of the custody
 * @param from since when
 * @param to until when; the day of the profile where it lasts
 * @param place where
 * @param allegedActs acts alleged
 * @param organisation organisation that it names
 * @param treatment treatment in custody
 */
public record Detention(
    String pointer,
    Coded caseLabel,
    Coded country,
    RecordedDate from,
    RecordedDate to,
    Coded place,
    CodedList allegedActs,
    Coded organisation,
    CodedList treatment)
    implements Measure {
  @Override
  public FactGroup group() {
    return FactGroup.DETENTIONS;
  }

  @Override
  public Optional<Field> field(Facet facet) {
    return switch (facet) {
      case COUNTRY -> Optional.of(country);
      case PLACE -> Optional.of(place);
      case ACT -> Optional.of(allegedActs);
      case ORGANISATION -> Optional.of(organisation);
      case TREATMENT -> Optional.of(treatment);
      case PERIOD -> Optional.of(new Period(from, to));
      default -> Optional.empty();
    };
  }
}
