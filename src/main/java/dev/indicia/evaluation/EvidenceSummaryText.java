package dev.indicia.evaluation;

import dev.indicia.evaluation.EvidenceSummary.Entry;
import dev.indicia.evaluation.EvidenceSummary.FacetNote;
import dev.indicia.evaluation.EvidenceSummary.Fact;
import dev.indicia.evaluation.EvidenceSummary.Gap;
import dev.indicia.evaluation.EvidenceSummary.Link;
import dev.indicia.evaluation.EvidenceSummary.NotLinked;
import dev.indicia.evaluation.EvidenceSummary.Unrecognised;
import dev.indicia.profile.Cause;
import dev.indicia.profile.FactGroup;
import dev.indicia.profile.Pointers;
import dev.indicia.rulebook.Disagreement;
import dev.indicia.rulebook.IndicatorReading.Status;
import dev.indicia.rulebook.Theme;
import dev.indicia.source.CitedWork;
import dev.indicia.source.Excerpt;
import dev.indicia.source.Source;
import dev.indicia.source.Stance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An evidence summary as plain text for a terminal or a printer. The recorded facts come first,
 * each once; then theme by theme what is matched, with the beginning of each passage, what is not
 * stated and what is not matched; at the end each passage once in full, with all that is known of
 * it. Passages are numbered in the order of the corpus, facts in the order of the profile, and
 * named by their numbers. Passages that go back to one origin stand together.
 */
public final class EvidenceSummaryText {
  private static final int WIDTH = 100;
  private static final int BEGINNING = 150;

  /** Where lines of recorded words go on: no line of ours begins there. */
  private static final int BEHIND = 5;

  private final EvidenceSummary summary;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Excerpt> excerpts = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> factNumbers = new HashMap<>();

  /** The passages whose beginning has been printed under an indicator. */
  private final Set<String> begun = new HashSet<>();

  private EvidenceSummaryText(EvidenceSummary summary) {
    this.summary = summary;
    for (Excerpt excerpt : summary.excerpts()) {
      excerpts.put(excerpt.id(), excerpt);
      numbers.put(excerpt.id(), numbers.size() + 1);
    }
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
    writeFacts();
    summary.rulebook().themes().forEach(this::writeTheme);
    writeUnlinked();
    writeUnrecognised();
    writeReasons();
    writeDisagreements();
    writePassages();
    writeSources();
  }

  private void writeFacts() {
    List<Fact> facts =
        Stream.concat(
                summary.entries().stream().flatMap(entry -> entry.facts().stream()),
                summary.unlinked().stream())
            .distinct()
            .sorted(Comparator.comparing(Fact::pointer, Pointers.ORDER))
            .toList();
    List<String> none = recordedAsNone();
    if (facts.isEmpty() && none.isEmpty()) {
      return;
    }
    heading("The recorded facts");
    FactWords words = new FactWords(summary.profile(), summary.rulebook().terms());
    for (Fact fact : facts) {
      factNumbers.put(fact.pointer(), factNumbers.size() + 1);
      lines(
          2,
          BEHIND,
          factNumber(fact.pointer()) + " " + words.of(fact) + " (" + fact.pointer() + ")");
    }
    if (!none.isEmpty()) {
      line(2, "Recorded as none: " + String.join(", ", none));
    }
  }

  /** The groups of which the profile says that there is nothing to record. */
  private List<String> recordedAsNone() {
    Set<FactGroup> others = EnumSet.noneOf(FactGroup.class);
    summary.profile().items().forEach(item -> others.add(item.group()));
    summary.profile().unrecorded().forEach(item -> others.add(item.group()));
    return Arrays.stream(FactGroup.values())
        .filter(group -> !others.contains(group))
        .map(FactGroup::pointer)
        .toList();
  }

  private String factNumber(String pointer) {
    return "F" + factNumbers.get(pointer);
  }

  private void writeTheme(Theme theme) {
    heading(theme.label());
    List<Entry> entries =
        summary.entries().stream()
            .filter(entry -> entry.indicator().theme().equals(theme.id()))
            .toList();
    entries.stream().filter(e -> e.status() == Status.MATCHED).forEach(this::writeMatched);
    writeOpen(entries.stream().filter(e -> e.status() == Status.NOT_STATED).toList());
    List<Entry> others = entries.stream().filter(e -> e.status() == Status.NOT_MATCHED).toList();
    if (!others.isEmpty()) {
      blank();
      line(2, "Not matched by the recorded items:");
      others.forEach(entry -> line(4, "- " + name(entry)));
    }
  }

