package dev.indicia.profile;

import dev.indicia.json.MalformedJsonException;
import dev.indicia.json.StrictJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads profiles strictly: well-formed, valid by the profile schema, and by the rules that no
 * schema can state. Nothing that it cannot read is dropped or guessed. Safe for use by several
 * threads.
 */
public final class ProfileReader {
  /** Largest profile that is read, in bytes. */
  public static final int MAX_BYTES = 256 * 1024;

  private final Terms terms;

  /** Made when it is first asked for: the reader's class is needed before. */
  private static final class Shipped {
    static final ProfileSchema SCHEMA = new ProfileSchema();
  }

  /**
   * Makes what every profile is read by, so that the first need not wait for it. It takes a good
   * part of a start: call it beside other work.
   */
  public static void prepare() {
    schema();
  }

  /** The profile schema, which is made when it is first asked for. */
  static ProfileSchema schema() {
    return Shipped.SCHEMA;
  }

  /** A reader that resolves terms by a vocabulary. */
  public ProfileReader(Terms terms) {
    this.terms = terms;
  }

  /**
   * Reads a profile.
   *
   * @param today the day that it speaks for if it states no {@code asOf}
   * @throws MalformedJsonException if the bytes are not one well-formed JSON document
   * @throws InvalidProfileException if the document is no valid profile; with every fault
   */
  public Profile read(byte[] json, LocalDate today)
      throws MalformedJsonException, InvalidProfileException {
    return read(json, today, null);
  }

  /**
   * Reads a profile for another day than its own.
   *
   * @param asOf the day that it speaks for, over its own; null to keep its own
   * @throws MalformedJsonException if the bytes are not one well-formed JSON document
   * @throws InvalidProfileException if the document is no valid profile; with every fault
   */
  public Profile read(byte[] json, LocalDate today, @Nullable LocalDate asOf)
      throws MalformedJsonException, InvalidProfileException {
    JsonNode tree = StrictJson.read(json);
    List<Fault> faults = new ArrayList<>(schema().faults(tree));
    LocalDate own = ProfileRules.asOf(tree, faults).orElse(today);
    LocalDate day = asOf == null ? own : asOf;
    faults.addAll(ProfileRules.faults(schema(), tree, day));
    if (!faults.isEmpty()) {
      faults.sort(Fault.ORDER);
      throw new InvalidProfileException(faults);
    }
    return new ProfileTree(tree, terms, day).profile();
  }
}
