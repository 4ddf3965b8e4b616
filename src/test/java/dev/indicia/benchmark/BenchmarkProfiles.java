package dev.indicia.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The synthetic profiles of {@code src/test/resources/benchmark}. */
final class BenchmarkProfiles {
  /** Their names, by size. */
  static final List<String> NAMES = List.of("small-4", "typical-12", "rich-25", "very-rich-100");

  private BenchmarkProfiles() {}

  /** The bytes of one. */
  static byte[] json(String name) throws IOException {
    try (InputStream in =
        BenchmarkProfiles.class.getResourceAsStream("/benchmark/" + name + ".json")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
