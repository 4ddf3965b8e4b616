package dev.indicia.evaluation;

import dev.indicia.evaluation.EvidenceSummary.Entry;
import dev.indicia.evaluation.EvidenceSummary.FacetNote;
import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.evaluation.EvidenceSummary.Gap;
import dev.indicia.evaluation.EvidenceSummary.Link;
import dev.indicia.evaluation.EvidenceSummary.NotLinked;
import dev.indicia.evaluation.EvidenceSummary.Unrecognised;
import dev.indicia.json.CanonicalJson;
import dev.indicia.json.CanonicalJson.Fragment;
import dev.indicia.rulebook.Disagreement;
import dev.indicia.rulebook.Rule;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.source.CitedWork;
import dev.indicia.source.Excerpt;
import dev.indicia.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes evidence summaries by {@code /schemas/evidence-summary.json}, in the canonical form of RFC
 * 8785. What is the same in every summary of a rulebook is written once.
 */
public final class EvidenceSummaryWriter {
  private final Map<String, Fragment> excerpts = new HashMap<>();
  private final Map<String, Fragment> sources = new HashMap<>();
  private final Map<String, Fragment> rules = new HashMap<>();
  private final Rulebook rulebook;

  /** A writer for summaries of a rulebook. */
  public EvidenceSummaryWriter(Rulebook rulebook) {
    this.rulebook = rulebook;
    rulebook.library().excerpts().forEach(e -> excerpts.put(e.id(), Fragment.of(excerpt(e))));
    rulebook.library().sources().forEach(s -> sources.put(s.id(), Fragment.of(source(s))));
    rulebook
        .indicators()
        .forEach(
            indicator ->
                rules.put(
                    indicator.id(),
                    Fragment.of(
                        indicator.rules().stream().map(EvidenceSummaryWriter::rule).toList())));
  }

  /**
   * The canonical JSON of a summary.
   *
   * @throws IllegalArgumentException if the summary is of another rulebook
   */
  public String write(EvidenceSummary summary) {
    if (summary.rulebook() != rulebook) {
      throw new IllegalArgumentException("The summary is of another rulebook");
    }
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("summaryVersion", 1);
    out.put("caseReference", summary.profile().caseReference());
    out.put("kind", summary.profile().kind());
    out.put("asOf", summary.profile().asOf().toString());
    out.put("profileSha256", summary.profile().sha256());
    out.put(
        "rulebook",
        Map.of("id", rulebook.id(), "version", rulebook.version(), "sha256", rulebook.sha256()));
    out.put("engine", Map.of("name", Engine.NAME, "version", Engine.VERSION));
    out.put("notice", rulebook.notice());
    out.put("indicators", summary.entries().stream().map(this::entry).toList());
    out.put(
        "excerpts",
        summary.excerpts().stream()
            .map(e -> Objects.requireNonNull(excerpts.get(e.id())))
            .toList());
    out.put(
        "disagreements",
        summary.disagreements().stream().map(EvidenceSummaryWriter::disagreement).toList());
    out.put("unlinked", summary.unlinked().stream().map(EvidenceSummaryWriter::fact).toList());
    out.put(
        "unrecognised",
        summary.unrecognised().stream().map(EvidenceSummaryWriter::unrecognised).toList());
    out.put("statements", summary.profile().citedStatements());
    out.put(
        "sources",
        summary.sources().stream().map(s -> Objects.requireNonNull(sources.get(s.id()))).toList());
    return CanonicalJson.write(out);
  }

