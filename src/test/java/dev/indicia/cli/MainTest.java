package dev.indicia.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a caller sees it: exit codes, and what goes to which stream. */
class MainTest {
  private static final String PROFILE =
      "{\"profileVersion\":1,\"caseReference\":\"synthetic-1\",\"kind\":\"synthetic\","
          + "\"asOf\":\"2026-11-21\"}";

  private static final String TINY = "src/test/resources/rulebooks/veldmark-wardens";
  private static final String TEXTS = "src/test/resources/sources";

  @TempDir private Path folder;

  /**
   * What a call did.
   *
   * @param exit its exit code
   * @param out what it printed
   * @param err what it said on standard error
   */
  private record Call(int exit, String out, String err) {}

  private static Call call(String... arguments) {
    return callWithInput("", arguments);
  }

  private static Call callWithInput(String input, String... arguments) {
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
      System.setOut(new PrintStream(printed, true, UTF_8));
      System.setErr(new PrintStream(said, true, UTF_8));
      return new Call(Main.run(arguments), printed.toString(UTF_8), own(said.toString(UTF_8)));
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The command line as a shell starts it. */
  private static Process process(String... arguments) throws IOException {
    return processWith(System.getProperty("java.class.path"), arguments);
  }

  private static Process processWith(String classPath, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                classPath,
                Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }

  /** Without what the fuzzer says of classes, if its test has run in this process before. */
  private static String own(String said) {
    return said.replaceAll("(?m)^INFO: Instrumented .*\\R", "");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  // Usage

  static Stream<Arguments> misunderstood() {
    return Stream.of(
        Arguments.of("", "indicia: usage: A verb is missing. 'indicia --help' says what there is."),
        Arguments.of(
            "evaluat x",
            "indicia: usage: There is no verb 'evaluat'. Did you mean 'evaluate'?"
                + " 'indicia --help' says what there is."),
        Arguments.of(
            "evaluate --fromat json x",
            "indicia evaluate: usage: There is no option '--fromat'. Did you mean '--format'?"
                + " 'indicia evaluate --help' says what there is."),
        Arguments.of(
            "evaluate --formats=json x",
            "indicia evaluate: usage: There is no option '--formats'. Did you mean '--format'?"
                + " 'indicia evaluate --help' says what there is."),
        Arguments.of(
            "check --colour",
            "indicia check: usage: There is no option '--colour'."
                + " 'indicia check --help' says what there is."),
        Arguments.of(
            "check here",
            "indicia check: usage: 'here' is one argument too many."
                + " 'indicia check --help' says what there is."),
        Arguments.of(
            "evaluate",
            "indicia evaluate: usage: Missing required parameter: 'FILE'."
                + " 'indicia evaluate --help' says what there is."),
        Arguments.of(
            "evaluate --format xml x",
            "indicia evaluate: usage: Invalid value for option '--format': expected one of"
                + " [json, text] (case-sensitive) but was 'xml'."
                + " 'indicia evaluate --help' says what there is."),
        Arguments.of(
            "evaluate --as-of 2026-02-30 x",
            "indicia evaluate: usage: Invalid value for option '--as-of': '2026-02-30' is no day."
                + " Allowed: YYYY-MM-DD. 'indicia evaluate --help' says what there is."),
        Arguments.of(
            "evaluate --as-of +12026-01-01 x",
            "indicia evaluate: usage: Invalid value for option '--as-of': '+12026-01-01' is no day."
                + " Allowed: YYYY-MM-DD. 'indicia evaluate --help' says what there is."),
        Arguments.of(
            "serve --port 65536",
            "indicia serve: usage: 65536 is no port. Allowed: 0 to 65535."
                + " 'indicia serve --help' says what there is."),
        Arguments.of(
            "serve --log-format xml",
            "indicia serve: usage: Invalid value for option '--log-format': expected one of"
                + " [json, text] (case-sensitive) but was 'xml'."
                + " 'indicia serve --help' says what there is."),
        Arguments.of(
            "cite none text --sources " + TEXTS + " --rulebook " + TINY,
            "indicia cite: usage: There is no source 'none'. Known: mill-gazette."
                + " 'indicia cite --help' says what there is."));
  }

  @ParameterizedTest(name = "indicia {0}")
  @MethodSource("misunderstood")
  void saysWhatIsWrongWithACommandLine(String line, String message) {
    assertThat(call(line.isEmpty() ? new String[0] : line.split(" ", -1)))
        .isEqualTo(new Call(2, "", message + System.lineSeparator()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evaluate", "serve", "check", "cite"})
  void helpsWithEachVerb(String verb) {
    Call call = call(verb, "--help");
    assertThat(call.exit()).isZero();
    assertThat(call.out()).startsWith("Usage: indicia " + verb + " ");
    assertThat(call.err()).isEmpty();
  }

  @Test
  void namesEachVerb() {
    assertThat(call("--help").out()).contains("evaluate ", "serve ", "check ", "cite ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "evaluate ", "serve ", "check ", "cite "})
  void printsItsVersion(String verb) {
    Call call = call((verb + "--version").split(" ", -1));
    assertThat(call.exit()).isZero();
    assertThat(call.out()).matches("indicia [0-9]+\\.[0-9]+\\.[0-9]+\\R");
    assertThat(call.err()).isEmpty();
  }

  // Evaluations

  @Test
  void printsASummaryAsOneLineOfJson() throws IOException {
    Call call = call("evaluate", file("a.json", PROFILE));
    assertThat(call.exit()).isZero();
    assertThat(call.out()).matches("\\{\"asOf\":\"2026-11-21\",[^\\n]*\\}\\n");
    assertThat(call.err()).isEmpty();
  }

  @Test
  void printsTheSameBytesEachTime() throws IOException {
    String file = file("a.json", PROFILE);
    assertThat(call("evaluate", file)).isEqualTo(call("evaluate", file));
  }

  @Test
  void saysNothingBesidesInAProcessOfItsOwn() throws IOException, InterruptedException {
    String file = file("a.json", PROFILE);
    Process process = process("evaluate", "--format", "json", file);
    try {
      assertThat(process.inputReader(UTF_8).lines().toList())
          .containsExactly(call("evaluate", "--format", "json", file).out().stripTrailing());
      assertThat(process.errorReader(UTF_8).lines()).isEmpty();
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "iran.mek.NoSuchModel"})
  void refusesABuildWhoseRulesAreNotThoseThatItWasBuiltOf(String models)
      throws IOException, InterruptedException {
    Path other = Files.createDirectories(folder.resolve("other/rulebook"));
    Files.writeString(other.resolve("models"), models);
    Process process =
        processWith(
            other.getParent() + File.pathSeparator + System.getProperty("java.class.path"),
            "evaluate",
            file("a.json", PROFILE));
    try {
      assertThat(process.inputReader(UTF_8).lines()).isEmpty();
      assertThat(process.errorReader(UTF_8).lines())
          .containsExactly(
              "rulebook: changed: The bundled rulebook is not the one that was checked when this was"
                  + " built. Build anew.");
      assertThat(process.waitFor()).isEqualTo(1);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void printsASummaryAsText() throws IOException {
    Call call = call("evaluate", "--format", "text", file("a.json", PROFILE));
    assertThat(call.exit()).isZero();
    assertThat(call.out())
        .startsWith("EVIDENCE SUMMARY\ncase synthetic-1 (synthetic), for 2026-11-21\n");
  }

  @Test
  void printsOneLineAFileInTheirOrder() throws IOException {
    Call call =
        call(
            "evaluate",
            file("b.json", PROFILE.replace("synthetic-1", "b")),
            file("a.json", PROFILE.replace("synthetic-1", "a")));
    assertThat(call.out().lines().map(line -> line.replaceAll(".*?\"caseReference\":\"", "")))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("b\""),
            second -> assertThat(second).startsWith("a\""));
  }

  @Test
  void readsAProfileFromStandardInput() throws IOException {
    assertThat(callWithInput(PROFILE, "evaluate", "-"))
        .isEqualTo(call("evaluate", file("a.json", PROFILE)));
  }

  @Test
  void speaksForTheDayThatIsAsked() throws IOException {
    assertThat(call("evaluate", "--as-of", "2020-02-29", file("a.json", PROFILE)).out())
        .startsWith("{\"asOf\":\"2020-02-29\",");
  }

  @Test
  void evaluatesWithAnotherRulebook() throws IOException {
    assertThat(call("evaluate", "--rulebook", TINY, file("a.json", PROFILE)).out())
        .contains("\"weir-vigil\"");
  }

  @Test
  void tellsEveryFaultOfAProfile() throws IOException {
    String file =
        file("a.json", "{\"profileVersion\":1,\"kind\":\"synthetik\",\"caseReference\":7}");
    assertThat(call("evaluate", file))
        .isEqualTo(
            new Call(
                3,
                "",
                file
                    + "#/caseReference: type: This is not the kind of value that is asked"
                    + " for. Allowed: 1 to 64 letters, digits and signs of . _ / -, a letter or"
                    + " digit first.\n"
                    + file
                    + "#/kind: not-allowed: This is not one of the allowed values."
                    + " Allowed: synthetic, live. Did you mean 'synthetic'?\n"));
  }

  @Test
  void tellsThePlaceWhereAFileIsNoJson() throws IOException {
    String file = file("a.json", "{\"kind\": 1,\n \"kind\": 2}");
    Call call = call("evaluate", file);
    assertThat(call.exit()).isEqualTo(3);
    assertThat(call.out()).isEmpty();
    assertThat(call.err()).startsWith(file + "#2:").contains(": duplicate-key: ");
  }

  @Test
  void tellsThatAFileIsNotThere() {
    assertThat(call("evaluate", "nowhere.json"))
        .isEqualTo(
            new Call(
                3, "", "nowhere.json: no-such-file: There is no such file. Check the path.\n"));
  }

  @Test
  void tellsThatAFolderIsNoFile() {
    Call call = call("evaluate", folder.toString());
    assertThat(call.exit()).isEqualTo(3);
    assertThat(call.err()).startsWith(folder + ": cannot-read: ");
  }

  @Test
  void tellsThatAProfileIsTooLarge() throws IOException {
    String large = " ".repeat(256 * 1024) + PROFILE;
    String file = file("a.json", large);
    String message = ": cannot-read: The file cannot be read (a profile has at most 262144 bytes).";
    assertThat(call("evaluate", file)).isEqualTo(new Call(3, "", file + message + "\n"));
    assertThat(callWithInput(large, "evaluate", "-"))
        .isEqualTo(new Call(3, "", "-" + message + "\n"));
  }

  @Test
  void evaluatesTheOthersBesideABrokenFile() throws IOException {
    Call call = call("evaluate", file("a.json", "{"), "nowhere.json", file("b.json", PROFILE));
    assertThat(call.exit()).isEqualTo(3);
    assertThat(call.out().lines()).hasSize(1);
    assertThat(call.err().lines()).hasSize(2);
  }

  // Rulebooks

  @Test
  void checksTheBuiltInRulebook() {
    Call call = call("check");
    assertThat(call.exit()).isZero();
    assertThat(call.out()).startsWith("iran-mek ").contains(": no problem.");
    assertThat(call.err()).isEmpty();
  }

  @Test
  void checksAnotherRulebookAgainstItsTexts() {
    assertThat(call("check", "--rulebook", TINY, "--sources", TEXTS))
        .isEqualTo(
            new Call(
                0,
                "veldmark-wardens 2.1.0: 3 indicators, 3 passages of 1 sources, 1 disagreements:"
                    + " no problem.\nmill-gazette: 3 passages held against the text, 0 differ.\n",
                ""));
  }

  @Test
  void findsThatATextIsMissing() {
    Call call = call("check", "--rulebook", TINY, "--sources", folder.toString());
    assertThat(call.exit()).isEqualTo(1);
    assertThat(call.err()).startsWith("sources/mill-gazette.json: source-text-missing: ");
  }

  @Test
  void findsEveryProblemOfARulebook() throws IOException {
    Files.writeString(folder.resolve("rulebook.json"), "{}");
    Call call = call("check", "--rulebook", folder.toString());
    assertThat(call.exit()).isEqualTo(1);
    assertThat(call.out()).isEmpty();
    assertThat(call.err().lines())
        .hasSizeGreaterThan(1)
        .isSorted()
        .allMatch(line -> line.matches("[^ :]+: [a-z-]+: .*[.?]"));
  }

  static Stream<Arguments> folders() {
    return Stream.of(
        Arguments.of("check --rulebook nowhere", "nowhere", "no-such-file"),
        Arguments.of("check --rulebook pom.xml", "pom.xml", "not-a-folder"),
        Arguments.of("check --sources nowhere", "nowhere", "no-such-file"),
        Arguments.of("check --sources pom.xml", "pom.xml", "not-a-folder"),
        Arguments.of("serve --rulebook nowhere", "nowhere", "no-such-file"));
  }

  @ParameterizedTest(name = "indicia {0}")
  @MethodSource("folders")
  void tellsThatAFolderIsNotThere(String line, String path, String code) {
    Call call = call(line.split(" ", -1));
    assertThat(call.exit()).isEqualTo(3);
    assertThat(call.err()).startsWith(path + ": " + code + ": ").endsWith(" Check the path.\n");
  }

  // Passages

  @Test
  void printsTheRecordOfAPassage() throws IOException {
    String words = Files.readString(Path.of(TEXTS, "mill-gazette.txt")).lines().toList().get(2);
    Call call = call("cite", "mill-gazette", words, "--rulebook", TINY, "--sources", TEXTS);
    assertThat(call.exit()).isZero();
    assertThat(call.out()).startsWith("{").contains("\"exact\" : ");
    assertThat(call.err()).startsWith("line 3, paragraph ");
  }

  @Test
  void findsThatAPassageIsNotThere() {
    assertThat(
            call("cite", "mill-gazette", "no such words", "--rulebook", TINY, "--sources", TEXTS))
        .isEqualTo(
            new Call(
                1,
                "",
                "mill-gazette: not-found: The text does not stand in this source. Copy it from the"
                    + " text, or try fewer words.\n"));
  }

  // The service

  @Test
  void tellsThatAPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Call call = call("serve", "--port", Integer.toString(taken.getLocalPort()));
      assertThat(call.exit()).isEqualTo(1);
      assertThat(call.out()).isEmpty();
      assertThat(call.err())
          .endsWith(
              "indicia: cannot-listen: 127.0.0.1:"
                  + taken.getLocalPort()
                  + " is in use, or is no address of this machine. Take another.\n");
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void servesUntilItIsAskedToEnd() throws IOException, InterruptedException {
    assumeTrue(ProcessHandle.current().supportsNormalTermination(), "no polite way to end it");
    Process process = process("serve", "--port", "0", "--log-format", "json");
    try (BufferedReader err = process.errorReader(UTF_8)) {
      Matcher listening =
          Pattern.compile("Indicia listens on (http://127\\.0\\.0\\.1:[0-9]+) .*").matcher("");
      while (!listening.reset(err.readLine()).matches()) {
        // What comes before is the log.
      }
      assertThat(
              HttpClient.newHttpClient()
                  .send(
                      HttpRequest.newBuilder(URI.create(listening.group(1) + "/healthz")).build(),
                      BodyHandlers.ofString())
                  .body())
          .isEqualTo("{\"status\":\"ok\"}");
      process.toHandle().destroy();
      assertThat(err.lines().toList())
          .last()
          .asString()
          .startsWith("{\"")
          .contains("\"event\":\"stopped\"");
      assertThat(process.inputReader(UTF_8).lines()).isEmpty();
      assertThat(process.waitFor()).isEqualTo(128 + 15);
    } finally {
      process.destroyForcibly();
    }
  }
}
