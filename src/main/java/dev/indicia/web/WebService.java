package dev.indicia.web;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.evaluation.EvidenceSummaryWriter;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import dev.indicia.rulebook.Rulebook;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP service. It holds no case: a profile comes in, a summary goes out, and nothing of either
 * is written anywhere.
 */
public final class WebService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebService.class);
  private static final String JSON = "application/json";

  /** The routes that exist. {@code {id}} stands for one path segment. */
  static final List<Route> ROUTES =
      List.of(
          new Route("POST", "/v1/evaluations"),
          new Route("GET", "/v1/rulebook"),
          new Route("GET", "/v1/indicators"),
          new Route("GET", "/v1/indicators/{id}"),
          new Route("GET", "/v1/sources"),
          new Route("GET", "/v1/sources/{id}"),
          new Route("GET", "/v1/excerpts"),
          new Route("GET", "/v1/excerpts/{id}"),
          new Route("GET", "/v1/disagreements"),
          new Route("GET", "/schemas/profile.json"),
          new Route("GET", "/schemas/evidence-summary.json"),
          new Route("GET", "/openapi.json"),
          new Route("GET", "/healthz"),
          new Route("GET", "/readyz"));

  private final Evaluator evaluator;
  private final ProfileReader reader;
  private final EvidenceSummaryWriter writer;
  private final Answers answers;
  private final Javalin javalin;

  /**
   * A method on a path.
   *
   * @param method HTTP method
   * @param path path, with {@code {id}} for one segment
   */
  record Route(String method, String path) {
    boolean matches(String requested) {
      return requested.matches(path.replace("{id}", "[^/]+"));
    }
  }

  private WebService(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.reader = evaluator.profileReader();
    this.writer = new EvidenceSummaryWriter(evaluator.rulebook());
    this.answers = new Answers(evaluator.rulebook());
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts the service.
   *
   * @param host address to listen on
   * @param port port, or 0 for a free one
   */
  public static WebService start(Evaluator evaluator, String host, int port) {
    WebService service = new WebService(evaluator);
    service.javalin.start(host, port);
    return service;
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Answers what has come in, takes nothing new, and ends. */
  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.http.defaultContentType = JSON;
    config.http.maxRequestSize = ProfileReader.MAX_BYTES;
    config.jetty.threadPool = Limits.threadPool();
    config.jetty.modifyHttpConfiguration(Limits::apply);
    config.jetty.modifyServer(server -> Limits.apply(server, evaluator.rulebook()));
    config.routes.before(this::identify);
    for (Route route : ROUTES) {
      switch (route.path()) {
        case "/v1/evaluations" -> config.routes.post(route.path(), this::evaluate);
        case "/healthz", "/readyz" ->
            config.routes.get(route.path(), context -> ok(context, "{\"status\":\"ok\"}"));
        default -> config.routes.get(route.path(), this::answer);
      }
    }
    config.routes.exception(
        HttpResponseException.class, (e, context) -> problem(context, e.getStatus()));
    config.routes.exception(Exception.class, (e, context) -> failed(context, e));
    config.router.javaLangErrorHandler(
        (response, error) -> {
          LOG.error("event=failed class={}", error.getClass().getName());
          response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR_500);
        });
  }

  private void identify(Context context) {
    Rulebook rulebook = evaluator.rulebook();
    context.header("Rulebook-Version", rulebook.version());
    context.header("Rulebook-Sha256", rulebook.sha256());
    context.header("X-Content-Type-Options", "nosniff");
  }

  private void evaluate(Context context) throws IOException {
    context.header("Cache-Control", "no-store");
    if (!accepts(context)) {
      problem(context, HttpStatus.NOT_ACCEPTABLE_406);
      return;
    }
    if (!isJson(context.contentType()) || context.header("Content-Encoding") != null) {
      problem(context, HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
      return;
    }
    Optional<byte[]> body = body(context);
    if (body.isEmpty()) {
      problem(context, HttpStatus.PAYLOAD_TOO_LARGE_413);
      return;
    }
    try {
      Profile profile = reader.read(body.get(), LocalDate.now(ZoneOffset.UTC));
      ok(context, writer.write(evaluator.evaluate(profile)));
    } catch (MalformedJsonException e) {
      problem(context, ProblemDocument.of(e));
    } catch (InvalidProfileException e) {
      problem(context, ProblemDocument.of(e));
    }
  }

  private static Optional<byte[]> body(Context context) throws IOException {
    if (context.req().getContentLengthLong() > ProfileReader.MAX_BYTES) {
      return Optional.empty();
    }
    try (InputStream in = context.req().getInputStream()) {
      byte[] bytes = in.readNBytes(ProfileReader.MAX_BYTES + 1);
      return bytes.length > ProfileReader.MAX_BYTES ? Optional.empty() : Optional.of(bytes);
    }
  }

  private static boolean isJson(String contentType) {
    if (contentType == null) {
      return false;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", 2);
    boolean utf8 = parts.length == 1 || parts[1].strip().matches("(charset=\"?utf-8\"?)?");
    return parts[0].strip().equals(JSON) && utf8;
  }

  private static boolean accepts(Context context) {
    String accept = context.header("Accept");
    if (accept == null || accept.isBlank()) {
      return true;
    }
    QuotedQualityCSV wanted = new QuotedQualityCSV();
    wanted.addValue(accept);
    return wanted.getValues().stream()
        .map(range -> range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .anyMatch(range -> Stream.of(JSON, "application/*", "*/*").anyMatch(range::equals));
  }

  private void answer(Context context) {
    Optional<Answers.Answer> answer = answers.at(context.path());
    if (answer.isEmpty()) {
      problem(context, HttpStatus.NOT_FOUND_404);
    } else if (!accepts(context)) {
      problem(context, HttpStatus.NOT_ACCEPTABLE_406);
    } else {
      context.header("ETag", answer.get().etag());
      context.header("Cache-Control", "no-cache");
      String held = context.header("If-None-Match");
      if (held != null && (held.equals("*") || held.contains(answer.get().etag()))) {
        context.status(HttpStatus.NOT_MODIFIED_304);
      } else {
        context.contentType(JSON).result(answer.get().body());
      }
    }
  }

  private static void ok(Context context, String json) {
    context.contentType(JSON).result(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void problem(Context context, int status) {
    int known = status == HttpStatus.NOT_IMPLEMENTED_501 ? 405 : status;
    String allowed = allowed(context.path());
    if (known == HttpStatus.METHOD_NOT_ALLOWED_405 && allowed.isEmpty()) {
      known = HttpStatus.NOT_FOUND_404;
    }
    if (known == HttpStatus.METHOD_NOT_ALLOWED_405) {
      context.header("Allow", allowed);
    }
    problem(context, ProblemDocument.of(known, detail(known)));
  }

  private static String allowed(String path) {
    return ROUTES.stream()
        .filter(route -> route.matches(path))
        .map(route -> route.method().equals("GET") ? "GET, HEAD" : route.method())
        .collect(Collectors.joining(", "));
  }

  static String detail(int status) {
    return switch (status) {
      case HttpStatus.NOT_FOUND_404 ->
          "There is nothing at this path. /openapi.json lists what there is.";
      case HttpStatus.METHOD_NOT_ALLOWED_405 ->
          "This path does not take this method. The Allow header names those that it takes.";
      case HttpStatus.NOT_ACCEPTABLE_406 ->
          "The answer is application/json, which Accept excludes.";
      case HttpStatus.PAYLOAD_TOO_LARGE_413 ->
          "The body is larger than a profile may be: " + ProfileReader.MAX_BYTES + " bytes.";
      case HttpStatus.UNSUPPORTED_MEDIA_TYPE_415 ->
          "A profile is sent as application/json, in UTF-8, with no content encoding.";
      case HttpStatus.SERVICE_UNAVAILABLE_503 -> "The service is busy. Try again in a moment.";
      case HttpStatus.REQUEST_TIMEOUT_408 -> "The request did not arrive in time.";
      default -> HttpStatus.getMessage(status) + ".";
    };
  }

  private static void problem(Context context, ProblemDocument problem) {
    context
        .status(problem.status())
        .contentType(ProblemDocument.MEDIA_TYPE)
        .result(problem.json().getBytes(StandardCharsets.UTF_8));
  }

  /** Only the kind of failure is logged: a message could hold a value of a profile. */
  private static void failed(Context context, Exception e) {
    LOG.error("event=failed class={}", e.getClass().getName());
    problem(context, HttpStatus.INTERNAL_SERVER_ERROR_500);
  }
}
