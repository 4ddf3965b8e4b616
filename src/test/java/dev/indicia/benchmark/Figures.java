package dev.indicia.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints what JMH has measured as a table: medians and spread, over all iterations of all forks,
 * and bytes. Draws the plot of growth if growth was measured.
 */
final class Figures {
  private Figures() {}

  /**
   * Prints and draws. {@code mvn -P bench verify} ends with it.
   *
   * @param args the result of JMH in JSON, and the SVG to write
   */
  public static void main(String[] args) throws IOException {
    JsonNode results = JsonMapper.shared().readTree(Files.readAllBytes(Path.of(args[0])));
    List<Figure> figures = results.valueStream().map(Figure::of).toList();
    System.out.println("| benchmark | with | median | least to greatest | bytes |");
    System.out.println("| --- | --- | --- | --- | --- |");
    figures.forEach(figure -> System.out.println(figure.row()));

    GrowthPlot.Line rules =
        line("rules", figures, "IndicatorGrowthBenchmark.firesTheRules", "indicators");
    GrowthPlot.Line plain =
        line("plain Java", figures, "IndicatorGrowthBenchmark.readsThemInPlainJava", "indicators");
    GrowthPlot.Line evaluation =
        line("evaluation", figures, "PassageGrowthBenchmark.evaluates", "passages");
    if (!rules.points().isEmpty() && !plain.points().isEmpty() && !evaluation.points().isEmpty()) {
      Path svg = Path.of(args[1]);
      Files.writeString(svg, GrowthPlot.svg(rules, plain, evaluation), StandardCharsets.UTF_8);
      System.out.println("\nPlot of growth: " + svg);
    }
  }

  private static GrowthPlot.Line line(
      String name, List<Figure> figures, String benchmark, String param) {
    return new GrowthPlot.Line(
        name,
        figures.stream()
            .filter(figure -> figure.name().equals(benchmark))
            .map(
                figure ->
                    new GrowthPlot.Point(
                        Double.parseDouble(figure.params().get(param)),
                        figure.median(),
                        figure.least(),
                        figure.greatest()))
            .sorted(Comparator.comparingDouble(GrowthPlot.Point::size))
            .toList());
  }
}
