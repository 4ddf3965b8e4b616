package dev.indicia.rulebook;

import java.util.List;
import java.util.Optional;

/** Where the rules of a rulebook come from: compiled now, or when the build was made. */
interface RuleBase {
  /** The rules of an indicator, as they are written. */
  List<Rule> rulesOf(String indicator);

  /** All rules, ready for profiles; empty if they do not compile. */
  Optional<Rules> rules();
}
