package dev.indicia.fuzz;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Numbers that are read from a fuzzer's bytes, few bytes for each, so that a changed byte changes
 * one decision. Once the bytes are used up, numbers follow that the first bytes decide.
 */
final class FuzzedNumbers implements RandomGenerator {
  private final byte[] bytes;
  private final SplittableRandom rest;
  private int at;

  FuzzedNumbers(byte[] bytes) {
    this.bytes = bytes;
    long seed = 0;
    for (int i = 0; i < Math.min(8, bytes.length); i++) {
      seed = (seed << 8) | (bytes[i] & 0xFF);
    }
    this.rest = new SplittableRandom(seed);
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
      number = (number << 8) | ((at < bytes.length ? bytes[at++] : rest.nextInt()) & 0xFF);
    }
    return number;
  }
}
