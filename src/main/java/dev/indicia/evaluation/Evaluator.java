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
  private final List<Indicator> indicators;
  private final ReadTerms readTerms;
  private final Map<String, PassageLinker> linkers = new HashMap<>();
  private final Map<String, Integer> corpusOrder = new HashMap<>();
  private final Map<String, List<Disagreement>> disagreementsOn = new HashMap<>();

  /** An evaluator for a rulebook. */
  public Evaluator(Rulebook rulebook) {
    this.rulebook = rulebook;
    this.indicators = rulebook.indicators();
    this.readTerms = ReadTerms.of(rulebook);
    for (Indicator indicator : indicators) {
      linkers.put(indicator.id(), new PassageLinker(indicator));
    }
    for (Excerpt excerpt : rulebook.library().excerpts()) {
      corpusOrder.put(excerpt.id(), corpusOrder.size());
    }
    for (Disagreement disagreement : rulebook.disagreements()) {
      for (String excerpt : disagreement.excerpts()) {
        disagreementsOn.computeIfAbsent(excerpt, id -> new ArrayList<>()).add(disagreement);
      }
    }
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
    Set<String> named = new HashSet<>();
    Set<Disagreement> touched = new HashSet<>();
    for (Indicator indicator : indicators) {
      IndicatorReading reading =
          IndicatorReading.of(findings.getOrDefault(indicator.id(), List.of()));
      Entry entry = entry(profile, indicator, reading);
      entries.add(entry);
      entry.facts().forEach(fact -> witnesses.add(fact.pointer()));
      for (EvidenceSummary.Link link : entry.links()) {
        named.add(link.excerpt());
        touched.addAll(disagreementsOn.getOrDefault(link.excerpt(), List.of()));
      }
      entry.notLinked().forEach(passage -> named.add(passage.excerpt()));
    }
    List<Disagreement> disagreements =
        rulebook.disagreements().stream().filter(touched::contains).toList();
    disagreements.forEach(disagreement -> named.addAll(disagreement.excerpts()));
    List<Excerpt> excerpts =
        named.stream()
            .sorted(Comparator.comparing(corpusOrder::get))
            .map(id -> rulebook.library().excerpt(id).orElseThrow())
            .toList();
    return new EvidenceSummary(
        profile,
        rulebook,
        entries,
        excerpts,
        disagreements,
        unlinked(profile, witnesses),
        profile.unrecognised().stream()
            .map(term -> new Unrecognised(term, readTerms.readBy(term.group(), term.field())))
            .toList(),
        sources(excerpts));
  }

  private Entry entry(Profile profile, Indicator indicator, IndicatorReading reading) {
    PassageLinker.Result passages =
        reading.status() == Status.MATCHED
            ? Objects.requireNonNull(linkers.get(indicator.id())).link(reading.witnesses())
            : PassageLinker.Result.NONE;
    return new Entry(
        indicator,
        reading.status(),
        reading.witnesses().stream().map(item -> fact(profile, item)).toList(),
        reading.missing().stream()
            .map(missing -> new Gap(missing, profile.reason(missing.pointer())))
            .toList(),
        passages.links(),
        passages.notLinked());
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

  private List<Source> sources(List<Excerpt> excerpts) {
    Set<String> quoted = new HashSet<>();
    excerpts.forEach(excerpt -> quoted.add(excerpt.source()));
    return rulebook.library().sources().stream()
        .filter(source -> quoted.contains(source.id()))
        .toList();
  }
}
