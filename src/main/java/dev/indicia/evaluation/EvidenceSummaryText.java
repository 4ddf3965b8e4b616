package dev.indicia.evaluation;

import dev.indicia.evaluation.EvidenceSummary.Entry;
import dev.indicia.evaluation.EvidenceSummary.FacetNote;
import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.evaluation.EvidenceSummary.Gap;
import dev.indicia.evaluation.EvidenceSummary.Link;
import dev.indicia.evaluation.EvidenceSummary.NotLinked;
import dev.indicia.evaluation.EvidenceSummary.Unrecognised;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import dev.indicia.rulebook.Disagreement;
import dev.indicia.rulebook.IndicatorReading.Status;
import dev.indicia.rulebook.Theme;
import dev.indicia.source.CitedWork;
import dev.indicia.source.Excerpt;
import dev.indicia.source.Source;
import dev.indicia.source.Stance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An evidence summary as plain text for a terminal or a printer: theme by theme, each matched
 * indicator with its facts and the beginning of each passage, then what is not stated, then what is
 * not matched. Each passage stands once in full, with all that is known of it, at the end, in the
 * order of the corpus and under the number by which it is named: however often it is linked, it is
 * read once. Passages that go back to one origin stand together.
 */
public final class EvidenceSummaryText {
  private static final int WIDTH = 100;
  private static final int PREVIEW = 150;

  private final EvidenceSummary summary;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Excerpt> excerpts = new HashMap<>();
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  private EvidenceSummaryText(EvidenceSummary summary) {
    this.summary = summary;
    for (Excerpt excerpt : summary.excerpts()) {
      excerpts.put(excerpt.id(), excerpt);
      numbers.put(excerpt.id(), numbers.size() + 1);
    }
    summary.sources().forEach(source -> sources.put(source.id(), source));
  }

  /** The text of a summary, with a line break at its end. */
  public static String of(EvidenceSummary summary) {
    EvidenceSummaryText text = new EvidenceSummaryText(summary);
    text.write();
    return text.out.toString();
  }

  private void write() {
    line(0, "EVIDENCE SUMMARY");
    line(
        0,
        "case "
            + summary.profile().caseReference()
            + " ("
            + summary.profile().kind()
            + "), for "
            + summary.profile().asOf());
    line(
        0,
        "rulebook "
            + summary.rulebook().id()
            + " "
            + summary.rulebook().version()
            + ", SHA-256 "
            + summary.rulebook().sha256());
    line(0, "profile SHA-256 " + summary.profile().sha256());
    line(0, "engine " + Engine.NAME + " " + Engine.VERSION);
    blank();
    line(0, summary.rulebook().notice());
    for (Theme theme : summary.rulebook().themes()) {
      writeTheme(theme);
    }
    writeDisagreements();
    writeUnlinked();
    writeUnrecognised();
    writeStatements();
    writePassages();
    writeSources();
  }

  private void heading(String heading) {
    blank();
    line(0, heading.toUpperCase(Locale.ROOT));
  }

  private void writeTheme(Theme theme) {
    heading(theme.label());
    List<Entry> entries =
        summary.entries().stream()
            .filter(entry -> entry.indicator().theme().equals(theme.id()))
            .toList();
    entries.stream().filter(e -> e.status() == Status.MATCHED).forEach(this::writeMatched);
    List<Entry> open = entries.stream().filter(e -> e.status() == Status.NOT_STATED).toList();
    if (!open.isEmpty()) {
      blank();
      line(2, "Not stated:");
      open.forEach(this::writeOpen);
    }
    List<Entry> others = entries.stream().filter(e -> e.status() == Status.NOT_MATCHED).toList();
    if (!others.isEmpty()) {
      blank();
      line(2, "Not matched by the recorded items:");
      others.forEach(entry -> line(4, "- " + entry.indicator().label()));
    }
  }

