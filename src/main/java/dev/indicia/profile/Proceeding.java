package dev.indicia.profile;

import java.util.Optional;

/**
 * One step of proceedings against the applicant.
 *
 * @param pointer where it stands in the profile
 * @param caseLabel label of the case, folded
 * @param country country of the proceedings
 * @param stage which step
 * @param allegedActs acts alleged
 * @param organisation organisation that the step names
 * @param court court
 * @param date when
 * @param presence whether the applicant was present
 * @param absenceReason why not
 * @param sentenceTypes types of sentence; without a sentence, not stated
 */
public record Proceeding(
    String pointer,
    Coded caseLabel,
    Coded country,
    Coded stage,
    CodedList allegedActs,
    Coded organisation,
    Coded court,
    RecordedDate date,
    Coded presence,
    Coded absenceReason,
    CodedList sentenceTypes)
    implements Measure {
  @Override
  public FactGroup group() {
    return FactGroup.PROCEEDINGS;
  }

  @Override
  public Optional<Field> field(Facet facet) {
    return switch (facet) {
      case COUNTRY -> Optional.of(country);
      case STAGE -> Optional.of(stage);
      case ACT -> Optional.of(allegedActs);
      case ORGANISATION -> Optional.of(organisation);
      case COURT -> Optional.of(court);
      case PRESENCE -> Optional.of(presence);
      case ABSENCE_REASON -> Optional.of(absenceReason);
      case SENTENCE -> Optional.of(sentenceTypes);
      case PERIOD -> Optional.of(new Period(date, date));
      default -> Optional.empty();
    };
  }
}
