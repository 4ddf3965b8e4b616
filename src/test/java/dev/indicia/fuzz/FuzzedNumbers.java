package dev.indicia.fuzz;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are read from a fuzzer's bytes, few bytes for each, so that a changed byte changes
 * one decision. Once the bytes are used up, zeros follow, which draw least: short inputs make small
 * profiles. For one input in 32, any numbers follow, which the bytes decide.
 */
final class FuzzedNumbers implements RandomGenerator {
  private static final int ONE_GOES_ON_IN = 32;

  private final byte[] bytes;
  private final @Nullable SplittableRandom rest;
  private int at;

  FuzzedNumbers(byte[] bytes) {
    this.bytes = bytes;
    int seed = Canary.sample(bytes);
    this.rest = seed % ONE_GOES_ON_IN == 0 ? new SplittableRandom(seed) : null;
  }

  @Override
  public long nextLong() {
    return ((long) nextInt() << 32) | (nextInt() & 0xFFFF_FFFFL);
  }

  @Override
  public int nextInt() {
    return number(4);
  }

  @Override
  public int nextInt(int bound) {
    return Integer.remainderUnsigned(number(bound <= 256 ? 1 : 4), bound);
  }

  @Override
  public int nextInt(int origin, int bound) {
    return origin + nextInt(bound - origin);
  }

  @Override
  public long nextLong(long origin, long bound) {
    return origin + Long.remainderUnsigned(number(4) & 0xFFFF_FFFFL, bound - origin);
  }

  @Override
  public boolean nextBoolean() {
    return (number(1) & 1) == 1;
  }

  @Override
  public double nextDouble() {
    return (number(1) & 0xFF) / 256.0;
  }

  /** A number of so many bytes. */
  private int number(int size) {
    int number = 0;
    for (int i = 0; i < size; i++) {
      number = (number << 8) | (next() & 0xFF);
    }
    return number;
  }

  private int next() {
    if (at < bytes.length) {
      return bytes[at++];
    }
    return rest == null ? 0 : rest.nextInt();
  }
}
