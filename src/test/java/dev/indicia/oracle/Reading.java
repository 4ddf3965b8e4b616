package dev.indicia.oracle;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * How one indicator reads on one profile.
 *
 * @param status {@code matched}, {@code not-matched} or {@code not-stated}
 * @param facts the pointers of the items that made it true; empty unless matched
 * @param missing pointer of each open part, with the cause; empty unless not stated
 */
public record Reading(String status, SortedSet<String> facts, SortedMap<String, String> missing) {}
