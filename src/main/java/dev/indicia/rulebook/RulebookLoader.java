package dev.indicia.rulebook;

import dev.indicia.json.CanonicalJson;
import dev.indicia.profile.NearMiss;
import dev.indicia.profile.ProfileReader;
import dev.indicia.source.Excerpt;
import dev.indicia.source.Source;
import dev.indicia.source.SourceLibrary;
import dev.indicia.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Loads a rulebook: reads its files, compiles its rules, runs their cases, and reports every
 * problem at once. A rulebook that loads is whole.
 */
public final class RulebookLoader {
  private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

  private final RulebookFiles files;
  private final Set<Problem> problems = new TreeSet<>();

  private final boolean checked;

  private RulebookLoader(RulebookFiles files, boolean checked) {
    this.files = files;
    this.checked = checked;
  }

  /**
   * Loads the rulebook that these files make.
   *
   * @throws InvalidRulebookException with every problem, if there is one
   */
  public static Rulebook load(RulebookFiles files) throws InvalidRulebookException {
    RulebookLoader loader = new RulebookLoader(files, false);
    return loader.loadOrRefuse(new RuleCompiler(files, loader.problems::add));
  }

  /** Loads a rulebook that was checked when its bundle was made. */
  static Rulebook loadChecked(RulebookFiles files, RuleBase rules) throws InvalidRulebookException {
    return new RulebookLoader(files, true).loadOrRefuse(rules);
  }

  private Rulebook loadOrRefuse(RuleBase rules) throws InvalidRulebookException {
    Optional<Rulebook> rulebook = load(rules);
    if (rulebook.isEmpty() || !problems.isEmpty()) {
      throw new InvalidRulebookException(List.copyOf(problems));
    }
    return rulebook.get();
  }

  private Optional<Rulebook> load(RuleBase ruleBase) {
    JsonRecord in = JsonRecord.of(files, "rulebook.json", problems::add);
    String id = in.text("id");
    String version = in.text("version");
    String title = in.text("title");
    String notice = in.text("notice");
    List<Theme> themes = themes(in);
    List<String> sourceIds = in.texts("sources");
    in.nothingElse();

    Vocabulary vocabulary = VocabularyFiles.read(files, problems::add);
    List<Source> sources = new SourceFiles(files, problems::add).read(sourceIds);
    List<Disagreement> disagreements = disagreements();
    List<Indicator> indicators = indicators(themes, ruleBase, sources);
    List<String> ids = indicators.stream().map(Indicator::id).toList();
    if (!checked) {
      VocabularyFiles.check(vocabulary, problems::add);
      checkRuleNames(indicators);
      new CorpusCheck(vocabulary, ids, problems::add).check(sources, disagreements);
    }
    return ruleBase
        .kieBase()
        .map(Rules::new)
        .map(
            rules -> {
              SortedMap<String, String> hashes = files.hashes();
              Rulebook rulebook =
                  new Rulebook(
                      id,
                      version,
                      title,
                      notice,
                      CanonicalJson.sha256(hashes),
                      hashes,
                      themes,
                      indicators,
                      vocabulary,
                      new SourceLibrary(sources),
                      disagreements,
                      rules);
              if (!checked) {
                Cases cases =
                    new Cases(files, rules, new ProfileReader(rulebook.terms()), problems::add);
                indicators.forEach(cases::run);
              }
              return rulebook;
            });
  }

  private List<Theme> themes(JsonRecord in) {
    List<Theme> themes = new ArrayList<>();
    for (JsonRecord theme : in.objects("themes")) {
      themes.add(new Theme(theme.text("id"), theme.text("label"), theme.texts("indicators")));
      theme.nothingElse();
    }
    return themes;
  }

  private List<Disagreement> disagreements() {
    if (files.bytes("disagreements.json").isEmpty()) {
      return List.of();
    }
    List<Disagreement> disagreements = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonRecord in : JsonRecord.listOf(files, "disagreements.json", problems::add)) {
      Disagreement disagreement =
          new Disagreement(in.text("id"), in.text("topic"), in.texts("excerpts"));
      in.nothingElse();
      if (!ids.add(disagreement.id())) {
        in.problem("id", "duplicate-id", "Another disagreement has this id. Rename one of them.");
      }
      disagreements.add(disagreement);
    }
    return disagreements;
  }

  private List<Indicator> indicators(List<Theme> themes, RuleBase ruleBase, List<Source> sources) {
    Map<String, List<Indicator.Passage>> passages = new HashMap<>();
    for (Source source : sources) {
      for (Excerpt excerpt : source.excerpts()) {
        for (Excerpt.Link link : excerpt.links()) {
          passages
              .computeIfAbsent(link.indicator(), key -> new ArrayList<>())
              .add(new Indicator.Passage(excerpt, link));
        }
      }
    }
    List<Indicator> indicators = new ArrayList<>();
    Set<String> registered = new TreeSet<>();
    for (Theme theme : themes) {
      for (String id : theme.indicators()) {
        if (!id.matches(ID)) {
          problem(
              "rulebook.json",
              "indicator-id",
              "'" + id + "' is no id. Allowed: words in small letters joined by hyphens.");
        } else if (registered.add(id)) {
          indicators.add(indicator(id, theme.id(), ruleBase, passages.getOrDefault(id, List.of())));
        } else {
          problem("rulebook.json", "duplicate-id", "Indicator '" + id + "' is registered twice.");
        }
      }
    }
    checkFolders(registered);
    return indicators;
  }

  private Indicator indicator(
      String id, String theme, RuleBase ruleBase, List<Indicator.Passage> passages) {
    JsonRecord in = JsonRecord.of(files, "indicators/" + id + "/indicator.json", problems::add);
    String label = in.text("label");
    String definition = in.text("definition");
    Indicator.Review review = new Indicator.Review("not-reviewed", null);
    Optional<JsonRecord> recorded = in.object("review");
    if (recorded.isPresent()) {
      JsonRecord state = recorded.get();
      review = new Indicator.Review(state.text("state"), state.optionalText("on"));
      if (!List.of("not-reviewed", "reviewed").contains(review.state())) {
        state.problem("state", "not-allowed", "Allowed: not-reviewed, reviewed.");
      }
      state.nothingElse();
    }
    in.nothingElse();
    return new Indicator(id, theme, label, definition, review, ruleBase.rulesOf(id), passages);
  }

  /** A folder of an indicator that is not registered would never be read. */
  private void checkFolders(Set<String> registered) {
    for (String name : files.names()) {
      String[] parts = name.split("/", -1);
      if (parts.length == 3 && parts[0].equals("indicators") && !registered.contains(parts[1])) {
        problem(
            name,
            "unknown-indicator",
            "'"
                + parts[1]
                + "' is not in the register. List it in rulebook.json, or remove its folder."
                + NearMiss.sentence(parts[1], registered));
      }
    }
  }

  private void checkRuleNames(List<Indicator> indicators) {
    Map<String, String> places = new HashMap<>();
    for (Indicator indicator : indicators) {
      for (Rule rule : indicator.rules()) {
        String other = places.putIfAbsent(rule.name(), rule.file());
        if (other != null) {
          problem(
              rule.file() + "#" + rule.firstLine(),
              "duplicate-rule",
              "A rule in "
                  + other
                  + " has the same name. The name is the rule's sentence: reword it.");
        }
      }
    }
  }

  private void problem(String place, String code, String message) {
    problems.add(new Problem(place, code, message));
  }
}
