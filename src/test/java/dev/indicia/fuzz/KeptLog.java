package dev.indicia.fuzz;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what is logged, with all that a line could be made of. */
final class KeptLog extends AppenderBase<ILoggingEvent> {
  private final Queue<String> events = new ConcurrentLinkedQueue<>();

  @Override
  protected void append(ILoggingEvent event) {
    events.add(
        event.getFormattedMessage()
            + event.getMDCPropertyMap()
            + event.getKeyValuePairs()
            + ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }

  /** The events since the last call that hold a value. */
  List<String> linesWithCanary() {
    if (events.isEmpty()) {
      return List.of();
    }
    List<String> all = List.copyOf(events);
    all.forEach(events::remove);
    return all.stream().filter(Canary::isIn).toList();
  }
}
