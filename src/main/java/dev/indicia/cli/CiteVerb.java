package dev.indicia.cli;

import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.source.CitedWork;
import dev.indicia.source.PassageFinder;
import dev.indicia.source.PassageFinder.Passage;
import dev.indicia.source.Source;
import dev.indicia.source.SourceText;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Finds a passage in a source text, and prints its record. */
final class CiteVerb extends Command {
  private final RulebookOption rulebook = new RulebookOption();

  private final OptionSpec sources = SourceTexts.option().required(true).build();

  private final PositionalParamSpec source =
      PositionalParamSpec.builder()
          .index("0")
          .arity("1")
          .required(true)
          .paramLabel("SOURCE")
          .type(String.class)
          .description("Id of the source.")
          .build();

  private final PositionalParamSpec text =
      PositionalParamSpec.builder()
          .index("1")
          .arity("1")
          .required(true)
          .paramLabel("TEXT")
          .type(String.class)
          .description(
              "The passage. White space, kinds of hyphen and quote mark, and case may differ, and"
                  + " notes' marks may be left out.")
          .build();

  CiteVerb() {
    super("cite", "Finds a passage in a source text and prints its record, ready to be filled in.");
    takes(rulebook.spec(), sources, source, text);
  }

  @Override
  public Integer call() throws IOException, InvalidRulebookException {
    Rulebook book = rulebook.load();
    PrintWriter err = err();
    Path folder = sources.getValue();
    String id = source.getValue();
    Optional<Source> cited = book.library().source(id);
    if (cited.isEmpty()) {
      throw misused(
          "There is no source '"
              + id
              + "'. Known: "
              + String.join(", ", book.library().sources().stream().map(Source::id).toList()));
    }
    Optional<SourceText> whole = SourceTexts.in(folder).ofSha256(cited.get().sha256());
    if (whole.isEmpty()) {
      err.println(
          folder
              + ": source-text-missing: No file here has SHA-256 "
              + cited.get().sha256()
              + ". Put the text there that the record names.");
      return ExitCode.INVALID_INPUT;
    }
    List<Passage> found =
        new PassageFinder(whole.get(), cited.get().footnoteMarks()).find(text.getValue());
    if (found.isEmpty()) {
      err.println(
          id
              + ": not-found: The text does not stand in this source. Copy it from the text, or"
              + " try fewer words.");
      return ExitCode.FINDINGS;
    }
    if (found.size() > 1) {
      err.println(
          id
              + ": ambiguous: The text stands in "
              + found.size()
              + " places. Give more words of the one that is meant:");
      for (Passage passage : found) {
        err.println(
            "  line "
                + passage.line()
                + ", characters "
                + passage.start()
                + " to "
                + passage.end()
                + ": …"
                + oneLine(passage.prefix())
                + " ["
                + oneLine(passage.exact())
                + "] "
                + oneLine(passage.suffix())
                + "…");
      }
      return ExitCode.FINDINGS;
    }
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .println(mapper.writeValueAsString(record(cited.get(), found.get(0))));
    notes(cited.get(), found.get(0), err);
    return ExitCode.FINE;
  }

  private static Map<String, Object> record(Source source, Passage passage) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", source.id() + ".");
    record.put("exact", passage.exact());
    record.put("prefix", passage.prefix());
    record.put("suffix", passage.suffix());
    record.put("start", passage.start());
    record.put("end", passage.end());
    record.put("attribution", "");
    record.put("voice", "");
    record.put("language", source.language());
    record.put("stages", List.of());
    record.put("eventDates", List.of());
    record.put("footnotes", passage.footnotes());
    record.put("tags", List.of());
    record.put("checked", LocalDate.now(ZoneOffset.UTC).toString());
    record.put("links", List.of());
    return record;
  }

  private static void notes(Source source, Passage passage, PrintWriter err) {
    err.println("line " + passage.line() + ", paragraph " + passage.paragraph());
    if (passage.exact().contains("://")) {
      err.println("The passage runs over notes or addresses: end it before them.");
    }
    for (String note : passage.footnotes()) {
      List<CitedWork> works = source.footnotes().get(note);
      if (works == null) {
        err.println("note " + note + ": not yet under 'footnotes' of the source's record: add it");
        continue;
      }
      for (CitedWork work : works) {
        err.println(
            "note "
                + note
                + ": "
                + work.publisher()
                + (work.title() == null ? "" : ", " + work.title())
                + (work.date() == null ? "" : ", " + work.date()));
      }
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
