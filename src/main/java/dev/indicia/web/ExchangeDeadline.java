package dev.indicia.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts connections on which no exchange comes to its end: a request that drips in, an answer that
 * is sipped. Silence alone is the idle timeout's affair; one byte now and then would escape it.
 *
 * <p>Jetty's {@code MinimumDataRateHandler} does not serve: in 12.1.14 it divides the bytes of all
 * requests since the start by the time of one, so that it cuts the first honest client and, later,
 * nobody; and it sees no header.
 */
final class ExchangeDeadline implements Connection.Listener {
  private final Scheduler scheduler;
  private final Duration limit;
  private final Map<Connection, Scheduler.Task> checks = new ConcurrentHashMap<>();

  ExchangeDeadline(Scheduler scheduler, Duration limit) {
    this.scheduler = scheduler;
    this.limit = limit;
  }

  @Override
  public void onOpened(Connection connection) {
    checkLater(connection);
  }

  @Override
  public void onClosed(Connection connection) {
    Scheduler.Task check = checks.remove(connection);
    if (check != null) {
      check.cancel();
    }
  }

  private void checkLater(Connection connection) {
    long answered = connection.getMessagesOut();
    checks.put(
        connection,
        scheduler.schedule(
            () -> check(connection, answered), limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void check(Connection connection, long answeredBefore) {
    checks.remove(connection);
    if (connection.getMessagesOut() == answeredBefore) {
      connection.getEndPoint().close(new TimeoutException());
    } else if (connection.getEndPoint().isOpen()) {
      checkLater(connection);
    }
  }
}
