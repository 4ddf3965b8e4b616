package dev.indicia.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Codes and the names that resolve to them, kind by kind. Immutable once built. */
public final class Vocabulary {
  private final Map<String, Kind> kinds;

  private Vocabulary(Map<String, Kind> kinds) {
    this.kinds = Map.copyOf(kinds);
  }

  /**
   * A name that belongs to several codes, known to be so.
   *
   * @param names the name's spellings
   * @param codes the codes it may mean
   */
  public record AmbiguousName(List<String> names, List<String> codes) {
    /** Copies its lists. */
    public AmbiguousName {
      names = List.copyOf(names);
      codes = List.copyOf(codes);
    }
  }

  /**
   * The terms of one kind.
   *
   * @param kind the kind
   * @param terms its terms, in order
   * @param ambiguous its ambiguous names
   * @param forms longer forms in which its names are printed: regular expressions over folded text,
   *     with {@code {name}} and {@code {city}} for any name of a code and any of the cities
   * @param cities names of cities that the forms may hold
   */
  public record Part(
      String kind,
      List<Term> terms,
      List<AmbiguousName> ambiguous,
      List<String> forms,
      List<String> cities) {
    /** Copies its lists. */
    public Part {
      terms = List.copyOf(terms);
      ambiguous = List.copyOf(ambiguous);
      forms = List.copyOf(forms);
      cities = List.copyOf(cities);
    }
  }

  /** A kind, whose names are folded when the first word that is no code is looked up. */
  private static final class Kind {
    private final Part part;
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final List<Form> forms = new ArrayList<>();
    private volatile @Nullable Map<String, List<String>> byName;

    Kind(Part part) {
      this.part = part;
      for (Term term : part.terms()) {
        terms.put(term.code(), term);
        for (String form : part.forms()) {
          forms.add(new Form(term.code(), () -> pattern(form, namesOf(term), part.cities())));
        }
      }
    }

    Part part() {
      return part;
    }

    Map<String, Term> terms() {
      return terms;
    }

    List<Form> forms() {
      return forms;
    }

    Map<String, List<String>> byName() {
      Map<String, List<String>> known = byName;
      if (known == null) {
        known = fold(part);
        byName = known;
      }
      return known;
    }

    private static Map<String, List<String>> fold(Part part) {
      Map<String, List<String>> byName = new HashMap<>();
      for (Term term : part.terms()) {
        List<String> code = List.of(term.code());
        // A name of two codes is a clash, and means neither.
        namesOf(term)
            .forEach(
                name ->
                    byName.merge(
                        Folding.fold(name), code, (one, two) -> one.equals(two) ? one : List.of()));
      }
      for (AmbiguousName ambiguous : part.ambiguous()) {
        ambiguous.names().forEach(name -> byName.put(Folding.fold(name), ambiguous.codes()));
      }
      return byName;
    }
  }

  /**
   * A form for the names of one code. Its pattern is long and seldom needed: compiled when it is.
   */
  private static final class Form {
    private final String code;
    private final Supplier<Pattern> compiler;
    private volatile @Nullable Pattern pattern;

    Form(String code, Supplier<Pattern> compiler) {
      this.code = code;
      this.compiler = compiler;
    }

    String code() {
      return code;
    }

    boolean matches(String folded) {
      Pattern compiled = pattern;
      if (compiled == null) {
        compiled = compiler.get();
        pattern = compiled;
      }
      return compiled.matcher(folded).matches();
    }
  }

  /** A vocabulary of these parts. Whether it is free of clashes, {@link #clashes} tells. */
  public static Vocabulary of(Collection<Part> parts) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (Part part : parts) {
      kinds.put(part.kind(), new Kind(part));
    }
    return new Vocabulary(kinds);
  }

  /**
   * Each name that belongs to two codes of its kind, as a name or by a form, and is not ambiguous.
   */
  public List<NameClash> clashes() {
    List<NameClash> clashes = new ArrayList<>();
    for (Kind kind : kinds.values()) {
      Map<String, String> spelling = new HashMap<>();
      Map<String, Set<String>> owners = new LinkedHashMap<>();
      for (Term term : kind.part().terms()) {
        for (String name : namesOf(term)) {
          String folded = Folding.fold(name);
          spelling.putIfAbsent(folded, name);
          owners.computeIfAbsent(folded, key -> new LinkedHashSet<>()).add(term.code());
        }
      }
      Map<String, Set<String>> ambiguous = new LinkedHashMap<>();
      for (AmbiguousName declared : kind.part().ambiguous()) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : declared.names()) {
          spelling.putIfAbsent(Folding.fold(name), name);
          names.add(Folding.fold(name));
        }
        for (String folded : names) {
          Set<String> codes = ambiguous.computeIfAbsent(folded, key -> new LinkedHashSet<>());
          boolean again = !codes.isEmpty();
          codes.addAll(declared.codes());
          if (again) {
            clashes.add(
                new NameClash(
                    kind.part().kind(), spelling.getOrDefault(folded, folded), List.copyOf(codes)));
          }
        }
      }
      owners.forEach(
          (folded, codes) -> {
            kind.forms().stream()
                .filter(form -> form.matches(folded))
                .forEach(form -> codes.add(form.code()));
            if (codes.size() > 1 || ambiguous.containsKey(folded)) {
              clashes.add(
                  new NameClash(
                      kind.part().kind(),
                      spelling.getOrDefault(folded, folded),
                      List.copyOf(codes)));
            }
          });
    }
    return clashes;
  }

  private static List<String> namesOf(Term term) {
    List<String> names = new ArrayList<>(List.of(term.code()));
    term.names().values().forEach(names::addAll);
    return names;
  }

  private static Pattern pattern(String form, List<String> names, List<String> cities) {
    return Pattern.compile(
        form.replace("{name}", alternatives(names)).replace("{city}", alternatives(cities)));
  }

  private static String alternatives(List<String> names) {
    return names.stream()
        .map(Folding::fold)
        .distinct()
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** The kinds of term, in no order. */
  public Set<String> kinds() {
    return kinds.keySet();
  }

  /** The terms of a kind, in the vocabulary's order; empty for an unknown kind. */
  public List<Term> terms(String kind) {
    Kind found = kinds.get(kind);
    return found == null ? List.of() : List.copyOf(found.terms().values());
  }

  /** The term of a code, if the kind has it. */
  public Optional<Term> term(String kind, String code) {
    return Optional.ofNullable(kinds.get(kind)).map(found -> found.terms().get(code));
  }

  /** The codes that a word or phrase may mean: none, one, or those of an ambiguous name. */
  public List<String> codes(String kind, String text) {
    Kind found = kinds.get(kind);
    if (found == null) {
      return List.of();
    }
    if (found.terms().containsKey(text)) {
      // A code is a name of its term, and of no other.
      return List.of(text);
    }
    String folded = Folding.fold(text);
    List<String> codes = found.byName().get(folded);
    if (codes != null) {
      return codes;
    }
    return found.forms().stream()
        .filter(form -> form.matches(folded))
        .map(Form::code)
        .distinct()
        .toList();
  }
}
