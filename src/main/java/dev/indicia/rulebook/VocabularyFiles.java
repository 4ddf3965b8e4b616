package dev.indicia.rulebook;

import dev.indicia.profile.NearMiss;
import dev.indicia.vocabulary.Folding;
import dev.indicia.vocabulary.NameClash;
import dev.indicia.vocabulary.Term;
import dev.indicia.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code vocabulary/*.json}. */
final class VocabularyFiles {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private VocabularyFiles() {}

  /**
   * The parts of the vocabulary.
   *
   * @param unreadable receives the kinds whose file cannot be read
   */
  static List<Vocabulary.Part> read(
      RulebookFiles files, Collection<String> unreadable, Consumer<Problem> problems) {
    List<Vocabulary.Part> parts = new ArrayList<>();
    for (String file : files.namesIn("vocabulary/")) {
      String kind = file.substring("vocabulary/".length(), file.length() - ".json".length());
      JsonRecord.of(files, file, problems)
          .ifPresentOrElse(in -> parts.add(part(kind, in)), () -> unreadable.add(kind));
    }
    return parts;
  }

  /** Reports each name that belongs to two codes or to nothing, and each country that is none. */
  static void check(Vocabulary vocabulary, Consumer<Problem> problems) {
    for (String kind : vocabulary.kinds()) {
      vocabulary.terms(kind).forEach(term -> check(term, problems));
    }
    for (NameClash clash : vocabulary.clashes()) {
      problems.accept(
          new Problem(
              "vocabulary/" + clash.kind() + ".json",
              "name-clash",
              "'"
                  + clash.name()
                  + "' is a name of "
                  + String.join(" and of ", clash.codes())
                  + ". One name belongs to one code of its kind: take it out, or list it under"
                  + " 'ambiguous' alone."));
    }
  }

  private static void check(Term term, Consumer<Problem> problems) {
    String place = "vocabulary/" + term.kind() + ".json#" + term.code();
    if (term.country() != null && !COUNTRIES.contains(term.country())) {
      problems.accept(
          new Problem(
              place,
              "unassigned-country",
              "'"
                  + term.country()
                  + "' is no assigned country code. Allowed: those of ISO 3166-1 alpha-2."));
    }
    for (List<String> names : term.names().values()) {
      for (String name : names) {
        if (Folding.fold(name).isEmpty()) {
          // It would be the name of every text of marks alone.
          problems.accept(
              new Problem(
                  place,
                  "empty-name",
                  "'" + name + "' has neither letter nor digit. Take it out."));
        }
      }
    }
  }

  private static Vocabulary.Part part(String kind, JsonRecord in) {
    if (!in.text("kind").equals(kind)) {
      in.problem("kind", "misplaced", "The kind is not the file's name. Rename one of them.");
    }
    List<Term> terms = new ArrayList<>();
    Set<String> codes = new LinkedHashSet<>();
    for (JsonRecord term : in.objects("terms")) {
      terms.add(term(kind, term));
      if (!codes.add(terms.get(terms.size() - 1).code())) {
        term.problem("code", "duplicate-code", "Another term has this code. Join them.");
      }
    }
    List<Vocabulary.AmbiguousName> ambiguous = new ArrayList<>();
    for (JsonRecord name : in.objects("ambiguous")) {
      ambiguous.add(ambiguousName(name, codes));
    }
    List<String> forms = new ArrayList<>();
    in.object("forms")
        .ifPresent(
            byLanguage -> {
              for (String language : byLanguage.names()) {
                String form = byLanguage.text(language);
                if (isPattern(form)) {
                  forms.add(form);
                } else {
                  byLanguage.problem(
                      language, "malformed", "This is no regular expression that can be read.");
                }
              }
            });
    List<String> cities = in.textsByKey("cities").values().stream().flatMap(List::stream).toList();
    in.nothingElse();
    return new Vocabulary.Part(kind, terms, ambiguous, forms, cities);
  }

  private static Term term(String kind, JsonRecord in) {
    Term term =
        new Term(
            kind,
            in.text("code"),
            in.text("label"),
            in.optionalText("country"),
            in.textsByKey("names"));
    if (!term.code().isEmpty() && !RulebookLoader.ID.matcher(term.code()).matches()) {
      in.problem("code", "code", "A code is words in small letters joined by hyphens.");
    }
    in.nothingElse();
    return term;
  }

  private static Vocabulary.AmbiguousName ambiguousName(JsonRecord in, Set<String> codes) {
    List<String> meant = in.texts("codes");
    for (String code : meant) {
      if (!codes.contains(code)) {
        in.problem(
            "codes",
            "unknown-code",
            "'" + code + "' is no code of this kind." + NearMiss.sentence(code, codes));
      }
    }
    if (new LinkedHashSet<>(meant).size() < 2) {
      in.problem(
          "codes",
          "not-ambiguous",
          "An ambiguous name has two codes at least. Add the other, or list the name under its term.");
    }
    Map<String, List<String>> names = in.textsByKey("names");
    in.nothingElse();
    return new Vocabulary.AmbiguousName(
        names.values().stream().flatMap(List::stream).toList(), meant);
  }

  private static boolean isPattern(String form) {
    try {
      Pattern.compile(form.replace("{name}", "n").replace("{city}", "c"));
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
