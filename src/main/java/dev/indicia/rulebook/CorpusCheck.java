package dev.indicia.rulebook;

import dev.indicia.profile.Facet;
import dev.indicia.profile.NearMiss;
import dev.indicia.profile.RecordedDate;
import dev.indicia.source.Bibliography;
import dev.indicia.source.Excerpt;
import dev.indicia.source.Quotation;
import dev.indicia.source.Source;
import dev.indicia.source.SourceText;
import dev.indicia.vocabulary.Term;
import dev.indicia.vocabulary.Vocabulary;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Checks what the records of sources, excerpts and disagreements say, as far as no source text is
 * needed.
 */
final class CorpusCheck {
  private static final List<String> VOICES = List.of("own", "reported", "quoted");
  private static final List<String> STAGES =
      List.of(
          "accusation",
          "summons",
          "arrest",
          "charge",
          "trial",
          "conviction",
          "acquittal",
          "execution");
  private static final String INTERVAL =
      "YYYY, YYYY-MM or YYYY-MM-DD, with ~, ? or % at its end where needed, or two of them joined by"
          + " /, of which one may be .. for an open end";
  private static final String DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?";
  private static final String DATE_OR_INTERVAL =
      DATE + "|(" + DATE + "|\\.\\.)/(" + DATE + "|\\.\\.)";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Vocabulary vocabulary;
  private final Set<String> unreadableKinds;
  private final Set<String> indicators;
  private final Set<String> unreadableSources;
  private final Consumer<Problem> problems;
  private final Set<String> excerptIds = new TreeSet<>();
  private final Set<String> linkedExcerptIds = new HashSet<>();

  /**
   * A check.
   *
   * @param unreadableKinds kinds of the vocabulary whose file cannot be read: their codes are not
   *     missed
   * @param indicators ids of the register
   * @param unreadableSources ids of sources whose file cannot be read: their passages are not
   *     missed
   */
  CorpusCheck(
      Vocabulary vocabulary,
      Set<String> unreadableKinds,
      List<String> indicators,
      Set<String> unreadableSources,
      Consumer<Problem> problems) {
    this.vocabulary = vocabulary;
    this.unreadableKinds = Set.copyOf(unreadableKinds);
    this.indicators = new TreeSet<>(indicators);
    this.unreadableSources = Set.copyOf(unreadableSources);
    this.problems = problems;
  }

  void check(List<Source> sources, List<Disagreement> disagreements) {
    Map<String, Integer> origins = new HashMap<>();
    for (Source source : sources) {
      checkSource(source);
      for (Excerpt excerpt : source.excerpts()) {
        checkExcerpt(source, excerpt);
        if (excerpt.originGroup() != null) {
          origins.merge(excerpt.originGroup(), 1, Integer::sum);
        }
      }
      checkSilence(source);
    }
    origins.forEach(
        (origin, passages) -> {
          if (passages == 1 && unreadableSources.isEmpty()) {
            problems.accept(
                new Problem(
                    "sources",
                    "origin-of-one",
                    "Only one passage has the origin '"
                        + origin
                        + "'. An origin is named where passages share it: name it on the others, or"
                        + " take it out."));
          }
        });
    disagreements.forEach(this::checkDisagreement);
  }

  private void checkSource(Source source) {
    Excerpt last = null;
    int quoted = 0;
    Map<String, String> idsByText = new HashMap<>();
    for (Excerpt excerpt : source.excerpts()) {
      String other = idsByText.putIfAbsent(oneLine(excerpt.exact()), excerpt.id());
      if (last != null && excerpt.start() < last.start()) {
        report(excerpt, "order", "Excerpts stand in the order of the text. Move this one up.");
      }
      if (other != null) {
        report(excerpt, "duplicate", "'" + other + "' quotes the same words. Keep one.");
      } else if (last != null && excerpt.start() < last.end() && last.start() < excerpt.end()) {
        report(
            excerpt,
            "overlap",
            "This passage overlaps '"
                + last.id()
                + "' by "
                + (Math.min(last.end(), excerpt.end()) - excerpt.start())
                + " characters. Cut one of them.");
      }
      int from = Math.max(excerpt.start(), last == null ? 0 : last.end());
      quoted += Math.max(0, excerpt.end() - from);
      last = last == null || excerpt.end() > last.end() ? excerpt : last;
    }
    if (source.quotable() < 1 || source.quotable() > 100) {
      problem(source, "quotable", "This is no percentage. Allowed: 1 to 100.");
    } else if (source.length() > 0
        && (long) quoted * 100 > (long) source.length() * source.quotable()) {
      problem(
          source,
          "quoted-too-much",
          quoted
              + " of "
              + source.length()
              + " characters are quoted, more than "
              + source.quotable()
              + " percent. Quote less.");
    }
    if (!source.sha256().matches("[0-9a-f]{64}")) {
      problem(source, "source-hash", "This is no SHA-256. Take that of the source text's file.");
    }
  }

