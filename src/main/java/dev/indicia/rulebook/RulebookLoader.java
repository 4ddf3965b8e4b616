package dev.indicia.rulebook;

import dev.indicia.json.CanonicalJson;
import dev.indicia.profile.NearMiss;
import dev.indicia.profile.ProfileReader;
import dev.indicia.source.Excerpt;
import dev.indicia.source.Source;
import dev.indicia.source.SourceLibrary;
import dev.indicia.vocabulary.Term;
import dev.indicia.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Loads a rulebook: reads its files, compiles its rules, runs their cases, and reports every
 * problem at once. A rulebook that loads is whole.
 */
public final class RulebookLoader {
  /** The form of an id. */
  static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final Pattern READ_FILES =
      Pattern.compile(
          "rulebook\\.json|disagreements\\.json|[^/]+\\.drl|(?:vocabulary|sources)/[^/]+\\.json"
              + "|indicators/[^/]+/(?:indicator\\.json|rule\\.drl|cases\\.json)");

  private final RulebookFiles files;
  private final Set<Problem> problems = new TreeSet<>();
  private final NeutralityCheck neutrality = new NeutralityCheck(problems::add);

  private final boolean checked;
  private final Function<List<Vocabulary.Part>, Vocabulary> vocabularyOf;

  private RulebookLoader(
      RulebookFiles files,
      boolean checked,
      Function<List<Vocabulary.Part>, Vocabulary> vocabularyOf) {
    this.files = files;
    this.checked = checked;
    this.vocabularyOf = vocabularyOf;
  }

  /**
   * Loads the rulebook that these files make.
   *
   * @throws InvalidRulebookException with every problem, if there is one
   */
  public static Rulebook load(RulebookFiles files) throws InvalidRulebookException {
    return load(files, problem -> new RuleCompiler(files, problem));
  }

  /**
   * Loads the rulebook that these files make.
   *
   * @param rules where its rules come from, if what is wrong with them is told
   */
  static Rulebook load(RulebookFiles files, Function<Consumer<Problem>, RuleBase> rules)
      throws InvalidRulebookException {
    RulebookLoader loader = new RulebookLoader(files, false, Vocabulary::of);
    return loader.loadOrRefuse(rules.apply(loader.problems::add));
  }

  /**
   * Loads a rulebook that was checked when its bundle was made.
   *
   * @param vocabularyOf joins the parts of its vocabulary
   */
  static Rulebook loadChecked(
      RulebookFiles files, RuleBase rules, Function<List<Vocabulary.Part>, Vocabulary> vocabularyOf)
      throws InvalidRulebookException {
    return new RulebookLoader(files, true, vocabularyOf).loadOrRefuse(rules);
  }

  private Rulebook loadOrRefuse(RuleBase rules) throws InvalidRulebookException {
    // Without the register every other file would be reported for the want of it.
    Optional<Rulebook> rulebook =
        JsonRecord.of(files, "rulebook.json", problems::add).flatMap(in -> load(in, rules));
    if (rulebook.isEmpty() || !problems.isEmpty()) {
      throw new InvalidRulebookException(List.copyOf(problems));
    }
    return rulebook.get();
  }

