package dev.indicia.benchmark;

import static dev.indicia.benchmark.PlainDefinitions.beginsNotAfter;
import static dev.indicia.benchmark.PlainDefinitions.byTheAuthorities;
import static dev.indicia.benchmark.PlainDefinitions.ended;
import static dev.indicia.benchmark.PlainDefinitions.endsNotBefore;
import static dev.indicia.benchmark.PlainDefinitions.notBefore;
import static dev.indicia.benchmark.PlainDefinitions.onTheApplicant;
import static dev.indicia.profile.Reading.allOf;
import static dev.indicia.profile.Reading.anyOf;
import static dev.indicia.profile.Reading.isNot;
import static dev.indicia.profile.RecordedDate.day;

import dev.indicia.profile.Activity;
import dev.indicia.profile.Affiliation;
import dev.indicia.profile.ArmedActivity;
import dev.indicia.profile.Coded;
import dev.indicia.profile.Detention;
import dev.indicia.profile.FamilyTie;
import dev.indicia.profile.Incident;
import dev.indicia.profile.Item;
import dev.indicia.profile.Measure;
import dev.indicia.profile.Proceeding;
import dev.indicia.profile.Profile;
import dev.indicia.profile.Reading;
import dev.indicia.profile.RecordedDate;
import dev.indicia.profile.Residence;
import dev.indicia.profile.Return;
import dev.indicia.rulebook.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions and joins of {@code rules/iran-mek}, written by hand: what the rules are timed
 * against. It reads the same items with the same functions and gives the same findings.
 *
 * <p>It is what one would write without an engine: items are looked up by kind, what two items are
 * joined on is asked only of those that meet their own condition, and a day is made once. As in the
 * rules, each condition stands by itself; none takes over what another has found.
 */
final class PlainRegister {
  private static final RecordedDate PRESENT_AUTHORITIES = day(1979, 2, 11);
  private static final RecordedDate FIRST_OF_THE_EIGHTIES = day(1981, 6, 20);
  private static final RecordedDate LAST_OF_THE_EIGHTIES = day(1989, 12, 31);

  private final Map<String, List<Finding>> findings = new HashMap<>();

  private PlainRegister() {}

  /** An item that meets a condition of its own, to be joined with another. */
  private record Met<T extends Item>(T item, Reading reading) {}

  /** What the conditions come to for a profile, by indicator, in no order. */
  static Map<String, List<Finding>> findings(Profile profile) {
    ItemsByKind items = new ItemsByKind(profile);
    PlainRegister register = new PlainRegister();
    items.affiliations.forEach(register::read);
    items.familyTies.forEach(register::read);
    items.residences.forEach(register::read);
    items.proceedings.forEach(register::read);
    items.detentions.forEach(register::read);
    items.activities.forEach(register::read);
    items.armedActivities.forEach(register::read);
    items.incidents.forEach(register::read);
    items.returns.forEach(register::read);
    register.join(items);
    return register.findings;
  }

  private void conclude(String indicator, Reading reading, Item... items) {
    if (reading.isTrueOrOpen()) {
      findings
          .computeIfAbsent(indicator, id -> new ArrayList<>())
          .add(Finding.of(indicator, reading, items));
    }
  }

  private void read(Affiliation affiliation) {
    conclude("ncri-affiliation", affiliation.organisation().is("ncri"), affiliation);
    conclude(
        "organisation-former-member",
        allOf(
            theOrganisation(affiliation.organisation()),
            affiliation.basis().is("held"),
            anyOf(
                affiliation.role().is("former-member"),
                allOf(affiliation.role().is("member"), ended(affiliation)))),
        affiliation);
    conclude(
        "organisation-member",
        allOf(
            theOrganisation(affiliation.organisation()),
            affiliation.role().is("member"),
            affiliation.basis().is("held"),
            isNot(ended(affiliation))),
        affiliation);
    conclude(
        "organisation-supporter",
        allOf(
            linkedOrganisation(affiliation.organisation()),
            affiliation.role().is("supporter"),
            affiliation.basis().is("held")),
        affiliation);
    conclude(
        "perceived-affiliation",
        allOf(
            linkedOrganisation(affiliation.organisation()),
            affiliation.basis().is("attributed"),
            affiliation.attributedBy().is("origin-authorities")),
        affiliation);
  }

  private void read(FamilyTie tie) {
    conclude("family-tie", linkedOrganisation(tie.organisation()), tie);
    conclude(
        "family-tie-killed-relative",
        allOf(linkedOrganisation(tie.organisation()), tie.fate().includes("executed", "killed")),
        tie);
  }

  private void read(Residence residence) {
    conclude("albania-residence", residence.whereabouts().is("AL"), residence);
    conclude(
        "ashraf-3-residence",
        allOf(
            residence.place().is("ashraf-3"),
            anyOf(residence.country().isAbsent(), residence.country().is("AL"))),
        residence);
    conclude(
        "iraq-camp-residence",
        allOf(
            residence.place().isOneOf("camp-ashraf-iraq", "camp-liberty"),
            anyOf(residence.country().isAbsent(), residence.country().is("IQ"))),
        residence);
  }

