package dev.indicia.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for inputs that break a target, each target in a process of its own, and says in a line
 * what came of it. What the fuzzer says, keeps and finds stays in {@code target/fuzz}.
 */
final class Search {
  /** Its coverage guides the search. Of the fuzzer and the oracle, it would lead astray. */
  private static final String GUIDED_BY = "dev.indicia.**:tools.jackson.**:com.networknt.**";

  /** Of what reads text, it would lead away from the rules. */
  private static final String DRAWS_GUIDED_BY =
      "dev.indicia.evaluation.**:dev.indicia.profile.**:dev.indicia.rulebook.**:"
          + "dev.indicia.vocabulary.**";

  /**
   * The one follows each step of a regular expression, and finds nothing that coverage does not.
   * The other looks for patterns that are made of input: ours are all fixed, and it compiles each
   * again.
   */
  private static final List<String> WITHOUT =
      List.of(
          "com.code_intelligence.jazzer.sanitizers.RegexRoadblocks",
          "com.code_intelligence.jazzer.sanitizers.RegexInjection");

  /** The target whose bytes are no document. */
  private static final String DRAWS = "EvaluatorFuzzTest";

  private static final String NOT_GUIDED_BY = "dev.indicia.fuzz.**:dev.indicia.oracle.**";

  /**
   * An execution that takes longer is a hang, and ends the search. By the clock on the wall: a
   * machine that is suspended for some minutes must not look like one. That each answer comes
   * within a second is held by the targets.
   */
  private static final int HANG_SECONDS = 1_200;

  /** {@code #4096 pulse cov: 2734 ft: 11005 corp: 370/105Kb lim: 2088 exec/s: 204 rss: 825Mb}. */
  private static final Pattern PROGRESS =
      Pattern.compile("#(\\d+)\\s+(\\w+) +cov: (\\d+) ft: (\\d+) .*exec/s: (\\d+) .*");

  private final PrintStream out;
  private final Path folder;
  private final String target;

  private Search(PrintStream out, Path folder, String target) {
    this.out = out;
    this.folder = folder;
    this.target = target;
  }

  /**
   * Searches.
   *
   * @param arguments folder to write to; seconds for each target; executions for each target, or -1
   *     for as many as the time allows; targets, with commas between
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean sound = true;
    for (String target : arguments[3].split(",", -1)) {
      Path folder = Path.of(arguments[0], target).toAbsolutePath();
      sound &= new Search(System.out, folder, target).run(arguments[1], arguments[2]);
    }
    System.exit(sound ? 0 : 1);
  }

  private boolean run(String seconds, String executions) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("corpus"));
    // A dictionary without a word is refused.
    Files.writeString(
        folder.resolve("words"), target.equals(DRAWS) ? "\"\\x00\"\n" : Seeds.dictionary());
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command(seconds, executions))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Thread end = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    int code = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(end);
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    out.println(target + ": " + summary(lines));
    if (code != 0) {
      out.println(target + ": " + failure(lines, log));
    }
    return code == 0;
  }

  private List<String> command(String seconds, String executions) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String guidedBy = target.equals(DRAWS) ? DRAWS_GUIDED_BY : GUIDED_BY;
    return List.of(
        java,
        "-Xmx1g",
        "-XX:+UseSerialGC",
        "-Dfile.encoding=UTF-8",
        "-D" + Sample.SEARCH + "=true",
        "-Djava.io.tmpdir=" + folder,
        "-classpath",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=dev.indicia.fuzz." + target,
        "--instrumentation_includes=" + guidedBy,
        "--instrumentation_excludes=" + NOT_GUIDED_BY,
        "--custom_hook_includes=" + guidedBy,
        "--disabled_hooks=" + String.join(":", WITHOUT),
        // Watching each comparison too made an execution seven times as long, and found less.
        "--trace=cov",
        "-dict=words",
        "-max_total_time=" + seconds,
        "-runs=" + executions,
        "-timeout=" + HANG_SECONDS,
        "-artifact_prefix=" + folder + File.separator,
        "corpus");
  }

  /** How many executions there were, and how coverage grew with each quadrupling of them. */
  private static String summary(List<String> lines) {
    List<String> growth = new ArrayList<>();
    String executions = "0";
    String speed = "0";
    long next = 0;
    for (String line : lines) {
      Matcher progress = PROGRESS.matcher(line);
      if (!progress.matches()) {
        continue;
      }
      executions = progress.group(1);
      speed = progress.group(5);
      boolean last = progress.group(2).equals("DONE");
      if (last || progress.group(2).equals("INITED") || Long.parseLong(executions) >= next) {
        growth.add(executions + ": " + progress.group(3) + "/" + progress.group(4));
        next = 4 * Long.parseLong(executions);
      }
    }
    return executions
        + " executions, "
        + speed
        + " a second; edges/features after so many: "
        + String.join(", ", growth);
  }

  private String failure(List<String> lines, Path log) throws IOException {
    String why =
        lines.stream()
            .filter(line -> line.startsWith("== Java Exception:") || line.contains("ERROR:"))
            .findFirst()
            .orElse("It ended before its time.");
    try (Stream<Path> files = Files.list(folder)) {
      String inputs =
          files
              .filter(file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*"))
              .sorted(Comparator.comparing(Path::toString))
              .map(file -> "\n  " + file)
              .reduce("", String::concat);
      return why
          + "\n  "
          + log
          + inputs
          + "\nMend the cause, and keep the input under src/test/resources/dev/indicia/fuzz/"
          + target
          + "Inputs.";
    }
  }
}
