package dev.indicia.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.indicia.json.CanonicalJson;
import dev.indicia.profile.FactGroup;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.rulebook.RulebookFiles;
import dev.indicia.rulebook.RulebookLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A rulebook of an invented country, of any size: indicators of the shapes of the real ones, whose
 * codes and days differ from round to round, and passages. Its profile is the same at every size,
 * and as many passages are linked to it.
 */
final class GeneratedRulebook {
  /** The passages on indicators that the profile meets. */
  static final int LINKED_PASSAGES = 240;

  private static final String FOLDER = "/benchmark/veldmark/";
  private static final Shape[] SHAPES = Shape.values();
  private static final int PASSAGES_OF_A_SOURCE = 500;

  private static final String NOTICE =
      "This is an evidence summary. It reaches no conclusion and gives no advice; the person who"
          + " reads it decides.";

  private final int indicators;
  private final int passages;

  /**
   * A rulebook.
   *
   * @param indicators how many; three rounds of shapes, 45, at the least
   * @param passages how many; {@link #LINKED_PASSAGES} at the least
   */
  GeneratedRulebook(int indicators, int passages) {
    this.indicators = indicators;
    this.passages = passages;
  }

  /** The profile that it is read for, of 25 items. */
  static byte[] profile() throws IOException {
    return resource("profile.json");
  }

  /** Its conditions in plain Java. */
  PlainRules plainRules() {
    List<PlainRules.PlainRule> rules = new ArrayList<>();
    for (int i = 0; i < indicators; i++) {
      rules.add(shape(i).plain(id(i), round(i)));
    }
    return new PlainRules(rules);
  }

