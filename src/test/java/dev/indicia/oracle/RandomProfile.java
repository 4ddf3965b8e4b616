package dev.indicia.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One random profile. It draws a manner first (how much is left unsaid, how coarse its dates are,
 * how much of it bears on the register), so that among many profiles some are nearly complete and
 * some nearly silent.
 */
final class RandomProfile {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The fields of each item that may be absent or null: what {@code notStated} may name. */
  private static final Map<String, List<String>> OPTIONAL_FIELDS =
      Map.of(
          "affiliations",
          List.of("role", "basis", "attributedBy", "from", "to", "position", "statements", "note"),
          "familyTies",
          List.of(
              "organisation", "role", "basis", "fate", "fateDate", "country", "statements", "note"),
          "residences",
          List.of("country", "place", "from", "to", "statements", "note"),
          "proceedings",
          List.of(
              "case",
              "country",
              "stage",
              "allegedActs",
              "organisation",
              "court",
              "date",
              "presence",
              "absenceReason",
              "sentence",
              "statements",
              "note"),
          "detentions",
          List.of(
              "case",
              "country",
              "from",
              "to",
              "place",
              "allegedActs",
              "organisation",
              "treatment",
              "statements",
              "note"),
          "activities",
          List.of("organisation", "country", "date", "visibility", "statements", "note"),
          "armedActivity",
          List.of(
              "organisation",
              "country",
              "from",
              "to",
              "role",
              "voluntariness",
              "statements",
              "note"),
          "incidents",
          List.of("actor", "organisation", "target", "country", "date", "statements", "note"),
          "returns",
          List.of("date", "kind", "statements", "note"));

  private static final List<String> GROUPS =
      List.of(
          "affiliations",
          "familyTies",
          "residences",
          "proceedings",
          "detentions",
          "activities",
          "armedActivity",
          "incidents",
          "returns");

  private static final List<String> COUNTRIES =
      List.of(
          "IR", "IR", "AL", "AL", "IQ", "IQ", "DE", "FR", "SE", "NL", "TR", "US", "GB", "AF", "CH");

  /** Labels of cases; those of a row are alike after the vocabulary's folding. */
  private static final List<String> CASES =
      List.of(
          "A",
          "a",
          " A ",
          "B-1",
          "b 1",
          "B1",
          "B\u200c1",
          "B۱",
          "12",
          "۱۲",
          "١٢",
          "Über",
          "uber",
          "UBER",
          "کیان",
          "كيان",
          "Case C",
          "case-c",
          "“Case C”",
          "D");

  private static final List<String> NOTES =
      List.of("Noted at the interview.", "یادداشت", "-", "mek", "line\nline");

  private final RandomGenerator random;
  private final RandomTerms terms;
  private final RandomDates dates;
  private final LocalDate asOf;
  private final double unsaid;
  private final double noGroup;
  private final double emptyGroup;
  private final double incomplete;
  private final double toThePoint;
  private final List<String> statements = new ArrayList<>();

  RandomProfile(RandomGenerator random, Map<String, List<String>> names) {
    this.random = random;
    this.asOf = day();
    this.unsaid = oneOf(0.02, 0.08, 0.25, 0.6);
    this.noGroup = oneOf(0.0, 0.0, 0.15, 0.5);
    this.emptyGroup = oneOf(0.05, 0.2, 0.5);
    this.incomplete = oneOf(0.0, 0.0, 0.05, 0.3);
    this.toThePoint = oneOf(0.0, 0.3, 0.7, 0.9);
    this.terms = new RandomTerms(random, names, oneOf(0.0, 0.0, 0.05, 0.25));
    this.dates = new RandomDates(random, asOf, oneOf(0.0, 0.3, 0.7), oneOf(0.0, 0.1, 0.4));
  }

