package dev.indicia.evaluation;

import dev.indicia.profile.FactGroup;
import dev.indicia.profile.Profile;
import dev.indicia.profile.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Recorded items in words: their fields in a reader's order, what a term was read as, who asserted
 * it.
 */
final class FactWords {
  /** What a reader wants to know first stands first; fields that are not listed come last. */
  private static final List<String> ORDER =
      List.of(
          "type",
          "relation",
          "stage",
          "organisation",
          "role",
          "basis",
          "attributedBy",
          "position",
          "country",
          "place",
          "date",
          "from",
          "to",
          "court",
          "case",
          "presence",
          "absenceReason",
          "allegedActs",
          "treatment",
          "sentence",
          "fate",
          "fateDate",
          "actor",
          "target",
          "visibility",
          "voluntariness",
          "kind");

  private static final Map<FactGroup, String> NAMES =
      Map.of(
          FactGroup.AFFILIATIONS, "Affiliation",
          FactGroup.FAMILY_TIES, "Family tie",
          FactGroup.RESIDENCES, "Residence",
          FactGroup.PROCEEDINGS, "Step of proceedings",
          FactGroup.DETENTIONS, "Time in custody",
          FactGroup.ACTIVITIES, "Activity",
          FactGroup.ARMED_ACTIVITY, "Part in armed activity",
          FactGroup.INCIDENTS, "Incident",
          FactGroup.RETURNS, "Return");

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** Fields of free text that the vocabulary does not read. */
  private static final Set<String> FREE = Set.of("position", "case");

  /** A code, a date, a country or a number, as the schema has them: nothing that could mislead. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9~%?./:-]*");

  private final Terms terms;
  private final Map<String, JsonNode> statements = new LinkedHashMap<>();

  FactWords(Profile profile, Terms terms) {
    this.terms = terms;
    profile
        .citedStatements()
        .forEach(
            fragment -> {
              JsonNode statement = fragment.tree();
              statements.put(statement.get("id").stringValue(), statement);
            });
  }

  /** An item in one sentence. */
  String of(EvidenceSummary.Fact fact) {
    FactGroup group = FactGroup.ofField(fact.pointer().split("/", -1)[1]).orElseThrow();
    JsonNode item = fact.value().tree();
    List<String> names = new ArrayList<>(item.propertyNames());
    names.sort(
        (a, b) -> {
          int order = Integer.compare(rank(a), rank(b));
          return order != 0 ? order : a.compareTo(b);
        });
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      JsonNode value = item.get(name);
      if (!value.isNull() && !name.equals("statements")) {
        parts.add(spaced(name) + " " + words(group, name, item, value));
      }
    }
    String asserted = asserted(item.path("statements"));
    return NAMES.get(group) + ": " + String.join("; ", parts) + asserted;
  }

  private static int rank(String name) {
    int rank = ORDER.indexOf(name);
    return rank < 0 ? ORDER.size() : rank;
  }

  /** {@code allegedActs} as 'alleged acts'. */
  private static String spaced(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static String vocabulary(FactGroup group, String field) {
    return switch (field) {
      case "organisation", "place", "court", "treatment" -> field;
      case "allegedActs" -> "act";
      case "type" -> group == FactGroup.INCIDENTS ? "incident" : "activity";
      default -> "";
    };
  }

  private String words(FactGroup group, String name, JsonNode item, JsonNode value) {
    if (value.isArray()) {
      return value.isEmpty()
          ? "(none)"
          : value
              .valueStream()
              .map(element -> words(group, name, item, element))
              .collect(Collectors.joining(", "));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .filter(property -> !property.getValue().isNull())
          .map(
              property ->
                  spaced(property.getKey())
                      + " "
                      + words(group, property.getKey(), value, property.getValue()))
          .collect(Collectors.joining("; ", "(", ")"));
    }
    String text = value.asString();
    String vocabulary = vocabulary(group, name);
    if (!vocabulary.isEmpty()) {
      return term(vocabulary, text, item.path("country").asString(""));
    }
    return FREE.contains(name) || !PLAIN.matcher(text).matches() ? quoted(text) : text;
  }

  /** A term as recorded, and what it was read as, where it is not the code itself. */
  private String term(String vocabulary, String text, String country) {
    List<String> codes = terms.codes(vocabulary, text);
    if (codes.contains(text)) {
      return text;
    }
    if (codes.isEmpty()) {
      return quoted(text) + " [not in the vocabulary]";
    }
    List<String> there = vocabulary.equals("place") ? terms.placesIn(country, codes) : codes;
    return quoted(text) + " [" + String.join(" or ", there.isEmpty() ? codes : there) + "]";
  }

  /**
   * Recorded words in quotation marks. Whatever could end them, break the line or turn its
   * direction is spelled out, so that no recorded word reads as one of ours.
   */
  static String quoted(String text) {
    StringBuilder words = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\\' || c == '\u201C' || c == '\u201D' || isHidden(c)) {
                words.append(c > 0xFFFF ? "\\u{%x}".formatted(c) : "\\u%04x".formatted(c));
              } else {
                words.appendCodePoint(c);
              }
            });
    return "\u201C" + isolated(words.toString()) + "\u201D";
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      // Persian is written with the joiners.
      case Character.FORMAT -> c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }

  /** Words of another script keep their order beside ours. */
  private static String isolated(String text) {
    boolean plain = text.chars().allMatch(c -> c < 0x590);
    return plain ? text : "\u2068" + text + "\u2069";
  }

  private String asserted(JsonNode cited) {
    List<String> by = new ArrayList<>();
    cited.forEach(id -> by.add(statement(id.stringValue())));
    return by.isEmpty() ? "" : " \u2014 asserted by " + String.join("; ", by);
  }

  private String statement(String id) {
    JsonNode statement = statements.get(id);
    if (statement == null) {
      return id;
    }
    StringBuilder words = new StringBuilder(statement.get("assertedBy").stringValue());
    if (statement.hasNonNull("date")) {
      words.append(", ").append(statement.get("date").stringValue());
    }
    if (statement.hasNonNull("locator")) {
      words.append(", ").append(quoted(statement.get("locator").stringValue()));
    }
    if (statement.hasNonNull("language")) {
      words.append(", language ").append(quoted(statement.get("language").stringValue()));
    }
    if (statement.hasNonNull("interpreted")) {
      words.append(statement.get("interpreted").booleanValue() ? ", " : ", not ");
      words.append("interpreted");
    }
    return words.append(" (").append(id).append(')').toString();
  }
}
