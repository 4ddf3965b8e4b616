package dev.indicia.rulebook;

import dev.indicia.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads and compiles the rules of a rulebook: {@code indicators/<id>/rule.drl}, and the functions
 * that they share, in {@code *.drl} beside the register.
 */
final class RuleCompiler implements RuleBase {
  /** What a rule concludes: a finding that it does not send is lost. */
  private static final Pattern CONCLUSION =
      Pattern.compile(
          "(channels\\[\\s*\""
              + Rules.CHANNEL
              + "\"\\s*]\\.send\\(\\s*)?Finding\\.of\\(\\s*\"([^\"]*)\"");

  private static final String ROOT = "src/main/resources/";

  private final RulebookFiles files;
  private final Consumer<Problem> problems;

  /** What was read of each file; empty where its text cannot be read. */
  private final Map<String, Optional<PackageDescr>> parsed = new HashMap<>();

  RuleCompiler(RulebookFiles files, Consumer<Problem> problems) {
    this.files = files;
    this.problems = problems;
  }

  /**
   * A part of the rules that can be compiled beside the shared functions.
   *
   * @param file its file
   * @param rule the only rule in its text
   * @param text the file's text, in which every other rule is blank, so that lines keep their
   *     number
   */
  private record Piece(String file, RuleDescr rule, String text) {}

  /**
   * What a build comes to.
   *
   * @param module the compiled rules; null if there are errors
   * @param errors what the compiler says
   */
  private record Build(Optional<KieModule> module, List<String> errors) {}

  /**
   * The rules of an indicator, as they are written; empty, and a problem, if they cannot be read.
   */
  @Override
  public List<Rule> rulesOf(String indicator) {
    String file = fileOf(indicator);
    Optional<String> text = files.text(file);
    if (text.isEmpty()) {
      problem(file, "missing-file", "The indicator has no rule. Write one.");
      return List.of();
    }
    Optional<PackageDescr> descr = parsed(file);
    if (descr.isEmpty()) {
      return List.of();
    }
    List<Rule> rules = new ArrayList<>();
    for (RuleDescr rule : descr.get().getRules()) {
      checkFinding(file, indicator, rule);
      rules.add(rule(file, text.get(), rule.getName(), rule.getLine(), rule.getEndLine()));
    }
    if (rules.isEmpty()) {
      problem(file, "no-rule", "The file holds no rule. Write one.");
    }
    return rules;
  }

