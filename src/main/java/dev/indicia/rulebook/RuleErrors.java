package dev.indicia.rulebook;

import dev.indicia.profile.FactGroup;
import dev.indicia.profile.Item;
import dev.indicia.profile.NearMiss;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler of rules says, in words that speak of the rule as it is written: not of the
 * classes that are made of it.
 */
final class RuleErrors {
  /** The compiler's own: the source of a generated class, or what another problem says better. */
  private static final Pattern NOISE =
      Pattern.compile("(?s)Java source of .*|Parser returned a null Package|Duplicate rule name.*");

  private static final Pattern SYNTAX = Pattern.compile("(?s)\\[ERR \\d+\\] Line \\d+:\\d+ (.*)");
  private static final Pattern UNREADABLE =
      Pattern.compile(
          "(?s)(?:Unable to Analyse Expression|Unable to parse left part of expression:)"
              + " (.*?):?\\s*");
  private static final Pattern NO_METHOD =
      Pattern.compile("Method (\\w+) on class (\\S+) with arguments \\[(.*)\\] is missing");
  private static final Pattern NO_TYPE = Pattern.compile("Unable to find class: (\\S+)");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.$\"])([a-z]\\w*)\\b(?!\\w*\\s*\\()");
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "this", "instanceof", "new", "not", "matches", "contains");

  private RuleErrors() {}

  /** What the parser says. */
  static String syntaxInWords(String told) {
    Matcher syntax = SYNTAX.matcher(told.strip());
    return "The text cannot be read here: "
        + (syntax.matches() ? syntax.group(1) : told.strip())
        + ".";
  }

  /**
   * What the compiler says, each fault once.
   *
   * @param functions the names of the functions that the rules share
   * @param rule the rule that it speaks of; null if it speaks of the functions
   */
  static List<String> inWords(
      List<String> told, Supplier<List<String>> functions, @Nullable RuleDescr rule) {
    List<String> errors =
        told.stream().map(String::strip).filter(one -> !NOISE.matcher(one).matches()).toList();
    // What has no type, since it cannot be read, has no method either.
    List<String> first =
        errors.stream().filter(one -> !one.contains("class java.lang.Object")).toList();
    return (first.isEmpty() ? errors : first)
        .stream().map(one -> inWords(one, functions.get(), rule)).distinct().toList();
  }

  private static String inWords(String told, List<String> functions, @Nullable RuleDescr rule) {
    Matcher unreadable = UNREADABLE.matcher(told);
    if (unreadable.matches()) {
      String expression = unreadable.group(1).replace("_this.", "");
      return "The compiler cannot read '"
          + expression
          + "'. Check the names of its fields and functions."
          + unknownNames(expression, rule);
    }
    Matcher noMethod = NO_METHOD.matcher(told);
    if (noMethod.matches()) {
      return noMethod(noMethod.group(1), noMethod.group(2), noMethod.group(3), functions);
    }
    Matcher noType = NO_TYPE.matcher(told);
    if (noType.matches()) {
      List<String> types = itemTypes();
      return "There is no type '"
          + noType.group(1)
          + "'. Items are of: "
          + String.join(", ", types)
          + "."
          + NearMiss.sentence(noType.group(1), types);
    }
    String plain = told.lines().findFirst().orElse("").replaceAll(" in the type Rules\\w+", "");
    return plain.endsWith(".") ? plain : plain + ".";
  }

  private static String noMethod(
      String method, String type, String arguments, List<String> functions) {
    Set<String> known = new TreeSet<>(functions);
    boolean exists = false;
    for (Method one : typeOf(type).map(Class::getMethods).orElse(new Method[0])) {
      known.add(one.getName());
      exists |= one.getName().equals(method);
    }
    String taken = arguments.replace("class ", "").replaceAll("[\\w.]+\\.", "");
    return exists
        ? "'" + method + "' of " + plain(type) + " does not take (" + taken + ")."
        : "There is no '"
            + method
            + "' of "
            + plain(type)
            + ", and no function of that name."
            + NearMiss.sentence(method, known);
  }

  private static Optional<Class<?>> typeOf(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static String plain(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** The types that a rule may ask for. */
  private static List<String> itemTypes() {
    Set<String> types = new TreeSet<>();
    for (Class<?> type : Item.class.getPermittedSubclasses()) {
      types.add(type.getSimpleName());
      if (type.getPermittedSubclasses() != null) {
        Arrays.stream(type.getPermittedSubclasses()).map(Class::getSimpleName).forEach(types::add);
      }
    }
    return List.copyOf(types);
  }

  /** Names in an expression that are no field of the items which the rule asks for. */
  private static String unknownNames(String expression, @Nullable RuleDescr rule) {
    Set<String> fields = new TreeSet<>();
    patterns(rule).forEach(type -> fields.addAll(fieldsOf(type)));
    if (fields.isEmpty()) {
      return "";
    }
    StringBuilder sentence = new StringBuilder();
    Matcher names = NAME.matcher(expression.replaceAll("\"[^\"]*\"", "\"\""));
    Set<String> unknown = new LinkedHashSet<>();
    while (names.find()) {
      if (!fields.contains(names.group(1)) && !WORDS.contains(names.group(1))) {
        unknown.add(names.group(1));
      }
    }
    for (String name : unknown) {
      sentence
          .append(" No field is called '")
          .append(name)
          .append("'.")
          .append(NearMiss.sentence(name, fields));
    }
    return sentence.toString();
  }

  private static List<String> patterns(@Nullable RuleDescr rule) {
    List<String> types = new ArrayList<>();
    if (rule != null && rule.getLhs() != null) {
      for (BaseDescr part : rule.getLhs().getDescrs()) {
        if (part instanceof PatternDescr pattern) {
          types.add(pattern.getObjectType());
        }
      }
    }
    return types;
  }

  private static List<String> fieldsOf(String type) {
    String folder = FactGroup.class.getPackageName();
    RecordComponent[] fields =
        typeOf(folder + "." + type).map(Class::getRecordComponents).orElse(null);
    return fields == null
        ? List.of()
        : Arrays.stream(fields).map(RecordComponent::getName).toList();
  }
}
