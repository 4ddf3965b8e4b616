package dev.indicia.cli;

import dev.indicia.log.LogConfiguration;
import dev.indicia.profile.ProfileReader;

/** Reads the profile schema beside the command line and the rulebook: both take as long. */
final class SchemaThread {
  private SchemaThread() {}

  static void begin() {
    // The validator logs: it must not be the first to, while other threads do as well.
    LogConfiguration.setUp();
    Thread schema = new Thread(ProfileReader::prepare, "schema");
    schema.setDaemon(true);
    schema.start();
  }
}
