package dev.indicia.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a passage may say of the facts that it is about. Each facet speaks of one field of an item
 * and holds values of that field's own kind.
 */
public enum Facet {
  /** Country of the fact; for a residence without one, the country that its place lies in. */
  COUNTRY("country", null, null),
  /** Place of a residence or detention. */
  PLACE("place", "place", null),
  /** An act alleged in proceedings or custody. */
  ACT("act", "act", null),
  /** Stage of proceedings. */
  STAGE("stage", null, "/proceedings/0/stage"),
  /** Presence before the court. */
  PRESENCE("presence", null, "/proceedings/0/presence"),
  /** Reason for an absence from court. */
  ABSENCE_REASON("absenceReason", null, "/proceedings/0/absenceReason"),
  /** Court. */
  COURT("court", "court", null),
  /** Type of sentence. */
  SENTENCE("sentence", null, "/proceedings/0/sentence/types/0"),
  /** Treatment in custody. */
  TREATMENT("treatment", "treatment", null),
  /** Organisation that the fact names. */
  ORGANISATION("organisation", "organisation", null),
  /** Role of the applicant or of a relative. */
  ROLE("role", null, "/affiliations/0/role"),
  /** Whether a link is held or attributed. */
  BASIS("basis", null, "/affiliations/0/basis"),
  /** By whom a link is attributed. */
  ATTRIBUTED_BY("attributedBy", null, "/affiliations/0/attributedBy"),
  /** Which relative. */
  RELATION("relation", null, "/familyTies/0/relation"),
  /** What became of a relative. */
  FATE("fate", null, "/familyTies/0/fate/0"),
  /** Time of the fact: shares a day with an interval. */
  PERIOD("period", null, null),
  /** Type of activity. */
  ACTIVITY("activity", "activity", null),
  /** Who could see an activity. */
  VISIBILITY("visibility", null, "/activities/0/visibility"),
  /** Type of incident. */
  INCIDENT("incident", "incident", null),
  /** Who acted. */
  ACTOR("actor", null, "/incidents/0/actor"),
  /** Whom it was aimed at. */
  TARGET("target", null, "/incidents/0/target"),
  /** Part in armed activity. */
  ARMED_ROLE("armedRole", null, "/armedActivity/0/role"),
  /** Whether a part in armed activity was voluntary. */
  VOLUNTARINESS("voluntariness", null, "/armedActivity/0/voluntariness"),
  /** Kind of return. */
  RETURN_KIND("returnKind", null, "/returns/0/kind");

  private static final Map<String, Facet> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Facet::code, facet -> facet));

  private final String code;
  private final @Nullable String vocabulary;
  private final @Nullable String schemaPlace;

  Facet(String code, @Nullable String vocabulary, @Nullable String schemaPlace) {
    this.code = code;
    this.vocabulary = vocabulary;
    this.schemaPlace = schemaPlace;
  }

  /** Its name in a rulebook and in an evidence summary. */
  public String code() {
    return code;
  }

  /** The kind of term that its values are codes of; empty if they are values of the schema. */
  public Optional<String> vocabulary() {
    return Optional.ofNullable(vocabulary);
  }

  /**
   * The values that the profile schema lists for its field; empty where a vocabulary, ISO 3166-1 or
   * the calendar says what they are.
   */
  public List<String> schemaValues() {
    return schemaPlace == null ? List.of() : ProfileReader.schema().valuesAt(schemaPlace);
  }

  /** The facet of a name, if there is one. */
  public static Optional<Facet> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
