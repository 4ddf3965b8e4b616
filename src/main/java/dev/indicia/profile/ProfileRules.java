package dev.indicia.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The rules for profiles that no schema can state: dates that exist, intervals that do not end
 * before they begin, assigned country codes, statements that are there, {@code notStated} pointers
 * that lead somewhere. Passes over what the schema refuses, so that all faults come at once.
 */
final class ProfileRules {
  private static final int LATEST_YEAR = 2100;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final List<String> DATES = List.of("from", "to", "date", "fateDate");

  private final ProfileSchema schema;
  private final JsonNode profile;
  private final LocalDate asOf;
  private final List<Fault> faults = new ArrayList<>();

  private ProfileRules(ProfileSchema schema, JsonNode profile, LocalDate asOf) {
    this.schema = schema;
    this.profile = profile;
    this.asOf = asOf;
  }

  /**
   * Every breach of these rules.
   *
   * @param asOf the day that {@code present} stands for
   */
  static List<Fault> faults(ProfileSchema schema, JsonNode profile, LocalDate asOf) {
    ProfileRules rules = new ProfileRules(schema, profile, asOf);
    rules.checkStatements();
    for (FactGroup group : FactGroup.values()) {
      JsonNode items = profile.path(group.field());
      for (int i = 0; items.isArray() && i < items.size(); i++) {
        rules.checkItem(group.pointer() + "/" + i, items.get(i));
      }
    }
    rules.checkNotStated();
    return rules.faults;
  }

  private void checkStatements() {
    Set<String> ids = new HashSet<>();
    JsonNode statements = profile.path("statements");
    for (int i = 0; statements.isArray() && i < statements.size(); i++) {
      String pointer = "/statements/" + i;
      JsonNode statement = statements.get(i);
      checkDate(Pointers.child(pointer, "date"), statement.path("date"));
      if (statement.path("id").isString() && !ids.add(statement.get("id").stringValue())) {
        fault(
            pointer + "/id",
            "duplicate-statement",
            "Another statement has this id. Each id stands once.");
      }
    }
  }

  private void checkItem(String pointer, JsonNode item) {
    for (String field : DATES) {
      checkDate(Pointers.child(pointer, field), item.path(field));
    }
    checkOrder(pointer, item);
    JsonNode country = item.path("country");
    if (country.isString()
        && country.stringValue().matches("[A-Z]{2}")
        && !COUNTRIES.contains(country.stringValue())) {
      fault(
          pointer + "/country",
          "unassigned-country",
          "ISO 3166-1 assigns no country to this code. Allowed: an assigned alpha-2 code, such as AL"
              + " or FR.");
    }
    checkCites(pointer, item.path("statements"));
  }

  private void checkDate(String pointer, JsonNode value) {
    if (!value.isString() || !schema.isDate(pointer)) {
      return;
    }
    String text = value.stringValue();
    if (!text.matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?")) {
      return;
    }
    if (Integer.parseInt(text.substring(0, 4)) > LATEST_YEAR) {
      fault(pointer, "no-such-date", "Dates are read from 1900 to 2100.");
    } else if (date(text).isEmpty()) {
      fault(
          pointer,
          "no-such-date",
          "This day or month does not exist in the Gregorian calendar. Allowed: YYYY, YYYY-MM or"
              + " YYYY-MM-DD, a real date from 1900 to 2100, with ~, ? or % at its end where"
              + " needed.");
    }
  }

  private void checkOrder(String pointer, JsonNode item) {
    Optional<RecordedDate> from = date(item.path("from").asString(""));
    String end = item.path("to").asString("");
    Optional<RecordedDate> to =
        end.equals("present") ? Optional.of(RecordedDate.day("", asOf)) : date(end);
    if (from.isPresent() && to.isPresent() && to.get().last().isBefore(from.get().first())) {
      fault(
          pointer + "/to",
          "ends-before-it-begins",
          "This ends before it begins: 'to' lies wholly before 'from'"
              + (end.equals("present") ? " ('present' is the day of the profile, asOf)." : "."));
    }
  }

  private static Optional<RecordedDate> date(String text) {
    try {
      return text.matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?")
          ? Optional.of(RecordedDate.parse("", text))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void checkCites(String pointer, JsonNode cites) {
    Set<String> ids = new HashSet<>();
    profile.path("statements").forEach(statement -> ids.add(statement.path("id").asString("")));
    for (int i = 0; cites.isArray() && i < cites.size(); i++) {
      if (cites.get(i).isString() && !ids.contains(cites.get(i).stringValue())) {
        fault(
            pointer + "/statements/" + i,
            "unknown-statement",
            "No statement of the profile has this id. Every cited id must stand under /statements."
                + NearMiss.sentence(cites.get(i).stringValue(), ids));
      }
    }
  }

  private void checkNotStated() {
    for (Map.Entry<String, JsonNode> entry : profile.path("notStated").properties()) {
      String pointer = entry.getKey();
      if (pointer.length() <= 100 && pointer.matches("(/[A-Za-z0-9]+){1,6}")) {
        checkNotStated(Pointers.child("/notStated", pointer), pointer);
      }
    }
  }

  private void checkNotStated(String place, String pointer) {
    int slash = pointer.lastIndexOf('/');
    String parent = pointer.substring(0, slash);
    String field = pointer.substring(slash + 1);
    JsonNode holder = parent.isEmpty() ? profile : profile.at(parent);
    JsonNode value = profile.at(pointer);
    boolean isField =
        holder.isObject()
            && schema.fieldsAt(parent).filter(fields -> fields.contains(field)).isPresent();
    if (!isField && value.isMissingNode()) {
      List<String> known =
          holder.isObject() ? schema.fieldsAt(parent).orElse(List.of()) : List.of();
      fault(
          place,
          "not-stated-pointer",
          "This pointer leads nowhere. Allowed: a fact group, a field that is absent or null, or a"
              + " list with items in it."
              + NearMiss.sentence(field, known));
    } else if (value.isArray() && value.isEmpty()) {
      fault(
          place,
          "not-stated-pointer",
          "This pointer names an empty list, and an empty list states 'none'. Leave the list out, or"
              + " leave this entry out.");
    } else if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
      fault(
          place,
          "not-stated-pointer",
          "This pointer names something that is stated. Allowed: a fact group, a field that is absent"
              + " or null, or a list with items in it.");
    }
  }

  private void fault(String pointer, String code, String message) {
    faults.add(new Fault(pointer, code, message));
  }
}
