package dev.indicia.rulebook;

import dev.indicia.json.CanonicalJson;
import dev.indicia.json.StrictJson;
import dev.indicia.vocabulary.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.builder.KieModule;
import tools.jackson.databind.JsonNode;

/**
 * The rulebook that a build carries: its files as they stand, and its rules compiled, so that a
 * start neither parses nor compiles them. It was checked whole when the build was made; at a start
 * it is held against its hash.
 */
public final class RulebookBundle {
  /** Folder of the bundle on the class path. */
  private static final String ROOT = "/rulebook/";

  private static final String INDEX = "bundle.json";

  /**
   * The rulebook's files, one after another: one entry of the jar is read much faster than many.
   */
  private static final String FILES = "files";

  /**
   * The names of the vocabulary, folded, a file a kind: folding them takes as long as reading all
   * the other files.
   */
  private static final String NAMES = "names/";

  /** The names of the models that the rules were compiled to, one a line. */
  private static final String MODELS = "models";

  /** Beside the classes of a build: the files among them that an earlier bundle wrote. */
  private static final String WRITTEN = "rulebook-bundle.txt";

  private RulebookBundle() {}

  /** The rules as the build compiled them: made once in a process, on another thread. */
  private static final class Compiled {
    static final CompletableFuture<Rules> RULES =
        CompletableFuture.supplyAsync(RulebookBundle::rules);

    /** Entering the class has begun it. */
    static void begin() {}
  }

