package dev.indicia.evaluation;

import dev.indicia.evaluation.EvidenceSummary.Entry;
import dev.indicia.evaluation.EvidenceSummary.FacetNote;
import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.evaluation.EvidenceSummary.Gap;
import dev.indicia.evaluation.EvidenceSummary.Link;
import dev.indicia.evaluation.EvidenceSummary.NotLinked;
import dev.indicia.evaluation.EvidenceSummary.Unrecognised;
import dev.indicia.json.CanonicalDocument;
import dev.indicia.json.CanonicalJson.Fragment;
import dev.indicia.json.CanonicalWriter;
import dev.indicia.profile.Profile;
import dev.indicia.rulebook.Disagreement;
import dev.indicia.rulebook.Indicator;
import dev.indicia.rulebook.Rule;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.source.CitedWork;
import dev.indicia.source.Excerpt;
import dev.indicia.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes evidence summaries by {@code /schemas/evidence-summary.json}, in the canonical form of RFC
 * 8785. What is the same in every summary of a rulebook is written when it is first needed, and
 * kept. Safe for use by several threads.
 */
public final class EvidenceSummaryWriter {
  /** Room for what is not a passage: entries, links and facts of a rich profile. */
  private static final int EXPECTED_BYTES = 192 * 1024;

  private final Kept<Fragment> excerpts = new Kept<>();
  private final Kept<Fragment> sources = new Kept<>();
  private final Kept<Fragment> disagreements = new Kept<>();
  private final Kept<Fragment> rules = new Kept<>();
  private final Rulebook rulebook;
  private final Fragment rulebookFragment;
  private final Fragment engine;

  /** A writer for summaries of a rulebook. */
  public EvidenceSummaryWriter(Rulebook rulebook) {
    this.rulebook = rulebook;
    this.rulebookFragment =
        Fragment.of(
            Map.of(
                "id", rulebook.id(), "version", rulebook.version(), "sha256", rulebook.sha256()));
    this.engine = Fragment.of(Map.of("name", Engine.NAME, "version", Engine.VERSION));
  }

  private Fragment written(Excerpt excerpt) {
    return excerpts.get(excerpt.id(), () -> Fragment.of(excerpt(excerpt)));
  }

  private Fragment written(Source source) {
    return sources.get(source.id(), () -> Fragment.of(source(source)));
  }

  private Fragment written(Disagreement disagreement) {
    return disagreements.get(disagreement.id(), () -> Fragment.of(disagreement(disagreement)));
  }

  private Fragment rules(Indicator indicator) {
    return rules.get(
        indicator.id(),
        () -> Fragment.of(indicator.rules().stream().map(EvidenceSummaryWriter::rule).toList()));
  }

  /**
   * The canonical JSON of a summary.
   *
   * @throws IllegalArgumentException if the summary is of another rulebook
   */
  public CanonicalDocument write(EvidenceSummary summary) {
    if (summary.rulebook() != rulebook) {
      throw new IllegalArgumentException("The summary is of another rulebook");
    }
    Profile profile = summary.profile();
    CanonicalWriter out = new CanonicalWriter(EXPECTED_BYTES);
    out.beginObject();
    out.key("asOf").string(profile.asOf().toString());
    out.key("caseReference").string(profile.caseReference());
    out.key("disagreements").beginList();
    for (Disagreement disagreement : summary.disagreements()) {
      out.fragment(written(disagreement));
    }
    out.endList();
    out.key("engine").fragment(engine);
    out.key("excerpts").beginList();
    for (Excerpt excerpt : summary.excerpts()) {
      out.fragment(written(excerpt));
    }
    out.endList();
    out.key("indicators").beginList();
    for (Entry entry : summary.entries()) {
      writeEntry(out, entry);
    }
    out.endList();
    out.key("kind").string(profile.kind());
    out.key("notice").string(rulebook.notice());
    out.key("profileSha256").string(profile.sha256());
    out.key("rulebook").fragment(rulebookFragment);
    out.key("sources").beginList();
    for (Source source : summary.sources()) {
      out.fragment(written(source));
    }
    out.endList();
    out.key("statements").beginList();
    for (Fragment statement : profile.citedStatements()) {
      out.fragment(statement);
    }
    out.endList();
    out.key("summaryVersion").number(1);
    out.key("unlinked").beginList();
    for (Fact fact : summary.unlinked()) {
      writeFact(out, fact);
    }
    out.endList();
    out.key("unrecognised").beginList();
    for (Unrecognised term : summary.unrecognised()) {
      writeUnrecognised(out, term);
    }
    out.endList();
    return out.endObject().toDocument();
  }

