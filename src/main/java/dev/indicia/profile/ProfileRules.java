package dev.indicia.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The rules for profiles that no schema can state: dates that exist, intervals that do not end
 * before they begin, assigned country codes, statements that are there, {@code notStated} pointers
 * that lead somewhere. Passes over what the schema refuses, so that all faults come at once.
 */
final class ProfileRules {
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2100;
  private static final List<String> DATES = List.of("from", "to", "date", "fateDate");

  /** The dates that the schema passes, whether they exist or not. */
  private static final Pattern DATE =
      Pattern.compile("(19|20|21)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?");

  private static final Pattern POINTER = Pattern.compile("(/[A-Za-z0-9]+){1,6}");

  private static final int LONGEST_POINTER = 100;

  private static final int LONGEST_STATEMENT_ID = 32;

  /** The schema refuses longer lists: what follows is not looked at. */
  private static final int MOST_ENTRIES = 200;

  /** From this many faults on, no near miss is looked for among statements. */
  private static final int MOST_SUGGESTIONS = 100;

  private final ProfileSchema schema;
  private final JsonNode profile;
  private final LocalDate asOf;
  private final List<Fault> faults = new ArrayList<>();

  /** Index of the first statement of each id. */
  private final Map<String, Integer> statements = new LinkedHashMap<>();

  private ProfileRules(ProfileSchema schema, JsonNode profile, LocalDate asOf) {
    this.schema = schema;
    this.profile = profile;
    this.asOf = asOf;
  }

  /**
   * The day that a profile states as {@code asOf}, if it states one.
   *
   * @param faults receives the fault of a day that does not exist, or is of another calendar
   */
  static Optional<LocalDate> asOf(JsonNode profile, List<Fault> faults) {
    String recorded = profile.path("asOf").asString("");
    if (!recorded.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(recorded);
      if (day.getYear() >= EARLIEST_YEAR) {
        return Optional.of(day);
      }
      faults.add(
          new Fault(
              "/asOf",
              "year-out-of-range",
              "This day is too early. Allowed: YYYY-MM-DD, a real day from 1900 on."
                  + CalendarHint.sentence(recorded)));
    } catch (DateTimeException e) {
      faults.add(
          new Fault(
              "/asOf",
              "no-such-date",
              "This day does not exist in the Gregorian calendar. Allowed: YYYY-MM-DD, a real day."
                  + CalendarHint.sentence(recorded)));
    }
    return Optional.empty();
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
      for (int i = 0; items.isArray() && i < Math.min(items.size(), MOST_ENTRIES); i++) {
        rules.checkItem(group.pointer() + "/" + i, items.get(i));
      }
    }
    rules.checkNotStated();
    return rules.faults;
  }

  private void checkStatements() {
    JsonNode recorded = profile.path("statements");
    for (int i = 0; recorded.isArray() && i < Math.min(recorded.size(), MOST_ENTRIES); i++) {
      String pointer = "/statements/" + i;
      JsonNode statement = recorded.get(i);
      checkDate(Pointers.child(pointer, "date"), statement.path("date"));
      if (statement.path("id").isString()) {
        Integer first = statements.putIfAbsent(statement.get("id").stringValue(), i);
        if (first != null) {
          fault(
              pointer + "/id",
              "duplicate-statement",
              "The statement at /statements/" + first + " has this id too. Each id stands once.");
        }
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
        && !Countries.isAssigned(country.stringValue())) {
      fault(
          pointer + "/country",
          "unassigned-country",
          "ISO 3166-1 assigns no country to this code. Allowed: an assigned alpha-2 code, such as FR"
              + " or SE."
              + Countries.sentence(country.stringValue()));
    }
    checkCites(pointer, item.path("statements"));
  }

  private void checkDate(String pointer, JsonNode value) {
    if (!value.isString() || !schema.isDate(pointer)) {
      return;
    }
    String text = value.stringValue();
    if (!DATE.matcher(text).matches()) {
      return;
    }
    if (Integer.parseInt(text.substring(0, 4)) > LATEST_YEAR) {
      fault(
          pointer, "year-out-of-range", "This date is too late. Allowed: dates from 1900 to 2100.");
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
        end.equals("present") && schema.valuesAt(pointer + "/to").contains(end)
            ? Optional.of(RecordedDate.day("", asOf))
            : date(end);
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
      return DATE.matcher(text).matches()
          ? Optional.of(RecordedDate.parse("", text))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void checkCites(String pointer, JsonNode cites) {
    for (int i = 0; cites.isArray() && i < Math.min(cites.size(), MOST_ENTRIES); i++) {
      String id = cites.get(i).asString("");
      if (cites.get(i).isString()
          && id.length() <= LONGEST_STATEMENT_ID
          && !statements.containsKey(id)) {
        // An id is a value of the profile: the message names its place instead. Thousands of
        // unknown
        // ids are no slips, and comparing each with every known one would take seconds.
        Set<String> known = faults.size() < MOST_SUGGESTIONS ? statements.keySet() : Set.of();
        String near =
            NearMiss.of(id, known)
                .map(statements::get)
                .map(index -> " Did you mean the one at /statements/" + index + "?")
                .orElse("");
        fault(
            pointer + "/statements/" + i,
            "unknown-statement",
            "No statement of the profile has this id. Every cited id must stand under /statements."
                + near);
      }
    }
  }

  private void checkNotStated() {
    for (Map.Entry<String, JsonNode> entry : profile.path("notStated").properties()) {
      String pointer = entry.getKey();
      String place = Pointers.child("/notStated", ProfileSchema.shortenedKey(pointer));
      if (pointer.length() <= LONGEST_POINTER && POINTER.matcher(pointer).matches()) {
        checkNotStated(place, pointer);
      } else {
        List<String> groups = Arrays.stream(FactGroup.values()).map(FactGroup::pointer).toList();
        fault(
            place,
            "not-stated-pointer",
            "This key is no pointer that is read. Allowed: one to six segments of letters and"
                + " digits, each after a slash, at most 100 characters in all, such as /familyTies"
                + " or /proceedings/0/court."
                + NearMiss.sentence(pointer, groups));
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
