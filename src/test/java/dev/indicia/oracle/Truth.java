package dev.indicia.oracle;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The value of a condition in Kleene's three-valued logic: true, false, or open, and then with the
 * pointers of its open parts and the cause of each. An open part that stands idle beside a deciding
 * one (a false part of an {@code and}, a true part of an {@code or}) is left out, because there the
 * whole is not open.
 */
final class Truth {

  static final Truth TRUE = new Truth(Value.TRUE, new TreeMap<>(Pointers.ORDER));
  static final Truth FALSE = new Truth(Value.FALSE, new TreeMap<>(Pointers.ORDER));

  private enum Value {
    TRUE,
    FALSE,
    OPEN
  }

  private final Value value;
  private final SortedMap<String, String> openParts;

  private Truth(Value value, SortedMap<String, String> openParts) {
    this.value = value;
    this.openParts = Collections.unmodifiableSortedMap(openParts);
  }

  static Truth of(boolean decided) {
    return decided ? TRUE : FALSE;
  }

  static Truth open(String pointer, String cause) {
    SortedMap<String, String> parts = new TreeMap<>(Pointers.ORDER);
    parts.put(pointer, cause);
    return new Truth(Value.OPEN, parts);
  }

  /** False if a part is false; else open if a part is open; else true. */
  static Truth and(Truth... parts) {
    return and(Arrays.asList(parts));
  }

  static Truth and(List<Truth> parts) {
    if (parts.stream().anyMatch(Truth::isFalse)) {
      return FALSE;
    }
    return parts.stream().anyMatch(Truth::isOpen) ? openTogether(parts) : TRUE;
  }

  /** True if a part is true; else open if a part is open; else false. */
  static Truth or(Truth... parts) {
    return or(Arrays.asList(parts));
  }

  static Truth or(List<Truth> parts) {
    if (parts.stream().anyMatch(Truth::isTrue)) {
      return TRUE;
    }
    return parts.stream().anyMatch(Truth::isOpen) ? openTogether(parts) : FALSE;
  }

  static Truth not(Truth part) {
    return switch (part.value) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case OPEN -> part;
    };
  }

  boolean isTrue() {
    return value == Value.TRUE;
  }

  boolean isFalse() {
    return value == Value.FALSE;
  }

  boolean isOpen() {
    return value == Value.OPEN;
  }

  /** The open parts, pointer and cause, in the order of pointers; empty unless open. */
  SortedMap<String, String> openParts() {
    return openParts;
  }

  /** Unites the open parts. No pointer is open for two causes: that would be a slip in here. */
  private static Truth openTogether(List<Truth> parts) {
    SortedMap<String, String> united = new TreeMap<>(Pointers.ORDER);
    for (Truth part : parts) {
      part.openParts.forEach(
          (pointer, cause) -> {
            String earlier = united.putIfAbsent(pointer, cause);
            if (earlier != null && !earlier.equals(cause)) {
              throw new IllegalStateException(
                  pointer + " is open both as " + earlier + " and as " + cause);
            }
          });
    }
    return new Truth(Value.OPEN, united);
  }

  @Override
  public String toString() {
    return isOpen() ? "OPEN" + openParts : value.toString();
  }
}
