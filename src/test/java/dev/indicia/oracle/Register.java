package dev.indicia.oracle;

import static dev.indicia.oracle.Truth.and;
import static dev.indicia.oracle.Truth.not;
import static dev.indicia.oracle.Truth.open;
import static dev.indicia.oracle.Truth.or;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The 45 indicators, one method for each line of the register and in its order. The Javadoc of a
 * method is its line.
 */
final class Register extends Conditions {

  private static final Days FIRST_DAY = Days.day(LocalDate.of(1981, 6, 20));
  private static final Days LAST_DAY = Days.day(LocalDate.of(1989, 12, 31));

  Register(JsonNode profile, LocalDate asOf, TermResolver terms) {
    super(profile, asOf, terms);
  }

  /** Every indicator's reading, in register order. */
  Map<String, Reading> readings() {
    Map<String, Reading> readings = new LinkedHashMap<>();
    // Link with the organisation
    readings.put("organisation-member", organisationMember());
    readings.put("organisation-former-member", organisationFormerMember());
    readings.put("organisation-supporter", organisationSupporter());
    readings.put("perceived-affiliation", perceivedAffiliation());
    readings.put("ncri-affiliation", ncriAffiliation());
    readings.put("armed-activity", armedActivity());
    // Family
    readings.put("family-tie", familyTie());
    readings.put("family-tie-killed-relative", familyTieKilledRelative());
    readings.put("family-pressure", familyPressure());
    // Residence
    readings.put("albania-residence", albaniaResidence());
    readings.put("ashraf-3-residence", ashraf3Residence());
    readings.put("iraq-camp-residence", iraqCampResidence());
    // Allegations
    readings.put("alleged-sabotage", alleged("sabotage"));
    readings.put("alleged-espionage", alleged("espionage"));
    readings.put("alleged-armed-attack", alleged("armed-attack"));
    readings.put("alleged-property-destruction", alleged("property-destruction"));
    readings.put("alleged-cooperation-israel", alleged("cooperation-with-israel"));
    readings.put("alleged-membership", allegedForALinkedOrganisation("membership"));
    readings.put("alleged-support", allegedForALinkedOrganisation("support"));
    readings.put("alleged-propaganda", alleged("propaganda"));
    readings.put("alleged-assembly-collusion", alleged("assembly-collusion"));
    readings.put("alleged-moharebeh", alleged("moharebeh"));
    readings.put("alleged-information-passing", alleged("information-passing"));
    // Procedure and outcome
    readings.put("arrest-or-detention", arrestOrDetention());
    readings.put("prior-arrest", priorArrest());
    readings.put("revolutionary-court", revolutionaryCourt());
    readings.put("absentee-conviction", absenteeConviction());
    readings.put("absentee-prosecution", absenteeProsecution());
    readings.put("prosecution-while-in-albania", prosecutionWhileInAlbania());
    readings.put("forced-confession", forcedConfession());
    readings.put("ill-treatment-in-detention", illTreatmentInDetention());
    readings.put("prison-sentence", prisonSentence());
    readings.put("death-sentence", deathSentence());
    readings.put("detention-1981-1989", detention1981To1989());
    // Activities
    readings.put("activity-abroad", activityAbroad());
    readings.put("activity-in-iran", activityInIran());
    readings.put("publications-activity", publicationsActivity());
    readings.put("online-activity", onlineActivity());
    readings.put("fundraising", fundraising());
    // Incidents
    readings.put("surveillance-abroad", surveillanceAbroad());
    readings.put("threat-or-attack-abroad", threatOrAttackAbroad());
    readings.put("abduction-or-lure", abductionOrLure());
    readings.put("recruitment-approach", recruitmentApproach());
    readings.put("ill-treatment-by-organisation", illTreatmentByOrganisation());
    readings.put("return-to-iran", returnToIran());
    return readings;
  }

  private Reading any(String group, Function<Item, Truth> condition) {
    return new AnyOf().items(group(group), condition).reading();
  }

  // Link with the organisation

  /**
   * An affiliation with the organisation, role {@code member}, basis {@code held}, not ended:
   * {@code to} {@code present} or absent is not ended, absent and named in {@code notStated} is
   * open, stated is ended when before {@code asOf}.
   */
  private Reading organisationMember() {
    return any(
        "affiliations",
        affiliation ->
            and(
                isTheOrganisation(affiliation),
                affiliation.field("role").is("member"),
                affiliation.field("basis").is("held"),
                not(isEnded(affiliation))));
  }

