package dev.indicia.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws how times grow with a rulebook: medians as lines, least to greatest as bars. */
final class GrowthPlot {
  private static final int WIDTH = 820;
  private static final int HEIGHT = 330;
  private static final int PANEL_WIDTH = 320;
  private static final int TOP = 50;
  private static final int BOTTOM = 270;
  private static final List<String> COLOURS = List.of("#1d70b8", "#b35900");
  private static final List<String> DASHES = List.of("none", "7 4");

  private final StringBuilder svg = new StringBuilder();

  private GrowthPlot() {}

  /**
   * A line.
   *
   * @param name what it is of
   * @param points by size
   */
  record Line(String name, List<Point> points) {}

  /**
   * A point with its spread, in microseconds.
   *
   * @param size of the rulebook
   */
  record Point(double size, double median, double least, double greatest) {}

  /** The lines of the rules and of plain Java side by side, and that of whole evaluations. */
  static String svg(Line rules, Line plain, Line evaluation) {
    GrowthPlot plot = new GrowthPlot();
    plot.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"sans-serif\" font-size=\"12\">",
        WIDTH, HEIGHT);
    plot.add("<title>Time of one evaluation as a rulebook grows</title>");
    plot.add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
    plot.panel(70, "Rules alone, by indicators", List.of(rules, plain));
    plot.panel(480, "Whole evaluation, by passages", List.of(evaluation));
    plot.add("</svg>");
    return plot.svg.toString();
  }

  private void panel(int left, String title, List<Line> lines) {
    List<Point> all = lines.stream().flatMap(line -> line.points().stream()).toList();
    Scale across =
        Scale.around(all.stream().mapToDouble(Point::size).toArray(), left, left + PANEL_WIDTH);
    double[] times =
        all.stream()
            .flatMapToDouble(point -> DoubleStream.of(point.least(), point.greatest()))
            .toArray();
    Scale up = Scale.ofDecades(times, BOTTOM, TOP);
    add("<text x=\"%d\" y=\"24\" font-size=\"14\" font-weight=\"bold\">%s</text>", left, title);
    add(
        "<text x=\"%d\" y=\"40\" fill=\"#505a5f\">microseconds, both scales logarithmic</text>",
        left);
    for (double decade : up.decades()) {
      add(
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d8dcde\"/>",
          left, left + PANEL_WIDTH, up.at(decade), up.at(decade));
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%,.0f</text>",
          left - 8, up.at(decade) + 4, decade);
    }
    for (Point point : lines.get(0).points()) {
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,.0f</text>",
          across.at(point.size()), BOTTOM + 18, point.size());
    }
    for (int i = 0; i < lines.size(); i++) {
      draw(lines.get(i), across, up, COLOURS.get(i), DASHES.get(i));
      int y = HEIGHT - 16;
      int x = left + i * 120;
      add(
          "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\""
              + " stroke-dasharray=\"%s\"/>",
          x, x + 28, y - 4, y - 4, COLOURS.get(i), DASHES.get(i));
      add("<text x=\"%d\" y=\"%d\">%s</text>", x + 34, y, lines.get(i).name());
    }
  }

  private void draw(Line line, Scale across, Scale up, String colour, String dash) {
    StringBuilder points = new StringBuilder();
    for (Point point : line.points()) {
      double x = across.at(point.size());
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, up.at(point.median())));
      add(
          "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
          x, x, up.at(point.least()), up.at(point.greatest()), colour);
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
          x, up.at(point.median()), colour);
    }
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\""
            + " stroke-dasharray=\"%s\"/>",
        points.toString().strip(), colour, dash);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** A logarithmic scale between two powers of ten. */
  private record Scale(double lowest, double highest, double from, double to) {
    private static final double MARGIN = 0.1;

    /** From the least to the greatest value, with a margin. */
    static Scale around(double[] values, double from, double to) {
      return new Scale(
          Math.log10(Arrays.stream(values).min().orElseThrow()) - MARGIN,
          Math.log10(Arrays.stream(values).max().orElseThrow()) + MARGIN,
          from,
          to);
    }

    /** Over whole decades. */
    static Scale ofDecades(double[] values, double from, double to) {
      Scale around = around(values, from, to);
      return new Scale(Math.floor(around.lowest), Math.ceil(around.highest), from, to);
    }

    double at(double value) {
      return from + (to - from) * (Math.log10(value) - lowest) / (highest - lowest);
    }

    List<Double> decades() {
      return IntStream.rangeClosed((int) lowest, (int) highest)
          .mapToObj(exponent -> Math.pow(10, exponent))
          .toList();
    }
  }
}
