package dev.indicia.cli;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.evaluation.EvidenceSummary;
import dev.indicia.evaluation.EvidenceSummaryText;
import dev.indicia.evaluation.EvidenceSummaryWriter;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.Fault;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.Rulebook;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Profiles in, evidence summaries out. */
final class EvaluateVerb extends Command {
  /** The forms of a summary. */
  enum Format {
    /** Canonical JSON, one document a line. */
    json,
    /** Plain text for a reader. */
    text
  }

  private final RulebookOption rulebook = new RulebookOption();

  private final OptionSpec format =
      OptionSpec.builder("--format")
          .paramLabel("FORMAT")
          .type(Format.class)
          .description("${COMPLETION-CANDIDATES}. Text on a terminal, else json.")
          .build();

  private final OptionSpec asOf =
      OptionSpec.builder("--as-of")
          .paramLabel("DATE")
          .type(LocalDate.class)
          .converters(new Day())
          .description(
              "The day that the evaluation speaks for, YYYY-MM-DD, over the profile's own.")
          .build();

  private final PositionalParamSpec files =
      PositionalParamSpec.builder()
          .arity("1..*")
          .required(true)
          .paramLabel("FILE")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description("Profiles, JSON; - is standard input.")
          .build();

  EvaluateVerb() {
    super("evaluate", "Prints the evidence summary of each profile.");
    takes(rulebook.spec(), format, asOf, files);
  }

  @Override
  public Integer call() throws IOException, InvalidRulebookException {
    Rulebook book = rulebook.load();
    Evaluator evaluator = new Evaluator(book);
    EvidenceSummaryWriter writer = new EvidenceSummaryWriter(book);
    ProfileReader reader = evaluator.profileReader();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    @Nullable LocalDate day = asOf.getValue();
    @Nullable Format asked = format.getValue();
    Format chosen = asked != null ? asked : isTerminal() ? Format.text : Format.json;
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = err();
    int exit = ExitCode.FINE;
    String between = "";
    for (String file : files.<List<String>>getValue()) {
      try {
        Profile profile = reader.read(bytes(file), today, day);
        EvidenceSummary summary = evaluator.evaluate(profile);
        if (chosen == Format.json) {
          writer.write(summary).stream().transferTo(out);
          out.write('\n');
        } else {
          out.print(between + EvidenceSummaryText.of(summary));
        }
        between = "\n" + "=".repeat(100) + "\n\n";
      } catch (MalformedJsonException e) {
        err.println(
            file + "#" + e.line() + ":" + e.column() + ": " + e.code() + ": " + e.getMessage());
        exit = ExitCode.INVALID_INPUT;
      } catch (InvalidProfileException e) {
        for (Fault fault : e.faults()) {
          err.println(file + "#" + fault.pointer() + ": " + fault.code() + ": " + fault.message());
        }
        exit = ExitCode.INVALID_INPUT;
      } catch (NoSuchFileException e) {
        err.println(file + ": no-such-file: There is no such file. Check the path.");
        exit = ExitCode.INVALID_INPUT;
      } catch (IOException e) {
        err.println(file + ": cannot-read: The file cannot be read (" + e.getMessage() + ").");
        exit = ExitCode.INVALID_INPUT;
      }
      out.flush();
    }
    return exit;
  }

  /** The launcher tells: JDK 22 and later have a console where there is no terminal. */
  private static boolean isTerminal() {
    return Boolean.getBoolean("indicia.terminal");
  }

  private static byte[] bytes(String file) throws IOException {
    if (!file.equals("-")) {
      long size = Files.size(Path.of(file));
      refuseBeyondLimit(size);
      return Files.readAllBytes(Path.of(file));
    }
    InputStream in = System.in;
    byte[] bytes = in.readNBytes(ProfileReader.MAX_BYTES + 1);
    refuseBeyondLimit(bytes.length);
    return bytes;
  }

  private static void refuseBeyondLimit(long size) throws IOException {
    if (size > ProfileReader.MAX_BYTES) {
      throw new IOException("a profile has at most " + ProfileReader.MAX_BYTES + " bytes");
    }
  }
}
