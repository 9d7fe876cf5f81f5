package p2pgossip.ui.laboratory;

import p2pgossip.ui.chart.SeriesLook;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.theme.RolePalette;

/// The marks of the lines of a chart. Each has a shape of its own beside its colour.
enum SeriesMark {
  CIRCLE(SeriesLook.FIRST),
  SQUARE(SeriesLook.SECOND),
  TRIANGLE(SeriesLook.THIRD),
  DIAMOND(SeriesLook.FOURTH),
  RING(SeriesLook.FIFTH),
  CROSS(SeriesLook.SIXTH);

  private static final double RADIUS = 4.5;

  private final SeriesLook look;

  SeriesMark(SeriesLook look) {
    this.look = look;
  }

  /// @param line counted from 0
  static SeriesMark of(int line) {
    SeriesMark[] all = values();
    return all[line % all.length];
  }

  SeriesLook look() {
    return look;
  }

  /// Draws it, with the middle at a point.
  void draw(Drawing drawing, RolePalette palette, double x, double y) {
    drawing.setFill(look.color(palette));
    drawing.setStroke(look.color(palette));
    drawing.setLineDashes();
    drawing.setLineWidth(2);
    double r = RADIUS;
    switch (this) {
      case CIRCLE -> drawing.fillOval(x - r, y - r, 2 * r, 2 * r);
      case SQUARE -> drawing.fillRect(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1);
      case TRIANGLE ->
          drawing.fillPolygon(
              new double[] {x - r - 0.5, x, x + r + 0.5},
              new double[] {y + r, y - r - 0.5, y + r},
              3);
      case DIAMOND ->
          drawing.fillPolygon(
              new double[] {x - r - 1, x, x + r + 1, x},
              new double[] {y, y - r - 1, y, y + r + 1},
              4);
      case RING -> {
        drawing.setFill(palette.background());
        drawing.fillOval(x - r, y - r, 2 * r, 2 * r);
        drawing.strokeOval(x - r, y - r, 2 * r, 2 * r);
      }
      case CROSS -> {
        drawing.strokeLine(x - r, y - r, x + r, y + r);
        drawing.strokeLine(x - r, y + r, x + r, y - r);
      }
    }
  }

  /// A piece of the line with the mark in its middle, for a legend.
  ///
  /// @param joined whether there is a line
  void explain(Drawing drawing, RolePalette palette, double width, double height, boolean joined) {
    if (joined) {
      look.stroke(drawing, palette);
      drawing.strokeLine(1, height / 2, width - 1, height / 2);
    }
    draw(drawing, palette, width / 2, height / 2);
  }
}
