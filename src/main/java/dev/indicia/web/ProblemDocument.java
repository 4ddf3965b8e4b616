package dev.indicia.web;

import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.Fault;
import dev.indicia.profile.InvalidProfileException;
import dev.indicia.profile.ProfileReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpStatus;

/**
 * An answer that says what is wrong with a request (RFC 9457). It never holds a value of a profile.
 *
 * @param status HTTP status
 * @param detail what is wrong, in a sentence
 * @param errors each fault with its place, if there are several places
 */
record ProblemDocument(int status, String detail, List<Fault> errors) {
  /** Its media type. */
  static final String MEDIA_TYPE = "application/problem+json";

  /** Of an evaluation that is asked for with a query: to leave it aside could mislead. */
  static final ProblemDocument OF_QUERY =
      new ProblemDocument(
          HttpStatus.BAD_REQUEST_400,
          "An evaluation takes no query: all that it depends on stands in the profile.",
          List.of());

  static ProblemDocument of(int status) {
    return new ProblemDocument(status, detail(status), List.of());
  }

  static ProblemDocument of(MalformedJsonException e) {
    String place = "Line " + e.line() + ", column " + e.column() + ": ";
    return new ProblemDocument(
        HttpStatus.BAD_REQUEST_400,
        "The body is not one well-formed JSON document.",
        List.of(new Fault("", e.code(), place + e.getMessage())));
  }

  static ProblemDocument of(InvalidProfileException e) {
    return new ProblemDocument(
        HttpStatus.UNPROCESSABLE_ENTITY_422, "The body is no valid profile.", e.faults());
  }

  /** Its JSON. */
  String json() {
    Map<String, Object> out = new TreeMap<>();
    out.put("type", "about:blank");
    out.put("title", HttpStatus.getMessage(status));
    out.put("status", status);
    out.put("detail", detail);
    if (!errors.isEmpty()) {
      out.put(
          "errors",
          errors.stream()
              .map(
                  fault ->
                      Map.of(
                          "pointer", fault.pointer(),
                          "code", fault.code(),
                          "message", fault.message()))
              .toList());
    }
    return CanonicalJson.write(out);
  }

  private static String detail(int status) {
    return switch (status) {
      case HttpStatus.BAD_REQUEST_400 ->
          "The request is not well-formed HTTP, or can be read in more than one way.";
      case HttpStatus.NOT_FOUND_404 ->
          "There is nothing at this path. /openapi.json lists what there is.";
      case HttpStatus.METHOD_NOT_ALLOWED_405 ->
          "This path does not take this method. The Allow header names those that it takes.";
      case HttpStatus.NOT_ACCEPTABLE_406 ->
          "The answer is application/json, which Accept excludes.";
      case HttpStatus.REQUEST_TIMEOUT_408 -> "The request did not arrive in time.";
      case HttpStatus.PAYLOAD_TOO_LARGE_413 ->
          "The body is larger than a profile may be: " + ProfileReader.MAX_BYTES + " bytes.";
      case HttpStatus.URI_TOO_LONG_414 -> "The request's path is longer than is read.";
      case HttpStatus.UNSUPPORTED_MEDIA_TYPE_415 ->
          "A profile is sent as application/json, in UTF-8, with no content encoding.";
      case HttpStatus.EXPECTATION_FAILED_417 ->
          "Expect asks for something else than 100-continue, which is all that is met.";
      case HttpStatus.UPGRADE_REQUIRED_426, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ->
          "The service speaks HTTP/1.1.";
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          "The header fields are larger than is read.";
      case HttpStatus.INTERNAL_SERVER_ERROR_500 ->
          "The service failed. This is a fault of the program; nothing of the request was kept.";
      case HttpStatus.NOT_IMPLEMENTED_501 -> "Transfer-Encoding may be chunked, and nothing else.";
      case HttpStatus.SERVICE_UNAVAILABLE_503 -> "The service is busy. Try again in a moment.";
      default -> HttpStatus.getMessage(status) + ".";
    };
  }
}
