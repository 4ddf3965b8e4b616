package dev.indicia.oracle;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * A seeded stream of valid profiles over the whole schema: absent, null, empty and filled groups,
 * every fixed value, every form of a date, terms that resolve, that are ambiguous and that do not
 * resolve, and {@code notStated} entries on groups, fields and lists.
 *
 * <p>The same seed and names give the same profiles in the same order. Each profile states its
 * {@code asOf}: that is the day to read it for. Not safe for use by several threads at once.
 */
public final class RandomProfiles {

  private final long seed;
  private final Map<String, List<String>> names;
  private final SplittableRandom random;
  private int count;

  /**
   * Starts a stream.
   *
   * @param names for each kind of term ({@code organisation}, {@code place}, {@code act}, {@code
   *     treatment}, {@code activity}, {@code incident}, {@code court}) names that resolve or, of
   *     places, are ambiguous; they are used along with the codes of the vocabulary and with words
   *     that do not resolve
   */
  public RandomProfiles(long seed, Map<String, List<String>> names) {
    this.seed = seed;
    this.names = Map.copyOf(names);
    this.random = new SplittableRandom(seed);
  }

  /**
   * One profile that a source of numbers decides, such as the bytes of a fuzzer.
   *
   * @param names as for a stream
   */
  public static ObjectNode drawn(RandomGenerator random, Map<String, List<String>> names) {
    return new RandomProfile(random, names).write("drawn");
  }

  /** The next profile. */
  public ObjectNode next() {
    String caseReference = "random/" + seed + "/" + count;
    count++;
    return new RandomProfile(random.split(), names).write(caseReference);
  }
}
