package dev.indicia.rulebook;

import dev.indicia.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads and compiles the rules of a rulebook: {@code *.drl} and {@code indicators/<id>/rule.drl}.
 */
final class RuleCompiler implements RuleBase {
  private static final Pattern CONCLUSION = Pattern.compile("Finding\\.of\\(\\s*\"([^\"]*)\"");
  private static final String ROOT = "src/main/resources/";

  private final RulebookFiles files;
  private final Consumer<Problem> problems;

  /** The rulebook's file for each file that the compiler sees. */
  private final Map<String, String> originals = new HashMap<>();

  RuleCompiler(RulebookFiles files, Consumer<Problem> problems) {
    this.files = files;
    this.problems = problems;
  }

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
    List<Rule> rules = new ArrayList<>();
    for (RuleDescr descr : parse(file, text.get()).getRules()) {
      String conclusion = String.valueOf(descr.getConsequence());
      List<String> concluded = new ArrayList<>();
      Matcher matcher = CONCLUSION.matcher(conclusion);
      while (matcher.find()) {
        concluded.add(matcher.group(1));
      }
      if (!concluded.equals(List.of(indicator))) {
        problem(
            file,
            "wrong-conclusion",
            "Rule '"
                + descr.getName()
                + "' concludes "
                + (concluded.isEmpty() ? "nothing" : "'" + String.join("', '", concluded) + "'")
                + ". A rule in this folder concludes once, with Finding.of( \""
                + indicator
                + "\", … ).");
      }
      rules.add(rule(file, text.get(), descr.getName(), descr.getLine(), descr.getEndLine()));
    }
    if (rules.isEmpty()) {
      problem(file, "no-rule", "The file holds no rule that can be read. Write one.");
    }
    return rules;
  }

  private PackageDescr parse(String file, String text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr descr = parser.parse(false, text);
      return descr == null ? new PackageDescr() : descr;
    } catch (DroolsParserException e) {
      problem(file, "rule-syntax", String.valueOf(e.getMessage()));
      return new PackageDescr();
    }
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
  public Optional<KieBase> kieBase() {
    return compile()
        .map(module -> KieServices.get().newKieContainer(module.getReleaseId()).getKieBase());
  }

  /** All rules, compiled; empty, and problems with file and rule, if they do not compile. */
  Optional<KieModule> compile() {
    KieServices services = KieServices.get();
    KieFileSystem sources = services.newKieFileSystem();
    for (String name : files.names()) {
      if (name.endsWith(".drl")) {
        String seen = packagePath(name) + flat(name);
        originals.put(seen, name);
        sources.write(ROOT + seen, files.text(name).orElseThrow());
      }
    }
    KieBuilder builder = services.newKieBuilder(sources);
    try {
      builder.buildAll(ExecutableModelProject.class);
    } catch (RuntimeException e) {
      // Some slips make the code generator itself fail; it then names no file.
      problem("indicators", "rule-syntax", firstLine(e) + " Look at the rule changed last.");
      return Optional.empty();
    }
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    errors.forEach(this::report);
    return errors.isEmpty() ? Optional.of(builder.getKieModule()) : Optional.empty();
  }

  /** The compiler wants a file's folder to be its package. */
  private String packagePath(String name) {
    Matcher declared =
        Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)").matcher(files.text(name).orElse(""));
    return declared.find() ? declared.group(1).replace('.', '/') + "/" : "";
  }

  private static String flat(String name) {
    return name.replace("indicators/", "").replace("/rule.drl", ".drl").replace('/', '-');
  }

  private void report(Message message) {
    String seen = String.valueOf(message.getPath());
    String file = originals.getOrDefault(seen.replace(ROOT, ""), seen);
    String rule =
        ruleAt(file, message.getLine()).map(name -> "In rule '" + name + "': ").orElse("");
    String place = message.getLine() > 0 ? file + "#" + message.getLine() : file;
    problem(place, "rule-error", rule + String.valueOf(message.getText()).strip());
  }

  private Optional<String> ruleAt(String file, int line) {
    Optional<String> text = files.text(file);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<RuleDescr> rules = parse(file, text.get()).getRules();
    return rules.stream()
        .filter(rule -> rules.size() == 1 || (rule.getLine() <= line && line <= rule.getEndLine()))
        .map(RuleDescr::getName)
        .findFirst();
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("The rules do not compile.");
  }

  private void problem(String place, String code, String message) {
    problems.accept(new Problem(place, code, message));
  }
}
