package dev.indicia.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.ProfileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class WebServiceTest {
  private static final String NOT_FOUND =
      "{\"detail\":\"There is nothing at this path. /openapi.json lists what there is.\","
          + "\"status\":404,\"title\":\"Not Found\",\"type\":\"about:blank\"}";
  private static final String METHOD_NOT_ALLOWED =
      "{\"detail\":\"This path does not take this method. The Allow header names those that it"
          + " takes.\",\"status\":405,\"title\":\"Method Not Allowed\",\"type\":\"about:blank\"}";
  private static final String NOT_ACCEPTABLE =
      "{\"detail\":\"The answer is application/json, which Accept excludes.\",\"status\":406,"
          + "\"title\":\"Not Acceptable\",\"type\":\"about:blank\"}";
  private static final String TOO_LARGE =
      "{\"detail\":\"The body is larger than a profile may be: 262144 bytes.\",\"status\":413,"
          + "\"title\":\"Payload Too Large\",\"type\":\"about:blank\"}";
  private static final String UNSUPPORTED =
      "{\"detail\":\"A profile is sent as application/json, in UTF-8, with no content encoding.\","
          + "\"status\":415,\"title\":\"Unsupported Media Type\",\"type\":\"about:blank\"}";
  private static final String MALFORMED =
      "{\"detail\":\"The request is not well-formed HTTP, or can be read in more than one way.\","
          + "\"status\":400,\"title\":\"Bad Request\",\"type\":\"about:blank\"}";

  private static TestService service;

  @BeforeAll
  static void start() {
    service = TestService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  // Evaluations

  @Test
  void answersEveryCaseOfTheRulebookWithASummaryThatTheServedSchemaAllows() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TestService.json(service.get("/schemas/evidence-summary.json").body()));
    List<String> profiles = profilesOfTheCases();
    assertThat(profiles).isNotEmpty();
    assertThat(profiles)
        .allSatisfy(
            profile -> {
              HttpResponse<String> answer = service.evaluate(profile);
              assertThat(answer.statusCode()).isEqualTo(200);
              assertThat(schema.validate(TestService.json(answer.body()))).isEmpty();
            });
  }

  @Test
  void answersTwoCallsWithTheSameBytes() throws IOException {
    List<String> profiles = profilesOfTheCases();
    assertThat(profiles.stream().map(profile -> service.evaluate(profile).body()))
        .containsExactlyElementsOf(
            profiles.stream().map(profile -> service.evaluate(profile).body()).toList());
  }

  @Test
  void answersAProfileOfWhichNothingIsStatedWithEveryIndicatorNotStated() {
    JsonNode summary = TestService.json(service.evaluate(TestService.PROFILE).body());
    assertThat(summary.get("indicators").valueStream())
        .extracting(indicator -> indicator.get("status").stringValue())
        .containsOnly("not-stated");
  }

  @Test
  void allowsNoOneToStoreAnEvaluation() {
    assertThat(service.evaluate(TestService.PROFILE).headers().allValues("Cache-Control"))
        .containsExactly("no-store");
  }

  @Test
  void givesAnEvaluationNoEntityTag() {
    assertThat(service.evaluate(TestService.PROFILE).headers().firstValue("ETag")).isEmpty();
  }

  static Stream<Arguments> malformedBodies() {
    return Stream.of(
        Arguments.of("an empty body", utf8("")),
        Arguments.of("white space alone", utf8(" \n ")),
        Arguments.of("no JSON", utf8("profile")),
        Arguments.of("an unfinished document", utf8("{\"kind\":")),
        Arguments.of("a duplicate key", utf8("{\"kind\":1,\n\"kind\":2}")),
        Arguments.of("a second document", utf8("{}\n{}")),
        Arguments.of("a lone surrogate", utf8("{\"kind\":\"\\ud800\"}")),
        Arguments.of("too deep a nesting", utf8("[".repeat(33) + "]".repeat(33))),
        Arguments.of("a byte order mark", utf8("\uFEFF{}")),
        Arguments.of("UTF-16", "{\"kind\":1}".getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of("UTF-16 with a byte order mark", "{}".getBytes(StandardCharsets.UTF_16)),
        Arguments.of("UTF-32", "{}".getBytes(Charset.forName("UTF-32"))),
        Arguments.of("Latin-1", "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1)),
        Arguments.of("an overlong form", new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformedBodies")
  void answersABodyThatIsNoJsonWithOneErrorAndItsPlace(String name, byte[] body) {
    HttpResponse<String> answer = service.evaluate(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode errors = TestService.json(answer.body()).get("errors");
    assertThat(errors.size()).isEqualTo(1);
    assertThat(errors.get(0).get("message").stringValue())
        .matches("Line [1-9][0-9]*, column [1-9][0-9]*: [A-Z].*\\.");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformedBodies")
  void answersABodyThatIsNoJsonWithWhatTheReaderSays(String name, byte[] body) {
    MalformedJsonException refusal =
        catchThrowableOfType(MalformedJsonException.class, () -> read(body));
    assertThat(service.evaluate(body).body())
        .isEqualTo(
            "{\"detail\":\"The body is not one well-formed JSON document.\",\"errors\":[{\"code\":"
                + CanonicalJson.write(refusal.code())
                + ",\"message\":"
                + CanonicalJson.write(
                    "Line %d, column %d: %s"
                        .formatted(refusal.line(), refusal.column(), refusal.getMessage()))
                + ",\"pointer\":\"\"}],\"status\":400,\"title\":\"Bad Request\","
                + "\"type\":\"about:blank\"}");
  }

  @Test
  void answersAnInvalidProfileWithEveryFaultSortedByPlace() {
    byte[] profile =
        utf8(
            """
            {"profileVersion": 1, "caseReference": "synthetic-1", "kind": "live?",
             "colour": "blue",
             "returns": [{"country": "FR"}, {}, {"country": 7}],
             "residences": [{}, {}, {"country": "FR", "place": ""},
               {"country": "FR"}, {"country": "FR"}, {"country": "FR"}, {"country": "FR"},
               {"country": "FR"}, {"country": "FR"}, {"country": "FR"}, {"country": "F"}]}
            """);
    InvalidProfileException refusal =
        catchThrowableOfType(InvalidProfileException.class, () -> read(profile));
    JsonNode problem = TestService.json(service.evaluate(profile).body());
    assertThat(problem.get("errors").valueStream())
        .extracting(error -> error.get("pointer").stringValue())
        .containsExactly(
            "/colour",
            "/kind",
            "/residences/0",
            "/residences/1",
            "/residences/2/place",
            "/residences/10/country",
            "/returns/1/country",
            "/returns/2/country");
    assertThat(problem.get("errors").valueStream())
        .extracting(
            error -> error.get("code").stringValue(), error -> error.get("message").stringValue())
        .containsExactlyElementsOf(
            refusal.faults().stream().map(fault -> tuple(fault.code(), fault.message())).toList());
  }

  @Test
  void answersAnInvalidProfileWithTheStatusForIt() {
    HttpResponse<String> answer = service.evaluate("[]");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .startsWith("{\"detail\":\"The body is no valid profile.\",\"errors\":[{\"code\":\"type\",")
        .endsWith(
            ",\"pointer\":\"\"}],\"status\":422,\"title\":\"Unprocessable Entity\","
                + "\"type\":\"about:blank\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\"",
        "application/json; version=1"
      })
  void takesAProfileThatIsDeclaredAsJson(String contentType) {
    HttpResponse<String> answer =
        service.send(
            service
                .request("/v1/evaluations")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(TestService.PROFILE)));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/json",
        "application/problem+json",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "json",
        ";"
      })
  void refusesABodyThatIsDeclaredAsSomethingElse(String contentType) {
    HttpResponse<String> answer =
        service.send(
            service
                .request("/v1/evaluations")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(TestService.PROFILE)));
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).isEqualTo(UNSUPPORTED);
  }

  @Test
  void refusesABodyThatIsDeclaredAsNothing() {
    HttpResponse<String> answer =
        service.send(
            service.request("/v1/evaluations").POST(BodyPublishers.ofString(TestService.PROFILE)));
    assertThat(answer.body()).isEqualTo(UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?asOf=2020-01-01", "?as-of"})
  void refusesAQueryThatItWouldLeaveAside(String query) {
    HttpResponse<String> answer =
        service.send(
            service
                .request("/v1/evaluations" + query)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(TestService.PROFILE)));
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":\"An evaluation takes no query: all that it depends on stands in the"
                + " profile.\",\"status\":400,\"title\":\"Bad Request\",\"type\":\"about:blank\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity", "br"})
  void refusesAContentEncoding(String encoding) {
    HttpResponse<String> answer =
        service.send(
            service.evaluation(utf8(TestService.PROFILE)).header("Content-Encoding", encoding));
    assertThat(answer.body()).isEqualTo(UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/*",
        "*/*",
        "text/html, application/json;q=0.1",
        "text/html;q=0.9, */*;q=0.001",
        "application/json; charset=utf-8",
        "*/*;q=0, application/json",
        ";",
        ""
      })
  void answersWhoeverAcceptsJson(String accept) {
    assertThat(service.send(service.request("/v1/rulebook").header("Accept", accept)).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/xml, text/*",
        "application/json;q=0",
        "application/json;q=0.000, */*",
        "application/*;q=0, */*",
        "*/*;q=0"
      })
  void refusesWhoeverExcludesJson(String accept) {
    HttpResponse<String> answer =
        service.send(service.request("/v1/rulebook").header("Accept", accept));
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).isEqualTo(NOT_ACCEPTABLE);
  }

  @Test
  void readsSeveralAcceptFieldsAsOne() {
    HttpResponse<String> answer =
        service.send(
            service
                .request("/v1/rulebook")
                .header("Accept", "text/html")
                .header("Accept", "application/json"));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void refusesToEvaluateForWhoeverExcludesJson() {
    HttpResponse<String> answer =
        service.send(service.evaluation(utf8(TestService.PROFILE)).header("Accept", "text/html"));
    assertThat(answer.body()).isEqualTo(NOT_ACCEPTABLE);
  }

  static Stream<Arguments> sizes() {
    return Stream.of(
        Arguments.of("just below the limit", ProfileReader.MAX_BYTES - 1, 200),
        Arguments.of("at the limit", ProfileReader.MAX_BYTES, 200),
        Arguments.of("just above the limit", ProfileReader.MAX_BYTES + 1, 413),
        Arguments.of("far above the limit", 40 * ProfileReader.MAX_BYTES, 413));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sizes")
  void takesABodyOfDeclaredLengthUpToTheLimit(String name, int size, int status) {
    HttpResponse<String> answer = service.send(service.evaluation(padded(size)));
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sizes")
  void takesABodyInChunksUpToTheLimit(String name, int size, int status) {
    HttpResponse<String> answer =
        service.send(
            service
                .request("/v1/evaluations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(padded(size)))));
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void saysHowLargeABodyMayBe() {
    assertThat(service.evaluate(padded(ProfileReader.MAX_BYTES + 1)).body()).isEqualTo(TOO_LARGE);
  }

  // What there is to read

  static Stream<String> paths() {
    return service.readablePaths().values().stream().filter(path -> !path.equals("/metrics"));
  }

  static Stream<Arguments> countedRequests() {
    String end = " HTTP/1.1\r\nHost: x\r\n";
    return Stream.of(
        Arguments.of("GET /v1/rulebook" + end, "/v1/rulebook", 200),
        Arguments.of("GET /v1/indicators/none-such" + end, "/v1/indicators/{id}", 404),
        Arguments.of("GET /nothing-here" + end, "none", 404),
        Arguments.of("GET /v1/indicators/" + end, "none", 404),
        Arguments.of("DELETE /v1/rulebook" + end, "/v1/rulebook", 405),
        Arguments.of("POST /v1/evaluations" + end, "/v1/evaluations", 415),
        Arguments.of(
            "POST /v1/evaluations" + end + "Expect: 100-continue\r\nContent-Length: 300000\r\n",
            "/v1/evaluations",
            413),
        Arguments.of(
            "GET /v1/rulebook" + end + "X: " + "x".repeat(9000) + "\r\n", "/v1/rulebook", 431),
        Arguments.of("GET /v1/rulebook" + end + "no colon\r\n", "/v1/rulebook", 400),
        Arguments.of("GET /v1%2frulebook" + end, "none", 400),
        Arguments.of("OPTIONS *" + end, "none", 404),
        Arguments.of("neither a method nor a path\r\n", "none", 400),
        Arguments.of("\u0016\u0003\u0001\r\n", "none", 400));
  }

  @ParameterizedTest
  @MethodSource("countedRequests")
  void countsEveryAnswerByItsRouteAndStatus(String request, String route, int status)
      throws InterruptedException {
    int before = count(route, status);
    assertThat(RawClient.exchange(service, request + "\r\n").status()).isEqualTo(status);
    // An answer is counted when it has been sent, which may be after it has been taken.
    for (int i = 0; i < 1_000 && count(route, status) == before; i++) {
      Thread.sleep(5);
    }
    assertThat(count(route, status)).isEqualTo(before + 1);
  }

  @Test
  void namesNothingOfACaseAmongItsCounts() {
    service.evaluate(TestService.PROFILE);
    service.get("/v1/indicators/synthetic-1");
    service.get("/synthetic-1?synthetic-1");
    assertThat(service.get("/metrics").body())
        .contains("indicia_evaluations_total ")
        .doesNotContain("synthetic-1");
  }

  private static int count(String route, int status) {
    String name =
        "indicia_http_requests_seconds_count{route=\"" + route + "\",status=\"" + status + "\"} ";
    return service
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToInt(line -> Integer.parseInt(line.substring(name.length())))
        .findFirst()
        .orElse(0);
  }

  static Stream<String> taggedPaths() {
    return paths().filter(path -> path.startsWith("/v1/"));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void answersAGetInJson(String path) {
    HttpResponse<String> answer = service.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
    assertThat(TestService.json(answer.body()).isObject()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void answersAHeadWithTheHeadersOfTheGetAndNoBody(String path) {
    HttpResponse<String> head =
        service.send(service.request(path).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(withoutDate(head)).isEqualTo(withoutDate(service.get(path)));
    assertThat(head.body()).isEmpty();
  }

  /** The fields, without the one that another second changes. */
  private static Map<String, List<String>> withoutDate(HttpResponse<String> answer) {
    Map<String, List<String>> fields = new TreeMap<>(answer.headers().map());
    fields.remove("date");
    return fields;
  }

  @ParameterizedTest
  @MethodSource("taggedPaths")
  void answersWithNothingNewWhereTheClientHoldsTheEntityTag(String path) {
    HttpResponse<String> whole = service.get(path);
    String etag = whole.headers().firstValue("ETag").orElse("");
    assertThat(etag).matches("\"[0-9a-f]{64}\"");
    HttpResponse<String> answer = service.send(service.request(path).header("If-None-Match", etag));
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("ETag")).contains(etag);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(answer.headers().firstValue("Content-Length"))
        .isIn(Optional.empty(), whole.headers().firstValue("Content-Length"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          TAG                       | 304
          W/TAG                     | 304
          "other", TAG              | 304
          "other",W/TAG,"another"   | 304
          *                         | 304
          "other"                   | 200
          W/"other"                 | 200
          "TAG"                     | 200
          ''                        | 200
          """)
  void comparesEntityTagsWeaklyAndOneByOne(String field, int status) {
    String etag = service.get("/v1/rulebook").headers().firstValue("ETag").orElse("");
    HttpResponse<String> answer =
        service.send(
            service.request("/v1/rulebook").header("If-None-Match", field.replace("TAG", etag)));
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void readsSeveralEntityTagFieldsAsOne() {
    String etag = service.get("/v1/rulebook").headers().firstValue("ETag").orElse("");
    HttpResponse<String> answer =
        service.send(
            service
                .request("/v1/rulebook")
                .header("If-None-Match", "\"other\"")
                .header("If-None-Match", etag));
    assertThat(answer.statusCode()).isEqualTo(304);
  }

  @Test
  void givesTheSameBytesToWhoeverTakesCompression() {
    HttpResponse<String> answer =
        service.send(service.request("/v1/excerpts").header("Accept-Encoding", "gzip, br"));
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(answer.body()).isEqualTo(service.get("/v1/excerpts").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/rulebook/",
        "/healthz/",
        "/V1/rulebook",
        "/v1/indicators/none",
        "/v1/indicators/",
        "/v1/sources/none",
        "/v1/excerpts/none",
        "/v1/indicators/../sources",
        "/healthz;jsessionid=1",
        "/index.html",
        "/favicon.ico"
      })
  void findsNothingElsewhere(String path) {
    RawClient.Answer answer = RawClient.exchange(service, request("GET", path));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo(NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/indicators/none", "/v1/sources/none", "/v1/excerpts/none", "/none"})
  void findsNothingElsewhereForAHeadEither(String path) {
    assertThat(
            service
                .send(service.request(path).method("HEAD", BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(404);
  }

  static Stream<Arguments> methodsThatAreNotTaken() {
    Stream<String> reads =
        Stream.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "XYZZY", "get");
    Stream<String> evaluations =
        Stream.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "post");
    return Stream.concat(
        reads.flatMap(
            method ->
                Stream.of("/v1/rulebook", "/v1/indicators/any", "/healthz", "/openapi.json")
                    .map(path -> Arguments.of(method, path, "GET, HEAD"))),
        evaluations.map(method -> Arguments.of(method, "/v1/evaluations", "POST")));
  }

  @ParameterizedTest
  @MethodSource("methodsThatAreNotTaken")
  void namesTheMethodsThatAPathTakes(String method, String path, String allowed) {
    RawClient.Answer answer = RawClient.exchange(service, request(method, path));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo(allowed);
  }

  @Test
  void saysThatAMethodIsNotTaken() {
    assertThat(RawClient.exchange(service, request("DELETE", "/v1/rulebook")).body())
        .isEqualTo(METHOD_NOT_ALLOWED);
  }

  @Test
  void hasNoEvaluationToReadTheHeadOf() {
    HttpResponse<String> answer =
        service.send(service.request("/v1/evaluations").method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void takesTheMethodFromTheRequestLineAlone() {
    RawClient.Answer answer =
        RawClient.exchange(
            service,
            "GET /v1/evaluations HTTP/1.1\r\nHost: x\r\nX-HTTP-Method-Override: POST\r\n\r\n");
    assertThat(answer.status()).isEqualTo(405);
  }

  // Every answer

  static Stream<Arguments> requestsOfEveryKind() {
    String evaluation =
        "POST /v1/evaluations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    String chunked = evaluation + "Transfer-Encoding: chunked\r\n\r\n";
    return Stream.of(
        Arguments.of("a read", request("GET", "/v1/rulebook"), 200),
        Arguments.of(
            "an evaluation",
            evaluation
                + "Content-Length: %d\r\n\r\n%s"
                    .formatted(TestService.PROFILE.length(), TestService.PROFILE),
            200),
        Arguments.of("an invalid profile", evaluation + "Content-Length: 2\r\n\r\n{}", 422),
        Arguments.of("a malformed body", evaluation + "Content-Length: 1\r\n\r\n{", 400),
        Arguments.of("no body", evaluation + "\r\n", 400),
        Arguments.of("no such path", request("GET", "/none"), 404),
        Arguments.of("a method that is not taken", request("PUT", "/healthz"), 405),
        Arguments.of("an unknown method on no path", request("XYZZY", "/none"), 404),
        Arguments.of("options of the whole server", request("OPTIONS", "*"), 404),
        Arguments.of("a tunnel", request("CONNECT", "x:80"), 404),
        Arguments.of(
            "an upgrade to HTTP/2",
            request(
                "GET",
                "/healthz",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"),
            200),
        Arguments.of(
            "a WebSocket", request("GET", "/v1/rulebook", "Sec-WebSocket-Version: 13"), 200),
        Arguments.of("excluded JSON", request("GET", "/v1/rulebook", "Accept: text/html"), 406),
        Arguments.of("no media type", "POST /v1/evaluations HTTP/1.1\r\nHost: x\r\n\r\n", 415),
        Arguments.of("too large a body", evaluation + "Content-Length: 999999999999\r\n\r\n", 413),
        Arguments.of(
            "too large a chunked body",
            chunked + "60000\r\n" + " ".repeat(0x60000) + "\r\n0\r\n\r\n",
            413),
        Arguments.of("an unknown expectation", evaluation + "Expect: a-miracle\r\n\r\n", 417),
        Arguments.of("a malformed request line", "GET\r\n\r\n", 400),
        Arguments.of("an HTML-like request line", "GET /<b> <i> HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        Arguments.of("a TLS greeting", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", 400),
        Arguments.of("HTTP/0.9", "GET /healthz\r\n\r\n", 505),
        Arguments.of("an unknown version", "GET /healthz HTTP/3.7\r\nHost: x\r\n\r\n", 505),
        Arguments.of("HTTP/2 by prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 426),
        Arguments.of("no host", "GET /healthz HTTP/1.1\r\n\r\n", 400),
        Arguments.of("two hosts", request("GET", "/healthz", "Host: y"), 400),
        Arguments.of("a bad header name", request("GET", "/healthz", "Bad Name: 1"), 400),
        Arguments.of("a folded header", request("GET", "/healthz", "X: a\r\n b"), 400),
        Arguments.of("a NUL in a header", request("GET", "/healthz", "X: \u0000"), 400),
        Arguments.of("lines without CR", "GET /healthz HTTP/1.1\nHost: x\n\n", 400),
        Arguments.of("1,200 headers", request("GET", "/healthz", "X: 123\r\n".repeat(1200)), 431),
        Arguments.of("one long header", request("GET", "/healthz", "X: " + "x".repeat(9000)), 431),
        Arguments.of("a long path", request("GET", "/" + "x".repeat(9000)), 414),
        Arguments.of("a bad chunk size", chunked + "zz\r\n{}\r\n0\r\n\r\n", 400),
        Arguments.of("a chunk of minus one", chunked + "-1\r\n{}\r\n0\r\n\r\n", 400),
        Arguments.of(
            "an unclosed quote in a chunk extension", chunked + "2;a=\"b\r\n{}\r\n0\r\n\r\n", 400),
        Arguments.of(
            "both a length and chunks",
            evaluation + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400),
        Arguments.of(
            "chunks of a compressed body",
            evaluation + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            501),
        Arguments.of(
            "chunks of a compressed body, in two fields",
            evaluation
                + "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            501),
        Arguments.of(
            "a compressed body without chunks",
            evaluation + "Transfer-Encoding: gzip\r\n\r\n{}",
            400),
        Arguments.of(
            "chunks of chunks",
            evaluation + "Transfer-Encoding: chunked, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            400),
        Arguments.of(
            "chunks in HTTP/1.0",
            chunked.replace("HTTP/1.1", "HTTP/1.0") + "2\r\n{}\r\n0\r\n\r\n",
            400),
        Arguments.of("chunks with a trailer", chunked + "2\r\n{}\r\n0\r\nX: y\r\n\r\n", 422),
        Arguments.of("chunks in lines without CR", chunked + "2\n{}\n0\n\n", 400),
        Arguments.of("a chunk longer than said", chunked + "1\r\n{}\r\n0\r\n\r\n", 400),
        Arguments.of("endless trailers", chunked + "0\r\n" + "X: y\r\n".repeat(9000) + "\r\n", 400),
        Arguments.of(
            "a compressed body",
            evaluation + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
            415),
        Arguments.of(
            "two lengths", evaluation + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}", 400),
        Arguments.of("a negative length", evaluation + "Content-Length: -1\r\n\r\n", 400),
        Arguments.of("an encoded slash", request("GET", "/v1/indicators/..%2fsources"), 400),
        Arguments.of("encoded dots", request("GET", "/v1/indicators/%2e%2e/sources"), 400),
        Arguments.of("an encoded percent sign", request("GET", "/v1/indicators/%252f"), 400),
        Arguments.of("an encoded NUL", request("GET", "/v1/indicators/a%00b"), 400),
        Arguments.of("a NUL", request("GET", "/v1/indicators/a\u0000b"), 400),
        Arguments.of("a bad escape", request("GET", "/v1/indicators/%zz"), 400),
        Arguments.of("an escape that is no UTF-8", request("GET", "/v1/indicators/%ff"), 400),
        Arguments.of("an empty segment", request("GET", "//v1/rulebook"), 400),
        Arguments.of("a climb above the root", request("GET", "/../healthz"), 400),
        Arguments.of("an absolute URI", request("GET", "http://x/healthz"), 200),
        Arguments.of("an absolute URI of another host", request("GET", "http://y/healthz"), 400),
        Arguments.of("a relative path", request("GET", "healthz"), 400));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requestsOfEveryKind")
  void answersWithTheStatusForIt(String name, String request, int status) {
    assertThat(RawClient.exchange(service, request).status()).isEqualTo(status);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requestsOfEveryKind")
  void namesTheRulebookOnEveryAnswer(String name, String request, int status) {
    RawClient.Answer answer = RawClient.exchange(service, request);
    assertThat(answer.header("Rulebook-Version"))
        .isEqualTo(TestService.evaluatorOfTheBuild().rulebook().version());
    assertThat(answer.header("Rulebook-Sha256"))
        .isEqualTo(TestService.evaluatorOfTheBuild().rulebook().sha256());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requestsOfEveryKind")
  void datesEveryAnswer(String name, String request, int status) {
    String date = RawClient.exchange(service, request).header("Date");
    assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
        .isCloseTo(ZonedDateTime.now(ZoneOffset.UTC), within(1, ChronoUnit.MINUTES));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requestsOfEveryKind")
  void answersInJsonAlone(String name, String request, int status) {
    RawClient.Answer answer = RawClient.exchange(service, request);
    assertThat(answer.header("Content-Type"))
        .isEqualTo(status == 200 ? "application/json" : "application/problem+json");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedRequests")
  void repeatsTheStatusInTheProblem(String name, String request, int status) {
    JsonNode problem = TestService.json(RawClient.exchange(service, request).body());
    assertThat(problem.get("status").intValue()).isEqualTo(status);
  }

  static Stream<Arguments> refusedRequests() {
    return requestsOfEveryKind().filter(arguments -> !arguments.get()[2].equals(200));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedRequests")
  void allowsNoOneToStoreAProblem(String name, String request) {
    assertThat(RawClient.exchange(service, request).header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requestsOfEveryKind")
  void setsNoCookieAndNamesNoServer(String name, String request, int status) {
    assertThat(RawClient.exchange(service, request).headers())
        .doesNotContainKeys("set-cookie", "server", "x-powered-by", "location");
  }

  @Test
  void saysThatARequestIsNotWellFormed() {
    assertThat(RawClient.exchange(service, "GET\r\n\r\n").body()).isEqualTo(MALFORMED);
  }

  private static String request(String method, String path, String... headers) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: x\r\n"
        + Stream.of(headers).map(header -> header + "\r\n").reduce("", String::concat)
        + "\r\n";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] padded(int size) {
    return utf8(" ".repeat(size - TestService.PROFILE.length()) + TestService.PROFILE);
  }

  private static void read(byte[] profile) throws MalformedJsonException, InvalidProfileException {
    TestService.evaluatorOfTheBuild().profileReader().read(profile, LocalDate.EPOCH);
  }

  /** The profiles of the rulebook's own cases, made whole. */
  private static List<String> profilesOfTheCases() throws IOException {
    List<String> profiles = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      for (Path file : files.filter(path -> path.endsWith("cases.json")).sorted().toList()) {
        for (JsonNode one : TestService.json(Files.readString(file))) {
          ObjectNode profile = (ObjectNode) TestService.json(TestService.PROFILE);
          one.get("profile").properties().forEach(p -> profile.set(p.getKey(), p.getValue()));
          profiles.add(profile.toString());
        }
      }
    }
    return profiles;
  }
}
