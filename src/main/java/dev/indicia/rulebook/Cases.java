package dev.indicia.rulebook;

import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.Fault;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Item;
import dev.indicia.profile.Missing;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import dev.indicia.rulebook.IndicatorReading.Status;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The cases beside each rule, {@code indicators/<id>/cases.json}: small profiles with the reading
 * that each must give. Every rule must be seen to conclude 'true' in one of them, since a slip in a
 * rule's text can compile and never fire.
 */
final class Cases {
  /** The day of a case that names none. */
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private final RulebookFiles files;
  private final Rules rules;
  private final ProfileReader reader;
  private final Consumer<Problem> problems;

  Cases(RulebookFiles files, Rules rules, ProfileReader reader, Consumer<Problem> problems) {
    this.files = files;
    this.rules = rules;
    this.reader = reader;
    this.problems = problems;
  }

  /** Runs the cases of an indicator. */
  void run(Indicator indicator) {
    String file = "indicators/" + indicator.id() + "/cases.json";
    Set<Status> seen = new TreeSet<>();
    Set<String> fired = new TreeSet<>();
    for (JsonRecord in : JsonRecord.listOf(files, file, problems)) {
      run(indicator, in, seen, fired);
    }
    for (Status status : Status.values()) {
      if (!seen.contains(status)) {
        problems.accept(
            new Problem(
                file,
                "no-case",
                "No case here gives '" + status.code() + "'. Write one for each of the three."));
      }
    }
    for (Rule rule : indicator.rules()) {
      if (!fired.contains(rule.name())) {
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

  private void run(Indicator indicator, JsonRecord in, Set<Status> seen, Set<String> fired) {
    in.text("case");
    String status = in.text("status");
    List<String> facts = in.texts("facts");
    List<String> missing = in.texts("missing");
    Map<String, Object> document = new TreeMap<>();
    document.put("profileVersion", 1);
    document.put("caseReference", indicator.id());
    document.put("kind", "synthetic");
    in.tree("profile").properties().forEach(p -> document.put(p.getKey(), p.getValue()));
    in.nothingElse();
    Profile profile;
    try {
      profile = reader.read(CanonicalJson.write(document).getBytes(StandardCharsets.UTF_8), DAY);
    } catch (MalformedJsonException e) {
      in.problem("profile", e.code(), String.valueOf(e.getMessage()));
      return;
    } catch (InvalidProfileException e) {
      for (Fault fault : e.faults()) {
        in.problem("profile" + fault.pointer(), fault.code(), fault.message());
      }
      return;
    }
    IndicatorReading reading =
        IndicatorReading.of(rules.findings(profile).getOrDefault(indicator.id(), List.of()));
    fired.addAll(rules.firing(profile));
    seen.add(reading.status());
    List<String> differences = new ArrayList<>();
    differ(differences, "status", status, reading.status().code());
    differ(differences, "facts", facts, reading.witnesses().stream().map(Item::pointer).toList());
    differ(
        differences, "missing", missing, reading.missing().stream().map(Missing::pointer).toList());
    if (!differences.isEmpty()) {
      problems.accept(
          new Problem(
              in.place(),
              "case-differs",
              String.join("; ", differences) + ". Correct the rule or the case."));
    }
  }

  private static void differ(
      List<String> differences, String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      differences.add(what + " is " + actual + ", the case says " + expected);
    }
  }
}
