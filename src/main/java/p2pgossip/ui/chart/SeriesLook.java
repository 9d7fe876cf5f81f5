package p2pgossip.ui.chart;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.theme.RolePalette;

/// How one of several spreads is drawn. Each has a colour and a stroke of its own, so that neither
/// is needed to tell them apart; the colours are those of [RolePalette], which the colour-blind can
/// distinguish.
public enum SeriesLook {
  FIRST(Role.SELF),
  SECOND(Role.UNREACHABLE, 9, 5),
  THIRD(Role.CONNECTED, 2, 5),
  FOURTH(Role.PENDING, 12, 5, 2, 5),
  FIFTH(Role.LEARNED, 18, 6),
  SIXTH(Role.HEARD_OF, 5, 4, 5, 4, 1, 4);

  static final double LINE_WIDTH = 2.6;

  static final double SWATCH_WIDTH = 34;
  private static final double SWATCH_HEIGHT = 14;

  private final Role role;

  /// An array, since a canvas takes nothing else. Never written to.
  @SuppressWarnings("ImmutableEnumChecker")
  private final double[] dashes;

  SeriesLook(Role role, double... dashes) {
    this.role = role;
    this.dashes = dashes;
  }

  public Color color(RolePalette palette) {
    return palette.color(role);
  }

  /// Sets the stroke of its line.
  public void stroke(Drawing graphics, RolePalette palette) {
    graphics.setStroke(color(palette));
    graphics.setLineWidth(LINE_WIDTH);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setLineDashes(dashes);
  }

  /// A piece of the line, for a legend. It keeps the colours it was made with.
  public Node swatch(RolePalette palette) {
    Canvas canvas = new Canvas(SWATCH_WIDTH, SWATCH_HEIGHT);
    Drawing graphics = new CanvasDrawing(canvas);
    stroke(graphics, palette);
    graphics.strokeLine(1, SWATCH_HEIGHT / 2, SWATCH_WIDTH - 1, SWATCH_HEIGHT / 2);
    canvas.setMouseTransparent(true);
    return canvas;
  }
}
