package dev.indicia.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The name and version of this engine, as the build says. */
public final class Engine {
  /** Its name. */
  public static final String NAME = "indicia";

  /** Its version. */
  public static final String VERSION = version();

  private Engine() {}

  private static String version() {
    try (InputStream in = Engine.class.getResourceAsStream("/indicia.properties")) {
      if (in == null) {
        throw new IllegalStateException("The build has no /indicia.properties");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