  private void writeMatched(Entry entry) {
    blank();
    line(2, "Matched: " + name(entry));
    line(4, entry.indicator().definition());
    line(
        4,
        "Rests on "
            + entry.facts().stream()
                .map(fact -> factNumber(fact.pointer()))
                .collect(Collectors.joining(", "))
            + ".");
    if (entry.links().isEmpty() && entry.notLinked().isEmpty()) {
      line(4, "The listed sources hold no passage that is recorded for it.");
    }
    Set<FacetNote> common = sharedByAll(entry.links());
    if (!common.isEmpty()) {
      line(4, "All passages are linked because: " + words(common));
    }
    for (Stance stance : Stance.values()) {
      List<Link> links = entry.links().stream().filter(l -> l.stance() == stance).toList();
      if (!links.isEmpty()) {
        line(4, heading(stance));
        List<Link> again = links.stream().filter(l -> begun.contains(l.excerpt())).toList();
        List<Link> first = links.stream().filter(l -> begun.add(l.excerpt())).toList();
        byOrigin(first).values().forEach(together -> writeLinks(together, common));
        writeAgain(again, common);
      }
    }
    if (!entry.notLinked().isEmpty()) {
      line(4, "Passages left out, since the recorded facts state otherwise:");
      entry.notLinked().forEach(this::writeNotLinked);
    }
  }

  /** Passages begun above with the same facets stand in one line. */
  private void writeAgain(List<Link> links, Set<FacetNote> common) {
    Map<String, List<String>> byFacets = new LinkedHashMap<>();
    for (Link link : links) {
      byFacets.computeIfAbsent(because(link, common), key -> new ArrayList<>()).add(link.excerpt());
    }
    byFacets.forEach(
        (because, ids) -> line(6, "Begun above: " + bracketed(ids.stream()) + because));
  }

  /** An indicator in words, and by the id that the service and the rulebook know it by. */
  private static String name(Entry entry) {
    return entry.indicator().label() + " (" + entry.indicator().id() + ")";
  }

  private static String heading(Stance stance) {
    return switch (stance) {
      case DOCUMENTS -> "Passages that report such circumstances:";
      case LIMITS -> "Passages that limit such reports or give another view:";
      case CONTEXT -> "Passages for background:";
    };
  }

