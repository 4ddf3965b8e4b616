package dev.indicia.evaluation;

import dev.indicia.evaluation.EvidenceSummary.Entry;
import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.evaluation.EvidenceSummary.Gap;
import dev.indicia.evaluation.EvidenceSummary.Unrecognised;
import dev.indicia.profile.Item;
import dev.indicia.profile.Pointers;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import dev.indicia.rulebook.Disagreement;
import dev.indicia.rulebook.Finding;
import dev.indicia.rulebook.Indicator;
import dev.indicia.rulebook.IndicatorReading;
import dev.indicia.rulebook.IndicatorReading.Status;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.source.Excerpt;
import dev.indicia.source.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads a profile by a rulebook. The same profile, rulebook and day give the same summary: it reads
 * no clock, and nothing depends on the order in which rules fire. Safe for use by several threads.
 */
public final class Evaluator {
  private final Rulebook rulebook;
  private final ReadTerms readTerms;
  private final List<Indicator> indicators;

  /** Made for an indicator when it is first matched. */
  private final Kept<PassageLinker> linkers = new Kept<>();

  /** Every excerpt, in corpus order: a set of excerpts is a set of places in this list. */
  private final List<Excerpt> corpus;

  private final Map<String, Integer> places = new HashMap<>();
  private final List<Quoting<Disagreement>> disagreements;
  private final List<Quoting<Source>> sources;

  /** An evaluator for a rulebook. */
  public Evaluator(Rulebook rulebook) {
    this.rulebook = rulebook;
    this.readTerms = new ReadTerms(rulebook);
    this.indicators = rulebook.indicators();
    this.corpus = rulebook.library().excerpts();
    corpus.forEach(excerpt -> places.put(excerpt.id(), places.size()));
    this.disagreements =
        rulebook.disagreements().stream()
            .map(each -> new Quoting<>(each, places(each.excerpts())))
            .toList();
    this.sources =
        rulebook.library().sources().stream()
            .map(
                each ->
                    new Quoting<>(each, places(each.excerpts().stream().map(Excerpt::id).toList())))
            .toList();
  }

  /** The rulebook that profiles are read by. */
  public Rulebook rulebook() {
    return rulebook;
  }

  /** A reader for the profiles that this evaluator takes. */
  public ProfileReader profileReader() {
    return new ProfileReader(rulebook.terms());
  }

  /** Reads every indicator of the register for a profile, and links its passages. */
  public EvidenceSummary evaluate(Profile profile) {
    Map<String, List<Finding>> findings = rulebook.rules().findings(profile);
    List<Entry> entries = new ArrayList<>(indicators.size());
    Set<String> witnesses = new HashSet<>();
    BitSet linked = new BitSet();
    BitSet notLinked = new BitSet();
    for (Indicator indicator : indicators) {
      IndicatorReading reading =
          IndicatorReading.of(findings.getOrDefault(indicator.id(), List.of()));
      PassageLinker.Result passages =
          reading.status() == Status.MATCHED
              ? linker(indicator).link(reading.witnesses(), linked, notLinked)
              : PassageLinker.Result.NONE;
      entries.add(entry(profile, indicator, reading, passages));
      reading.witnesses().forEach(item -> witnesses.add(item.pointer()));
    }
    BitSet named = new BitSet();
    named.or(linked);
    named.or(notLinked);
    List<Disagreement> touched = new ArrayList<>();
    for (Quoting<Disagreement> disagreement : disagreements) {
      if (disagreement.excerpts().intersects(linked)) {
        touched.add(disagreement.subject());
        named.or(disagreement.excerpts());
      }
    }
    return new EvidenceSummary(
        profile,
        rulebook,
        entries,
        named(named),
        touched,
        unlinked(profile, witnesses),
        profile.unrecognised().stream()
            .map(term -> new Unrecognised(term, readTerms.readBy(term.group(), term.field())))
            .toList(),
        sources.stream()
            .filter(source -> source.excerpts().intersects(named))
            .map(Quoting::subject)
            .toList());
  }

  private PassageLinker linker(Indicator indicator) {
    return linkers.get(indicator.id(), () -> new PassageLinker(indicator, places));
  }

  private static Entry entry(
      Profile profile,
      Indicator indicator,
      IndicatorReading reading,
      PassageLinker.Result passages) {
    List<Fact> facts = new ArrayList<>(reading.witnesses().size());
    reading.witnesses().forEach(item -> facts.add(fact(profile, item)));
    List<Gap> missing = new ArrayList<>(reading.missing().size());
    reading.missing().forEach(part -> missing.add(new Gap(part, profile.reason(part.pointer()))));
    return new Entry(
        indicator, reading.status(), facts, missing, passages.links(), passages.notLinked());
  }

  private static Fact fact(Profile profile, Item item) {
    return new Fact(item.pointer(), Objects.requireNonNull(profile.values().get(item.pointer())));
  }

  private static List<Fact> unlinked(Profile profile, Set<String> witnesses) {
    return profile.items().stream()
        .filter(item -> !witnesses.contains(item.pointer()))
        .map(item -> fact(profile, item))
        .sorted(Comparator.comparing(Fact::pointer, Pointers.ORDER))
        .toList();
  }

  private List<Excerpt> named(BitSet places) {
    List<Excerpt> excerpts = new ArrayList<>(places.cardinality());
    for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
      excerpts.add(corpus.get(i));
    }
    return excerpts;
  }

  private int place(String excerpt) {
    return Objects.requireNonNull(places.get(excerpt));
  }

  private BitSet places(List<String> excerpts) {
    BitSet set = new BitSet();
    excerpts.forEach(excerpt -> set.set(place(excerpt)));
    return set;
  }

  /** A disagreement or a source, with the places of its excerpts in the corpus. */
  private record Quoting<T>(T subject, BitSet excerpts) {}
}
