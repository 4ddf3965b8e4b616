package dev.indicia.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.indicia.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void takesTheMedianAndTheSpreadOverAllForks() throws Exception {
    String result =
        """
        {"benchmark": "dev.indicia.benchmark.SomeBenchmark.evaluates", "params": {"file": "small"},
         "primaryMetric": {"scoreUnit": "us/op", "rawData": [[5.25, 250], [7.75, 4.5]]},
         "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 12345.6}}}
        """;
    Figure figure = Figure.of(StrictJson.read(result.getBytes(StandardCharsets.UTF_8)));
    assertThat(figure.row())
        .isEqualTo("| `SomeBenchmark.evaluates` | small | 6.50 us/op | 4.50 to 250 | 12,346 |");
  }

  @Test
  void drawsALineForEachOfThree() {
    GrowthPlot.Line line =
        new GrowthPlot.Line(
            "one",
            List.of(
                new GrowthPlot.Point(45, 20, 18, 24), new GrowthPlot.Point(3_000, 400, 390, 500)));
    assertThat(GrowthPlot.svg(line, line, line))
        .contains(">45</text>", ">3,000</text>", ">1,000</text>")
        .containsPattern("(?s)(<polyline.*){3}")
        .doesNotContain("NaN", "Infinity");
  }
}
