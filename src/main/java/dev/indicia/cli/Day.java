package dev.indicia.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day of the calendar, in the one form that is allowed. */
final class Day implements ITypeConverter<LocalDate> {
  Day() {}

  @Override
  public LocalDate convert(String text) {
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        // Said below.
      }
    }
    throw new TypeConversionException("'" + text + "' is no day. Allowed: YYYY-MM-DD.");
  }
}