  private void readMeasure(Measure measure) {
    concludeAlleged("alleged-armed-attack", "armed-attack", measure);
    concludeAlleged("alleged-assembly-collusion", "assembly-collusion", measure);
    concludeAlleged("alleged-cooperation-israel", "cooperation-with-israel", measure);
    concludeAlleged("alleged-espionage", "espionage", measure);
    concludeAlleged("alleged-information-passing", "information-passing", measure);
    concludeAlleged("alleged-moharebeh", "moharebeh", measure);
    concludeAlleged("alleged-propaganda", "propaganda", measure);
    concludeAlleged("alleged-property-destruction", "property-destruction", measure);
    concludeAlleged("alleged-sabotage", "sabotage", measure);
    concludeAllegedLink("alleged-membership", "membership", measure);
    concludeAllegedLink("alleged-support", "support", measure);
  }

  private void concludeAlleged(String indicator, String act, Measure measure) {
    conclude(
        indicator,
        allOf(
            inIran(measure),
            notAnothers(measure.organisation()),
            measure.allegedActs().includes(act)),
        measure);
  }

  private void concludeAllegedLink(String indicator, String act, Measure measure) {
    conclude(
        indicator,
        allOf(
            inIran(measure),
            linkedOrganisation(measure.organisation()),
            measure.allegedActs().includes(act)),
        measure);
  }

  private void read(Proceeding proceeding) {
    readMeasure(proceeding);
    conclude(
        "absentee-conviction",
        allOf(
            inIran(proceeding),
            notAnothers(proceeding.organisation()),
            proceeding.stage().is("conviction"),
            proceeding.presence().is("absent")),
        proceeding);
    conclude(
        "absentee-prosecution",
        allOf(
            inIran(proceeding),
            notAnothers(proceeding.organisation()),
            proceeding.stage().isOneOf("charge", "trial"),
            proceeding.presence().is("absent")),
        proceeding);
    conclude(
        "arrest-or-detention",
        allOf(
            inIran(proceeding),
            notAnothers(proceeding.organisation()),
            proceeding.stage().is("arrest")),
        proceeding);
    conclude(
        "death-sentence",
        allOf(
            inIran(proceeding),
            notAnothers(proceeding.organisation()),
            proceeding.stage().is("conviction"),
            proceeding.sentenceTypes().includes("death")),
        proceeding);
    conclude(
        "perceived-affiliation",
        allOf(inIran(proceeding), linkedOrganisation(proceeding.organisation())),
        proceeding);
    conclude(
        "prison-sentence",
        allOf(
            inIran(proceeding),
            notAnothers(proceeding.organisation()),
            proceeding.stage().is("conviction"),
            proceeding.sentenceTypes().includes("imprisonment")),
        proceeding);
    conclude(
        "revolutionary-court",
        allOf(
            inIran(proceeding),
            notAnothers(proceeding.organisation()),
            proceeding.court().is("revolutionary-court")),
        proceeding);
  }

  private void read(Detention detention) {
    readMeasure(detention);
    conclude(
        "arrest-or-detention",
        allOf(inIran(detention), notAnothers(detention.organisation())),
        detention);
    conclude(
        "detention-1981-1989",
        allOf(
            inIran(detention),
            notAnothers(detention.organisation()),
            endsNotBefore(detention, FIRST_OF_THE_EIGHTIES),
            beginsNotAfter(detention, LAST_OF_THE_EIGHTIES)),
        detention);
    conclude(
        "forced-confession",
        allOf(
            inIran(detention),
            notAnothers(detention.organisation()),
            detention.treatment().includes("forced-confession")),
        detention);
    conclude(
        "ill-treatment-in-detention",
        allOf(
            inIran(detention),
            notAnothers(detention.organisation()),
            detention.treatment().includes("torture", "ill-treatment", "sexual-violence")),
        detention);
  }

  private void read(Activity activity) {
    conclude(
        "activity-abroad",
        allOf(
            activity.type().isOneOf("demonstration", "rally", "conference"),
            linkedOrganisation(activity.organisation()),
            isNot(activity.country().is("IR"))),
        activity);
    conclude(
        "activity-in-iran",
        allOf(
            activity.type().isOneOf("demonstration", "rally", "resistance-unit"),
            linkedOrganisation(activity.organisation()),
            activity.country().is("IR")),
        activity);
    conclude(
        "fundraising",
        allOf(activity.type().is("fundraising"), linkedOrganisation(activity.organisation())),
        activity);
    conclude(
        "online-activity",
        allOf(
            activity.type().isOneOf("online-activity", "hacking"),
            linkedOrganisation(activity.organisation())),
        activity);
    conclude(
        "publications-activity",
        allOf(activity.type().is("publications"), linkedOrganisation(activity.organisation())),
        activity);
  }

  private void read(ArmedActivity part) {
    conclude("armed-activity", theOrganisation(part.organisation()), part);
  }

