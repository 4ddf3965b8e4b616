package dev.indicia.benchmark;

import static dev.indicia.profile.Reading.allOf;
import static dev.indicia.profile.Reading.anyOf;
import static dev.indicia.profile.Reading.isNot;

import dev.indicia.profile.Affiliation;
import dev.indicia.profile.Detention;
import dev.indicia.profile.Incident;
import dev.indicia.profile.Reading;
import dev.indicia.profile.RecordedDate;

/** What the built-in rulebook and the generated one define in the same words, in plain Java. */
final class PlainDefinitions {
  private PlainDefinitions() {}

  static Reading ended(Affiliation affiliation) {
    return allOf(
        anyOf(isNot(affiliation.to().isAbsent()), affiliation.to().isNamedNotStated()),
        affiliation.to().isBefore(affiliation.asOf()));
  }

  static Reading notBefore(RecordedDate date, RecordedDate day) {
    return anyOf(date.isAbsent(), isNot(date.isBefore(day)));
  }

  static Reading notBefore(Detention detention, RecordedDate day) {
    return anyOf(
        isNot(detention.to().isBefore(day)),
        allOf(
            detention.to().isAbsent(),
            anyOf(detention.from().isAbsent(), isNot(detention.from().isBefore(day)))));
  }

  static Reading endsNotBefore(Detention detention, RecordedDate day) {
    return anyOf(
        isNot(detention.to().isBefore(day)),
        allOf(detention.to().isAbsent(), isNot(detention.from().isBefore(day))));
  }

  static Reading beginsNotAfter(Detention detention, RecordedDate day) {
    return anyOf(
        isNot(day.isBefore(detention.from())),
        allOf(detention.from().isAbsent(), isNot(day.isBefore(detention.to()))));
  }

  static Reading byTheAuthorities(Incident incident) {
    return incident.actor().is("origin-authorities");
  }

  static Reading onTheApplicant(Incident incident) {
    return incident.target().is("applicant");
  }
}