  private Truth isEnded(Item affiliation) {
    Field to = affiliation.field("to");
    if (to.isLeftOut()) {
      return isNamedInNotStated(to.pointer()) ? to.open() : Truth.FALSE;
    }
    return date(to).before(asOf());
  }

  /**
   * An affiliation with the organisation, basis {@code held}, role {@code former-member}, or role
   * {@code member} and ended (as above).
   */
  private Reading organisationFormerMember() {
    return any(
        "affiliations",
        affiliation ->
            and(
                isTheOrganisation(affiliation),
                affiliation.field("basis").is("held"),
                or(
                    affiliation.field("role").is("former-member"),
                    and(affiliation.field("role").is("member"), isEnded(affiliation)))));
  }

  /** An affiliation with a linked organisation, role {@code supporter}, basis {@code held}. */
  private Reading organisationSupporter() {
    return any(
        "affiliations",
        affiliation ->
            and(
                isLinkedOrganisation(affiliation),
                affiliation.field("role").is("supporter"),
                affiliation.field("basis").is("held")));
  }

  /**
   * An affiliation with a linked organisation, basis {@code attributed}, {@code attributedBy}
   * {@code origin-authorities}; or a proceeding in Iran whose {@code organisation} is a linked
   * organisation.
   */
  private Reading perceivedAffiliation() {
    return new AnyOf()
        .items(
            group("affiliations"),
            affiliation ->
                and(
                    isLinkedOrganisation(affiliation),
                    affiliation.field("basis").is("attributed"),
                    affiliation.field("attributedBy").is("origin-authorities")))
        .items(
            group("proceedings"),
            proceeding -> and(isProceedingInIran(proceeding), isLinkedOrganisation(proceeding)))
        .reading();
  }

  /** An affiliation with {@code ncri}, any role, any basis. */
  private Reading ncriAffiliation() {
    return any(
        "affiliations",
        affiliation -> resolvesTo("organisation", affiliation.field("organisation"), "ncri"));
  }

  /**
   * An {@code armedActivity} item with the organisation (the applicant's own stated part; role and
   * voluntariness are shown).
   */
  private Reading armedActivity() {
    return any("armedActivity", this::isTheOrganisation);
  }

  // Family

  /** A family tie with a linked organisation, any relation, role and basis. */
  private Reading familyTie() {
    return any("familyTies", this::isLinkedOrganisation);
  }

  /**
   * A family tie with a linked organisation whose {@code fate} includes {@code executed} or {@code
   * killed}.
   */
  private Reading familyTieKilledRelative() {
    return any(
        "familyTies",
        tie ->
            and(isLinkedOrganisation(tie), fateIncludes(tie.field("fate"), "executed", "killed")));
  }

  /**
   * An incident by the authorities, of type {@code pressure-on-relatives} or with {@code target}
   * {@code relative}.
   */
  private Reading familyPressure() {
    return any(
        "incidents",
        incident ->
            and(
                isByTheAuthorities(incident),
                or(
                    isIncident(incident, "pressure-on-relatives"),
                    incident.field("target").is("relative"))));
  }

  private Truth isIncident(Item incident, String... types) {
    return resolvesTo("incident", incident.field("type"), types);
  }

  // Residence

  /**
   * A residence whose country is {@code AL}; where no country is stated, whose place lies in
   * Albania (one that does not resolve leaves {@code /place} and {@code /country} missing, {@code
   * other} leaves {@code /country}); present or past.
   */
  private Reading albaniaResidence() {
    return any("residences", this::isInAlbania);
  }

  private Truth isInAlbania(Item residence) {
    Field country = residence.field("country");
    Field place = residence.field("place");
    if (!country.isLeftOut()) {
      return country.is("AL");
    }
    if (place.value() == null) {
      return and(place.open(), country.open());
    }
    List<String> codes = terms.codes("place", place.value().stringValue());
    if (codes.isEmpty()) {
      return and(open(place.pointer(), "unrecognised"), country.open());
    }
    if (codes.size() > 1) {
      return open(country.pointer(), "ambiguous");
    }
    Optional<String> lies = terms.countryOfPlace(codes.get(0));
    return lies.isEmpty() ? country.open() : Truth.of(lies.get().equals("AL"));
  }

  /**
   * A residence whose place is {@code ashraf-3}, with country {@code AL} or none stated (any other
   * makes it false).
   */
  private Reading ashraf3Residence() {
    return any(
        "residences",
        residence -> and(isPlace(residence, "ashraf-3"), hasCountryOrNone(residence, "AL")));
  }