  private Optional<Rulebook> load(JsonRecord in, RuleBase ruleBase) {
    String id = in.text("id");
    String version = in.text("version");
    String title = in.text("title");
    String notice = in.text("notice");
    List<Theme> themes = themes(in);
    List<String> sourceIds = withoutDuplicates(in, in.texts("sources"));
    in.nothingElse();

    Set<String> unreadableKinds = new TreeSet<>();
    Vocabulary vocabulary =
        vocabularyOf.apply(VocabularyFiles.read(files, unreadableKinds, problems::add));
    List<Source> sources = new SourceFiles(files, problems::add).read(sourceIds);
    List<Disagreement> disagreements = disagreements();
    List<Indicator> indicators = indicators(themes, ruleBase, sources);
    List<String> ids = indicators.stream().map(Indicator::id).toList();
    if (!checked) {
      VocabularyFiles.check(vocabulary, problems::add);
      checkFiles();
      checkRuleNames(indicators);
      Set<String> unreadableSources = new TreeSet<>(sourceIds);
      unreadableSources.addAll(SourceFiles.idsIn(files));
      sources.forEach(source -> unreadableSources.remove(source.id()));
      new CorpusCheck(vocabulary, unreadableKinds, ids, unreadableSources, problems::add)
          .check(sources, disagreements);
      neutrality.check("rulebook.json#/title", title);
      neutrality.check("rulebook.json#/notice", notice);
      checkNeutrality(themes, indicators, vocabulary);
      checkTopics(disagreements, new SourceLibrary(sources));
    }
    Optional<Rules> compiled = ruleBase.rules();
    if (compiled.isEmpty()) {
      // No case can be run, but what is wrong with their files is told.
      ids.forEach(indicator -> JsonRecord.listOf(files, Cases.fileOf(indicator), problems::add));
    }
    return compiled.map(
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
          // A name that cannot be read resolves to nothing, and every case with it would
          // differ.
          if (!checked && unreadableKinds.isEmpty()) {
            runCases(rulebook);
          }
          return rulebook;
        });
  }

  private void runCases(Rulebook rulebook) {
    Map<String, String> places = new HashMap<>();
    for (Indicator indicator : rulebook.indicators()) {
      indicator.rules().forEach(rule -> places.put(rule.name(), placeOf(rule)));
    }
    Cases cases =
        new Cases(
            files,
            rulebook.rules(),
            places,
            new ProfileReader(rulebook.terms()),
            neutrality,
            problems::add);
    if (problems.stream().anyMatch(problem -> problem.code().equals("wrong-finding"))) {
      // It would be a finding in the cases of another indicator.
      return;
    }
    for (Indicator indicator : rulebook.indicators()) {
      if (indicator.rules().isEmpty()) {
        // That a rule is missing is told; that its cases differ is no news.
        JsonRecord.listOf(files, Cases.fileOf(indicator.id()), problems::add);
      } else {
        cases.run(indicator);
      }
    }
  }

  private List<Theme> themes(JsonRecord in) {
    List<Theme> themes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonRecord theme : in.objects("themes")) {
      themes.add(new Theme(theme.text("id"), theme.text("label"), theme.texts("indicators")));
      if (!ids.add(themes.get(themes.size() - 1).id())) {
        theme.problem("id", "duplicate-id", "Another theme has this id. Rename one of them.");
      }
      theme.nothingElse();
    }
    if (themes.stream().allMatch(theme -> theme.indicators().isEmpty())) {
      in.problem(
          "themes", "no-indicator", "No theme lists an indicator. List those of the rulebook.");
    }
    return themes;
  }

  private static List<String> withoutDuplicates(JsonRecord in, List<String> sources) {
    Set<String> ids = new LinkedHashSet<>();
    for (String id : sources) {
      if (!ids.add(id)) {
        in.problem("sources", "duplicate-id", "Source '" + id + "' is listed twice. Keep one.");
      }
    }
    return List.copyOf(ids);
  }

  private List<Disagreement> disagreements() {
    if (files.bytes("disagreements.json").isEmpty()) {
      return List.of();
    }
    List<Disagreement> disagreements = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonRecord in :
        JsonRecord.listOf(files, "disagreements.json", problems::add).orElse(List.of())) {
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
        if (!ID.matcher(id).matches()) {
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
    String label = "";
    String definition = "";
    Indicator.Review review = new Indicator.Review("not-reviewed", null);
    Optional<JsonRecord> file =
        JsonRecord.of(files, "indicators/" + id + "/indicator.json", problems::add);
    if (file.isPresent()) {
      JsonRecord in = file.get();
      label = in.text("label");
      definition = in.text("definition");
      review = in.object("review").map(RulebookLoader::review).orElse(review);
      in.nothingElse();
    }
    return new Indicator(id, theme, label, definition, review, ruleBase.rulesOf(id), passages);
  }

  private static Indicator.Review review(JsonRecord in) {
    Indicator.Review review = new Indicator.Review(in.text("state"), in.optionalText("on"));
    if (!review.state().isEmpty()
        && !List.of("not-reviewed", "reviewed").contains(review.state())) {
      in.problem("state", "not-allowed", "This is no state. Allowed: not-reviewed, reviewed.");
    }
    in.nothingElse();
    return review;
  }

  /** A folder of an indicator that is not registered would never be read. */
  private void checkFolders(Set<String> registered) {
    Set<String> strays = new TreeSet<>();
    for (String name : files.names()) {
      String[] parts = name.split("/", -1);
      if (parts.length == 3 && parts[0].equals("indicators") && !registered.contains(parts[1])) {
        strays.add(parts[1]);
      }
    }
    for (String stray : strays) {
      problem(
          "indicators/" + stray,
          "unknown-indicator",
          "'"
              + stray
              + "' is not in the register. List it in rulebook.json, or remove its folder."
              + NearMiss.sentence(stray, registered));
    }
  }

  /** A file that nothing reads says something that nobody sees. */
  private void checkFiles() {
    for (String name : files.names()) {
      if (!READ_FILES.matcher(name).matches()) {
        problem(
            name,
            "unknown-file",
            "A rulebook has no such file. Known: rulebook.json, disagreements.json, *.drl,"
                + " vocabulary/<kind>.json, sources/<id>.json, and in indicators/<id>:"
                + " indicator.json, rule.drl, cases.json. Rename it, or take it out.");
      }
    }
  }

  private void checkRuleNames(List<Indicator> indicators) {
    Map<String, String> places = new HashMap<>();
    for (Indicator indicator : indicators) {
      for (Rule rule : indicator.rules()) {
        String other = places.putIfAbsent(rule.name(), placeOf(rule));
        if (other != null) {
          problem(
              placeOf(rule),
              "duplicate-rule",
              "The rule at "
                  + other
                  + " has the same name. The name is the rule's sentence: reword it.");
        }
      }
    }
  }

  private static String placeOf(Rule rule) {
    return rule.file() + "#" + rule.firstLine();
  }

  private void checkNeutrality(
      List<Theme> themes, List<Indicator> indicators, Vocabulary vocabulary) {
    for (int i = 0; i < themes.size(); i++) {
      neutrality.check("rulebook.json#/themes/" + i + "/label", themes.get(i).label());
    }
    for (Indicator indicator : indicators) {
      String file = "indicators/" + indicator.id() + "/indicator.json#/";
      neutrality.check(file + "label", indicator.label());
      neutrality.check(file + "definition", indicator.definition());
      indicator.rules().forEach(rule -> neutrality.check(placeOf(rule), rule.name()));
    }
    for (String kind : vocabulary.kinds()) {
      for (Term term : vocabulary.terms(kind)) {
        neutrality.check("vocabulary/" + kind + ".json#" + term.code(), term.label());
      }
    }
  }

  private void checkTopics(List<Disagreement> disagreements, SourceLibrary library) {
    for (Disagreement disagreement : disagreements) {
      String place = "disagreements.json#" + disagreement.id();
      List<String> passages =
          disagreement.excerpts().stream()
              .flatMap(id -> library.excerpt(id).stream())
              .map(Excerpt::exact)
              .toList();
      if (passages.size() == disagreement.excerpts().size()) {
        neutrality.checkTopic(place, disagreement.topic(), passages);
      } else {
        // A quotation may be of the passage that is not there, which is reported by itself.
        neutrality.check(place, disagreement.topic());
      }
    }
  }

  private void problem(String place, String code, String message) {
    problems.add(new Problem(place, code, message));
  }
}
