package p2pgossip.ui.graph.paint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.graph.model.FaultMarks;
import p2pgossip.ui.graph.model.FaultMarks.Course;
import p2pgossip.ui.graph.model.FaultMarks.Way;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.theme.RolePalette;

/// Paints what is wrong between two peers, by shapes and strokes of its own each:
///
/// | fault | mark |
/// |---|---|
/// | loss | the line broken, the gaps as long as the loss is large, and the per cent |
/// | delay | a clock on the line, and how late |
/// | blocked | a bar across the line; arrow heads that run against it say from which ends |
/// | partition | the line cut to two stubs |
final class FaultyWayPainter {

  private static final double[] SOLID = {};

  /// The length of a piece of a broken line and its gap together, in pixels.
  private static final double BREAK = 15;

  /// Above so many ways nothing is written beside them.
  private static final int FEW = 30;

  private static final double LABEL_HEIGHT = 16;

  /// The parts of the way beside which figures are tried to be put.
  private static final double[] WRITTEN_AT = {0.5, 0.4, 0.6, 0.3, 0.7};

  private final LabelWidths widths = new LabelWidths(Font.font("System", FontWeight.BOLD, 12));

  /// Draws the ways, and keeps labels off them.
  ///
  /// @return the lines, for [#write]
  Map<Way, Line> paint(
      Drawing graphics,
      FaultMarks faults,
      Function<PeerAddress, @Nullable PeerNode> peers,
      Projection projection,
      RolePalette palette,
      LabelPlacement placement) {
    double scale = scale(projection);
    Map<Way, Line> lines = new LinkedHashMap<>();
    for (Way way : faults.ways()) {
      PeerNode one = peers.apply(way.one());
      PeerNode other = peers.apply(way.other());
      if (one != null && other != null) {
        Line line = Line.between(one, other, projection);
        lines.put(way, line);
        paintWay(graphics, way, line, palette, scale);
        if (!way.there().parted() && !way.back().parted()) {
          placement.block(line);
        }
      }
    }
    graphics.setLineDashes(SOLID);
    return lines;
  }

  private static double scale(Projection projection) {
    return Math.max(0.7, projection.glyphs());
  }

  /// Writes how much is lost and how late it is beside the ways, where there is room.
  void write(
      Drawing graphics,
      Map<Way, Line> lines,
      Projection projection,
      RolePalette palette,
      LabelPlacement placement) {
    if (lines.size() <= FEW) {
      double scale = scale(projection);
      lines.forEach((way, line) -> write(graphics, words(way), line, palette, placement, scale));
    }
  }

  /// Draws one way, without its figures.
  static void paintWay(Drawing graphics, Way way, Line line, RolePalette palette, double scale) {
    Course there = way.there();
    Course back = way.back();
    double width = Math.max(1.4, 2 * scale);
    Color quiet = palette.mutualLink();
    Color loud = palette.failure();
    graphics.setLineDashes(SOLID);
    if (there.parted() || back.parted()) {
      List<Line> stubs = List.of(line.piece(0, 0.3), line.piece(0.7, 1));
      Line.stroke(graphics, stubs, quiet, width);
      bar(graphics, line, 0.3, 4.5 * scale, quiet, width);
      bar(graphics, line, 0.7, 4.5 * scale, quiet, width);
      return;
    }
    WayMarks marks = WayMarks.of(way, line.length(), scale);
    if (marks.broken()) {
      double lossThere = there.blocked() ? 0 : there.loss();
      double lossBack = back.blocked() ? 0 : back.loss();
      double loss = Math.max(lossThere, lossBack);
      double gap = Math.clamp(BREAK * loss, 3, BREAK - 2);
      graphics.setLineDashes(BREAK - gap, gap);
      Line.stroke(graphics, List.of(line), loud, width);
      graphics.setLineDashes(SOLID);
      if (lossThere == 0 || lossBack == 0) {
        Line lossy = lossThere > 0 ? line : reversed(line);
        Line.heads(graphics, List.of(lossy), loud, 9 * scale);
      }
    } else {
      Line.stroke(graphics, List.of(line), quiet, width);
    }
    if (marks.hasClock()) {
      clock(graphics, line.xAt(marks.clock()), line.yAt(marks.clock()), 7 * scale, palette);
    }
    if (marks.hasBar()) {
      block(graphics, line, marks.bar(), there.blocked(), back.blocked(), palette, scale);
    }
  }

