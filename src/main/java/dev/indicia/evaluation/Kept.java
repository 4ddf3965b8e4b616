package dev.indicia.evaluation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Values by id that are made when first asked for, and kept. Safe for use by several threads. */
final class Kept<T> {
  private final Map<String, T> made = new ConcurrentHashMap<>();

  /** Looks first, since {@code computeIfAbsent} may lock to find what is there. */
  T get(String id, Supplier<T> value) {
    T known = made.get(id);
    return known != null ? known : made.computeIfAbsent(id, key -> value.get());
  }
}
