package dev.indicia.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import dev.indicia.json.CanonicalJson;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.event.KeyValuePair;

/**
 * One line for one event: time, level, code and the event's own keys. Messages and exceptions are
 * never written, since either could hold a value of a profile.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
  private final boolean json;

  /**
   * A layout.
   *
   * @param json whether lines are JSON objects
   */
  LogLine(boolean json) {
    this.json = json;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    Map<String, Object> line = new TreeMap<>();
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        line.put(pair.key, String.valueOf(pair.value));
      }
    }
    if (!line.containsKey(LogEvent.KEY)) {
      line.clear();
      line.put(LogEvent.KEY, LogEvent.LIBRARY.code());
      line.put("logger", event.getLoggerName());
    }
    String time = Instant.ofEpochMilli(event.getTimeStamp()).toString();
    String level = event.getLevel().toString();
    if (json) {
      line.put("time", time);
      line.put("level", level);
      return CanonicalJson.write(line) + "\n";
    }
    return line.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" ", time + " " + level + " ", "\n"));
  }
}
