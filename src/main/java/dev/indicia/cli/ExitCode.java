package dev.indicia.cli;

/** Exit codes of the verbs. */
final class ExitCode {
  /** All is well. */
  static final int FINE = 0;

  /** There are findings, or something failed. */
  static final int FINDINGS = 1;

  /** The command line cannot be understood. */
  static final int USAGE = 2;

  /** An input cannot be read. */
  static final int INVALID_INPUT = 3;

  private ExitCode() {}
}