  /**
   * A residence whose place is {@code camp-ashraf-iraq} or {@code camp-liberty}, with country
   * {@code IQ} or none stated (any other makes it false).
   */
  private Reading iraqCampResidence() {
    return any(
        "residences",
        residence ->
            and(
                isPlace(residence, "camp-ashraf-iraq", "camp-liberty"),
                hasCountryOrNone(residence, "IQ")));
  }

  private Truth hasCountryOrNone(Item residence, String wanted) {
    Field country = residence.field("country");
    return country.isLeftOut() ? Truth.TRUE : country.is(wanted);
  }

  /**
   * The place is one of these. 'Ashraf' and 'Camp Ashraf' are ambiguous names: with country {@code
   * AL} they are {@code ashraf-3}, with {@code IQ} {@code camp-ashraf-iraq}, with any other country
   * neither; with no country they leave it open at {@code /country}.
   */
  private Truth isPlace(Item residence, String... wanted) {
    Field place = residence.field("place");
    Field country = residence.field("country");
    boolean ambiguous =
        place.value() != null && terms.codes("place", place.value().stringValue()).size() > 1;
    if (!ambiguous) {
      return resolvesTo("place", place, wanted);
    }
    if (country.value() == null) {
      return open(country.pointer(), "ambiguous");
    }
    return switch (country.value().stringValue()) {
      case "AL" -> Truth.of(List.of(wanted).contains("ashraf-3"));
      case "IQ" -> Truth.of(List.of(wanted).contains("camp-ashraf-iraq"));
      default -> Truth.FALSE;
    };
  }

  // Allegations

  /**
   * An item of {@code proceedings} (any stage) or {@code detentions}, in Iran, whose {@code
   * allegedActs} include the act, and not another's.
   */
  private Reading alleged(String act) {
    return new AnyOf()
        .items(
            group("proceedings"),
            proceeding ->
                and(
                    isProceedingInIran(proceeding),
                    include("act", proceeding.field("allegedActs"), act),
                    isNotAnothers(proceeding)))
        .items(
            group("detentions"),
            detention ->
                and(
                    isDetentionInIran(detention),
                    include("act", detention.field("allegedActs"), act),
                    isNotAnothers(detention)))
        .reading();
  }

  /**
   * The same for {@code alleged-membership} and {@code alleged-support}, whose {@code organisation}
   * is a linked organisation (absent is open).
   */
  private Reading allegedForALinkedOrganisation(String act) {
    return new AnyOf()
        .items(
            group("proceedings"),
            proceeding ->
                and(
                    isProceedingInIran(proceeding),
                    include("act", proceeding.field("allegedActs"), act),
                    isLinkedOrganisation(proceeding)))
        .items(
            group("detentions"),
            detention ->
                and(
                    isDetentionInIran(detention),
                    include("act", detention.field("allegedActs"), act),
                    isLinkedOrganisation(detention)))
        .reading();
  }

  // Procedure and outcome. All in Iran and not another's.

  /** In Iran and not another's, and these as well. */
  private Truth proceeding(Item proceeding, Truth... conditions) {
    return and(isProceedingInIran(proceeding), isNotAnothers(proceeding), and(conditions));
  }

  /** In Iran and not another's, and these as well. */
  private Truth detention(Item detention, Truth... conditions) {
    return and(isDetentionInIran(detention), isNotAnothers(detention), and(conditions));
  }

  private Truth isAtStage(Item proceeding, String... stages) {
    return proceeding.field("stage").is(stages);
  }

  /** A detention, or a proceeding at stage {@code arrest}. */
  private Reading arrestOrDetention() {
    return new AnyOf()
        .items(group("detentions"), this::detention)
        .items(group("proceedings"), step -> proceeding(step, isAtStage(step, "arrest")))
        .reading();
  }

  /**
   * An earlier item: a detention ({@code from}) or a proceeding at stage {@code arrest} ({@code
   * date}), and a later one: a proceeding at stage {@code charge}, {@code trial} or {@code
   * conviction} ({@code date}), the earlier before the later, of different cases (both {@code case}
   * stated and unlike after the vocabulary's folding; equal is false, an absent one is open).
   */
  private Reading priorArrest() {
    List<Item> proceedings = group("proceedings");
    return new AnyOf()
        .pairs(
            group("detentions"),
            proceedings,
            (earlier, later) ->
                and(
                    detention(earlier),
                    isProsecution(later),
                    date(earlier.field("from")).before(date(later.field("date"))),
                    areOfDifferentCases(earlier, later)))
        .pairs(
            proceedings,
            proceedings,
            (earlier, later) ->
                and(
                    proceeding(earlier, isAtStage(earlier, "arrest")),
                    isProsecution(later),
                    date(earlier.field("date")).before(date(later.field("date"))),
                    areOfDifferentCases(earlier, later)))
        .reading();
  }