  private void checkExcerpt(Source source, Excerpt excerpt) {
    if (!excerpt.id().matches(source.id() + "\\.[a-z0-9]+(-[a-z0-9]+)*")) {
      report(
          excerpt,
          "excerpt-id",
          "An excerpt's id is its source's, a point, and words in small letters joined by hyphens.");
    }
    if (!excerptIds.add(excerpt.id())) {
      report(excerpt, "duplicate-id", "Another excerpt has this id. Rename one of them.");
    }
    int length = excerpt.exact().codePointCount(0, excerpt.exact().length());
    if (excerpt.end() - excerpt.start() != length) {
      report(
          excerpt,
          "offsets",
          "Its offsets span "
              + (excerpt.end() - excerpt.start())
              + " characters, its text has "
              + length
              + ". Take the record anew with 'cite'.");
    }
    if (excerpt.prefix().codePointCount(0, excerpt.prefix().length()) > SourceText.CONTEXT
        || excerpt.suffix().codePointCount(0, excerpt.suffix().length()) > SourceText.CONTEXT) {
      report(excerpt, "context", "A prefix or suffix has at most 32 characters.");
    }
    if (Quotation.cutsAWord(excerpt.prefix(), excerpt.exact())
        || Quotation.cutsAWord(excerpt.exact(), excerpt.suffix())) {
      report(excerpt, "inside-word", "It begins or ends inside a word. Quote whole words.");
    }
    if (Bibliography.runsOverNotes(source, excerpt.prefix(), excerpt.exact(), excerpt.suffix())) {
      report(
          excerpt,
          "footnote-block",
          "It runs over a note, an address or the number of a page. End it before them.");
    }
    if (Bibliography.isCitation(source, excerpt.exact())) {
      report(
          excerpt,
          "cited-title",
          "It is the title or the citation of a cited work, and no finding. Quote what the text says"
              + " itself.");
    }
    allowed(excerpt, "voice", List.of(excerpt.voice()), VOICES);
    allowed(excerpt, "stages", excerpt.stages(), STAGES);
    for (String date : excerpt.eventDates()) {
      if (!isDate(date)) {
        report(
            excerpt,
            "event-date",
            "'" + date + "' is no date or interval that is read. Allowed: " + INTERVAL + ".");
      }
    }
    checkLinks(excerpt);
  }

  /** Line breaks are where the page or the column ended. */
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private void checkLinks(Excerpt excerpt) {
    if (excerpt.links().isEmpty()) {
      report(excerpt, "no-link", "It bears on no indicator. Link it, or take it out.");
    }
    Set<String> linked = new HashSet<>();
    for (Excerpt.Link link : excerpt.links()) {
      if (!indicators.contains(link.indicator())) {
        report(
            excerpt,
            "unknown-indicator",
            "'"
                + link.indicator()
                + "' is not in the register."
                + NearMiss.sentence(link.indicator(), indicators));
      } else {
        linkedExcerptIds.add(excerpt.id());
      }
      if (!linked.add(link.indicator())) {
        report(
            excerpt,
            "duplicate-link",
            "It is linked to '" + link.indicator() + "' twice. Keep one link.");
      }
      link.facets().forEach((facet, values) -> checkFacet(excerpt, facet, values));
    }
  }

  private void checkFacet(Excerpt excerpt, String name, List<String> values) {
    List<String> known = Arrays.stream(Facet.values()).map(Facet::code).toList();
    if (Facet.ofCode(name).isEmpty()) {
      report(
          excerpt,
          "unknown-facet",
          "'"
              + name
              + "' is no facet. Known: "
              + String.join(", ", known)
              + "."
              + NearMiss.sentence(name, known));
      return;
    }
    Facet facet = Facet.ofCode(name).orElseThrow();
    if (values.isEmpty()) {
      report(
          excerpt, "facet-value", "Facet '" + name + "' has no value. Give one, or leave it out.");
    }
    if (facet.vocabulary().filter(unreadableKinds::contains).isPresent()) {
      return;
    }
    for (String value : values) {
      boolean valid =
          switch (facet) {
            case COUNTRY -> COUNTRIES.contains(value);
            case PERIOD -> isDate(value);
            default ->
                facet
                    .vocabulary()
                    .map(kind -> vocabulary.term(kind, value).isPresent())
                    .orElseGet(() -> facet.schemaValues().contains(value));
          };
      if (!valid) {
        report(
            excerpt,
            "facet-value",
            "'" + value + "' is no value of facet '" + name + "'. " + allowed(facet, value));
      }
    }
  }

