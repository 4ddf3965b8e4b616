package dev.indicia.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.indicia.json.StrictJson;
import dev.indicia.rulebook.RulebookBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The synthetic profiles of the rulebook, each read as {@code expected.json} says. Those readings
 * were worked out by hand from the register.
 */
class TrainingProfilesTest {
  private static final Path FOLDER = Path.of("profiles", "iran-mek");

  /** Every profile states its own day; this one would show if one did not. */
  private static final LocalDate TODAY = LocalDate.of(2099, 1, 1);

  private static final int THREADS = 8;

  private static JsonNode expected;
  private static Schema schema;
  private static Program program;

  @BeforeAll
  static void read() throws Exception {
    expected = StrictJson.read(Files.readAllBytes(FOLDER.resolve("expected.json")));
    try (InputStream in =
        TrainingProfilesTest.class.getResourceAsStream("/schemas/evidence-summary.json")) {
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(StrictJson.read(Objects.requireNonNull(in).readAllBytes()));
    }
    program = Program.start();
  }

  static List<String> profiles() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9]{2}-.*\\.json"))
          .sorted()
          .toList();
    }
  }

  @Test
  void holdsAReadingForEveryProfileAndNoOther() throws IOException {
    assertThat(expected.propertyNames()).containsExactlyElementsOf(profiles());
  }

  @Test
  void tellsInTheReadmeWhatEveryProfileShows() throws IOException {
    List<String> told =
        Files.readAllLines(FOLDER.resolve("README.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();

    assertThat(told).isEqualTo(profiles());
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void isAValidProfile(String name) throws Exception {
    byte[] profile = Files.readAllBytes(FOLDER.resolve(name));

    assertThatCode(() -> program.evaluator().profileReader().read(profile, TODAY))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void isMadeUpThroughout(String name) throws Exception {
    JsonNode profile = StrictJson.read(Files.readAllBytes(FOLDER.resolve(name)));

    assertThat(profile.get("kind").stringValue()).isEqualTo("synthetic");
    assertThat(profile.get("caseReference").stringValue())
        .isEqualTo("synthetic-" + name.substring(0, 2));
    assertThat(profile.get("asOf").stringValue()).startsWith("2026-");
    assertThat(itemsOf(profile))
        .allSatisfy(item -> assertThat(item.path("note").asString("")).startsWith("synthetic"));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void readsEveryIndicatorAsWorkedOutByHand(String name) throws Exception {
    Map<String, String> readings = new LinkedHashMap<>();
    for (JsonNode indicator : summary(name).get("indicators")) {
      readings.put(
          indicator.get("id").stringValue(),
          reading(
              indicator.get("status").stringValue(),
              pointers(indicator.get("facts")),
              pointers(indicator.get("missing"))));
    }

    assertThat(readings).hasSize(45).isEqualTo(byHand(name, readings.keySet()));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void writesASummaryThatFitsItsSchema(String name) throws Exception {
    List<Error> errors = schema.validate(summary(name));

    assertThat(errors).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void namesInTheListedPassagesWhateverIsLinkedOrLeftOut(String name) throws Exception {
    JsonNode summary = summary(name);
    List<String> listed = new ArrayList<>();
    summary.get("excerpts").forEach(excerpt -> listed.add(excerpt.get("id").stringValue()));

    for (JsonNode indicator : summary.get("indicators")) {
      for (String part : List.of("links", "notLinked")) {
        indicator
            .get(part)
            .forEach(link -> assertThat(listed).contains(link.get("excerpt").stringValue()));
      }
    }
    assertThat(listed).doesNotHaveDuplicates();
  }

  @Test
  void givesTheSameBytesInTwoRuns() throws Exception {
    assertThat(differing(Program.start().all(), program.all())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, Europe/Istanbul",
    "fa-IR, Asia/Tehran",
    "ar-EG, Africa/Cairo",
    "en-US, Pacific/Kiritimati",
    "th-TH-u-ca-buddhist-nu-thai, Pacific/Niue"
  })
  void givesTheSameBytesWhereverItRuns(String locale, String zone) throws Exception {
    Map<String, String> bytes = program.all();
    Locale formerLocale = Locale.getDefault();
    TimeZone formerZone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));

      assertThat(differing(Program.start().all(), bytes)).isEmpty();
    } finally {
      Locale.setDefault(formerLocale);
      TimeZone.setDefault(formerZone);
    }
  }

  @Test
  void givesTheSameBytesFromEightThreadsAtOnce() throws Exception {
    Map<String, String> bytes = program.all();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Callable<Map<String, String>>> runs = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        runs.add(
            () -> {
              start.await();
              return program.all();
            });
      }
      for (Future<Map<String, String>> run : threads.invokeAll(runs)) {
        assertThat(differing(run.get(), bytes)).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Which summaries are not the same; their names, since they are long. */
  private static List<String> differing(Map<String, String> one, Map<String, String> other) {
    assertThat(one.keySet()).isEqualTo(other.keySet());
    return one.keySet().stream()
        .filter(name -> !Objects.equals(one.get(name), other.get(name)))
        .toList();
  }

  private static JsonNode summary(String name) throws Exception {
    return StrictJson.read(program.writer().write(program.evaluate(name)).toBytes());
  }

  private static List<JsonNode> itemsOf(JsonNode profile) {
    return profile.properties().stream()
        .filter(group -> group.getValue().isArray() && !group.getKey().equals("statements"))
        .flatMap(group -> group.getValue().valueStream())
        .toList();
  }

  private static Map<String, String> byHand(String name, Iterable<String> ids) {
    JsonNode matched = expected.get(name).get("matched");
    JsonNode notStated = expected.get(name).get("notStated");
    Map<String, String> readings = new LinkedHashMap<>();
    for (String id : ids) {
      readings.put(id, "not-matched");
    }
    matched
        .properties()
        .forEach(entry -> readings.put(entry.getKey(), "matched " + texts(entry.getValue())));
    notStated
        .properties()
        .forEach(entry -> readings.put(entry.getKey(), "not-stated " + texts(entry.getValue())));
    return readings;
  }

  private static String reading(String status, List<String> facts, List<String> missing) {
    if (status.equals("not-matched")) {
      return facts.isEmpty() && missing.isEmpty() ? status : status + " " + facts + missing;
    }
    List<String> pointers = new ArrayList<>(facts);
    pointers.addAll(missing);
    return status + " " + pointers;
  }

  private static List<String> pointers(JsonNode parts) {
    return parts.valueStream().map(part -> part.get("pointer").stringValue()).toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::stringValue).toList();
  }

  /** A rulebook loaded anew, and what reads and writes by it. */
  private record Program(Evaluator evaluator, EvidenceSummaryWriter writer) {
    static Program start() throws Exception {
      Evaluator evaluator = new Evaluator(RulebookBundle.load());
      return new Program(evaluator, new EvidenceSummaryWriter(evaluator.rulebook()));
    }

    EvidenceSummary evaluate(String name) throws Exception {
      byte[] profile = Files.readAllBytes(FOLDER.resolve(name));
      return evaluator.evaluate(evaluator.profileReader().read(profile, TODAY));
    }

    /** Both forms of the summary of every profile, by name and form. */
    Map<String, String> all() throws Exception {
      Map<String, String> all = new LinkedHashMap<>();
      for (String name : profiles()) {
        EvidenceSummary summary = evaluate(name);
        all.put(name + ", json", new String(writer.write(summary).toBytes(), UTF_8));
        all.put(name + ", text", EvidenceSummaryText.of(summary));
      }
      return all;
    }
  }
}
