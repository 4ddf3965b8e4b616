package dev.indicia.oracle;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Random terms: the vocabulary's codes, which are names too, given names, and nonsense. */
final class RandomTerms {

  /** The codes, those that the register reads more than once where others would crowd them out. */
  private static final Map<String, List<String>> CODES =
      Map.of(
          "organisation",
          List.of(
              "mek",
              "nla",
              "ncri",
              "peykar",
              "oiac",
              "mojahedin-islamic-revolution",
              "fadaiyan",
              "kdpi",
              "komala",
              "pjak",
              "tudeh",
              "monarchist",
              "other"),
          "place",
          List.of(
              "ashraf-3",
              "camp-ashraf-iraq",
              "camp-liberty",
              "ashraf-3",
              "camp-ashraf-iraq",
              "camp-liberty",
              "tirana",
              "durres",
              "evin",
              "gohardasht",
              "qarchak",
              "other"),
          "act",
          List.of(
              "sabotage",
              "espionage",
              "armed-attack",
              "property-destruction",
              "cooperation-with-israel",
              "membership",
              "support",
              "membership",
              "support",
              "propaganda",
              "assembly-collusion",
              "moharebeh",
              "information-passing",
              "baghi",
              "corruption-on-earth",
              "insult",
              "national-security",
              "state-secrets",
              "drugs",
              "apostasy",
              "other"),
          "treatment",
          List.of(
              "torture",
              "ill-treatment",
              "forced-confession",
              "forced-confession",
              "sexual-violence",
              "solitary-confinement",
              "denied-lawyer",
              "denied-medical-care",
              "other"),
          "activity",
          List.of(
              "demonstration",
              "rally",
              "conference",
              "resistance-unit",
              "publications",
              "online-activity",
              "hacking",
              "fundraising",
              "other"),
          "incident",
          List.of(
              "surveillance",
              "photographing",
              "threat",
              "attack-plot",
              "attack",
              "killing",
              "abduction",
              "lure-back",
              "pressure-on-relatives",
              "recruitment-approach",
              "recruitment-approach",
              "ill-treatment",
              "prevented-from-leaving",
              "other"),
          "court",
          List.of(
              "revolutionary-court",
              "revolutionary-court",
              "criminal-court",
              "special-clerical-court",
              "supreme-court",
              "other"));

  /** Words that no vocabulary holds; among them longer strings in which a name is contained. */
  private static final List<String> NONSENSE =
      List.of(
          "qxv wibblefrotz",
          "Zorblax-7",
          "زغژبلاکس",
          "anti mek zorblax",
          "Ashraf zorblax",
          "xx rally zorblax",
          "?!");

  private final RandomGenerator random;
  private final Map<String, List<String>> names;
  private final double nonsense;

  /**
   * Terms for one profile.
   *
   * @param nonsense how often a term does not resolve, 0 to 1
   */
  RandomTerms(RandomGenerator random, Map<String, List<String>> names, double nonsense) {
    this.random = random;
    this.names = names;
    this.nonsense = nonsense;
  }

  String next(String kind) {
    if (random.nextDouble() < nonsense) {
      return pick(NONSENSE);
    }
    List<String> given = names.getOrDefault(kind, List.of());
    return pick(given.isEmpty() || random.nextBoolean() ? CODES.getOrDefault(kind, given) : given);
  }

  /** An organisation, more often one of the three that the register links than any other. */
  String nextOrganisation(double linked) {
    return random.nextDouble() < linked
        ? pick(List.of("mek", "nla", "ncri"))
        : next("organisation");
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
