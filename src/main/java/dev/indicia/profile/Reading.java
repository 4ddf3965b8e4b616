package dev.indicia.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * What a condition comes to for recorded facts, in Kleene's three-valued logic: true, false, or
 * open with the parts that leave it open. Immutable.
 *
 * <p>A condition is written once, with {@link #allOf}, {@link #anyOf} and {@link #isNot}; what
 * makes it true, what makes it false and what is missing all follow from that one expression.
 */
public final class Reading {
  /** The recorded facts meet the condition. */
  public static final Reading TRUE = new Reading("true", List.of());

  /** The recorded facts do not meet the condition. */
  public static final Reading FALSE = new Reading("false", List.of());

  private final String value;
  private final List<Missing> missing;

  private Reading(String value, List<Missing> missing) {
    this.value = value;
    this.missing = missing;
  }

  /** {@link #TRUE} or {@link #FALSE}. */
  public static Reading of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  /** Open, because of one part of the profile. */
  public static Reading open(Missing missing) {
    return new Reading("open", List.of(missing));
  }

  /**
   * Kleene's {@code and}: false if any part is, else open if any part is; its missing are theirs.
   */
  public static Reading allOf(Reading... parts) {
    return join(parts, FALSE, TRUE);
  }

  /** Kleene's {@code or}: true if any part is, else open if any part is; its missing are theirs. */
  public static Reading anyOf(Reading... parts) {
    return join(parts, TRUE, FALSE);
  }

  /** Kleene's {@code not}: what is open stays open. */
  public static Reading isNot(Reading part) {
    if (part == TRUE) {
      return FALSE;
    }
    return part == FALSE ? TRUE : part;
  }

  /** As {@link #allOf(Reading...)}. The rules ask for two parts most often: no array is made. */
  public static Reading allOf(Reading one, Reading other) {
    return join(one, other, FALSE, TRUE);
  }

  /** As {@link #allOf(Reading...)}. */
  public static Reading allOf(Reading one, Reading two, Reading three) {
    return join(join(one, two, FALSE, TRUE), three, FALSE, TRUE);
  }

  /** As {@link #allOf(Reading...)}. */
  public static Reading allOf(Reading one, Reading two, Reading three, Reading four) {
    return join(join(one, two, FALSE, TRUE), join(three, four, FALSE, TRUE), FALSE, TRUE);
  }

  /** As {@link #anyOf(Reading...)}. */
  public static Reading anyOf(Reading one, Reading other) {
    return join(one, other, TRUE, FALSE);
  }

  /** As {@link #anyOf(Reading...)}. */
  public static Reading anyOf(Reading one, Reading two, Reading three) {
    return join(join(one, two, TRUE, FALSE), three, TRUE, FALSE);
  }

  private static Reading join(Reading one, Reading other, Reading deciding, Reading idle) {
    if (one == deciding || other == deciding) {
      return deciding;
    }
    if (one == idle) {
      return other;
    }
    return other == idle ? one : join(new Reading[] {one, other}, deciding, idle);
  }

  private static Reading join(Reading[] parts, Reading deciding, Reading idle) {
    Reading first = null;
    List<Missing> all = null;
    for (Reading part : parts) {
      if (part == deciding) {
        return deciding;
      }
      if (part == idle) {
        continue;
      }
      if (first == null) {
        first = part;
      } else {
        if (all == null) {
          all = new ArrayList<>(first.missing);
        }
        all.addAll(part.missing);
      }
    }
    if (first == null) {
      return idle;
    }
    return all == null ? first : new Reading("open", all);
  }

  /** Whether the condition is met. */
  public boolean isTrue() {
    return this == TRUE;
  }

  /** Whether the condition is not met. */
  public boolean isFalse() {
    return this == FALSE;
  }

  /** Whether the recorded facts leave the condition open. */
  public boolean isOpen() {
    return this != TRUE && this != FALSE;
  }

  /** Whether the condition is met or open: what a rule fires on. */
  public boolean isTrueOrOpen() {
    return this != FALSE;
  }

  /** The parts that leave it open, in the order of the expression, possibly twice; else empty. */
  public List<Missing> missing() {
    return missing;
  }

  @Override
  public String toString() {
    return missing.isEmpty() ? value : value + missing;
  }
}