  private void writeMatched(Entry entry) {
    blank();
    line(2, "Matched: " + entry.indicator().label());
    line(4, entry.indicator().definition());
    entry.facts().forEach(fact -> writeFact(4, fact));
    if (entry.links().isEmpty() && entry.notLinked().isEmpty()) {
      line(4, "The listed sources hold no passage that is recorded for it.");
    }
    for (Stance stance : Stance.values()) {
      List<Link> links = entry.links().stream().filter(l -> l.stance() == stance).toList();
      if (!links.isEmpty()) {
        line(4, heading(stance));
        byOrigin(links).values().forEach(this::writeLinks);
      }
    }
    if (!entry.notLinked().isEmpty()) {
      line(4, "Not linked, since the recorded facts state otherwise:");
      entry.notLinked().forEach(this::writeNotLinked);
    }
  }

  /** Links by the origin of their passages, in the order in which an origin is first met. */
  private Map<String, List<Link>> byOrigin(List<Link> links) {
    Map<String, List<Link>> byOrigin = new LinkedHashMap<>();
    for (Link link : links) {
      String origin = excerpt(link.excerpt()).originGroup();
      byOrigin
          .computeIfAbsent(origin == null ? link.excerpt() : origin, key -> new ArrayList<>())
          .add(link);
    }
    return byOrigin;
  }

  private void writeLinks(List<Link> links) {
    if (links.size() > 1) {
      line(6, "One origin: " + excerpt(links.get(0).excerpt()).originGroup());
    }
    for (Link link : links) {
      writeShort(links.size() > 1 ? 8 : 6, link.excerpt(), because(link));
    }
  }

  private Excerpt excerpt(String id) {
    return Objects.requireNonNull(excerpts.get(id));
  }

  private static String heading(Stance stance) {
    return switch (stance) {
      case DOCUMENTS -> "Passages that document it:";
      case LIMITS -> "Passages that limit it or give another view:";
      case CONTEXT -> "Passages for background:";
    };
  }

  private void writeFact(int indent, Fact fact) {
    line(indent, "Fact " + fact.pointer() + ": " + inWords(tree(fact)));
  }

  private static JsonNode tree(Fact fact) {
    return tree(fact.value().json());
  }

  private static JsonNode tree(String json) {
    try {
      return StrictJson.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedJsonException e) {
      throw new IllegalStateException("Canonical JSON is well-formed", e);
    }
  }

