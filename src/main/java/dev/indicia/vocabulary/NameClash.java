package dev.indicia.vocabulary;

import java.util.List;

/**
 * One name for two codes of one kind.
 *
 * @param kind kind of term
 * @param name the name, as the vocabulary writes it
 * @param codes the codes, in the vocabulary's order
 */
public record NameClash(String kind, String name, List<String> codes) {
  /** Copies its list. */
  public NameClash {
    codes = List.copyOf(codes);
  }
}
