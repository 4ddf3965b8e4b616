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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An evidence summary as plain text for a terminal or a printer: theme by theme, each matched
 * indicator with its facts and passages, then what is not stated, then what is not matched. A
 * passage is printed in full where it is first named, under a number, and named by that number from
 * then on.
 */
public final class EvidenceSummaryText {
  private static final int WIDTH = 100;
  private static final int PREVIEW = 60;

  private final EvidenceSummary summary;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Excerpt> excerpts = new HashMap<>();
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  private EvidenceSummaryText(EvidenceSummary summary) {
    this.summary = summary;
    summary.excerpts().forEach(excerpt -> excerpts.put(excerpt.id(), excerpt));
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
    writeSources();
  }

  private void heading(String heading) {
    blank();
    line(0, heading.toUpperCase(java.util.Locale.ROOT));
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
    if (entry.links().isEmpty()) {
      line(4, "No passage is recorded for it in the listed sources.");
    }
    for (Stance stance : Stance.values()) {
      List<Link> links = entry.links().stream().filter(l -> l.stance() == stance).toList();
      if (!links.isEmpty()) {
        blank();
        line(4, heading(stance));
        links.forEach(this::writeLink);
      }
    }
    if (!entry.notLinked().isEmpty()) {
      blank();
      line(4, "Not linked, since the recorded facts state otherwise:");
      entry.notLinked().forEach(this::writeNotLinked);
    }
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
          .map(property -> property.getKey() + ": " + inWords(property.getValue()))
          .collect(Collectors.joining("; "));
    }
    if (value.isArray()) {
      return value.isEmpty()
          ? "none"
          : value.valueStream().map(EvidenceSummaryText::inWords).collect(Collectors.joining(", "));
    }
    return value.asString();
  }

  private void writeLink(Link link) {
    Integer known = numbers.get(link.excerpt());
    if (known != null) {
      line(6, "[" + known + "] above" + because(link) + preview(link.excerpt()));
      return;
    }
    writePassage(link.excerpt(), because(link));
  }

  private void writePassage(String id, String because) {
    Excerpt excerpt = Objects.requireNonNull(excerpts.get(id));
    numbers.put(id, numbers.size() + 1);
    line(6, "[" + numbers.get(id) + "] \u201C" + oneLine(excerpt.exact()) + "\u201D");
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
    line(10, String.join(" | ", about) + because);
    if (!excerpt.citedSources().isEmpty()) {
      line(
          10,
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
    String reason =
        " | "
            + facet.facet()
            + " is "
            + String.join(" or ", facet.values())
            + ", not as at "
            + facet.pointer();
    Integer known = numbers.get(passage.excerpt());
    if (known != null) {
      line(6, "[" + known + "] above" + reason + preview(passage.excerpt()));
    } else {
      writePassage(passage.excerpt(), reason);
    }
  }

  private String preview(String id) {
    String text = oneLine(Objects.requireNonNull(excerpts.get(id)).exact());
    String start =
        text.length() <= PREVIEW
            ? text
            : text.substring(0, Math.max(20, text.lastIndexOf(' ', PREVIEW))) + " \u2026";
    return " | \u201C" + start + "\u201D";
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
      for (String id : disagreement.excerpts()) {
        if (numbers.containsKey(id)) {
          line(6, "[" + numbers.get(id) + "] above" + preview(id));
        } else {
          writePassage(id, "");
        }
      }
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