  private static String inWords(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .filter(property -> !property.getValue().isNull())
          .map(property -> property.getKey() + ": " + nested(property.getValue()))
          .collect(Collectors.joining("; "));
    }
    if (value.isArray()) {
      return value.isEmpty()
          ? "none"
          : value.valueStream().map(EvidenceSummaryText::inWords).collect(Collectors.joining(", "));
    }
    return value.asString();
  }

  private static String nested(JsonNode value) {
    return value.isObject() ? "(" + inWords(value) + ")" : inWords(value);
  }

  private void writeShort(int indent, String id, String more) {
    Excerpt excerpt = excerpt(id);
    line(
        indent,
        "["
            + numbers.get(id)
            + "] \u201C"
            + beginning(excerpt.exact())
            + "\u201D "
            + excerpt.attribution()
            + more);
  }

  private static String beginning(String passage) {
    String text = oneLine(passage);
    return text.length() <= PREVIEW
        ? text
        : text.substring(0, Math.max(PREVIEW / 2, text.lastIndexOf(' ', PREVIEW))) + " \u2026";
  }

  private void writePassages() {
    if (summary.excerpts().isEmpty()) {
      return;
    }
    heading("The passages, word for word");
    summary.excerpts().forEach(this::writePassage);
  }

  private void writePassage(Excerpt excerpt) {
    blank();
    line(2, "[" + numbers.get(excerpt.id()) + "] \u201C" + oneLine(excerpt.exact()) + "\u201D");
    List<String> about = new ArrayList<>();
    about.add(excerpt.attribution());
    about.add(excerpt.source() + ", characters " + excerpt.start() + " to " + excerpt.end());
    if (!excerpt.stages().isEmpty()) {
      about.add("reports: " + String.join(", ", excerpt.stages()));
    }
    if (!excerpt.eventDates().isEmpty()) {
      about.add("events: " + String.join(", ", excerpt.eventDates()));
    }
    if (excerpt.originGroup() != null) {
      about.add("origin shared with other passages: " + excerpt.originGroup());
    }
    if (!excerpt.tags().isEmpty()) {
      about.add("in the text: " + String.join(", ", excerpt.tags()));
    }
    line(6, String.join(" | ", about));
    if (!excerpt.citedSources().isEmpty()) {
      line(
          6,
          "cites: "
              + excerpt.citedSources().stream()
                  .map(EvidenceSummaryText::citation)
                  .distinct()
                  .collect(Collectors.joining("; ")));
    }
  }

  private static String citation(CitedWork work) {
    StringBuilder citation = new StringBuilder(work.publisher());
    if (work.title() != null) {
      citation.append(", ").append(work.title());
    }
    if (work.locator() != null) {
      citation.append(", ").append(work.locator());
    }
    if (work.date() != null) {
      citation.append(", ").append(work.date());
    }
    return citation.toString();
  }

  private static String because(Link link) {
    StringBuilder because = new StringBuilder();
    if (!link.linkedBecause().isEmpty()) {
      because.append(" | linked because: ").append(notes(link.linkedBecause()));
    }
    if (!link.notMet().isEmpty()) {
      because.append(" | not met: ").append(notes(link.notMet()));
    }
    return because.toString();
  }

  private static String notes(List<FacetNote> notes) {
    return notes.stream()
        .map(note -> note.facet() + " " + String.join(" or ", note.values()))
        .collect(Collectors.joining(", "));
  }

  private void writeNotLinked(NotLinked passage) {
    FacetNote facet = passage.facet();
    writeShort(
        6,
        passage.excerpt(),
        " | "
            + facet.facet()
            + " is "
            + String.join(" or ", facet.values())
            + ", not as at "
            + facet.pointer());
  }

  private void writeOpen(Entry entry) {
    line(4, "- " + entry.indicator().label());
    line(
        6,
        "open at "
            + entry.missing().stream()
                .map(EvidenceSummaryText::gap)
                .collect(Collectors.joining(", ")));
  }

  private static String gap(Gap gap) {
    return gap.missing().pointer()
        + " ("
        + gap.missing().cause().code()
        + gap.reason().map(reason -> ", " + reason).orElse("")
        + ")";
  }

  private void writeDisagreements() {
    if (summary.disagreements().isEmpty()) {
      return;
    }
    heading("Points on which the sources differ");
    for (Disagreement disagreement : summary.disagreements()) {
      blank();
      line(2, disagreement.topic());
      disagreement.excerpts().forEach(id -> writeShort(4, id, ""));
    }
  }

  private void writeUnlinked() {
    if (summary.unlinked().isEmpty()) {
      return;
    }
    heading("Recorded items that no matched indicator rests on");
    summary.unlinked().forEach(fact -> writeFact(2, fact));
  }

  private void writeUnrecognised() {
    if (summary.unrecognised().isEmpty()) {
      return;
    }
    heading("Terms that the vocabulary does not know");
    for (Unrecognised unrecognised : summary.unrecognised()) {
      line(
          2,
          unrecognised.term().pointer()
              + ": \u201C"
              + unrecognised.term().value()
              + "\u201D ("
              + unrecognised.term().vocabulary()
              + "), read by "
              + (unrecognised.readBy().isEmpty()
                  ? "no indicator"
                  : String.join(", ", unrecognised.readBy())));
    }
  }

  private void writeStatements() {
    if (summary.profile().citedStatements().isEmpty()) {
      return;
    }
    heading("Statements that the facts cite");
    summary
        .profile()
        .citedStatements()
        .forEach(statement -> line(2, inWords(tree(statement.json()))));
  }

  private void writeSources() {
    if (sources.isEmpty()) {
      return;
    }
    heading("Sources");
    for (Source source : summary.sources()) {
      line(
          2,
          source.id()
              + ": "
              + source.citation()
              + ". "
              + source.rights()
              + ". SHA-256 "
              + source.sha256());
    }
  }

  /** The lines of a terminal are not those of the source; the JSON form keeps the source's. */
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private void blank() {
    out.append('\n');
  }

  private void line(int indent, String text) {
    String margin = " ".repeat(indent);
    StringBuilder line = new StringBuilder(margin);
    boolean first = true;
    for (String word : text.split(" ", -1)) {
      if (!first && line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line = new StringBuilder(margin);
        first = true;
      }
      if (!first) {
        line.append(' ');
      }
      line.append(word);
      first = false;
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
