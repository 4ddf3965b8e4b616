package dev.indicia.rulebook;

import dev.indicia.profile.Terms;
import dev.indicia.source.SourceLibrary;
import dev.indicia.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Rules, register, sources and vocabulary of one subject, checked and compiled as one. Immutable,
 * and safe for use by several threads.
 */
public final class Rulebook {
  private final String id;
  private final String version;
  private final String title;
  private final String notice;
  private final String sha256;
  private final SortedMap<String, String> hashes;
  private final List<Theme> themes;
  private final Map<String, Indicator> indicators;
  private final Vocabulary vocabulary;
  private final SourceLibrary library;
  private final List<Disagreement> disagreements;
  private final Rules rules;

  Rulebook(
      String id,
      String version,
      String title,
      String notice,
      String sha256,
      SortedMap<String, String> hashes,
      List<Theme> themes,
      List<Indicator> indicators,
      Vocabulary vocabulary,
      SourceLibrary library,
      List<Disagreement> disagreements,
      Rules rules) {
    this.id = id;
    this.version = version;
    this.title = title;
    this.notice = notice;
    this.sha256 = sha256;
    this.hashes = hashes;
    this.themes = List.copyOf(themes);
    this.indicators = new LinkedHashMap<>();
    indicators.forEach(indicator -> this.indicators.put(indicator.id(), indicator));
    this.vocabulary = vocabulary;
    this.library = library;
    this.disagreements = List.copyOf(disagreements);
    this.rules = rules;
  }

  /** Its id: words in small letters joined by hyphens. */
  public String id() {
    return id;
  }

  /** Its version. */
  public String version() {
    return version;
  }

  /** Its subject, in words. */
  public String title() {
    return title;
  }

  /**
   * The text that every evidence summary carries: what it is, and that it reaches no conclusion.
   */
  public String notice() {
    return notice;
  }

  /** SHA-256 of the whole: of the canonical JSON of {@link #hashes()}. */
  public String sha256() {
    return sha256;
  }

  /** SHA-256 of each of its files, by path. */
  public SortedMap<String, String> hashes() {
    return hashes;
  }

  /** The parts of the register, in order. */
  public List<Theme> themes() {
    return themes;
  }

  /** The indicators, in register order. */
  public List<Indicator> indicators() {
    return List.copyOf(indicators.values());
  }

  /** The indicator of an id. */
  public Optional<Indicator> indicator(String indicator) {
    return Optional.ofNullable(indicators.get(indicator));
  }

  /** Its codes and names. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Its sources and excerpts. */
  public SourceLibrary library() {
    return library;
  }

  /** The points on which its passages differ. */
  public List<Disagreement> disagreements() {
    return disagreements;
  }

  /** Its compiled rules. */
  public Rules rules() {
    return rules;
  }

  /** How the words of a profile resolve in this rulebook. */
  public Terms terms() {
    return new VocabularyTerms(vocabulary);
  }
}
