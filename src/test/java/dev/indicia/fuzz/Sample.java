package dev.indicia.fuzz;

/**
 * Whether a costly check is due for an input. In a search, for one input in so many: its bytes
 * decide, so that an input that was found does again what it did. In tests, for every input.
 */
final class Sample {
  /** What a search is started with. */
  static final String SEARCH = "indicia.search";

  private static final boolean SEARCHING = Boolean.getBoolean(SEARCH);

  private Sample() {}

  /** Whether a check is due that is made for one input in so many. */
  static boolean isDue(byte[] input, int oneIn) {
    return !SEARCHING || Canary.sample(input) % oneIn == 0;
  }
}
