package p2pgossip.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import p2pgossip.file.SvgElements;
import p2pgossip.gossip.ShownText;

/// Draws a [HeatMap] as an SVG document: a cell for each pair of values, with its figure, and the
/// scale beside them.
public final class HeatMapPicture {

  private static final double CELL_WIDTH = 62;
  private static final double CELL_HEIGHT = 34;
  private static final double TOP = 88;
  private static final double BOTTOM = 58;
  private static final double SIDE = 24;
  private static final double GAP = 8;
  private static final double SCALE_WIDTH = 16;
  private static final double SCALE_ROOM = 92;
  private static final int SCALE_STEPS = 64;
  private static final double BASELINE = 5;

  /// A letter is about so wide, in pixels.
  private static final double LETTER = 7.6;

  private static final MathContext FIGURES = new MathContext(3);

  private final SvgElements svg;
  private final HeatMap map;
  private final HeatScale scale;

  /// Where the cells begin.
  private final double left;

  private HeatMapPicture(SvgElements svg, HeatMap map) {
    this.svg = svg;
    this.map = map;
    this.scale = scale(map);
    left = left(map);
  }

  /// The document, to be written in UTF-8.
  public static String of(HeatMap map) {
    double cells = left(map) + map.columns().size() * CELL_WIDTH + GAP;
    double wide = Math.max(cells + SCALE_ROOM, 2 * SIDE + LETTER * 1.2 * map.title().length());
    SvgElements svg =
        SvgPicture.begin(
            wide,
            TOP + map.rows().size() * CELL_HEIGHT + BOTTOM,
            ShownText.of(map.title()),
            words(map));
    new HeatMapPicture(svg, map).draw();
    return svg.end();
  }

  private static double left(HeatMap map) {
    int longest = map.rows().stream().mapToInt(String::length).max().orElse(0);
    return SIDE + Math.max(LETTER * longest, LETTER * 3) + GAP;
  }

  private static HeatScale scale(HeatMap map) {
    if (map.share()) {
      return new HeatScale(0, 1);
    }
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (List<Double> row : map.cells()) {
      for (double cell : row) {
        if (!Double.isNaN(cell)) {
          least = Math.min(least, cell);
          greatest = Math.max(greatest, cell);
        }
      }
    }
    return least <= greatest ? new HeatScale(least, greatest) : new HeatScale(0, 0);
  }

  private static String words(HeatMap map) {
    StringBuilder words = new StringBuilder();
    for (int row = 0; row < map.rows().size(); row++) {
      words.append("%s %s: ".formatted(map.up(), map.rows().get(row)));
      for (int column = 0; column < map.columns().size(); column++) {
        words.append(
            "%s at %s %s%s"
                .formatted(
                    figure(map, map.cells().get(row).get(column)),
                    map.across(),
                    map.columns().get(column),
                    column + 1 < map.columns().size() ? ", " : ". "));
      }
    }
    return ShownText.of(words.toString().strip());
  }

  private void draw() {
    SvgPicture.text(svg, SIDE, 28, "start", ShownText.of(map.title()), "font-weight", "bold");
    SvgPicture.text(svg, SIDE, 50, "start", map.measure() + (map.share() ? ", in per cent" : ""));
    SvgPicture.text(svg, left - GAP, TOP - GAP, "end", map.up());
    for (int row = 0; row < map.rows().size(); row++) {
      drawRow(row);
    }
    double below = TOP + map.rows().size() * CELL_HEIGHT;
    for (int column = 0; column < map.columns().size(); column++) {
      double middle = left + (column + 0.5) * CELL_WIDTH;
      SvgPicture.text(svg, middle, below + 20, "middle", ShownText.of(map.columns().get(column)));
    }
    SvgPicture.text(
        svg, left + map.columns().size() * CELL_WIDTH / 2, below + 42, "middle", map.across());
    drawScale();
  }

  private void drawRow(int row) {
    double y = TOP + (map.rows().size() - 1 - row) * CELL_HEIGHT;
    double middle = y + CELL_HEIGHT / 2 + BASELINE;
    SvgPicture.text(svg, left - GAP, middle, "end", ShownText.of(map.rows().get(row)));
    for (int column = 0; column < map.columns().size(); column++) {
      double value = map.cells().get(row).get(column);
      boolean known = !Double.isNaN(value);
      double x = left + column * CELL_WIDTH;
      rectangle(x, y, CELL_WIDTH, CELL_HEIGHT, known ? scale.color(value) : SvgPicture.FAINT);
      svg.attributes("stroke", "#ffffff");
      String ink = known ? scale.ink(value) : SvgPicture.INK;
      SvgPicture.text(svg, x + CELL_WIDTH / 2, middle, "middle", figure(map, value), "fill", ink);
    }
  }

  private void drawScale() {
    double x = left + map.columns().size() * CELL_WIDTH + 2 * GAP;
    double height = map.rows().size() * CELL_HEIGHT;
    double step = height / SCALE_STEPS;
    for (int part = 0; part < SCALE_STEPS; part++) {
      double share = (part + 0.5) / SCALE_STEPS;
      double value = scale.from() + share * (scale.to() - scale.from());
      // A little higher than a step, so that nothing shows between two.
      rectangle(x, TOP + height - (part + 1) * step, SCALE_WIDTH, step + 0.5, scale.color(value));
    }
    double beside = x + SCALE_WIDTH + GAP;
    SvgPicture.text(svg, beside, TOP + 2 * BASELINE, "start", figure(map, scale.to()));
    SvgPicture.text(svg, beside, TOP + height, "start", figure(map, scale.from()));
  }

  private void rectangle(double x, double y, double width, double height, String fill) {
    svg.empty("rect");
    svg.attribute("x", x);
    svg.attribute("y", y);
    svg.attribute("width", width);
    svg.attribute("height", height);
    svg.attribute("fill", fill);
  }

  /// A share in per cent to a tenth, where that is not 0 or 100 by rounding alone; else three
  /// figures.
  private static String figure(HeatMap map, double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (!map.share()) {
      return new BigDecimal(value).round(FIGURES).stripTrailingZeros().toPlainString();
    }
    double percent = 100 * value;
    if (value < 1 && percent >= 99.95) {
      return ">99.9";
    }
    if (value > 0 && percent < 0.05) {
      return "<0.1";
    }
    return value == 0 || value == 1
        ? String.valueOf(Math.round(percent))
        : String.format(Locale.ROOT, "%.1f", percent);
  }
}
