package dev.indicia.web;

import dev.indicia.json.CanonicalJson;
import dev.indicia.json.MalformedJsonException;
import dev.indicia.profile.Fault;
import dev.indicia.profile.InvalidProfileException;
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

  static ProblemDocument of(int status, String detail) {
    return new ProblemDocument(status, detail, List.of());
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
}
