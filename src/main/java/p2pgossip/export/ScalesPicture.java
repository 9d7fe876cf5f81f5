package p2pgossip.export;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import p2pgossip.file.SvgElements;
import p2pgossip.gossip.ShownText;
import p2pgossip.scenario.ComparedScale;
import p2pgossip.scenario.ScaleComparison;
import p2pgossip.scenario.ScaleSample;
import p2pgossip.scenario.ScaleSample.Coverage;

/// Draws [ScaleComparison]s as an SVG document (W3C, "Scalable Vector Graphics (SVG) 1.1"): a chart
/// for each, with coverage against time in periods. Real sockets and virtual time are lines with
/// the band of nine runs in ten; what is in step is a mark at each round.
public final class ScalesPicture {

  private static final int COLUMNS = 3;
  private static final double WIDTH = 400;
  private static final double HEIGHT = 300;
  private static final double LEFT = 58;
  private static final double RIGHT = 16;
  private static final double TOP = 40;
  private static final double BOTTOM = 46;
  private static final double LEGEND = 44;
  private static final double MARK = 4;

  private final SvgElements svg;

  private ScalesPicture(SvgElements svg) {
    this.svg = svg;
  }

  /// The document, to be written in UTF-8.
  public static String of(List<ScaleComparison> comparisons) {
    int columns = Math.clamp(comparisons.size(), 1, COLUMNS);
    int rows = Math.ceilDiv(comparisons.size(), columns);
    SvgElements svg =
        SvgPicture.begin(
            columns * WIDTH,
            LEGEND + rows * HEIGHT,
            "The same spreads at several scales",
            words(comparisons));
    new ScalesPicture(svg).draw(comparisons, columns);
    return svg.end();
  }

  private void draw(List<ScaleComparison> comparisons, int columns) {
    legend(comparisons);
    for (int chart = 0; chart < comparisons.size(); chart++) {
      svg.start("g");
      int row = chart / columns;
      double x = (chart - row * columns) * WIDTH;
      double y = LEGEND + row * HEIGHT;
      svg.attributes("transform", "translate(" + SvgElements.point(x, y) + ")");
      chart(comparisons.get(chart));
      svg.endElement();
    }
  }

  private static String words(List<ScaleComparison> comparisons) {
    return comparisons.stream()
        .map(
            it ->
                ShownText.of(it.run())
                    + ": "
                    + (it.agrees() ? "the scales agree" : "some figures differ"))
        .collect(Collectors.joining("; "));
  }

