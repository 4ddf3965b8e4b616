package dev.indicia.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;

/**
 * Sets logging up, by code: reading XML for it would take a fifth of a short verb's time. Lines go
 * to standard error, since standard output is for data. Libraries speak from WARN on.
 */
public final class LogConfiguration extends ContextAwareBase implements Configurator {
  /** System property: {@code json} for JSON lines, anything else for plain ones. */
  public static final String FORMAT_PROPERTY = "indicia.log";

  /** Found by logback through {@code META-INF/services}. */
  public LogConfiguration() {}

  /**
   * Sets logging up, or waits until another thread has. Meanwhile SLF4J would hand out loggers that
   * record everything, and would tell of it on standard error.
   */
  public static synchronized void setUp() {
    LoggerFactory.getILoggerFactory();
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    LogLine layout = new LogLine("json".equals(System.getProperty(FORMAT_PROPERTY)));
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("stderr");
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context.getLogger("dev.indicia").setLevel(Level.INFO);
    // It repeats what a malformed request holds; the client is told, and the log need not know.
    context.getLogger("org.eclipse.jetty.http.HttpParser").setLevel(Level.ERROR);
    // What is wrong with a rule is reported by the loader, in order and with its place.
    context.getLogger("org.drools.compiler.kie.builder.impl.KieProject").setLevel(Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
