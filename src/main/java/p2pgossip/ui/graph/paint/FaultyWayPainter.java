package p2pgossip.ui.graph.paint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Line;
import p2pgossip.ui.faultlook.Extents;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.faultlook.WayPen;
import p2pgossip.ui.graph.model.FaultMarks;
import p2pgossip.ui.graph.model.FaultMarks.Way;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.theme.RolePalette;

/// Paints what is wrong between two peers, as each [FaultLook] has it.
final class FaultyWayPainter {

  private static final double[] SOLID = {};

  /// Beyond this many ways nothing is written beside them.
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
        Line line = LinkLines.between(one, other, projection);
        lines.put(way, line);
        paintWay(graphics, way, line, palette, scale);
        if (way.looks().stream().noneMatch(look -> look.isStroke() && look.isCut())) {
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

  /// Writes how far each kind of fault goes beside the ways, where there is room.
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
    WayPen pen = new WayPen(graphics, line, palette, scale);
    WayMarks marks = WayMarks.of(way, line.length(), scale);
    graphics.setLineDashes(SOLID);
    if (marks.stroke() == null) {
      Line.stroke(graphics, List.of(line), palette.mutualLink(), pen.width());
    } else {
      marks.stroke().paintWay(pen, 0.5, way.extents(marks.stroke()));
    }
    for (FaultLook look : way.looks()) {
      Double at = marks.places().get(look);
      if (at != null) {
        look.paintWay(pen, at, way.extents(look));
      }
    }
  }

  private static String words(Way way) {
    return way.looks().stream()
        .map(look -> words(look, way.extents(look)))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /// Of both directions, where they differ.
  private static String words(FaultLook look, Extents extents) {
    String there = extents.there() == 0 ? "" : look.figure(extents.there());
    String back = extents.back() == 0 ? "" : look.figure(extents.back());
    return there.isEmpty() || there.equals(back)
        ? back
        : back.isEmpty() ? there : there + " / " + back;
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
    LabelPlacement.Placed placed = null;
    for (int at = 0; placed == null && at < WRITTEN_AT.length; at++) {
      double x = line.xAt(WRITTEN_AT[at]);
      double y = line.yAt(WRITTEN_AT[at]);
      placed = placement.place(x, y, 8 * scale, width, LABEL_HEIGHT, steep ? 0 : 6, false);
    }
    if (placed != null) {
      Box box = placed.box();
      graphics.setFill(palette.background().deriveColor(0, 1, 1, 0.85));
      graphics.fillRect(box.x(), box.y(), box.width(), box.height());
      graphics.setTextBaseline(VPos.CENTER);
      graphics.setFont(widths.font());
      graphics.setFill(palette.ink());
      graphics.fillText(words, box.x() + 3, box.y() + LABEL_HEIGHT / 2);
    }
  }
}
