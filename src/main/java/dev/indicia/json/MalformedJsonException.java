package dev.indicia.json;

/** Bytes that are not one well-formed JSON document. The message never holds a value of it. */
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int line;
  private final int column;

  MalformedJsonException(String code, int line, int column, String message) {
    super(message);
    this.code = code;
    this.line = line;
    this.column = column;
  }

  /**
   * What is wrong, as a stable word: {@code duplicate-key}, {@code not-utf-8}, {@code too-deep} …
   */
  public String code() {
    return code;
  }

  /** Line of the fault, from 1. */
  public int line() {
    return line;
  }

  /** Column of the fault in its line, from 1. */
  public int column() {
    return column;
  }
}
