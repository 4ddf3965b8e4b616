package dev.indicia.profile;

import java.util.Comparator;

/**
 * One thing that is wrong with a profile.
 *
 * @param pointer where, as a JSON Pointer
 * @param code what, as a stable word
 * @param message what is wrong, what is allowed and, for a near miss, what was probably meant;
 *     never the recorded value
 */
public record Fault(String pointer, String code, String message) {
  /** By place, then by code. */
  public static final Comparator<Fault> ORDER =
      Comparator.comparing(Fault::pointer, Pointers.ORDER)
          .thenComparing(Fault::code)
          .thenComparing(Fault::message);
}
