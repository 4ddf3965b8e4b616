package dev.indicia.evaluation;

import dev.indicia.rulebook.InvalidRulebookException;
import dev.indicia.rulebook.Rulebook;
import dev.indicia.rulebook.RulebookBundle;
import java.io.IOException;

/** The rulebook that the build carries, loaded once for all tests. */
public final class BuiltInRulebook {
  private static final Rulebook RULEBOOK = load();

  private BuiltInRulebook() {}

  /** The rulebook. */
  public static Rulebook get() {
    return RULEBOOK;
  }

  private static Rulebook load() {
    try {
      return RulebookBundle.load();
    } catch (IOException | InvalidRulebookException e) {
      throw new IllegalStateException(e);
    }
  }
}