  private Map<String, @Nullable Object> entry(Entry entry) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", entry.indicator().id());
    out.put("theme", entry.indicator().theme());
    out.put("label", entry.indicator().label());
    out.put("definition", entry.indicator().definition());
    out.put("status", entry.status().code());
    out.put("facts", entry.facts().stream().map(EvidenceSummaryWriter::fact).toList());
    out.put("missing", entry.missing().stream().map(EvidenceSummaryWriter::gap).toList());
    out.put("rules", rules.get(entry.indicator().id()));
    out.put("links", entry.links().stream().map(EvidenceSummaryWriter::link).toList());
    out.put("notLinked", entry.notLinked().stream().map(EvidenceSummaryWriter::notLinked).toList());
    return out;
  }

  private static Map<String, @Nullable Object> fact(Fact fact) {
    return Map.of("pointer", fact.pointer(), "value", fact.value());
  }

  private static Map<String, @Nullable Object> gap(Gap gap) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("pointer", gap.missing().pointer());
    out.put("cause", gap.missing().cause().code());
    gap.reason().ifPresent(reason -> out.put("reason", reason));
    return out;
  }

  private static Map<String, @Nullable Object> rule(Rule rule) {
    return Map.of("name", rule.name(), "file", rule.file(), "sha256", rule.sha256());
  }

  private static Map<String, @Nullable Object> link(Link link) {
    return Map.of(
        "excerpt", link.excerpt(),
        "stance", link.stance().code(),
        "linkedBecause", link.linkedBecause().stream().map(EvidenceSummaryWriter::facet).toList(),
        "notMet", link.notMet().stream().map(EvidenceSummaryWriter::facet).toList());
  }

  private static Map<String, @Nullable Object> notLinked(NotLinked notLinked) {
    return Map.of("excerpt", notLinked.excerpt(), "facet", facet(notLinked.facet()));
  }

  private static Map<String, @Nullable Object> facet(FacetNote note) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("facet", note.facet());
    out.put("value", note.values());
    if (note.pointer() != null) {
      out.put("pointer", note.pointer());
    }
    return out;
  }

  private static Map<String, @Nullable Object> disagreement(Disagreement disagreement) {
    return Map.of(
        "id", disagreement.id(),
        "topic", disagreement.topic(),
        "excerpts", disagreement.excerpts());
  }

  private static Map<String, @Nullable Object> unrecognised(Unrecognised unrecognised) {
    return Map.of(
        "pointer", unrecognised.term().pointer(),
        "value", unrecognised.term().value(),
        "vocabulary", unrecognised.term().vocabulary(),
        "readBy", unrecognised.readBy());
  }

  /** A passage, as a summary and the service show it. */
  public static Map<String, @Nullable Object> excerpt(Excerpt excerpt) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", excerpt.id());
    out.put("source", excerpt.source());
    out.put("exact", excerpt.exact());
    out.put("prefix", excerpt.prefix());
    out.put("suffix", excerpt.suffix());
    out.put("start", excerpt.start());
    out.put("end", excerpt.end());
    out.put("page", excerpt.page());
    out.put("attribution", excerpt.attribution());
    out.put("voice", excerpt.voice());
    out.put("language", excerpt.language());
    out.put("stages", excerpt.stages());
    out.put("eventDates", excerpt.eventDates());
    out.put("citedSources", citedSources(excerpt));
    out.put("originGroup", excerpt.originGroup());
    out.put("tags", excerpt.tags());
    return out;
  }

  /** The schema has no place for a page of a cited work: it stands with the title. */
  private static List<Map<String, String>> citedSources(Excerpt excerpt) {
    List<Map<String, String>> out = new ArrayList<>();
    for (CitedWork work : excerpt.citedSources()) {
      Map<String, String> one = new LinkedHashMap<>();
      one.put("publisher", work.publisher());
      if (work.title() != null) {
        one.put(
            "title", work.locator() == null ? work.title() : work.title() + ", " + work.locator());
      }
      if (work.date() != null) {
        one.put("date", work.date());
      }
      if (work.url() != null) {
        one.put("url", work.url());
      }
      one.put("footnote", work.footnote());
      out.add(one);
    }
    return out;
  }

  /** What identifies a source, as a summary and the service show it. */
  public static Map<String, @Nullable Object> source(Source source) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", source.id());
    out.put("title", source.title());
    out.put("publisher", source.publisher());
    out.put("issued", source.issued());
    out.put("citation", source.citation());
    out.put("rights", source.rights());
    out.put("sha256", source.sha256());
    out.put("language", source.language());
    return out;
  }
}
