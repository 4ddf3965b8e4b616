package dev.indicia.cli;

import dev.indicia.log.LogConfiguration;
import dev.indicia.profile.ProfileReader;

/** Reads the profile schema beside the command line and the rulebook: both take as long. */
final class SchemaThread {
  private SchemaThread() {}

  static void begin() {
    Thread schema =
        new Thread(
            () -> {
              // The validator logs: it must not be the first to, while other threads do as well.
              LogConfiguration.setUp();
              ProfileReader.prepare();
            },
            "schema");
    schema.setDaemon(true);
    schema.start();
  }
}
