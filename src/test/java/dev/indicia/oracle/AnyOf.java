package dev.indicia.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The {@code or} over the items of one or two groups, or over pairs of items, that makes an
 * indicator's reading.
 */
final class AnyOf {

  private final List<Truth> parts = new ArrayList<>();
  private final SortedSet<String> witnesses = new TreeSet<>(Pointers.ORDER);

  /** Adds a condition for each item. */
  AnyOf items(List<Item> items, Function<Item, Truth> condition) {
    for (Item item : items) {
      add(condition.apply(item), item);
    }
    return this;
  }

  /**
   * Adds a condition for each pair. A recorded item makes no pair with itself; the unknown item of
   * a group stands for any number of items, so it does.
   */
  AnyOf pairs(List<Item> ones, List<Item> others, BiFunction<Item, Item, Truth> condition) {
    for (Item one : ones) {
      for (Item other : others) {
        if (!one.isRecorded() || !one.pointer().equals(other.pointer())) {
          add(condition.apply(one, other), one, other);
        }
      }
    }
    return this;
  }

  private void add(Truth part, Item... items) {
    parts.add(part);
    if (part.isTrue()) {
      for (Item item : items) {
        witnesses.add(item.pointer());
      }
    }
  }

  /** True: matched, with its witnesses. False: not matched. Open: not stated, with what is open. */
  Reading reading() {
    Truth whole = Truth.or(parts);
    if (whole.isTrue()) {
      return new Reading(
          "matched", Collections.unmodifiableSortedSet(witnesses), Truth.TRUE.openParts());
    }
    return new Reading(
        whole.isFalse() ? "not-matched" : "not-stated",
        Collections.emptySortedSet(),
        whole.openParts());
  }
}
