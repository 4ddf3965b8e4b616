package dev.indicia.web;

import dev.indicia.profile.ProfileReader;
import java.time.Duration;

/**
 * How much of the service clients can take, one by one and all together.
 *
 * @param connections most connections at a time; further ones wait to be accepted
 * @param headerBytes largest request line and header fields together
 * @param bodyBytes largest request body
 * @param workers requests that are worked on at a time
 * @param waiting requests that wait for a worker; further ones are answered with 503
 * @param heldBytes bodies that have not been worked on and answers that have not been taken,
 *     together; while there are more, requests are answered with 503
 * @param patience how long a request may wait for a worker; one that has waited longer is answered
 *     with 503
 * @param silence how long a connection may be silent
 * @param arrival how long a body may take to arrive
 * @param exchange how long a request and its answer may take in all, from the connection's opening
 *     or the answer before; a connection is cut between this time and its double
 * @param stop how long requests under way may take once the service stops
 */
record Limits(
    int connections,
    int headerBytes,
    int bodyBytes,
    int workers,
    int waiting,
    long heldBytes,
    Duration patience,
    Duration silence,
    Duration arrival,
    Duration exchange,
    Duration stop) {

  /**
   * What the service starts with. A profile of the largest size arrives in time at 70 kbit/s, and a
   * megabyte is taken in time at 140 kbit/s. As many may wait as may be connected: what turns
   * requests away under load is the time that they have waited.
   */
  static Limits standard() {
    return new Limits(
        512,
        8 * 1024,
        ProfileReader.MAX_BYTES,
        Math.max(4, Runtime.getRuntime().availableProcessors()),
        512,
        Runtime.getRuntime().maxMemory() / 4,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(5));
  }
}
