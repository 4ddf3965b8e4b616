package dev.indicia.log;

/** The events that are logged. There are no others. */
public enum LogEvent {
  /** The service listens. */
  STARTED("started"),
  /** The service has ended. */
  STOPPED("stopped"),
  /** The service has ended with requests under way, since they took too long. */
  CUT_SHORT("cut-short"),
  /** A request could not be answered for a fault of the program; with the class of the failure. */
  FAILED("failed"),
  /**
   * A library has something to say; with its logger. What it says could hold a value, and is left
   * out.
   */
  LIBRARY("library");

  /** The key under which an event's code stands. */
  public static final String KEY = "event";

  private final String code;

  LogEvent(String code) {
    this.code = code;
  }

  /** Its code in a log line. */
  public String code() {
    return code;
  }
}
