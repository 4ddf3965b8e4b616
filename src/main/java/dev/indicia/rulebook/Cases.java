package dev.indicia.rulebook;

import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.Fault;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Item;
import dev.indicia.profile.Missing;
import dev.indicia.profile.NearMiss;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import dev.indicia.rulebook.IndicatorReading.Status;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cases beside each rule, {@code indicators/<id>/cases.json}: small profiles with the reading
 * that each must give. Every rule must be seen to conclude 'true' in one of them, since a slip in a
 * rule's text can compile and never fire.
 */
final class Cases {
  /** The day of a case that names none. */
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static final List<String> STATUSES =
      Arrays.stream(Status.values()).map(Status::code).toList();

  private static final Pattern RULE = Pattern.compile("[Rr]ule \"([^\"]+)\"");

  private final RulebookFiles files;
  private final Rules rules;
  private final Map<String, String> places;
  private final NeutralityCheck neutrality;
  private final ProfileReader reader;
  private final Consumer<Problem> problems;

  /** Rules that ended in an exception. */
  private final Set<String> failed = new TreeSet<>();

  /**
   * Cases to be run.
   *
   * @param places the place of each rule, by its name
   */
  Cases(
      RulebookFiles files,
      Rules rules,
      Map<String, String> places,
      ProfileReader reader,
      NeutralityCheck neutrality,
      Consumer<Problem> problems) {
    this.files = files;
    this.rules = rules;
    this.places = places;
    this.neutrality = neutrality;
    this.reader = reader;
    this.problems = problems;
  }

  /** The file that holds the cases of an indicator. */
  static String fileOf(String indicator) {
    return "indicators/" + indicator + "/cases.json";
  }

  /** Runs the cases of an indicator. */
  void run(Indicator indicator) {
    String file = fileOf(indicator.id());
    Optional<List<JsonRecord>> cases = JsonRecord.listOf(files, file, problems);
    if (cases.isEmpty() || !cases.get().stream().allMatch(JsonRecord::isObject)) {
      return;
    }
    Set<String> stated = new TreeSet<>();
    Set<String> fired = new TreeSet<>();
    for (JsonRecord in : cases.get()) {
      run(indicator, in, stated, fired);
    }
    for (String status : STATUSES) {
      if (!stated.contains(status)) {
        problems.accept(
            new Problem(
                file,
                "no-case",
                "No case here is '" + status + "'. Write one for each of the three."));
      }
    }
    for (Rule rule : indicator.rules()) {
      if (failed.isEmpty() && !fired.contains(rule.name())) {
        problems.accept(
            new Problem(
                rule.file() + "#" + rule.firstLine(),
                "never-fires",
                "Rule '"
                    + rule.name()
                    + "' is true in no case. Write a matched case for it, and see that it fires."));
      }
    }
  }

  private void run(Indicator indicator, JsonRecord in, Set<String> stated, Set<String> fired) {
    neutrality.check(in.place("case"), in.text("case"));
    String status = in.text("status");
    List<String> facts = in.texts("facts");
    List<String> missing = in.texts("missing");
    Optional<JsonNode> recorded = in.tree("profile");
    in.nothingElse();
    stated.add(status);
    if (!status.isEmpty() && !STATUSES.contains(status)) {
      in.problem(
          "status",
          "not-allowed",
          "This is no status. Allowed: "
              + String.join(", ", STATUSES)
              + "."
              + NearMiss.sentence(status, STATUSES));
      return;
    }
    Optional<Profile> profile = recorded.flatMap(tree -> profile(indicator, in, tree));
    if (status.isEmpty() || profile.isEmpty()) {
      return;
    }
    IndicatorReading reading;
    try {
      reading =
          IndicatorReading.of(
              rules.findings(profile.get()).getOrDefault(indicator.id(), List.of()));
      fired.addAll(rules.firing(profile.get()));
    } catch (RuntimeException e) {
      reportFailure(in, e);
      return;
    }
    List<String> differences = new ArrayList<>();
    differ(differences, "the status is", status, reading.status().code());
    differ(
        differences,
        "the facts are",
        facts,
        reading.witnesses().stream().map(Item::pointer).toList());
    differ(
        differences,
        "missing are",
        missing,
        reading.missing().stream().map(Missing::pointer).toList());
    if (!differences.isEmpty()) {
      problems.accept(
          new Problem(
              in.place(),
              "case-differs",
              "By the rules, "
                  + String.join("; ", differences)
                  + ". Correct the rule or the case."));
    }
  }

  private Optional<Profile> profile(Indicator indicator, JsonRecord in, JsonNode recorded) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("profileVersion", 1);
    document.put("caseReference", indicator.id());
    document.put("kind", "synthetic");
    recorded.properties().forEach(p -> document.set(p.getKey(), p.getValue()));
    try {
      return Optional.of(reader.read(document.toString().getBytes(StandardCharsets.UTF_8), DAY));
    } catch (MalformedJsonException e) {
      in.problem("profile", e.code(), String.valueOf(e.getMessage()));
    } catch (InvalidProfileException e) {
      for (Fault fault : e.faults()) {
        problems.accept(
            new Problem(in.place("profile") + fault.pointer(), fault.code(), fault.message()));
      }
    }
    return Optional.empty();
  }

  /** Every rule is run on every case: one that fails is reported once. */
  private void reportFailure(JsonRecord in, RuntimeException e) {
    Matcher named = RULE.matcher(String.valueOf(e.getMessage()));
    String rule = named.find() ? named.group(1) : "";
    if (failed.add(rule)) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      problems.accept(
          new Problem(
              places.getOrDefault(rule, "indicators"),
              "rule-fails",
              (rule.isEmpty() ? "A rule" : "Rule '" + rule + "'")
                  + " ends in "
                  + cause.getClass().getSimpleName()
                  + " on the case "
                  + in.place()
                  + ". A condition gives true, false or open for every item: ask with is(), includes()"
                  + " or isBefore()."));
    }
  }

  private static void differ(
      List<String> differences, String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      differences.add(what + " " + actual + ", the case says " + expected);
    }
  }
}
