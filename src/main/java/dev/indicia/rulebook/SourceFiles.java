package dev.indicia.rulebook;

import dev.indicia.profile.NearMiss;
import dev.indicia.source.CitedWork;
import dev.indicia.source.Excerpt;
import dev.indicia.source.FootnoteMarks;
import dev.indicia.source.Source;
import dev.indicia.source.Stance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads {@code sources/*.json}: the shape of the records. What they say is checked elsewhere. */
final class SourceFiles {
  private static final List<String> STANCES =
      Arrays.stream(Stance.values()).map(Stance::code).toList();

  private final RulebookFiles files;
  private final Consumer<Problem> problems;

  SourceFiles(RulebookFiles files, Consumer<Problem> problems) {
    this.files = files;
    this.problems = problems;
  }

  /** The sources of these ids, each from its file; without those that cannot be read. */
  List<Source> read(List<String> ids) {
    for (String id : idsIn(files)) {
      if (!ids.contains(id)) {
        problems.accept(
            new Problem(
                "sources/" + id + ".json",
                "not-listed",
                "This source is not listed under 'sources' in rulebook.json. List it, in corpus"
                    + " order, or remove the file."));
      }
    }
    return ids.stream().map(this::read).flatMap(Optional::stream).toList();
  }

  /** The ids of the sources that have a file, listed or not. */
  static List<String> idsIn(RulebookFiles files) {
    return files.namesIn("sources/").stream()
        .map(file -> file.substring("sources/".length(), file.length() - ".json".length()))
        .toList();
  }

  private Optional<Source> read(String id) {
    return JsonRecord.of(files, "sources/" + id + ".json", problems).map(in -> read(id, in));
  }

  private static Source read(String id, JsonRecord in) {
    String recordId = in.text("id");
    if (!recordId.isEmpty() && !recordId.equals(id)) {
      in.problem("id", "misplaced", "The id is not the file's name. Rename one of them.");
    }
    Map<String, List<CitedWork>> footnotes = footnotes(in);
    List<Excerpt> excerpts = new ArrayList<>();
    for (JsonRecord excerpt : in.objects("excerpts")) {
      excerpts.add(excerpt(id, excerpt, footnotes));
    }
    Source source =
        new Source(
            id,
            in.text("title"),
            in.text("publisher"),
            in.optionalText("issued"),
            in.text("citation"),
            in.text("rights"),
            in.text("sha256"),
            in.number("length"),
            in.text("language"),
            in.number("quotable"),
            marks(in),
            footnotes,
            in.objects("description").stream().map(SourceFiles::statement).toList(),
            in.objects("citedPublishers").stream().map(SourceFiles::publisherNote).toList(),
            in.objects("searched").stream().map(SourceFiles::searched).toList(),
            excerpts);
    in.nothingElse();
    return source;
  }

  private static FootnoteMarks marks(JsonRecord in) {
    String name = in.text("footnoteMarks");
    for (FootnoteMarks marks : FootnoteMarks.values()) {
      if (marks.name().toLowerCase(Locale.ROOT).equals(name)) {
        return marks;
      }
    }
    if (!name.isEmpty()) {
      in.problem(
          "footnoteMarks",
          "not-allowed",
          "This is no kind of mark. Allowed: none, bracketed, glued.");
    }
    return FootnoteMarks.NONE;
  }

  private static Map<String, List<CitedWork>> footnotes(JsonRecord in) {
    Map<String, List<CitedWork>> footnotes = new LinkedHashMap<>();
    JsonRecord notes = in.object("footnotes").orElse(null);
    if (notes == null) {
      return footnotes;
    }
    for (String note : notes.names()) {
      List<CitedWork> works = new ArrayList<>();
      for (JsonRecord work : notes.objects(note)) {
        works.add(citedWork(note, work));
      }
      footnotes.put(note, List.copyOf(works));
    }
    return footnotes;
  }

  private static CitedWork citedWork(String footnote, JsonRecord in) {
    CitedWork work =
        new CitedWork(
            in.text("publisher"),
            in.optionalText("title"),
            in.optionalText("date"),
            in.optionalText("url"),
            in.optionalText("locator"),
            footnote);
    in.nothingElse();
    return work;
  }

  private static Source.Statement statement(JsonRecord in) {
    Source.Statement statement =
        new Source.Statement(in.text("aspect"), in.text("statement"), in.text("basis"));
    in.nothingElse();
    return statement;
  }

  private static Source.PublisherNote publisherNote(JsonRecord in) {
    Source.PublisherNote note =
        new Source.PublisherNote(in.text("name"), in.text("statement"), in.text("basis"));
    in.nothingElse();
    return note;
  }

  private static Source.Searched searched(JsonRecord in) {
    Source.Searched searched = new Source.Searched(in.text("indicator"), in.day("on"));
    in.nothingElse();
    return searched;
  }

  private static Excerpt excerpt(
      String source, JsonRecord in, Map<String, List<CitedWork>> footnotes) {
    List<String> notes = in.texts("footnotes");
    Set<CitedWork> cited = new LinkedHashSet<>();
    for (String note : notes) {
      if (footnotes.containsKey(note)) {
        cited.addAll(footnotes.getOrDefault(note, List.of()));
      } else {
        in.problem(
            "footnotes",
            "unknown-footnote",
            "The source's record has no note '" + note + "'. Add it under its 'footnotes'.");
      }
    }
    String language = in.optionalText("language");
    Excerpt excerpt =
        new Excerpt(
            in.text("id"),
            source,
            in.text("exact"),
            in.textOrEmpty("prefix"),
            in.textOrEmpty("suffix"),
            in.number("start"),
            in.number("end"),
            in.optionalNumber("page"),
            in.text("attribution"),
            in.text("voice"),
            language == null ? "en" : language,
            in.texts("stages"),
            in.texts("eventDates"),
            notes,
            List.copyOf(cited),
            in.optionalText("originGroup"),
            in.texts("tags"),
            in.day("checked"),
            links(in));
    in.nothingElse();
    return excerpt;
  }

  private static List<Excerpt.Link> links(JsonRecord in) {
    List<Excerpt.Link> links = new ArrayList<>();
    for (JsonRecord link : in.objects("links")) {
      links.add(link(link));
    }
    return links;
  }

  private static Excerpt.Link link(JsonRecord in) {
    String word = in.text("stance");
    Optional<Stance> stance = Stance.ofCode(word);
    if (!word.isEmpty() && stance.isEmpty()) {
      in.problem(
          "stance",
          "not-allowed",
          "This is no stance. Allowed: "
              + String.join(", ", STANCES)
              + "."
              + NearMiss.sentence(word, STANCES));
    }
    Excerpt.Link link =
        new Excerpt.Link(
            in.text("indicator"), stance.orElse(Stance.CONTEXT), in.textsByKey("facets"));
    in.nothingElse();
    return link;
  }
}