  private static Line reversed(Line line) {
    return line.piece(1, 0);
  }

  private static void bar(
      Drawing graphics, Line line, double at, double half, Color color, double width) {
    double length = Math.max(1, line.length());
    double acrossX = -(line.toY() - line.fromY()) / length * half;
    double acrossY = (line.toX() - line.fromX()) / length * half;
    graphics.setStroke(color);
    graphics.setLineWidth(width);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.strokeLine(
        line.xAt(at) - acrossX,
        line.yAt(at) - acrossY,
        line.xAt(at) + acrossX,
        line.yAt(at) + acrossY);
  }

  private static void block(
      Drawing graphics,
      Line line,
      double at,
      boolean there,
      boolean back,
      RolePalette palette,
      double scale) {
    double size = 9 * scale;
    double beside = (size * 0.5) / Math.max(1, line.length());
    bar(graphics, line, at, 11 * scale, palette.background(), 9 * scale);
    bar(graphics, line, at, 9.5 * scale, palette.failure(), 4 * scale);
    if (there) {
      Line.heads(graphics, List.of(line.piece(0, at - beside)), palette.failure(), size);
    }
    if (back) {
      Line.heads(graphics, List.of(line.piece(1, at + beside)), palette.failure(), size);
    }
  }

  static void clock(Drawing graphics, double x, double y, double radius, RolePalette palette) {
    graphics.setFill(palette.background());
    graphics.fillOval(x - radius - 1.5, y - radius - 1.5, 2 * radius + 3, 2 * radius + 3);
    graphics.setStroke(palette.ink());
    graphics.setLineWidth(Math.max(1.3, radius * 0.22));
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.strokeLine(x, y, x, y - radius * 0.6);
    graphics.strokeLine(x, y, x + radius * 0.48, y + radius * 0.2);
  }

  private static String words(Way way) {
    if (way.there().parted() || way.back().parted()) {
      return "";
    }
    // Of what does not get through, nothing is lost or late.
    boolean there = !way.there().blocked();
    boolean back = !way.back().blocked();
    String loss =
        both(there ? percent(way.there().loss()) : "", back ? percent(way.back().loss()) : "");
    String delay =
        both(there ? late(way.there().delay()) : "", back ? late(way.back().delay()) : "");
    return loss.isEmpty() || delay.isEmpty() ? loss + delay : loss + ", " + delay;
  }

  private static String both(String there, String back) {
    return there.isEmpty() || there.equals(back)
        ? back
        : back.isEmpty() ? there : there + " / " + back;
  }

  private static String percent(double loss) {
    return loss == 0 ? "" : Math.round(loss * 100) + " %";
  }

  private static String late(Duration delay) {
    return delay.isZero() ? "" : "+" + delay.toMillis() + " ms";
  }

  private void write(
      Drawing graphics,
      String words,
      Line line,
      RolePalette palette,
      LabelPlacement placement,
      double scale) {
    double width = widths.of(words) + 6;
    if (words.isEmpty() || line.length() < width) {
      return;
    }
    boolean steep = Math.abs(line.toY() - line.fromY()) > Math.abs(line.toX() - line.fromX());
    LabelPlacement.Box box = null;
    for (int at = 0; box == null && at < WRITTEN_AT.length; at++) {
      double x = line.xAt(WRITTEN_AT[at]);
      double y = line.yAt(WRITTEN_AT[at]);
      box = placement.place(x, y, 8 * scale, width, LABEL_HEIGHT, steep ? 0 : 6, false);
    }
    if (box != null) {
      graphics.setFill(palette.background().deriveColor(0, 1, 1, 0.85));
      graphics.fillRect(box.x(), box.y(), box.width(), box.height());
      graphics.setTextBaseline(VPos.CENTER);
      graphics.setFont(widths.font());
      graphics.setFill(palette.ink());
      graphics.fillText(words, box.x() + 3, box.y() + LABEL_HEIGHT / 2);
    }
  }
}
