package dev.indicia.rulebook;

import dev.indicia.vocabulary.NameClash;
import dev.indicia.vocabulary.Term;
import dev.indicia.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code vocabulary/*.json}. */
final class VocabularyFiles {
  private VocabularyFiles() {}

  static Vocabulary read(RulebookFiles files, Consumer<Problem> problems) {
    List<Vocabulary.Part> parts = new ArrayList<>();
    for (String file : files.namesIn("vocabulary/")) {
      parts.add(part(file, JsonRecord.of(files, file, problems)));
    }
    return Vocabulary.of(parts);
  }

  /** Reports each name that belongs to two codes. */
  static void check(Vocabulary vocabulary, Consumer<Problem> problems) {
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

  private static Vocabulary.Part part(String file, JsonRecord in) {
    String kind = in.text("kind");
    if (!file.equals("vocabulary/" + kind + ".json")) {
      in.problem("kind", "misplaced", "The kind is not the file's name. Rename one of them.");
    }
    List<Term> terms = new ArrayList<>();
    for (JsonRecord term : in.objects("terms")) {
      terms.add(
          new Term(
              kind,
              term.text("code"),
              term.text("label"),
              term.optionalText("country"),
              term.textsByKey("names")));
      term.nothingElse();
    }
    List<String> codes = terms.stream().map(Term::code).toList();
    List<Vocabulary.AmbiguousName> ambiguous = new ArrayList<>();
    for (JsonRecord name : in.objects("ambiguous")) {
      List<String> meant = name.texts("codes");
      for (String code : meant) {
        if (!codes.contains(code)) {
          name.problem("codes", "unknown-code", "'" + code + "' is no code of this kind.");
        }
      }
      ambiguous.add(
          new Vocabulary.AmbiguousName(
              name.textsByKey("names").values().stream().flatMap(List::stream).toList(), meant));
      name.nothingElse();
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

  private static boolean isPattern(String form) {
    try {
      Pattern.compile(form.replace("{name}", "n").replace("{city}", "c"));
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