  private void legend(List<ScaleComparison> comparisons) {
    List<ScaleSample> first =
        Stream.of(ComparedScale.values())
            .map(
                scale ->
                    comparisons.stream()
                        .map(it -> it.sample(scale))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null))
            .filter(Objects::nonNull)
            .toList();
    double x = LEFT;
    for (ScaleSample sample : first) {
      String words = sample.scale().words() + ", " + sample.runs() + " runs";
      double y = LEGEND / 2;
      if (sample.scale().inStep()) {
        mark(sample.scale(), x + 14, y);
      } else {
        line(
            sample.scale(),
            SvgElements.number(x)
                + ","
                + SvgElements.number(y)
                + " "
                + SvgElements.number(x + 28)
                + ","
                + SvgElements.number(y));
      }
      SvgPicture.text(svg, x + 36, y + 5, "start", words);
      x += 60 + 7.4 * words.length();
    }
  }

  private void chart(ScaleComparison comparison) {
    double last = 1;
    for (ScaleSample sample : comparison.samples()) {
      last = Math.max(last, sample.curve().getLast().time());
    }
    SvgPicture.text(svg, LEFT, 24, "start", title(comparison), "font-weight", "bold");
    double step = Math.max(1, Math.ceil(last / 8));
    for (double time = 0; time <= last; time += step) {
      SvgPicture.text(svg, x(time, last), HEIGHT - BOTTOM + 18, "middle", SvgElements.number(time));
    }
    for (int percent = 0; percent <= 100; percent += 25) {
      double y = y(percent / 100.0);
      svg.empty("line");
      svg.attributes(
          "x1",
          SvgElements.number(LEFT),
          "x2",
          SvgElements.number(WIDTH - RIGHT),
          "y1",
          SvgElements.number(y),
          "y2",
          SvgElements.number(y),
          "stroke",
          SvgPicture.FAINT);
      SvgPicture.text(svg, LEFT - 8, y + 5, "end", percent + " %");
    }
    SvgPicture.text(
        svg, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "middle", "periods since it was told");
    for (ScaleSample sample : comparison.samples()) {
      if (sample.scale().inStep()) {
        marks(sample, last);
      } else {
        band(sample, last);
        line(sample.scale(), points(sample.curve(), last));
      }
    }
  }

  private static String title(ScaleComparison comparison) {
    String run = ShownText.of(comparison.run());
    return comparison.rumor() == 1 ? run : run + ", rumour " + comparison.rumor();
  }

  private void marks(ScaleSample sample, double last) {
    for (Coverage point : sample.curve()) {
      if (point.time() <= last) {
        mark(sample.scale(), x(point.time(), last), y(point.mean()));
      }
    }
  }

  private void band(ScaleSample sample, double last) {
    StringBuilder points = new StringBuilder();
    for (Coverage point : sample.curve()) {
      points.append(at(point.time(), point.high(), last)).append(' ');
    }
    for (Coverage point : sample.curve().reversed()) {
      points.append(at(point.time(), point.low(), last)).append(' ');
    }
    svg.empty("polygon");
    svg.attributes(
        "points", points.toString().strip(), "fill", color(sample.scale()), "fill-opacity", "0.12");
  }

  private static String points(List<Coverage> curve, double last) {
    return curve.stream()
        .map(point -> at(point.time(), point.mean(), last))
        .collect(Collectors.joining(" "));
  }

  private static String at(double time, double share, double last) {
    return SvgElements.number(x(Math.min(time, last), last)) + "," + SvgElements.number(y(share));
  }

  private static double x(double time, double last) {
    return LEFT + (WIDTH - LEFT - RIGHT) * time / last;
  }

  private static double y(double share) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
  }

  private void line(ComparedScale scale, String points) {
    svg.empty("polyline");
    svg.attributes("points", points, "fill", "none", "stroke", color(scale));
    svg.attributes("stroke-width", "2.5");
    if (scale == ComparedScale.VIRTUAL) {
      svg.attributes("stroke-dasharray", "7 5");
    }
  }

  /// A cross in a circle where both agree.
  private void mark(ComparedScale scale, double x, double y) {
    if (scale == ComparedScale.IN_STEP) {
      svg.empty("circle");
      svg.attributes(
          "cx",
          SvgElements.number(x),
          "cy",
          SvgElements.number(y),
          "r",
          SvgElements.number(MARK + 1.5),
          "fill",
          "none");
    } else {
      String cross =
          "M %s %s L %s %s M %s %s L %s %s"
              .formatted(
                  SvgElements.number(x - MARK),
                  SvgElements.number(y - MARK),
                  SvgElements.number(x + MARK),
                  SvgElements.number(y + MARK),
                  SvgElements.number(x - MARK),
                  SvgElements.number(y + MARK),
                  SvgElements.number(x + MARK),
                  SvgElements.number(y - MARK));
      svg.empty("path");
      svg.attributes("d", cross, "fill", "none");
    }
    svg.attributes("stroke", color(scale), "stroke-width", "1.8");
  }

  /// Four that colour-blind people can tell apart (Okabe, Ito 2008).
  private static String color(ComparedScale scale) {
    return switch (scale) {
      case REAL -> "#0072b2";
      case VIRTUAL -> "#d55e00";
      case IN_STEP -> "#009e73";
      case ARRAYS -> "#555555";
    };
  }
}
