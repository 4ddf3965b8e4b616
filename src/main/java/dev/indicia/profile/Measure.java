package dev.indicia.profile;

/** A measure against the applicant: a step of proceedings, or a time in custody. */
public sealed interface Measure extends Item permits Proceeding, Detention {
  /** Country whose authorities took it. */
  Coded country();

  /** Label that ties the measures of one case together, folded as names are. */
  Coded caseLabel();

  /** Acts alleged in it. */
  CodedList allegedActs();

  /** Organisation that it names. */
  Coded organisation();
}