  /** Writes it into a folder of its own, and loads it as any other: checked, its cases run. */
  Rulebook load() throws IOException, InvalidRulebookException {
    Path folder = Files.createTempDirectory("indicia-generated");
    try {
      write(folder);
      return RulebookLoader.load(RulebookFiles.in(folder));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static Shape shape(int indicator) {
    return SHAPES[indicator % SHAPES.length];
  }

  private static int round(int indicator) {
    return indicator / SHAPES.length;
  }

  private static String id(int indicator) {
    return shape(indicator).id() + "-" + round(indicator);
  }

  private void write(Path folder) throws IOException {
    Files.write(folder.resolve("definitions.drl"), resource("definitions.drl"));
    writeVocabulary(folder);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < indicators; i++) {
      ids.add(id(i));
      writeIndicator(folder.resolve("indicators").resolve(id(i)), i);
    }
    List<String> sources = writeSources(folder.resolve("sources"));
    json(
        folder.resolve("rulebook.json"),
        Map.of(
            "id",
            "veldmark-growth",
            "version",
            "1.0.0",
            "title",
            "Veldmark, of any size",
            "notice",
            NOTICE,
            "themes",
            List.of(Map.of("id", "all", "label", "All of it", "indicators", ids)),
            "sources",
            sources));
  }

  // Indicators

  private static void writeIndicator(Path folder, int indicator) throws IOException {
    Files.createDirectories(folder);
    Shape shape = shape(indicator);
    int round = round(indicator);
    String name = "Shape " + shape.id() + " in round " + round;
    json(
        folder.resolve("indicator.json"),
        Map.of("label", name, "definition", "A condition of the shape " + shape.id() + "."));
    Files.writeString(
        folder.resolve("rule.drl"),
        "package veldmark\n\nrule \""
            + name
            + "\"\nwhen\n"
            + shape.when(round)
            + "then\n    channels[\"findings\"].send( Finding.of( \""
            + id(indicator)
            + "\", $reading, "
            + shape.witnesses()
            + " ) );\nend\n",
        UTF_8);
    Map<String, Object> none = new TreeMap<>();
    for (FactGroup group : FactGroup.values()) {
      none.put(group.field(), List.of());
    }
    // What the rule does not read is stated: thousands of other rules would be open in each case.
    Map<String, Object> silent = new TreeMap<>(none);
    shape.groups(round).forEach(silent::remove);
    Map<String, Object> recorded = new TreeMap<>(none);
    recorded.putAll(shape.matched(round));
    json(
        folder.resolve("cases.json"),
        List.of(
            testCase("It is recorded.", recorded, "matched", Map.of("facts", shape.facts(round))),
            testCase("There is none.", none, "not-matched", Map.of()),
            testCase(
                "Nothing is said of it.",
                silent,
                "not-stated",
                Map.of(
                    "missing",
                    shape.groups(round).stream().map(group -> "/" + group).sorted().toList()))));
  }

  private static Map<String, Object> testCase(
      String sentence, Map<String, Object> profile, String status, Map<String, Object> expected) {
    Map<String, Object> one = new TreeMap<>(expected);
    one.put("case", sentence);
    one.put("profile", profile);
    one.put("status", status);
    return one;
  }

  // Vocabulary

  private void writeVocabulary(Path folder) throws IOException {
    Path vocabulary = Files.createDirectories(folder.resolve("vocabulary"));
    int rounds = round(indicators - 1) + 1;
    Map<String, List<String>> codes = new LinkedHashMap<>();
    codes.put("act", numbered(4 * rounds, "act-#"));
    codes.put("court", numbered(rounds, "court-#"));
    codes.put("treatment", numbered(rounds, "treatment-#", "treatment-#-b"));
    codes.put("place", numbered(rounds, "place-#"));
    codes.put("incident", numbered(rounds, "incident-#", "incident-#-b"));
    codes.put("activity", numbered(rounds, "activity-#", "activity-#-b"));
    codes.put("organisation", numbered(rounds, "society-#"));
    codes.get("organisation").addAll(List.of("wardens", "wardens-youth", "wardens-council"));
    for (Map.Entry<String, List<String>> kind : codes.entrySet()) {
      kind.getValue().add("other");
      json(
          vocabulary.resolve(kind.getKey() + ".json"),
          Map.of(
              "kind",
              kind.getKey(),
              "terms",
              kind.getValue().stream()
                  .map(code -> Map.of("code", code, "label", code.replace('-', ' ')))
                  .toList()));
    }
  }

  private static List<String> numbered(int count, String... patterns) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (String pattern : patterns) {
        codes.add(pattern.replace("#", String.valueOf(i)));
      }
    }
    return codes;
  }

  // Sources

  private List<String> writeSources(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Integer> met = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    // Passages are about the first rounds, so that they are as many for each at every size.
    for (int i = 0; i < 3 * SHAPES.length; i++) {
      (shape(i).isMet(round(i)) ? met : others).add(i);
    }
    List<String> ids = new ArrayList<>();
    for (int first = 0; first < passages; first += PASSAGES_OF_A_SOURCE) {
      String source = "gazette-" + ids.size();
      ids.add(source);
      List<Object> excerpts = new ArrayList<>();
      Set<String> linked = new HashSet<>();
      int start = 0;
      for (int i = first; i < Math.min(passages, first + PASSAGES_OF_A_SOURCE); i++) {
        List<Integer> about = i < LINKED_PASSAGES ? met : others;
        String indicator = id(about.get(i % about.size()));
        linked.add(indicator);
        String exact = text(i);
        excerpts.add(excerpt(source, i, exact, start, indicator));
        start += exact.length() + 1;
      }
      json(folder.resolve(source + ".json"), source(source, start, excerpts, searched(linked)));
    }
    return ids;
  }

  /** Of the length that passages have in the built-in rulebook. */
  private static String text(int passage) {
    return "In number "
        + passage
        + " of the gazette it is written that the mill by the river was repaired, that the"
        + " ferry ran as before, and that the register of the reeve was kept in the tower, where"
        + " those who asked for it were shown the page that they had asked for.";
  }

  private static Map<String, Object> excerpt(
      String source, int passage, String exact, int start, String indicator) {
    Map<String, Object> link = new TreeMap<>();
    link.put("indicator", indicator);
    link.put("stance", passage % 8 == 0 ? "limits" : "documents");
    if (passage % 2 == 0) {
      link.put("facets", Map.of("period", List.of((1900 + passage % 9) + "/..")));
    }
    Map<String, Object> excerpt = new TreeMap<>();
    excerpt.put("id", source + ".number-" + passage);
    excerpt.put("exact", exact);
    excerpt.put("start", start);
    excerpt.put("end", start + exact.length());
    excerpt.put("attribution", "The gazette");
    excerpt.put("voice", "own");
    excerpt.put("checked", "2026-02-03");
    excerpt.put("links", List.of(link));
    return excerpt;
  }

  private static Map<String, Object> source(
      String id, int length, List<Object> excerpts, List<Object> searched) {
    Map<String, Object> source = new TreeMap<>();
    source.put("id", id);
    source.put("title", "The gazette, " + id);
    source.put("publisher", "Mill Press");
    source.put("citation", "The gazette, " + id);
    source.put("rights", "Our own words");
    source.put("quotable", 100);
    source.put("footnoteMarks", "none");
    source.put("sha256", CanonicalJson.sha256(id.getBytes(UTF_8)));
    source.put("length", length);
    source.put("language", "en");
    source.put("searched", searched);
    source.put("excerpts", excerpts);
    return source;
  }

  private List<Object> searched(Set<String> linked) {
    List<Object> searched = new ArrayList<>();
    for (int i = 0; i < indicators; i++) {
      if (!linked.contains(id(i))) {
        searched.add(Map.of("indicator", id(i), "on", "2026-02-03"));
      }
    }
    return searched;
  }

  // Files

  private static void json(Path file, Object value) {
    try {
      Files.writeString(file, CanonicalJson.write(value), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = GeneratedRulebook.class.getResourceAsStream(FOLDER + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