  /** A build whose compiled rules are not there, or cannot be used. */
  private static final class LackingRulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LackingRulesException(Exception cause) {
      super(cause);
    }
  }

  /**
   * Begins to build the net of the rules, which takes a good part of a start, and does not wait for
   * it: call it before other work.
   */
  public static void prepare() {
    Compiled.begin();
  }

  /**
   * Loads the bundled rulebook.
   *
   * @throws IOException if the build carries none, or it cannot be read
   * @throws InvalidRulebookException if it is not what the build was made of
   */
  public static Rulebook load() throws IOException, InvalidRulebookException {
    JsonNode index = StrictJson.readChecked(resource(INDEX));
    RulebookFiles files = files(index.get("files"));
    // Beside the reading of the files, as the net of the rules.
    CompletableFuture<?> hashes = CompletableFuture.supplyAsync(files::hashes);
    prepare();
    Rulebook rulebook;
    try {
      rulebook =
          RulebookLoader.loadChecked(
              files,
              new BundledRules(files, index),
              parts -> Vocabulary.of(parts, RulebookBundle::folded));
    } catch (CompletionException e) {
      if (e.getCause() instanceof LackingRulesException) {
        throw changed();
      }
      throw e;
    }
    hashes.join();
    if (!isTheOneThatWasBuilt(rulebook, index)) {
      throw changed();
    }
    return rulebook;
  }

  /** By the hash of its files, and by the names of the rules that will fire. */
  private static boolean isTheOneThatWasBuilt(Rulebook rulebook, JsonNode index) {
    Set<String> names =
        rulebook.indicators().stream()
            .flatMap(indicator -> indicator.rules().stream())
            .map(Rule::name)
            .collect(Collectors.toSet());
    return rulebook.sha256().equals(index.get("sha256").stringValue())
        && rulebook.rules().names().equals(names);
  }

  private static InvalidRulebookException changed() {
    return new InvalidRulebookException(
        List.of(
            new Problem(
                "rulebook",
                "changed",
                "The bundled rulebook is not the one that was checked when this was built. Build"
                    + " anew.")));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = RulebookBundle.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IOException("This build carries no rulebook");
      }
      return in.readAllBytes();
    }
  }

  /** The folded names of a kind, as {@link #grouped} puts them. */
  private static Vocabulary.Folded folded(String kind) {
    JsonNode folded;
    try {
      folded = StrictJson.readChecked(resource(NAMES + kind + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, List<String>> names = new HashMap<>();
    for (JsonNode group : folded.get("names")) {
      List<String> codes = texts(group.get("codes"));
      texts(group.get("names")).forEach(name -> names.put(name, codes));
    }
    return new Vocabulary.Folded(names, texts(folded.get("cities")));
  }

  /** Folded names under the codes that they mean: a text is read faster than a key. */
  private static Map<String, Object> grouped(Vocabulary.Folded folded) {
    Map<List<String>, List<String>> namesByCodes = new HashMap<>();
    folded
        .names()
        .forEach(
            (name, codes) -> namesByCodes.computeIfAbsent(codes, c -> new ArrayList<>()).add(name));
    List<Map<String, List<String>>> groups = new ArrayList<>();
    namesByCodes.forEach(
        (codes, names) ->
            groups.add(Map.of("codes", codes, "names", names.stream().sorted().toList())));
    groups.sort(Comparator.comparing(group -> String.join(" ", group.get("codes"))));
    return Map.of("names", groups, "cities", folded.cities());
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::stringValue).toList();
  }

  /**
   * The files of the rulebook.
   *
   * @param lengths how many bytes each has, in their order
   */
  private static RulebookFiles files(JsonNode lengths) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(resource(FILES));
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, JsonNode> file : lengths.properties()) {
      byte[] bytes = new byte[file.getValue().intValue()];
      all.get(bytes);
      files.put(file.getKey(), bytes);
    }
    return RulebookFiles.checked(files);
  }

  /** The rules as the build compiled them, with the places where they are written. */
  private record BundledRules(RulebookFiles files, JsonNode index) implements RuleBase {
    @Override
    public List<Rule> rulesOf(String indicator) {
      String file = RuleCompiler.fileOf(indicator);
      List<Rule> rules = new ArrayList<>();
      for (JsonNode rule : index.get("rules").path(indicator)) {
        rules.add(
            RuleCompiler.rule(
                file,
                files.text(file).orElseThrow(),
                rule.get("name").stringValue(),
                rule.get("firstLine").intValue(),
                rule.get("lastLine").intValue()));
      }
      return rules;
    }

    @Override
    public Optional<Rules> rules() {
      return Optional.of(Compiled.RULES.join());
    }
  }

  private static Rules rules() {
    try {
      List<Model> models = new ArrayList<>();
      for (String name : new String(resource(MODELS), StandardCharsets.UTF_8).lines().toList()) {
        models.add(
            Class.forName(name).asSubclass(Model.class).getDeclaredConstructor().newInstance());
      }
      return new Rules(KieBaseBuilder.createKieBaseFromModel(models));
    } catch (ReflectiveOperationException | IOException e) {
      throw new LackingRulesException(e);
    }
  }

  /**
   * Checks a rulebook whole and writes its bundle among the classes of a build, in place of an
   * earlier one.
   *
   * @param args the rulebook's folder, and the folder of the classes
   */
  public static void main(String[] args) throws IOException, InvalidRulebookException {
    RulebookFiles files = RulebookFiles.in(Path.of(args[0]));
    Rulebook rulebook = RulebookLoader.load(files);
    Path classes = Path.of(args[1]);
    Path written = classes.resolveSibling(WRITTEN);
    removeEarlier(classes, written);
    List<String> names = new ArrayList<>();
    List<String> models =
        write(classes, new RuleCompiler(files, problem -> {}).compile().orElseThrow(), names);
    if (models.isEmpty() || rulebook.indicators().isEmpty()) {
      throw new IllegalStateException("The rulebook compiled to an empty model");
    }
    String root = ROOT.substring(1);
    Map<String, Object> lengths = new TreeMap<>();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String name : files.names()) {
      if (!RulebookFiles.isCases(name)) {
        byte[] bytes = files.bytes(name).orElseThrow();
        lengths.put(name, bytes.length);
        all.write(bytes);
      }
    }
    write(classes, root + FILES, all.toByteArray(), names);
    write(
        classes, root + MODELS, String.join("\n", models).getBytes(StandardCharsets.UTF_8), names);
    for (Map.Entry<String, Vocabulary.Folded> kind :
        new TreeMap<>(rulebook.vocabulary().folded()).entrySet()) {
      byte[] grouped = CanonicalJson.bytes(grouped(kind.getValue()));
      write(classes, root + NAMES + kind.getKey() + ".json", grouped, names);
    }
    Map<String, Object> rules = new TreeMap<>();
    for (Indicator indicator : rulebook.indicators()) {
      rules.put(
          indicator.id(),
          indicator.rules().stream()
              .map(
                  rule ->
                      Map.of(
                          "name", rule.name(),
                          "firstLine", rule.firstLine(),
                          "lastLine", rule.lastLine()))
              .toList());
    }
    Map<String, Object> index =
        Map.of("files", lengths, "rules", rules, "sha256", rulebook.sha256());
    write(classes, root + INDEX, CanonicalJson.bytes(index), names);
    names.sort(null);
    Files.write(written, names, StandardCharsets.UTF_8);
  }

  /** Classes are named after what they hold: those of another version of a rule would stay. */
  private static void removeEarlier(Path classes, Path written) throws IOException {
    if (Files.exists(written)) {
      for (String name : Files.readAllLines(written, StandardCharsets.UTF_8)) {
        Files.deleteIfExists(classes.resolve(name));
      }
    }
  }

  private static void write(Path classes, String name, byte[] bytes, List<String> names)
      throws IOException {
    Path target = classes.resolve(name);
    Files.createDirectories(target.getParent());
    Files.write(target, bytes);
    names.add(name);
  }

  /** Writes the compiled classes of the rules, and returns the names of their models. */
  private static List<String> write(Path classes, KieModule module, List<String> names)
      throws IOException {
    List<String> models = new ArrayList<>();
    InternalKieModule compiled = (InternalKieModule) module;
    for (String name : compiled.getFileNames()) {
      if (name.endsWith(".class")) {
        write(classes, name, compiled.getBytes(name), names);
      } else if (name.endsWith("drools-model")) {
        new String(compiled.getBytes(name), StandardCharsets.UTF_8)
            .lines()
            // The first line names the version of the format.
            .filter(line -> !line.isBlank() && !line.contains(":"))
            .forEach(models::add);
      }
    }
    models.sort(null);
    return models;
  }
}