  /** What every passage of an indicator is linked because of is said once. */
  private static Set<FacetNote> sharedByAll(List<Link> links) {
    if (links.size() < 2) {
      return Set.of();
    }
    Set<FacetNote> shared = new LinkedHashSet<>(links.get(0).facets().met());
    links.forEach(link -> shared.retainAll(link.facets().met()));
    return shared;
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

  private void writeLinks(List<Link> together, Set<FacetNote> common) {
    boolean several = together.size() > 1;
    if (several) {
      line(6, "One origin: " + excerpt(together.get(0).excerpt()).originGroup());
    }
    for (Link link : together) {
      writeShort(several ? 8 : 6, link.excerpt(), because(link, common));
    }
  }

  private String because(Link link, Set<FacetNote> common) {
    StringBuilder because = new StringBuilder();
    append(
        because,
        "linked because",
        link.facets().met().stream().filter(note -> !common.contains(note)).toList());
    append(
        because,
        "not recorded",
        link.facets().notMet().stream().filter(n -> n.pointer() == null).toList());
    append(
        because,
        "recorded otherwise",
        link.facets().notMet().stream().filter(n -> n.pointer() != null).toList());
    return because.toString();
  }

  private static void append(StringBuilder because, String what, List<FacetNote> notes) {
    if (!notes.isEmpty()) {
      because.append(" | ").append(what).append(": ");
      because.append(words(notes));
    }
  }

  private static String words(Collection<FacetNote> notes) {
    return notes.stream().map(EvidenceSummaryText::words).collect(Collectors.joining(", "));
  }

  private static String words(FacetNote note) {
    return note.facet() + " " + String.join(" or ", note.values());
  }

  private Excerpt excerpt(String id) {
    return Objects.requireNonNull(excerpts.get(id));
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
    return text.length() <= BEGINNING
        ? text
        : text.substring(0, Math.max(BEGINNING / 2, text.lastIndexOf(' ', BEGINNING))) + " \u2026";
  }

  private void writeNotLinked(NotLinked passage) {
    FacetNote facet = passage.facet();
    line(
        6,
        "["
            + numbers.get(passage.excerpt())
            + "] "
            + excerpt(passage.excerpt()).attribution()
            + ": it speaks of "
            + words(facet)
            + ", not of what "
            + facet.pointer()
            + " states");
  }

  /** Indicators that the same parts leave open stand together: what to ask for is said once. */
  private void writeOpen(List<Entry> open) {
    if (open.isEmpty()) {
      return;
    }
    blank();
    line(2, "Not stated:");
    Map<String, List<String>> byGaps = new LinkedHashMap<>();
    for (Entry entry : open) {
      String gaps =
          entry.missing().stream().map(EvidenceSummaryText::gap).collect(Collectors.joining("; "));
      byGaps.computeIfAbsent(gaps, key -> new ArrayList<>()).add(name(entry));
    }
    byGaps.forEach(
        (gaps, indicators) -> {
          line(4, gaps);
          indicators.forEach(indicator -> line(6, "- leaves open: " + indicator));
        });
  }

  private static String gap(Gap gap) {
    return gap.missing().pointer()
        + " "
        + words(gap.missing().cause())
        + gap.reason().map(EvidenceSummaryText::reason).orElse("");
  }

  private static String reason(@Nullable String reason) {
    return " (" + reason + ")";
  }

  private static String words(Cause cause) {
    return switch (cause) {
      case GROUP_ABSENT -> "has nothing recorded";
      case ABSENT -> "is not recorded";
      case INCOMPLETE -> "may hold more than is recorded";
      case UNKNOWN -> "is recorded as unknown";
      case UNRECOGNISED -> "holds a term that the vocabulary does not know";
      case AMBIGUOUS -> "would tell apart the places of that name";
      case TOO_COARSE -> "is not given to the day";
      case UNCERTAIN -> "is recorded as uncertain";
    };
  }

  private void writeUnlinked() {
    if (summary.unlinked().isEmpty()) {
      return;
    }
    heading("Recorded items that no matched indicator rests on");
    line(
        2,
        summary.unlinked().stream()
            .map(fact -> factNumber(fact.pointer()) + " (" + fact.pointer() + ")")
            .collect(Collectors.joining(", ")));
  }

  private void writeUnrecognised() {
    if (summary.unrecognised().isEmpty()) {
      return;
    }
    heading("Terms that the vocabulary does not know");
    for (Unrecognised unrecognised : summary.unrecognised()) {
      lines(
          2,
          BEHIND,
          unrecognised.term().pointer()
              + ": "
              + FactWords.quoted(unrecognised.term().value())
              + " ("
              + unrecognised.term().vocabulary()
              + "), read by "
              + (unrecognised.readBy().isEmpty()
                  ? "no indicator"
                  : String.join(", ", unrecognised.readBy())));
    }
  }

  /** A reason beside a matched indicator is shown nowhere else. */
  private void writeReasons() {
    if (summary.profile().notStated().isEmpty()) {
      return;
    }
    heading("What the profile itself calls not stated");
    summary.profile().notStated().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Pointers.ORDER))
        .forEach(entry -> line(2, entry.getKey() + " (" + entry.getValue() + ")"));
  }

  private void writeDisagreements() {
    if (summary.disagreements().isEmpty()) {
      return;
    }
    heading("Points on which the sources differ");
    for (Disagreement disagreement : summary.disagreements()) {
      line(2, "- " + disagreement.topic() + " " + bracketed(disagreement.excerpts().stream()));
    }
  }

  private String bracketed(Stream<String> ids) {
    return ids.map(id -> "[" + numbers.get(id) + "]").collect(Collectors.joining(" "));
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
    about.add(excerpt.id() + ", characters " + excerpt.start() + " to " + excerpt.end());
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
    return Stream.of(work.publisher(), work.title(), work.locator(), work.date())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private void writeSources() {
    if (summary.sources().isEmpty()) {
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

  private void heading(String heading) {
    blank();
    line(0, heading.toUpperCase(Locale.ROOT));
  }

  private void blank() {
    out.append('\n');
  }

  private void line(int indent, String text) {
    lines(indent, indent, text);
  }

  /** One line, or several, of which all but the first begin further on. */
  private void lines(int indent, int further, String text) {
    String margin = " ".repeat(further);
    StringBuilder line = new StringBuilder(" ".repeat(indent));
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
