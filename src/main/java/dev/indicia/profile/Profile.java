package dev.indicia.profile;

import dev.indicia.json.CanonicalJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that a caseworker has recorded about one applicant, read and resolved. Immutable.
 *
 * @param caseReference pseudonymous reference
 * @param kind {@code synthetic} or {@code live}
 * @param asOf the day that the evaluation speaks for
 * @param sha256 of the profile's canonical form, as received
 * @param items the recorded items, in the order of the groups
 * @param unrecorded one item for each group that is not stated or incomplete: what it may hold
 * @param values each recorded item as recorded, without its note, by its pointer
 * @param notStated reasons why something is not stated, by pointer
 * @param unrecognised terms that resolve to no code, by place
 * @param citedStatements the statements that recorded items cite, as recorded
 */
public record Profile(
    String caseReference,
    String kind,
    LocalDate asOf,
    String sha256,
    List<Item> items,
    List<Item> unrecorded,
    Map<String, CanonicalJson.Fragment> values,
    Map<String, String> notStated,
    List<UnrecognisedTerm> unrecognised,
    List<CanonicalJson.Fragment> citedStatements) {

  /**
   * A term that the vocabulary does not know: kept and shown.
   *
   * @param pointer where it stands
   * @param value as recorded
   * @param vocabulary kind of term
   * @param group the group of its item
   * @param field the item's field that holds it
   */
  public record UnrecognisedTerm(
      String pointer, String value, String vocabulary, FactGroup group, String field) {}

  /** Copies its collections. */
  public Profile {
    items = List.copyOf(items);
    unrecorded = List.copyOf(unrecorded);
    values = Map.copyOf(values);
    notStated = Map.copyOf(notStated);
    unrecognised = List.copyOf(unrecognised);
    citedStatements = List.copyOf(citedStatements);
  }

  /** Why something is not stated, if the profile says. */
  public Optional<String> reason(String pointer) {
    return Optional.ofNullable(notStated.get(pointer));
  }
}