  private Truth isProsecution(Item step) {
    return proceeding(step, isAtStage(step, "charge", "trial", "conviction"));
  }

  private static Truth areOfDifferentCases(Item one, Item other) {
    Field oneCase = one.field("case");
    Field otherCase = other.field("case");
    List<Truth> open = new ArrayList<>();
    if (oneCase.value() == null) {
      open.add(oneCase.open());
    }
    if (otherCase.value() == null) {
      open.add(otherCase.open());
    }
    if (oneCase.value() == null || otherCase.value() == null) {
      return and(open);
    }
    String label = Folding.fold(oneCase.value().stringValue());
    return Truth.of(!label.equals(Folding.fold(otherCase.value().stringValue())));
  }

  /** A proceeding whose court is {@code revolutionary-court}. */
  private Reading revolutionaryCourt() {
    return any(
        "proceedings",
        step -> proceeding(step, resolvesTo("court", step.field("court"), "revolutionary-court")));
  }

  /**
   * A proceeding, stage {@code conviction}, presence {@code absent} (the reason for the absence is
   * shown and is a facet; it never decides).
   */
  private Reading absenteeConviction() {
    return any(
        "proceedings",
        step ->
            proceeding(step, isAtStage(step, "conviction"), step.field("presence").is("absent")));
  }

  /** A proceeding, stage {@code charge} or {@code trial}, presence {@code absent}. */
  private Reading absenteeProsecution() {
    return any(
        "proceedings",
        step ->
            proceeding(
                step, isAtStage(step, "charge", "trial"), step.field("presence").is("absent")));
  }

  /**
   * A proceeding, stage {@code charge}, {@code trial} or {@code conviction}, and a residence in
   * Albania (as {@code albania-residence}), the {@code date} not before its {@code from}, its
   * {@code to} not before the {@code date} (an absent {@code from} or {@code to} is open).
   */
  private Reading prosecutionWhileInAlbania() {
    return new AnyOf()
        .pairs(
            group("proceedings"),
            group("residences"),
            (step, residence) -> {
              Days date = date(step.field("date"));
              return and(
                  isProsecution(step),
                  isInAlbania(residence),
                  date.notBefore(date(residence.field("from"))),
                  date(residence.field("to")).notBefore(date));
            })
        .reading();
  }

  /** A detention whose treatment includes {@code forced-confession}. */
  private Reading forcedConfession() {
    return any(
        "detentions",
        detention ->
            detention(
                detention,
                include("treatment", detention.field("treatment"), "forced-confession")));
  }

  /**
   * A detention whose treatment includes {@code torture}, {@code ill-treatment} or {@code
   * sexual-violence}.
   */
  private Reading illTreatmentInDetention() {
    return any(
        "detentions",
        detention ->
            detention(
                detention,
                include(
                    "treatment",
                    detention.field("treatment"),
                    "torture",
                    "ill-treatment",
                    "sexual-violence")));
  }

  /**
   * A proceeding, stage {@code conviction}, sentence types include {@code imprisonment} (no {@code
   * sentence}: missing {@code /sentence}).
   */
  private Reading prisonSentence() {
    return any("proceedings", step -> isSentence(step, "imprisonment"));
  }

  /** A proceeding, stage {@code conviction}, sentence types include {@code death}. */
  private Reading deathSentence() {
    return any("proceedings", step -> isSentence(step, "death"));
  }

  private Truth isSentence(Item step, String type) {
    Field sentence = step.field("sentence");
    Truth ofType =
        sentence.value() == null
            ? sentence.open()
            : includeValue(
                Item.recorded(sentence.pointer(), sentence.value()).field("types"), type);
    return proceeding(step, isAtStage(step, "conviction"), ofType);
  }

