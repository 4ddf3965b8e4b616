package dev.indicia.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  /**
   * What is looked up of one kind.
   *
   * @param names its names, folded, with the codes that each means; none for a clash of codes
   * @param cities the cities that its forms may hold, folded
   */
  public record Folded(Map<String, List<String>> names, List<String> cities) {
    /** Copies its collections. */
    public Folded {
      names = Map.copyOf(names);
      cities = List.copyOf(cities);
    }

    private static Folded of(Part part) {
      Map<String, List<String>> names = new HashMap<>();
      for (Term term : part.terms()) {
        List<String> code = List.of(term.code());
        for (String name : namesOf(term)) {
          names.merge(Folding.fold(name), code, (one, two) -> one.equals(two) ? one : List.of());
        }
      }
      for (AmbiguousName ambiguous : part.ambiguous()) {
        ambiguous.names().forEach(name -> names.put(Folding.fold(name), ambiguous.codes()));
      }
      return new Folded(names, part.cities().stream().map(Folding::fold).distinct().toList());
    }
  }

  /** A kind, whose names are folded when the first word that is no code is looked up. */
  private static final class Kind {
    private final Part part;
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Lazy<Folded> folded;
    private final Lazy<Map<String, List<String>>> namesByCode;

    Kind(Part part, Supplier<Folded> folded) {
      this.part = part;
      this.folded = new Lazy<>(folded);
      this.namesByCode = new Lazy<>(this::namesByCode);
      part.terms().forEach(term -> terms.put(term.code(), term));
    }

    /** The names of each code that mean it alone, in the order of the codes. */
    private Map<String, List<String>> namesByCode() {
      Map<String, List<String>> names = new LinkedHashMap<>();
      terms.keySet().forEach(code -> names.put(code, new ArrayList<>()));
      folded()
          .names()
          .forEach(
              (name, codes) -> {
                if (codes.size() == 1) {
                  Objects.requireNonNull(names.get(codes.get(0))).add(name);
                }
              });
      return names;
    }

    Part part() {
      return part;
    }

    Map<String, Term> terms() {
      return terms;
    }

    Folded folded() {
      return folded.get();
    }

    /** The codes whose names a text holds in one of the forms. */
    List<String> codesByForm(String text) {
      if (part.forms().isEmpty()) {
        return List.of();
      }
      List<String> codes = new ArrayList<>();
      List<String> cities = within(text, folded().cities());
      namesByCode
          .get()
          .forEach(
              (code, all) -> {
                List<String> names = within(text, all);
                if (!names.isEmpty()
                    && part.forms().stream()
                        .anyMatch(form -> pattern(form, names, cities).matcher(text).matches())) {
                  codes.add(code);
                }
              });
      return codes;
    }

    /** A form is only tried with what the text holds: with all names and cities it is very long. */
    private static List<String> within(String text, List<String> names) {
      return names.stream().filter(text::contains).toList();
    }

    private static Pattern pattern(String form, List<String> names, List<String> cities) {
      return Pattern.compile(
          form.replace("{name}", alternatives(names)).replace("{city}", alternatives(cities)));
    }

    /** Any of these; nothing at all if there is none. */
    private static String alternatives(List<String> names) {
      return names.isEmpty()
          ? "(?!)"
          : names.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }
  }

  /** A value that is made when it is first asked for. */
  private static final class Lazy<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    T get() {
      T made = value;
      if (made == null) {
        made = maker.get();
        value = made;
      }
      return made;
    }
  }

  /** A vocabulary of these parts. Whether it is free of clashes, {@link #clashes} tells. */
  public static Vocabulary of(Collection<Part> parts) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (Part part : parts) {
      kinds.put(part.kind(), new Kind(part, () -> Folded.of(part)));
    }
    return new Vocabulary(kinds);
  }

  /**
   * A vocabulary of parts that have been folded before.
   *
   * @param folded what {@link #folded} gave for a kind; asked for when it is first needed
   */
  public static Vocabulary of(Collection<Part> parts, Function<String, Folded> folded) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (Part part : parts) {
      String kind = part.kind();
      kinds.put(kind, new Kind(part, () -> folded.apply(kind)));
    }
    return new Vocabulary(kinds);
  }

  /** What is looked up, kind by kind. */
  public Map<String, Folded> folded() {
    return kinds.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, kind -> kind.getValue().folded()));
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
            codes.addAll(kind.codesByForm(folded));
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
    List<String> codes = found.folded().names().get(folded);
    return codes == null ? found.codesByForm(folded) : codes;
  }
}
