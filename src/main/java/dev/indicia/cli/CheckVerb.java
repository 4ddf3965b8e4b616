package dev.indicia.cli;

import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.source.Quotation;
import dev.indicia.source.Source;
import dev.indicia.source.SourceText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** Checks a rulebook whole. */
final class CheckVerb extends Command {
  private final RulebookOption rulebook = new RulebookOption();

  private final OptionSpec sources = SourceTexts.option().build();

  CheckVerb() {
    super("check", "Checks the rulebook whole; with --sources, every quotation word for word.");
    takes(rulebook.spec(), sources);
  }

  @Override
  public Integer call() throws IOException, InvalidRulebookException {
    Rulebook book = rulebook.load();
    PrintWriter out = out();
    PrintWriter err = err();
    out.println(
        book.id()
            + " "
            + book.version()
            + ": "
            + book.indicators().size()
            + " indicators, "
            + book.library().excerpts().size()
            + " passages of "
            + book.library().sources().size()
            + " sources, "
            + book.disagreements().size()
            + " disagreements: no problem.");
    @Nullable Path folder = sources.getValue();
    if (folder == null) {
      out.println("Quotations were not held against the source texts: no --sources given.");
      return ExitCode.FINE;
    }
    SourceTexts texts = SourceTexts.in(folder);
    int problems = 0;
    for (Source source : book.library().sources()) {
      Optional<SourceText> text = texts.ofSha256(source.sha256());
      if (text.isEmpty()) {
        err.println(
            "sources/"
                + source.id()
                + ".json: source-text-missing: No file in "
                + folder
                + " has SHA-256 "
                + source.sha256()
                + ". Put the text there that the record names.");
        problems++;
        continue;
      }
      List<Quotation.Difference> differences = Quotation.differences(source, text.get());
      differences.forEach(
          difference ->
              err.println(
                  "sources/"
                      + source.id()
                      + ".json#"
                      + difference.excerpt()
                      + ": "
                      + difference.code()
                      + ": "
                      + difference.message()));
      problems += differences.size();
      out.println(
          source.id()
              + ": "
              + source.excerpts().size()
              + " passages held against the text, "
              + differences.size()
              + " differ.");
    }
    return problems == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
  }
}