  /**
   * A detention that shares a day with 1981-06-20/1989-12-31: its {@code to} not before the first,
   * the last not before its {@code from}; with no {@code to}, the {@code from} stands in for it
   * where that makes it true, with no {@code from} the {@code to} likewise, else open.
   */
  private Reading detention1981To1989() {
    return any(
        "detentions",
        detention -> {
          Field from = detention.field("from");
          Field to = detention.field("to");
          Truth notOverBefore = date(to).notBefore(FIRST_DAY);
          if (to.isLeftOut()) {
            notOverBefore = or(date(from).notBefore(FIRST_DAY), to.open());
          }
          Truth begunByTheLast = LAST_DAY.notBefore(date(from));
          if (from.isLeftOut()) {
            begunByTheLast = or(LAST_DAY.notBefore(date(to)), from.open());
          }
          return detention(detention, notOverBefore, begunByTheLast);
        });
  }

  // Activities

  /**
   * An activity {@code demonstration}, {@code rally} or {@code conference}, of a linked
   * organisation, in a country other than {@code IR}.
   */
  private Reading activityAbroad() {
    return any(
        "activities",
        activity ->
            and(isActivity(activity, "demonstration", "rally", "conference"), isAbroad(activity)));
  }

  /**
   * An activity {@code demonstration}, {@code rally} or {@code resistance-unit}, of a linked
   * organisation, country {@code IR}.
   */
  private Reading activityInIran() {
    return any(
        "activities",
        activity ->
            and(
                isActivity(activity, "demonstration", "rally", "resistance-unit"),
                activity.field("country").is("IR")));
  }

  /** An activity {@code publications}, of a linked organisation. */
  private Reading publicationsActivity() {
    return any("activities", activity -> isActivity(activity, "publications"));
  }

  /** An activity {@code online-activity} or {@code hacking}, of a linked organisation. */
  private Reading onlineActivity() {
    return any("activities", activity -> isActivity(activity, "online-activity", "hacking"));
  }

  /** An activity {@code fundraising}, of a linked organisation. */
  private Reading fundraising() {
    return any("activities", activity -> isActivity(activity, "fundraising"));
  }

  /** One of these types and of a linked organisation. */
  private Truth isActivity(Item activity, String... types) {
    return and(
        resolvesTo("activity", activity.field("type"), types), isLinkedOrganisation(activity));
  }

  // Incidents

  /** One of these types, by the authorities, on the applicant. */
  private Truth isOfTheAuthoritiesOnTheApplicant(Item incident, String... types) {
    return and(
        isIncident(incident, types), isByTheAuthorities(incident), isOnTheApplicant(incident));
  }

  /**
   * An incident {@code surveillance} or {@code photographing}, by the authorities, on the
   * applicant, in a country other than {@code IR}.
   */
  private Reading surveillanceAbroad() {
    return any(
        "incidents",
        incident ->
            and(
                isOfTheAuthoritiesOnTheApplicant(incident, "surveillance", "photographing"),
                isAbroad(incident)));
  }

  /**
   * An incident {@code threat}, {@code attack-plot} or {@code attack}, by the authorities, on the
   * applicant, in a country other than {@code IR}.
   */
  private Reading threatOrAttackAbroad() {
    return any(
        "incidents",
        incident ->
            and(
                isOfTheAuthoritiesOnTheApplicant(incident, "threat", "attack-plot", "attack"),
                isAbroad(incident)));
  }

  /** An incident {@code abduction} or {@code lure-back}, by the authorities, on the applicant. */
  private Reading abductionOrLure() {
    return any(
        "incidents",
        incident -> isOfTheAuthoritiesOnTheApplicant(incident, "abduction", "lure-back"));
  }

  /** An incident {@code recruitment-approach}, by the authorities, on the applicant. */
  private Reading recruitmentApproach() {
    return any(
        "incidents",
        incident -> isOfTheAuthoritiesOnTheApplicant(incident, "recruitment-approach"));
  }

  /**
   * An incident {@code ill-treatment}, {@code threat}, {@code attack}, {@code abduction} or {@code
   * prevented-from-leaving}, actor {@code organisation}, on the applicant, {@code organisation} the
   * organisation.
   */
  private Reading illTreatmentByOrganisation() {
    return any(
        "incidents",
        incident ->
            and(
                isIncident(
                    incident,
                    "ill-treatment",
                    "threat",
                    "attack",
                    "abduction",
                    "prevented-from-leaving"),
                incident.field("actor").is("organisation"),
                isOnTheApplicant(incident),
                isTheOrganisation(incident)));
  }

  /** A return to {@code IR}, any kind (the kind is shown). */
  private Reading returnToIran() {
    return any("returns", item -> item.field("country").is("IR"));
  }
}
