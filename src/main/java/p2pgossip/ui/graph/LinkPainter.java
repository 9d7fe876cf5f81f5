package p2pgossip.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.graphstream.ui.graphicGraph.GraphicEdge;
import org.graphstream.ui.graphicGraph.GraphicGraph;

/// Paints the links: a mutual one is a plain solid line, a one-way one lighter, dashed, with an
/// arrow head at the peer that is known.
final class LinkPainter {

  private static final double[] SOLID = {};
  private static final double[] DASHES = {5, 4};

  /// From so many on, links are only hinted at, and drawn by [LineRaster].
  private static final int THICKET_FROM = 400;

  private final LineRaster raster = new LineRaster();

  void paint(
      GraphicsContext graphics,
      GraphicGraph graph,
      Projection projection,
      RolePalette palette,
      double scale,
      Predicate<PeerMark> focused) {
    List<Line> mutual = new ArrayList<>();
    List<Line> oneWay = new ArrayList<>();
    List<Line> focusedMutual = new ArrayList<>();
    List<Line> focusedOneWay = new ArrayList<>();
    graph
        .edges()
        .filter(each -> !((GraphicEdge) each).hidden)
        .forEach(
            each -> {
              GraphicEdge edge = (GraphicEdge) each;
              PeerMark from = (PeerMark) edge.from.getAttribute(NetworkGraph.MARK);
              PeerMark to = (PeerMark) edge.to.getAttribute(NetworkGraph.MARK);
              Line line = line(from, to, projection, scale);
              boolean bright = focused.test(from) || focused.test(to);
              if (edge.isDirected()) {
                (bright ? focusedOneWay : oneWay).add(line);
              } else {
                (bright ? focusedMutual : mutual).add(line);
              }
            });
    Color bright = palette.accent().interpolate(palette.background(), 0.25);
    double thin = Math.max(1.1, 1.5 * scale);
    if (graph.getEdgeCount() > THICKET_FROM) {
      thicket(graphics, mutual, oneWay, palette);
      thin = 1.1;
    } else {
      strokeOneWay(graphics, oneWay, palette.oneWayLink(), thin, scale);
      stroke(graphics, mutual, palette.mutualLink(), thin * 1.25);
    }
    strokeOneWay(graphics, focusedOneWay, bright, thin * 1.15, scale);
    stroke(graphics, focusedMutual, bright, thin * 1.5);
  }

  /// So many lines that dashes and arrow heads would tell nothing: thin and pale, the mutual ones a
  /// little stronger.
  private void thicket(
      GraphicsContext graphics, List<Line> mutual, List<Line> oneWay, RolePalette palette) {
    double width = graphics.getCanvas().getWidth();
    double height = graphics.getCanvas().getHeight();
    raster.begin(width, height);
    raster.setColor(palette.oneWayLink().interpolate(palette.background(), 0.45));
    oneWay.forEach(line -> raster.line(line.fromX, line.fromY, line.toX, line.toY));
    raster.setColor(palette.mutualLink().interpolate(palette.background(), 0.25));
    mutual.forEach(line -> raster.line(line.fromX, line.fromY, line.toX, line.toY));
    graphics.drawImage(raster.end(), 0, 0);
  }

  /// Draws one link from left to right, for the legend.
  static void sample(
      GraphicsContext graphics, RolePalette palette, boolean mutual, double width, double height) {
    List<Line> lines = List.of(new Line(1, height / 2, width - 1, height / 2));
    if (mutual) {
      stroke(graphics, lines, palette.mutualLink(), 1.9);
    } else {
      strokeOneWay(graphics, lines, palette.oneWayLink(), 1.5, 1);
    }
  }

  /// From the rim of one peer to the rim of the other, in pixels.
  private record Line(double fromX, double fromY, double toX, double toY) {}

  private static Line line(PeerMark from, PeerMark to, Projection projection, double scale) {
    double fromX = projection.pixelX(from.x());
    double fromY = projection.pixelY(from.y());
    double toX = projection.pixelX(to.x());
    double toY = projection.pixelY(to.y());
    double length = Math.max(1, Math.hypot(toX - fromX, toY - fromY));
    double start = Math.min(0.45, NodeGlyph.radius(from.role(), scale) / length);
    double end = Math.min(0.45, (NodeGlyph.radius(to.role(), scale) + 2.5) / length);
    return new Line(
        fromX + (toX - fromX) * start,
        fromY + (toY - fromY) * start,
        toX - (toX - fromX) * end,
        toY - (toY - fromY) * end);
  }

  private static void stroke(
      GraphicsContext graphics, List<Line> lines, Color color, double width) {
    if (lines.isEmpty()) {
      return;
    }
    graphics.setStroke(color);
    graphics.setLineWidth(width);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.beginPath();
    for (Line line : lines) {
      graphics.moveTo(line.fromX, line.fromY);
      graphics.lineTo(line.toX, line.toY);
    }
    graphics.stroke();
  }

  private static void strokeOneWay(
      GraphicsContext graphics, List<Line> lines, Color color, double width, double scale) {
    graphics.setLineDashes(DASHES);
    stroke(graphics, lines, color, width);
    graphics.setLineDashes(SOLID);
    heads(graphics, lines, color, Math.max(5.5, 9 * scale));
  }

  private static void heads(GraphicsContext graphics, List<Line> lines, Color color, double size) {
    graphics.setFill(color);
    graphics.beginPath();
    for (Line line : lines) {
      double dx = line.toX - line.fromX;
      double dy = line.toY - line.fromY;
      double length = Math.max(1, Math.hypot(dx, dy));
      double unitX = dx / length;
      double unitY = dy / length;
      double baseX = line.toX - unitX * size;
      double baseY = line.toY - unitY * size;
      double half = size * 0.45;
      graphics.moveTo(line.toX, line.toY);
      graphics.lineTo(baseX - unitY * half, baseY + unitX * half);
      graphics.lineTo(baseX + unitY * half, baseY - unitX * half);
      graphics.closePath();
    }
    graphics.fill();
  }
}
