package dev.indicia.rulebook;

import dev.indicia.profile.Terms;
import dev.indicia.vocabulary.Folding;
import dev.indicia.vocabulary.Term;
import dev.indicia.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;

/** A vocabulary, as a profile asks it. */
record VocabularyTerms(Vocabulary vocabulary) implements Terms {
  @Override
  public List<String> codes(String kind, String text) {
    return vocabulary.codes(kind, text);
  }

  @Override
  public Optional<String> countryOf(String placeCode) {
    return vocabulary.term("place", placeCode).map(Term::country);
  }

  @Override
  public String fold(String text) {
    return Folding.fold(text);
  }
}