  /** What a facet may hold, and what was probably meant. */
  private String allowed(Facet facet, String value) {
    if (facet == Facet.COUNTRY) {
      return "Allowed: assigned codes of ISO 3166-1 alpha-2.";
    }
    if (facet == Facet.PERIOD) {
      return "Allowed: " + INTERVAL + ".";
    }
    List<String> codes =
        facet
            .vocabulary()
            .map(kind -> vocabulary.terms(kind).stream().map(Term::code).toList())
            .orElseGet(() -> facet.schemaValues());
    return "Allowed: "
        + facet
            .vocabulary()
            .map(kind -> "the codes of vocabulary/" + kind + ".json")
            .orElseGet(() -> String.join(", ", codes))
        + "."
        + NearMiss.sentence(value, codes);
  }

  private static boolean isDate(String text) {
    if (!text.matches(DATE_OR_INTERVAL)) {
      return false;
    }
    try {
      for (String date : text.split("/", -1)) {
        if (!date.equals("..")) {
          RecordedDate.parse("", date);
        }
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void allowed(Excerpt excerpt, String field, List<String> values, List<String> allowed) {
    for (String value : values) {
      if (!allowed.contains(value)) {
        report(
            excerpt,
            field,
            "'"
                + value
                + "' is not allowed here. Allowed: "
                + String.join(", ", allowed)
                + "."
                + NearMiss.sentence(value, allowed));
      }
    }
  }

  /** Each indicator has a passage of the source, or a record that it was searched: never both. */
  private void checkSilence(Source source) {
    Set<String> linked = new HashSet<>();
    source
        .excerpts()
        .forEach(excerpt -> excerpt.links().forEach(link -> linked.add(link.indicator())));
    Set<String> searched = new HashSet<>();
    for (Source.Searched search : source.searched()) {
      searched.add(search.indicator());
      if (!indicators.contains(search.indicator())) {
        problem(
            source,
            "unknown-indicator",
            "'"
                + search.indicator()
                + "' under 'searched' is not in the register."
                + NearMiss.sentence(search.indicator(), indicators));
      }
    }
    for (String indicator : indicators) {
      if (linked.contains(indicator) && searched.contains(indicator)) {
        problem(
            source,
            "searched-and-found",
            "'" + indicator + "' has a passage here. Take it out of 'searched'.");
      } else if (!linked.contains(indicator) && !searched.contains(indicator)) {
        problem(
            source,
            "not-searched",
            "'"
                + indicator
                + "' has neither a passage here nor a record under 'searched'. Search the text, and"
                + " say so.");
      }
    }
  }

  private void checkDisagreement(Disagreement disagreement) {
    String place = "disagreements.json#" + disagreement.id();
    for (String excerpt : disagreement.excerpts()) {
      int point = excerpt.indexOf('.');
      boolean readable = point < 0 || !unreadableSources.contains(excerpt.substring(0, point));
      if (readable && !excerptIds.contains(excerpt)) {
        problems.accept(
            new Problem(
                place,
                "unknown-excerpt",
                "'" + excerpt + "' stands in no source." + NearMiss.sentence(excerpt, excerptIds)));
      }
    }
    if (new HashSet<>(disagreement.excerpts()).size() < 2) {
      problems.accept(
          new Problem(
              place, "one-sided", "A disagreement has at least two passages. Add the other."));
    }
    boolean known = excerptIds.containsAll(disagreement.excerpts());
    if (known && Collections.disjoint(linkedExcerptIds, disagreement.excerpts())) {
      problems.accept(
          new Problem(
              place,
              "unreachable",
              "None of its passages is linked to an indicator of the register, so that no summary"
                  + " shows it. Link one, or take the disagreement out."));
    }
  }

  private void report(Excerpt excerpt, String code, String message) {
    problems.accept(
        new Problem("sources/" + excerpt.source() + ".json#" + excerpt.id(), code, message));
  }

  private void problem(Source source, String code, String message) {
    problems.accept(new Problem("sources/" + source.id() + ".json", code, message));
  }
}
