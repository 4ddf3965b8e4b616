package dev.indicia.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One benchmark of a result file of JMH, over the iterations of all its forks.
 *
 * @param name class and method
 * @param params its parameters, by name
 * @param unit unit of the three values
 * @param median the middle one
 * @param least of all iterations
 * @param greatest of all iterations
 * @param bytes allocated in one call
 */
record Figure(
    String name,
    Map<String, String> params,
    String unit,
    double median,
    double least,
    double greatest,
    double bytes) {

  static Figure of(JsonNode result) {
    JsonNode metric = result.get("primaryMetric");
    List<Double> values = new ArrayList<>();
    metric.get("rawData").forEach(fork -> fork.forEach(value -> values.add(value.doubleValue())));
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Map<String, String> params = new TreeMap<>();
    result
        .path("params")
        .properties()
        .forEach(param -> params.put(param.getKey(), param.getValue().stringValue()));
    String[] name = result.get("benchmark").stringValue().split("\\.", -1);
    return new Figure(
        String.join(".", Arrays.copyOfRange(name, name.length - 2, name.length)),
        params,
        metric.get("scoreUnit").stringValue(),
        (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2,
        sorted[0],
        sorted[sorted.length - 1],
        result.at("/secondaryMetrics/gc.alloc.rate.norm/score").asDouble(Double.NaN));
  }

  /** A row of a table in Markdown. */
  String row() {
    return "| `"
        + name
        + "` | "
        + params.values().stream().collect(Collectors.joining(", "))
        + " | "
        + rounded(median)
        + " "
        + unit
        + " | "
        + rounded(least)
        + " to "
        + rounded(greatest)
        + " | "
        + (Double.isNaN(bytes) ? "–" : String.format(Locale.ROOT, "%,.0f", bytes))
        + " |";
  }

  /** Three digits or more. */
  private static String rounded(double value) {
    int digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