  /** The day that the profile speaks for: mostly of our years, seldom beside a boundary. */
  private LocalDate day() {
    if (chance(0.9)) {
      return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1500));
    }
    LocalDate boundary =
        choose(
            LocalDate.of(1979, 2, 11),
            LocalDate.of(1981, 6, 20),
            LocalDate.of(1989, 12, 31),
            LocalDate.of(2000, 2, 29));
    return boundary.plusDays(random.nextInt(-2, 3));
  }

  ObjectNode write(String caseReference) {
    ObjectNode profile = NODES.objectNode();
    profile.put("profileVersion", 1);
    profile.put("caseReference", caseReference);
    profile.put("kind", choose("synthetic", "live"));
    profile.put("asOf", asOf.toString());
    addStatements(profile);
    addGroup(profile, "affiliations", this::affiliation);
    addGroup(profile, "familyTies", this::familyTie);
    addGroup(profile, "residences", this::residence);
    addGroup(profile, "proceedings", this::proceeding);
    addGroup(profile, "detentions", this::detention);
    addGroup(profile, "activities", this::activity);
    addGroup(profile, "armedActivity", this::armedActivity);
    addGroup(profile, "incidents", this::incident);
    addGroup(profile, "returns", this::returnTo);
    addNotStated(profile);
    return profile;
  }

  // The groups

  private void addStatements(ObjectNode profile) {
    if (chance(0.3)) {
      sayNothing(profile, "statements");
      return;
    }
    ArrayNode all = profile.putArray("statements");
    int size = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      String id = choose("s", "S-", "statement-") + i;
      statements.add(id);
      ObjectNode statement = all.addObject();
      statement.put("id", id);
      statement.put("assertedBy", choose("applicant", "document", "third-party", "authority"));
      say(statement, "date", () -> dates.next(2010, 2027));
      say(statement, "language", () -> choose("fa", "en", "sq", "de-AT"));
      if (chance(unsaid)) {
        sayNothing(statement, "interpreted");
      } else {
        statement.put("interpreted", random.nextBoolean());
      }
      say(statement, "locator", () -> "p. " + random.nextInt(1, 90));
    }
  }

  private void addGroup(ObjectNode profile, String name, Consumer<ObjectNode> item) {
    if (chance(noGroup)) {
      sayNothing(profile, name);
      return;
    }
    ArrayNode items = profile.putArray(name);
    int size = chance(emptyGroup) ? 0 : chance(0.6) ? random.nextInt(1, 4) : random.nextInt(1, 7);
    for (int i = 0; i < size; i++) {
      ObjectNode one = items.addObject();
      item.accept(one);
      addCites(one);
      if (chance(0.1)) {
        one.put("note", choose(NOTES));
      } else if (chance(0.2)) {
        one.putNull("note");
      }
    }
  }

  private void affiliation(ObjectNode item) {
    item.put("organisation", terms.nextOrganisation(toThePoint));
    say(item, "role", () -> choose("member", "former-member", "supporter", "member", "unknown"));
    say(item, "basis", () -> choose("held", "held", "attributed"));
    say(
        item,
        "attributedBy",
        () ->
            toThePointOr(
                "origin-authorities",
                "origin-authorities",
                "other-authorities",
                "organisation",
                "host-state",
                "community",
                "media",
                "unknown"));
    addStay(item, 1978, 2026, true);
    say(item, "position", () -> choose("courier", "عضو", "press officer"));
  }

  private void familyTie(ObjectNode item) {
    item.put(
        "relation",
        choose(
            "parent",
            "child",
            "sibling",
            "spouse",
            "grandparent",
            "grandchild",
            "aunt-or-uncle",
            "niece-or-nephew",
            "cousin",
            "in-law",
            "other"));
    say(item, "organisation", () -> terms.nextOrganisation(toThePoint / 2));
    say(item, "role", () -> choose("member", "former-member", "supporter", "unknown"));
    say(item, "basis", () -> choose("held", "attributed"));
    addList(
        item,
        "fate",
        () ->
            choose(
                "executed",
                "killed",
                "died",
                "imprisoned",
                "detained",
                "disappeared",
                "abroad",
                "in-camp",
                "alive",
                "unknown"));
    say(item, "fateDate", () -> dates.next(1975, 2026));
    say(item, "country", this::country);
  }

  /** A residence: its country or its place is stated, or both. */
  private void residence(ObjectNode item) {
    say(item, "country", () -> chance(0.6) ? choose("AL", "IQ", "IR") : country());
    if (!item.hasNonNull("country") || chance(0.5)) {
      item.put("place", terms.next("place"));
      if (chance(0.4)) {
        item.remove("country");
        if (chance(0.3)) {
          item.putNull("country");
        }
      }
    } else {
      sayNothing(item, "place");
    }
    addStay(item, 1979, 2014, true);
  }

  private void proceeding(ObjectNode item) {
    say(item, "case", () -> choose(CASES));
    say(item, "country", this::countryOfAuthorities);
    say(
        item,
        "stage",
        () ->
            choose(
                "accusation",
                "summons",
                "arrest",
                "arrest",
                "charge",
                "trial",
                "conviction",
                "conviction",
                "conviction",
                "acquittal"));
    addList(item, "allegedActs", () -> terms.next("act"));
    say(item, "organisation", () -> terms.nextOrganisation(toThePoint));
    say(item, "court", () -> terms.next("court"));
    say(item, "date", () -> dates.next(1982, 2026));
    say(item, "presence", () -> choose("present", "absent"));
    say(
        item,
        "absenceReason",
        () -> choose("abroad", "refused-to-attend", "not-notified", "in-hiding", "other"));
    if (chance(unsaid)) {
      sayNothing(item, "sentence");
      return;
    }
    ObjectNode sentence = item.putObject("sentence");
    ArrayNode types = sentence.putArray("types");
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      types.add(
          choose(
              "death",
              "death",
              "imprisonment",
              "imprisonment",
              "fine",
              "flogging",
              "exile",
              "travel-ban",
              "confiscation",
              "suspended",
              "other"));
    }
    say(sentence, "duration", () -> choose("P15Y", "P6M", "P1Y6M", "P74D", "P2Y3M10D"));
    if (chance(0.5)) {
      sayNothing(sentence, "carriedOut");
    } else {
      sentence.put("carriedOut", random.nextBoolean());
    }
  }

  private void detention(ObjectNode item) {
    say(item, "case", () -> choose(CASES));
    say(item, "country", this::countryOfAuthorities);
    addStay(item, 1976, 1996, true);
    say(item, "place", () -> terms.next("place"));
    addList(item, "allegedActs", () -> terms.next("act"));
    say(item, "organisation", () -> terms.nextOrganisation(toThePoint));
    addList(item, "treatment", () -> terms.next("treatment"));
  }

  private void activity(ObjectNode item) {
    item.put("type", terms.next("activity"));
    say(item, "organisation", () -> terms.nextOrganisation(toThePoint));
    say(item, "country", this::country);
    say(item, "date", () -> dates.next(1978, 2026));
    say(
        item,
        "visibility",
        () -> choose("private", "public", "published-image", "online-identifiable", "unknown"));
  }

  private void armedActivity(ObjectNode item) {
    say(item, "organisation", () -> terms.nextOrganisation(toThePoint / 2));
    say(item, "country", this::country);
    addStay(item, 1978, 2005, false);
    say(
        item,
        "role",
        () -> choose("combatant", "trainee", "commander", "medical", "support-staff", "unknown"));
    say(item, "voluntariness", () -> choose("voluntary", "coerced", "unknown"));
  }

  private void incident(ObjectNode item) {
    item.put("type", terms.next("incident"));
    say(
        item,
        "actor",
        () ->
            toThePointOr(
                choose("origin-authorities", "origin-authorities", "organisation"),
                "origin-authorities",
                "other-authorities",
                "organisation",
                "host-state",
                "community",
                "media",
                "private",
                "unknown"));
    say(item, "organisation", () -> terms.nextOrganisation(toThePoint));
    say(item, "target", () -> toThePointOr("applicant", "applicant", "relative", "associate"));
    say(item, "country", this::country);
    say(item, "date", () -> dates.next(1979, 2026));
  }

  private void returnTo(ObjectNode item) {
    item.put("country", country());
    say(item, "date", () -> dates.next(2000, 2030));
    say(item, "kind", () -> choose("foreseen", "past-voluntary", "past-forced"));
  }

  // Parts of items

  /** {@code from} and {@code to}, in order; {@code to} may be {@code present} where it may. */
  private void addStay(ObjectNode item, int fromYear, int toYear, boolean mayStand) {
    say(item, "from", () -> dates.next(fromYear, toYear));
    say(item, "to", () -> mayStand && chance(0.35) ? "present" : dates.next(fromYear, toYear + 12));
    if (item.hasNonNull("from")
        && item.hasNonNull("to")
        && !dates.isInOrder(item.get("from").stringValue(), item.get("to").stringValue())) {
      String turned = item.get("from").stringValue();
      if (item.get("to").stringValue().equals("present")) {
        sayNothing(item, chance(0.5) ? "to" : "from");
      } else {
        item.set("from", item.get("to"));
        item.put("to", turned);
      }
    }
  }

  private void addCites(ObjectNode item) {
    if (statements.isEmpty() || chance(0.5)) {
      if (chance(0.3)) {
        item.putNull("statements");
      }
      return;
    }
    ArrayNode cites = item.putArray("statements");
    statements.forEach(
        id -> {
          if (chance(0.4)) {
            cites.add(id);
          }
        });
  }

  private void addList(ObjectNode item, String name, Supplier<String> member) {
    if (chance(unsaid)) {
      sayNothing(item, name);
      return;
    }
    ArrayNode list = item.putArray(name);
    int size = chance(0.15) ? 0 : random.nextInt(1, chance(0.7) ? 4 : 7);
    for (int i = 0; i < size; i++) {
      list.add(member.get());
    }
  }

  private String country() {
    return choose(COUNTRIES);
  }

  private String countryOfAuthorities() {
    return chance(toThePoint) ? "IR" : country();
  }

  private String toThePointOr(String point, String... others) {
    return chance(toThePoint) ? point : choose(others);
  }

  private void say(ObjectNode item, String name, Supplier<String> value) {
    if (chance(unsaid)) {
      sayNothing(item, name);
    } else {
      item.put(name, value.get());
    }
  }

  private void sayNothing(ObjectNode item, String name) {
    item.remove(name);
    if (chance(0.3)) {
      item.putNull(name);
    }
  }

  // notStated

  private void addNotStated(ObjectNode profile) {
    if (incomplete == 0 && chance(0.4)) {
      sayNothing(profile, "notStated");
      return;
    }
    ObjectNode notStated = profile.putObject("notStated");
    for (String group : GROUPS) {
      offer(notStated, profile, "", group);
      JsonNode items = profile.get(group);
      int size = items == null ? 0 : items.size();
      for (int i = 0; i < size; i++) {
        String pointer = "/" + group + "/" + i;
        for (String field : OPTIONAL_FIELDS.getOrDefault(group, List.of())) {
          offer(notStated, items.get(i), pointer, field);
        }
        if (items.get(i).hasNonNull("sentence")) {
          JsonNode sentence = items.get(i).get("sentence");
          offer(notStated, sentence, pointer + "/sentence", "types");
          offer(notStated, sentence, pointer + "/sentence", "duration");
          offer(notStated, sentence, pointer + "/sentence", "carriedOut");
        }
      }
    }
  }

  /** Adds an entry at times, where one may stand: for what is not stated, or a list with items. */
  private void offer(ObjectNode notStated, JsonNode parent, String pointer, String name) {
    JsonNode value = parent.get(name);
    boolean stated = value != null && !value.isNull();
    boolean listWithItems = stated && value.isArray() && !value.isEmpty();
    boolean added = stated ? listWithItems && chance(incomplete) : chance(0.2);
    if (added && notStated.size() < 200) {
      notStated.put(
          pointer + "/" + name,
          choose("not-asked", "asked-unknown", "asked-declined", "not-in-file", "pending"));
    }
  }

  // Chance

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private double oneOf(double... choices) {
    return choices[random.nextInt(choices.length)];
  }

  @SafeVarargs
  private <T> T choose(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> T choose(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