  private void read(Incident incident) {
    conclude(
        "abduction-or-lure",
        allOf(
            incident.type().isOneOf("abduction", "lure-back"),
            byTheAuthorities(incident),
            onTheApplicant(incident)),
        incident);
    conclude(
        "family-pressure",
        allOf(
            byTheAuthorities(incident),
            anyOf(incident.type().is("pressure-on-relatives"), incident.target().is("relative"))),
        incident);
    conclude(
        "ill-treatment-by-organisation",
        allOf(
            incident
                .type()
                .isOneOf(
                    "ill-treatment", "threat", "attack", "abduction", "prevented-from-leaving"),
            incident.actor().is("organisation"),
            onTheApplicant(incident),
            theOrganisation(incident.organisation())),
        incident);
    conclude(
        "recruitment-approach",
        allOf(
            incident.type().is("recruitment-approach"),
            byTheAuthorities(incident),
            onTheApplicant(incident)),
        incident);
    conclude(
        "surveillance-abroad",
        allOf(
            incident.type().isOneOf("surveillance", "photographing"),
            byTheAuthorities(incident),
            onTheApplicant(incident),
            isNot(incident.country().is("IR"))),
        incident);
    conclude(
        "threat-or-attack-abroad",
        allOf(
            incident.type().isOneOf("threat", "attack-plot", "attack"),
            byTheAuthorities(incident),
            onTheApplicant(incident),
            isNot(incident.country().is("IR"))),
        incident);
  }

  private void read(Return returned) {
    conclude("return-to-iran", returned.country().is("IR"), returned);
  }

  /** Each side is read once; only what meets its own condition is held against the other side. */
  private void join(ItemsByKind items) {
    List<Met<Proceeding>> arrests = new ArrayList<>();
    List<Met<Proceeding>> prosecuted = new ArrayList<>();
    for (Proceeding proceeding : items.proceedings) {
      Reading inIran = allOf(inIran(proceeding), notAnothers(proceeding.organisation()));
      if (inIran.isTrueOrOpen()) {
        keep(arrests, proceeding, allOf(inIran, proceeding.stage().is("arrest")));
        keep(
            prosecuted,
            proceeding,
            allOf(inIran, proceeding.stage().isOneOf("charge", "trial", "conviction")));
      }
    }
    if (prosecuted.isEmpty()) {
      return;
    }
    for (Detention earlier : items.detentions) {
      Reading before = allOf(inIran(earlier), notAnothers(earlier.organisation()));
      if (before.isTrueOrOpen()) {
        prosecuted.forEach(later -> joinCases(earlier, before, earlier.from(), later));
      }
    }
    for (Met<Proceeding> earlier : arrests) {
      Proceeding arrest = earlier.item();
      for (Met<Proceeding> later : prosecuted) {
        if (isAnother(later.item(), arrest)) {
          joinCases(arrest, earlier.reading(), arrest.date(), later);
        }
      }
    }
    for (Residence residence : items.residences) {
      Reading inAlbania = residence.whereabouts().is("AL");
      if (inAlbania.isTrueOrOpen()) {
        prosecuted.forEach(proceeding -> joinStay(residence, inAlbania, proceeding));
      }
    }
  }

  private static <T extends Item> void keep(List<Met<T>> met, T item, Reading reading) {
    if (reading.isTrueOrOpen()) {
      met.add(new Met<>(item, reading));
    }
  }

  private void joinCases(
      Measure earlier, Reading before, RecordedDate begun, Met<Proceeding> later) {
    conclude(
        "prior-arrest",
        allOf(
            before,
            later.reading(),
            begun.isBefore(later.item().date()),
            earlier.caseLabel().differsFrom(later.item().caseLabel())),
        earlier,
        later.item());
  }

  private void joinStay(Residence residence, Reading inAlbania, Met<Proceeding> prosecuted) {
    Proceeding proceeding = prosecuted.item();
    conclude(
        "prosecution-while-in-albania",
        allOf(
            inAlbania,
            prosecuted.reading(),
            isNot(proceeding.date().isBefore(residence.from())),
            isNot(residence.to().isBefore(proceeding.date()))),
        residence,
        proceeding);
  }

  private static Reading theOrganisation(Coded organisation) {
    return organisation.isOneOf("mek", "nla");
  }

  private static Reading linkedOrganisation(Coded organisation) {
    return organisation.isOneOf("mek", "nla", "ncri");
  }

  private static Reading notAnothers(Coded organisation) {
    return anyOf(organisation.isAbsent(), linkedOrganisation(organisation));
  }

  private static Reading inIran(Measure measure) {
    return allOf(
        measure.country().is("IR"),
        measure instanceof Proceeding proceeding
            ? notBefore(proceeding.date(), PRESENT_AUTHORITIES)
            : notBefore((Detention) measure, PRESENT_AUTHORITIES));
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isAnother(Item item, Item other) {
    return item != other || !item.isRecorded();
  }
}
