package dev.indicia.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** A rulebook that cannot be used; its message lists every problem, one a line. */
public final class InvalidRulebookException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidRulebookException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, by place. */
  public List<Problem> problems() {
    return problems;
  }
}