  private void checkFinding(String file, String indicator, RuleDescr rule) {
    List<String> sent = new ArrayList<>();
    boolean lost = false;
    Matcher matcher = CONCLUSION.matcher(String.valueOf(rule.getConsequence()));
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        sent.add(matcher.group(2));
      } else {
        lost = true;
      }
    }
    if (lost || !sent.equals(List.of(indicator))) {
      problem(
          file + "#" + rule.getLine(),
          "wrong-finding",
          "Rule '"
              + rule.getName()
              + "' sends "
              + (sent.isEmpty()
                  ? "no finding"
                  : "a finding on '" + String.join("' and on '", sent) + "'")
              + (lost && !sent.isEmpty() ? ", and has another that it does not send" : "")
              + ". A rule in this folder sends one: channels[\""
              + Rules.CHANNEL
              + "\"].send( Finding.of( \""
              + indicator
              + "\", … ) ).");
    }
  }

  /** What stands in a file; empty, and a problem for each fault, if it cannot be read. */
  private Optional<PackageDescr> parsed(String file) {
    Optional<PackageDescr> known = parsed.get(file);
    if (known == null) {
      known = parse(file, files.text(file).orElse(""));
      parsed.put(file, known);
    }
    return known;
  }

  private Optional<PackageDescr> parse(String file, String text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr descr;
    try {
      descr = parser.parse(false, text);
    } catch (DroolsParserException e) {
      problem(file, "rule-syntax", "The text cannot be read: " + e.getMessage());
      return Optional.empty();
    }
    for (DroolsError error : parser.getErrors()) {
      int line = error.getLines().length == 0 ? 0 : error.getLines()[0];
      problem(
          line > 0 ? file + "#" + line : file,
          "rule-syntax",
          RuleErrors.syntaxInWords(error.getMessage()));
    }
    return parser.hasErrors() ? Optional.empty() : Optional.ofNullable(descr);
  }

  /** The file that holds the rules of an indicator. */
  static String fileOf(String indicator) {
    return "indicators/" + indicator + "/rule.drl";
  }

  /** A rule, from the lines of its file. */
  static Rule rule(String file, String text, String name, int firstLine, int lastLine) {
    List<String> lines = text.lines().toList();
    String own =
        String.join(
            "\n", lines.subList(Math.max(0, firstLine - 1), Math.min(lastLine, lines.size())));
    return new Rule(
        name,
        file,
        firstLine,
        lastLine,
        own,
        CanonicalJson.sha256(own.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Optional<Rules> rules() {
    return compile()
        .map(module -> KieServices.get().newKieContainer(module.getReleaseId()).getKieBase())
        .map(Rules::new);
  }

  /** All rules, compiled; empty, and problems with file and rule, if they do not compile. */
  Optional<KieModule> compile() {
    Map<String, String> shared = new LinkedHashMap<>();
    Map<String, String> rules = new LinkedHashMap<>();
    boolean whole = true;
    for (String name : files.names()) {
      if (name.endsWith(".drl")) {
        boolean isShared = name.indexOf('/') < 0;
        whole &= parsed(name).isPresent() && isInPlace(name, isShared);
        if (parsed(name).isPresent()) {
          (isShared ? shared : rules).put(name, files.text(name).orElseThrow());
        } else if (isShared) {
          // Every rule would be reported for the want of a function.
          return Optional.empty();
        }
      }
    }
    whole &= isOnePackage(shared, rules);
    if (!whole && rules.isEmpty()) {
      return Optional.empty();
    }
    Build build = build(shared, rules);
    if (!build.errors().isEmpty()) {
      locate(shared, rules, build.errors());
    }
    return whole ? build.module() : Optional.empty();
  }

  /** A rule beside the register would belong to no indicator. */
  private boolean isInPlace(String name, boolean isShared) {
    List<RuleDescr> strays = isShared ? parsed(name).orElseThrow().getRules() : List.of();
    for (RuleDescr rule : strays) {
      problem(
          name + "#" + rule.getLine(),
          "misplaced-rule",
          "Rule '"
              + rule.getName()
              + "' stands outside the indicators. Move it to the indicators/<id>/rule.drl of the"
              + " indicator that it is about.");
    }
    return strays.isEmpty();
  }

  /** What one package imports and defines is unknown in another. */
  private boolean isOnePackage(Map<String, String> shared, Map<String, String> rules) {
    Map<String, String> all = new LinkedHashMap<>(shared);
    all.putAll(rules);
    String first = null;
    boolean one = true;
    for (String name : all.keySet()) {
      String own = parsed(name).orElseThrow().getName();
      if (rules.containsKey(name) && parsed(name).orElseThrow().getRules().isEmpty()) {
        // That it holds no rule is told already.
        rules.remove(name);
      } else if (first == null) {
        first = own;
      } else if (!first.equals(own)) {
        one = false;
        rules.remove(name);
        problem(
            name,
            "package-differs",
            "The package is '"
                + own
                + "' here, and '"
                + first
                + "' in "
                + all.keySet().iterator().next()
                + ". Use one for all rules of a rulebook.");
      }
    }
    return one;
  }

  private Build build(Map<String, String> shared, Map<String, String> rules) {
    KieServices services = KieServices.get();
    KieFileSystem sources = services.newKieFileSystem();
    shared.forEach((name, text) -> sources.write(pathOf(name), text));
    rules.forEach((name, text) -> sources.write(pathOf(name), text));
    KieBuilder builder = services.newKieBuilder(sources);
    try {
      builder.buildAll(ExecutableModelProject.class);
    } catch (RuntimeException e) {
      // Some slips make the code generator itself fail; it then names no file.
      return new Build(Optional.empty(), List.of(String.valueOf(e.getMessage())));
    }
    List<String> errors =
        builder.getResults().getMessages(Message.Level.ERROR).stream()
            .map(message -> String.valueOf(message.getText()))
            .toList();
    return new Build(
        errors.isEmpty() ? Optional.of(builder.getKieModule()) : Optional.empty(), errors);
  }

  /** The compiler wants a file's folder to be its package. */
  private String pathOf(String name) {
    String folder = parsed(name).orElseThrow().getName().replace('.', '/');
    String flat = name.replace("indicators/", "").replace("/rule.drl", ".drl").replace('/', '-');
    return ROOT + folder + "/" + flat;
  }

  /**
   * The compiler names generated classes, and lines of theirs, for much that is wrong with a rule.
   * So the rules that do not compile are found by halving: first the shared functions alone, then
   * the rules beside them.
   */
  private void locate(Map<String, String> shared, Map<String, String> rules, List<String> errors) {
    Build alone = build(shared, Map.of());
    if (!alone.errors().isEmpty()) {
      String file = String.join(", ", shared.keySet());
      RuleErrors.inWords(alone.errors(), this::namesOf, null)
          .forEach(error -> problem(file, "rule-error", error));
      return;
    }
    List<Piece> pieces = new ArrayList<>();
    rules.keySet().forEach(file -> pieces.addAll(pieces(file)));
    if (!locate(shared, pieces)) {
      RuleErrors.inWords(errors, this::namesOf, null)
          .forEach(error -> problem("indicators", "rule-error", error));
    }
  }

  private boolean locate(Map<String, String> shared, List<Piece> pieces) {
    if (pieces.isEmpty()) {
      return false;
    }
    Map<String, String> rules = new LinkedHashMap<>();
    pieces.forEach(piece -> rules.merge(piece.file(), piece.text(), RuleCompiler::overlaid));
    Build build = build(shared, rules);
    if (build.errors().isEmpty()) {
      return false;
    }
    if (pieces.size() == 1) {
      report(pieces.get(0), build.errors());
      return true;
    }
    int half = pieces.size() / 2;
    boolean first = locate(shared, pieces.subList(0, half));
    boolean second = locate(shared, pieces.subList(half, pieces.size()));
    return first || second;
  }

  private void report(Piece piece, List<String> errors) {
    for (String error : RuleErrors.inWords(errors, this::namesOf, piece.rule())) {
      problem(
          piece.file() + "#" + piece.rule().getLine(),
          "rule-error",
          "In rule '" + piece.rule().getName() + "': " + error);
    }
  }

  /** One piece for each rule of a file. */
  private List<Piece> pieces(String file) {
    List<RuleDescr> rules = parsed(file).orElseThrow().getRules();
    List<Piece> pieces = new ArrayList<>();
    for (RuleDescr rule : rules) {
      String[] lines = files.text(file).orElseThrow().split("\n", -1);
      for (RuleDescr other : rules) {
        for (int i = other.getLine();
            other.getLine() != rule.getLine() && i <= other.getEndLine();
            i++) {
          lines[i - 1] = "";
        }
      }
      pieces.add(new Piece(file, rule, String.join("\n", lines)));
    }
    return pieces;
  }

  /** Two pieces of one file in one text: where one is blank, the other is not. */
  private static String overlaid(String one, String other) {
    String[] lines = one.split("\n", -1);
    String[] others = other.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i].isBlank() ? others[i] : lines[i];
    }
    return String.join("\n", lines);
  }

  /** The names of the functions that the rules share. */
  private List<String> namesOf() {
    return files.names().stream()
        .filter(name -> name.endsWith(".drl") && name.indexOf('/') < 0)
        .flatMap(name -> parsed(name).stream())
        .flatMap(descr -> descr.getFunctions().stream())
        .map(function -> function.getName())
        .toList();
  }

  private void problem(String place, String code, String message) {
    problems.accept(new Problem(place, code, message));
  }
}
