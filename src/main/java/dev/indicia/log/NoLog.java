package dev.indicia.log;

import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.slf4j.helpers.Reporter;

/** Keeps no log, for a verb that says all that it has to say itself. */
public final class NoLog {
  private NoLog() {}

  /**
   * Sets it up, before anything has logged. What libraries have to tell would name no more than
   * their loggers, and for that a start would take a twentieth longer.
   */
  public static void setUp() {
    System.setProperty(
        LoggerFactory.PROVIDER_PROPERTY_KEY, NOP_FallbackServiceProvider.class.getName());
    // SLF4J would tell on standard error that it has been asked for this.
    System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
  }
}
