package dev.indicia.profile;

import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/** Profiles from JSON trees that are known to be valid: not written, read and checked first. */
public final class ValidTree {
  private ValidTree() {}

  /** The profile that the reader makes of a tree which states its {@code asOf}. */
  public static Profile profile(ObjectNode tree, Terms terms) {
    LocalDate asOf = LocalDate.parse(tree.get("asOf").stringValue());
    return new ProfileTree(tree, terms, asOf).profile();
  }
}
