package dev.indicia.evaluation;

import dev.indicia.profile.FactGroup;
import dev.indicia.profile.Profile;
import dev.indicia.profile.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        parts.add(spaced(name) + " " + words(vocabulary(group, name), value));
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

  private String words(String vocabulary, JsonNode value) {
    if (value.isArray()) {
      return value.isEmpty()
          ? "(none)"
          : value
              .valueStream()
              .map(element -> words(vocabulary, element))
              .collect(Collectors.joining(", "));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .filter(property -> !property.getValue().isNull())
          .map(property -> spaced(property.getKey()) + " " + words("", property.getValue()))
          .collect(Collectors.joining("; ", "(", ")"));
    }
    String text = value.asString();
    return vocabulary.isEmpty() ? text : isolated(text) + readAs(vocabulary, text);
  }

  /** What a term was read as, where it is not the code itself. */
  private String readAs(String vocabulary, String text) {
    List<String> codes = terms.codes(vocabulary, text);
    if (codes.isEmpty()) {
      return " [not in the vocabulary]";
    }
    return codes.contains(text) ? "" : " [" + String.join(" or ", codes) + "]";
  }

  /** Words of another script keep their order beside ours. */
  static String isolated(String text) {
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
      words.append(", ").append(isolated(statement.get("locator").stringValue()));
    }
    return words.append(" (").append(id).append(')').toString();
  }
}
