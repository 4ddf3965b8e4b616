package dev.indicia.web;

import dev.indicia.evaluation.Evaluator;
import dev.indicia.evaluation.EvidenceSummaryWriter;
import dev.indicia.json.CanonicalDocument;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.log.LogEvent;
import dev.indicia.profile.Fault;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.Profile;
import dev.indicia.profile.ProfileReader;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP service. It holds no case: a profile comes in, a summary goes out, and nothing of either
 * is written anywhere.
 */
public final class WebService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebService.class);

  private final Evaluator evaluator;
  private final ProfileReader reader;
  private final EvidenceSummaryWriter writer;
  private final Answers answers;
  private final Admission admission;
  private final Metrics metrics = new Metrics();
  private final Javalin javalin;

  private WebService(Evaluator evaluator, String host, int port, Limits limits) {
    this.evaluator = evaluator;
    this.reader = evaluator.profileReader();
    this.writer = new EvidenceSummaryWriter(evaluator.rulebook());
    this.answers = new Answers(evaluator.rulebook());
    this.admission = new Admission(evaluator.rulebook(), limits, metrics);
    this.javalin =
        Javalin.create(
            config -> {
              admission.configure(config.jetty, host, port);
              configure(config);
            });
  }

  /**
   * Starts the service.
   *
   * @param host address to listen on
   * @param port port, or 0 for a free one
   * @throws UncheckedIOException if the address cannot be listened on
   */
  public static WebService start(Evaluator evaluator, String host, int port) {
    return start(evaluator, host, port, Limits.standard());
  }

  static WebService start(Evaluator evaluator, String host, int port, Limits limits) {
    WebService service = new WebService(evaluator, host, port, limits);
    try {
      service.javalin.start();
    } catch (JavalinBindException e) {
      throw new UncheckedIOException(
          host + ":" + port + " is in use, or is no address of this machine. Take another.",
          new BindException());
    }
    LOG.atInfo().addKeyValue(LogEvent.KEY, LogEvent.STARTED.code()).log();
    return service;
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Takes nothing new, answers what is under way, and ends. */
  @Override
  public void close() {
    admission.drain(javalin.jettyServer().server());
    javalin.stop();
    metrics.close();
    LOG.atInfo().addKeyValue(LogEvent.KEY, LogEvent.STOPPED.code()).log();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    // One representation, one entity tag.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.router.ignoreTrailingSlashes = false;
    for (Route route : Route.ALL) {
      switch (route.path()) {
        case "/v1/evaluations" -> config.routes.post(route.path(), this::evaluate);
        case "/healthz", "/readyz" -> get(config, route, this::alive);
        case "/metrics" -> get(config, route, this::measures);
        default -> get(config, route, this::answer);
      }
    }
    answerFailures(config);
  }

  /** Whatever fails is answered with a problem document. */
  static void answerFailures(JavalinConfig config) {
    config.routes.exception(
        HttpResponseException.class, (e, context) -> problem(context, e.getStatus()));
    config.routes.exception(
        Exception.class,
        (e, context) -> {
          logFailure(e);
          problem(context, HttpStatus.INTERNAL_SERVER_ERROR_500);
        });
    config.router.javaLangErrorHandler(
        (response, error) -> {
          logFailure(error);
          try {
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR_500);
          } catch (IOException e) {
            logFailure(e);
          }
        });
  }

  /** Javalin would answer HEAD with 200 for whatever fits a path, be it there or not. */
  private static void get(JavalinConfig config, Route route, Handler handler) {
    config.routes.get(route.path(), handler);
    config.routes.head(route.path(), handler);
  }

  private void evaluate(Context context) throws IOException {
    if (!acceptable(context)) {
      problem(context, HttpStatus.NOT_ACCEPTABLE_406);
    } else if (!Negotiation.isJson(context.contentType())
        || context.header("Content-Encoding") != null) {
      problem(context, HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
    } else if (context.queryString() != null) {
      problem(context, ProblemDocument.OF_QUERY);
    } else {
      evaluate(context, context.req().getInputStream().readAllBytes());
    }
  }

  private void evaluate(Context context, byte[] body) {
    try {
      Profile profile = reader.read(body, LocalDate.now(ZoneOffset.UTC));
      CanonicalDocument summary = writer.write(evaluator.evaluate(profile));
      head(context, HttpStatus.OK_200, Negotiation.JSON, "no-store");
      WholeMessages.answer(context.req(), summary);
      metrics.evaluated();
    } catch (MalformedJsonException e) {
      metrics.rejected(e.code());
      problem(context, ProblemDocument.of(e));
    } catch (InvalidProfileException e) {
      e.faults().stream().map(Fault::code).distinct().forEach(metrics::rejected);
      problem(context, ProblemDocument.of(e));
    }
  }

  /** The service starts with a rulebook that has been checked and compiled, or not at all. */
  private void alive(Context context) {
    if (acceptable(context)) {
      ok(context, "no-store", "{\"status\":\"ok\"}");
    } else {
      problem(context, HttpStatus.NOT_ACCEPTABLE_406);
    }
  }

  private void measures(Context context) {
    write(context, HttpStatus.OK_200, Metrics.MEDIA_TYPE, "no-store", utf8(metrics.scrape()));
  }

  private void answer(Context context) {
    Optional<Answers.Answer> found = answers.at(context.path());
    if (found.isEmpty()) {
      problem(context, HttpStatus.NOT_FOUND_404);
    } else if (!acceptable(context)) {
      problem(context, HttpStatus.NOT_ACCEPTABLE_406);
    } else {
      Answers.Answer answer = found.get();
      boolean held = Negotiation.holds(fields(context, "If-None-Match"), answer.etag());
      context
          .status(held ? HttpStatus.NOT_MODIFIED_304 : HttpStatus.OK_200)
          .contentType(Negotiation.JSON)
          .header("Cache-Control", "no-cache")
          .header("ETag", answer.etag())
          .result(held ? InputStream.nullInputStream() : answer.json().get());
      if (held) {
        // As RFC 9110 has it, that of the answer which is not sent again.
        context.res().setContentLengthLong(answer.length());
      }
    }
  }

  private static boolean acceptable(Context context) {
    return Negotiation.acceptsJson(fields(context, "Accept"));
  }

  private static List<String> fields(Context context, String name) {
    return Collections.list(context.req().getHeaders(name));
  }

  private static void ok(Context context, String cacheControl, String json) {
    ok(context, cacheControl, utf8(json));
  }

  private static void ok(Context context, String cacheControl, byte[] json) {
    write(context, HttpStatus.OK_200, Negotiation.JSON, cacheControl, json);
  }

  private static void problem(Context context, int status) {
    if (status == HttpStatus.METHOD_NOT_ALLOWED_405) {
      context.header("Allow", allowed(context.path()));
    }
    problem(context, ProblemDocument.of(status));
  }

  private static void problem(Context context, ProblemDocument problem) {
    write(context, problem.status(), ProblemDocument.MEDIA_TYPE, "no-store", utf8(problem.json()));
  }

  private static void write(
      Context context, int status, String mediaType, String cacheControl, byte[] body) {
    head(context, status, mediaType, cacheControl).result(body);
  }

  private static Context head(Context context, int status, String mediaType, String cacheControl) {
    return context.status(status).contentType(mediaType).header("Cache-Control", cacheControl);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String allowed(String path) {
    return Route.ALL.stream()
        .filter(route -> route.matches(path))
        .map(route -> route.method().equals("GET") ? "GET, HEAD" : route.method())
        .collect(Collectors.joining(", "));
  }

  /** Only the kind of failure is logged: a message could hold a value of a profile. */
  private static void logFailure(Throwable failure) {
    LOG.atError()
        .addKeyValue(LogEvent.KEY, LogEvent.FAILED.code())
        .addKeyValue("class", failure.getClass().getName())
        .log();
  }
}
