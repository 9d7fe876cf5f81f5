package p2pgossip.export;

import java.util.Locale;
import p2pgossip.file.SvgElements;
import p2pgossip.gossip.ShownText;
import p2pgossip.heatmap.HeatMap;
import p2pgossip.heatmap.HeatMapLayout;
import p2pgossip.heatmap.HeatMapLayout.Cell;
import p2pgossip.heatmap.HeatMapLayout.Shade;
import p2pgossip.heatmap.HeatMapLayout.Words;
import p2pgossip.heatmap.Viridis;

/// Draws a [HeatMap] as an SVG document: its title, and below it what its layout says.
public final class HeatMapPicture {

  private static final double CELL_WIDTH = 62;
  private static final double CELL_HEIGHT = 34;
  private static final double TOP = 60;
  private static final double SIDE = 24;
  private static final double BOTTOM = 12;
  private static final double BASELINE = 5;

  /// A letter is about so wide, in pixels.
  private static final double LETTER = 7.6;

  private static final String BLACK = "#000000";
  private static final String WHITE = "#ffffff";

  private final SvgElements svg;

  private HeatMapPicture(SvgElements svg) {
    this.svg = svg;
  }

  /// The document, to be written in UTF-8.
  public static String of(HeatMap map) {
    double wide = HeatMapLayout.widthOf(map, CELL_WIDTH, HeatMapPicture::widthOf);
    double high = HeatMapLayout.AROUND + map.rows().size() * CELL_HEIGHT;
    double title = LETTER * 1.2 * map.title().length();
    SvgElements svg =
        SvgPicture.begin(
            2 * SIDE + Math.max(wide, title),
            TOP + high + BOTTOM,
            ShownText.of(map.title()),
            ShownText.of(map.words()));
    SvgPicture.text(svg, SIDE, 28, "start", ShownText.of(map.title()), "font-weight", "bold");
    SvgPicture.text(svg, SIDE, 50, "start", map.measure());
    new HeatMapPicture(svg).draw(HeatMapLayout.of(map, wide, high, HeatMapPicture::widthOf));
    return svg.end();
  }

  private static double widthOf(String text) {
    return LETTER * text.length();
  }

  private void draw(HeatMapLayout layout) {
    for (Cell cell : layout.cells()) {
      boolean known = !Double.isNaN(cell.part());
      int rgb = Viridis.rgb(known ? cell.part() : 0);
      rectangle(
          cell.x(), cell.y(), cell.width(), cell.height(), known ? color(rgb) : SvgPicture.FAINT);
      svg.attribute("class", "cell");
      String ink = !known ? SvgPicture.INK : Viridis.takesBlack(rgb) ? BLACK : WHITE;
      text(cell.middleX(), cell.middleY(), "middle", cell.figure(), "fill", ink);
    }
    for (Words words : layout.words()) {
      text(
          words.x(),
          words.y(),
          words.anchor().name().toLowerCase(Locale.ROOT),
          ShownText.of(words.text()));
    }
    for (Shade shade : layout.shades()) {
      // A little wider than it is, so that nothing shows between two.
      rectangle(
          shade.x(),
          shade.y(),
          shade.width() + 0.5,
          shade.height(),
          color(Viridis.rgb(shade.part())));
    }
  }

  private static String color(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  /// @param y the middle of the line
  private void text(double x, double y, String anchor, String words, String... namesAndValues) {
    SvgPicture.text(svg, SIDE + x, TOP + y + BASELINE, anchor, words, namesAndValues);
  }

  private void rectangle(double x, double y, double width, double height, String fill) {
    svg.empty("rect");
    svg.attribute("x", SIDE + x);
    svg.attribute("y", TOP + y);
    svg.attribute("width", width);
    svg.attribute("height", height);
    svg.attribute("fill", fill);
  }
}