  private void writeEntry(CanonicalWriter out, Entry entry) {
    out.beginObject();
    out.key("definition").string(entry.indicator().definition());
    out.key("facts").beginList();
    for (Fact fact : entry.facts()) {
      writeFact(out, fact);
    }
    out.endList();
    out.key("id").string(entry.indicator().id());
    out.key("label").string(entry.indicator().label());
    out.key("links").beginList();
    for (Link link : entry.links()) {
      writeLink(out, link);
    }
    out.endList();
    out.key("missing").beginList();
    for (Gap gap : entry.missing()) {
      writeGap(out, gap);
    }
    out.endList();
    out.key("notLinked").beginList();
    for (NotLinked passage : entry.notLinked()) {
      writeNotLinked(out, passage);
    }
    out.endList();
    out.key("rules").fragment(rules(entry.indicator()));
    out.key("status").string(entry.status().code());
    out.key("theme").string(entry.indicator().theme());
    out.endObject();
  }

  private static void writeFact(CanonicalWriter out, Fact fact) {
    out.beginObject();
    out.key("pointer").string(fact.pointer());
    out.key("value").fragment(fact.value());
    out.endObject();
  }

  private static void writeGap(CanonicalWriter out, Gap gap) {
    out.beginObject();
    out.key("cause").string(gap.missing().cause().code());
    out.key("pointer").string(gap.missing().pointer());
    gap.reason().ifPresent(reason -> out.key("reason").string(reason));
    out.endObject();
  }

  private static void writeLink(CanonicalWriter out, Link link) {
    out.beginObject();
    out.key("excerpt").string(link.excerpt());
    out.key("linkedBecause").beginList();
    for (FacetNote note : link.facets().met()) {
      writeNote(out, note);
    }
    out.endList();
    out.key("notMet").beginList();
    for (FacetNote note : link.facets().notMet()) {
      writeNote(out, note);
    }
    out.endList();
    out.key("stance").string(link.stance().code());
    out.endObject();
  }

  private static void writeNotLinked(CanonicalWriter out, NotLinked notLinked) {
    out.beginObject();
    out.key("excerpt").string(notLinked.excerpt());
    writeNote(out.key("facet"), notLinked.facet());
    out.endObject();
  }

  private static void writeNote(CanonicalWriter out, FacetNote note) {
    out.beginObject();
    out.key("facet").string(note.facet());
    if (note.pointer() != null) {
      out.key("pointer").string(note.pointer());
    }
    out.key("value").beginList();
    for (String value : note.values()) {
      out.string(value);
    }
    out.endList();
    out.endObject();
  }

  private static void writeUnrecognised(CanonicalWriter out, Unrecognised unrecognised) {
    out.beginObject();
    out.key("pointer").string(unrecognised.term().pointer());
    out.key("readBy").beginList();
    for (String indicator : unrecognised.readBy()) {
      out.string(indicator);
    }
    out.endList();
    out.key("value").string(unrecognised.term().value());
    out.key("vocabulary").string(unrecognised.term().vocabulary());
    out.endObject();
  }

  private static Map<String, @Nullable Object> rule(Rule rule) {
    return Map.of("name", rule.name(), "file", rule.file(), "sha256", rule.sha256());
  }

  private static Map<String, @Nullable Object> disagreement(Disagreement disagreement) {
    return Map.of(
        "id", disagreement.id(),
        "topic", disagreement.topic(),
        "excerpts", disagreement.excerpts());
  }

  /** A passage, as a summary and the service show it; in the order in which it is written. */
  public static Map<String, @Nullable Object> excerpt(Excerpt excerpt) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("attribution", excerpt.attribution());
    out.put("citedSources", citedSources(excerpt));
    out.put("end", excerpt.end());
    out.put("eventDates", excerpt.eventDates());
    out.put("exact", excerpt.exact());
    out.put("id", excerpt.id());
    out.put("language", excerpt.language());
    out.put("originGroup", excerpt.originGroup());
    out.put("page", excerpt.page());
    out.put("prefix", excerpt.prefix());
    out.put("source", excerpt.source());
    out.put("stages", excerpt.stages());
    out.put("start", excerpt.start());
    out.put("suffix", excerpt.suffix());
    out.put("tags", excerpt.tags());
    out.put("voice", excerpt.voice());
    return out;
  }

  /** The schema has no place for a page of a cited work: it stands with the title. */
  private static List<Map<String, String>> citedSources(Excerpt excerpt) {
    List<Map<String, String>> out = new ArrayList<>();
    for (CitedWork work : excerpt.citedSources()) {
      Map<String, String> one = new LinkedHashMap<>();
      if (work.date() != null) {
        one.put("date", work.date());
      }
      one.put("footnote", work.footnote());
      one.put("publisher", work.publisher());
      if (work.title() != null) {
        one.put(
            "title", work.locator() == null ? work.title() : work.title() + ", " + work.locator());
      }
      if (work.url() != null) {
        one.put("url", work.url());
      }
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
