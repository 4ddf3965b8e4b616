package dev.indicia.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/**
 * What the service counts, for Prometheus: requests and their times by route and status, refused
 * ones too; evaluations; rejected profiles by code; and the state of the Java machine. Tags come
 * from closed sets; nothing of a case is among them.
 */
final class Metrics implements AutoCloseable {
  /** The media type of what {@link #scrape} gives. */
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Metrics() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /**
   * A request was answered, or refused before any route.
   *
   * @param route the route's own path, or {@code none}; never the requested path
   * @param status HTTP status
   * @param time from the first byte of the request to the last of the answer
   */
  void answered(String route, int status, Duration time) {
    Timer.builder("indicia.http.requests")
        .description("Requests, from their first byte to the last of the answer")
        .tag("route", route)
        .tag("status", Integer.toString(status))
        .register(registry)
        .record(time);
  }

  /** A profile was evaluated. */
  void evaluated() {
    Counter.builder("indicia.evaluations")
        .description("Profiles that were evaluated")
        .register(registry)
        .increment();
  }

  /**
   * A profile was refused.
   *
   * @param code the code of a fault; one of a closed set
   */
  void rejected(String code) {
    Counter.builder("indicia.rejections")
        .description("Profiles that were refused, once for each code of a fault")
        .tag("code", code)
        .register(registry)
        .increment();
  }

  /** All counts, in Prometheus' text format. */
  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
