package p2pgossip.ui.graph.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import javafx.scene.paint.Color;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Role;
import p2pgossip.ui.chart.LineRaster;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Line;
import p2pgossip.ui.graph.model.NetworkGraph;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.theme.RolePalette;

/// Paints the links. A mutual link is a solid line. A one-way link is lighter and dashed, with an
/// arrowhead at the peer that is known. If nobody says whether a link goes both ways, it has dashes
/// and dots, and the arrowhead.
final class LinkPainter {

  private static final double[] SOLID = {};
  private static final double[] DASHES = {5, 4};
  private static final double[] DASHES_AND_DOTS = {9, 4, 2, 4};

  /// Above this many, links are thin and plain, and drawn by [LineRaster].
  private static final int THICKET_FROM = 400;

  /// Above this many links, padlocks would hide them: then only the links of the selected peer and
  /// the one under the pointer have padlocks.
  private static final int MANY = 120;

  private final LineRaster raster = new LineRaster();
  private boolean secure;
  private boolean unfinished;

  /// Whether peers that accept each other use encrypted connections.
  void setSecure(boolean secure) {
    this.secure = secure;
  }

  boolean isSecure() {
    return secure;
  }

  /// Draws links thin and plain while a large graph is being built.
  void setUnfinished(boolean unfinished) {
    this.unfinished = unfinished;
  }

  /// @param pale whether the links are muted, behind the tree of a rumour
  /// @param focused the peers whose links stand out
  /// @param elsewhere the links that are painted elsewhere
  void paint(
      Drawing graphics,
      NetworkGraph network,
      Projection projection,
      RolePalette palette,
      boolean pale,
      Predicate<PeerNode> focused,
      BiPredicate<PeerAddress, PeerAddress> elsewhere) {
    double scale = projection.glyphs();
    double fade = pale ? 0.5 : 0;
    Color mutualColor = palette.mutualLink().interpolate(palette.background(), fade);
    Color oneWayColor = palette.oneWayLink().interpolate(palette.background(), fade);
    List<Line> mutual = new ArrayList<>();
    List<Line> oneWay = new ArrayList<>();
    List<Line> unsure = new ArrayList<>();
    List<Line> focusedUnsure = new ArrayList<>();
    List<Line> focusedMutual = new ArrayList<>();
    List<Line> focusedOneWay = new ArrayList<>();
    List<Line> locked = new ArrayList<>();
    boolean many = network.edgeCount() > MANY;
    network
        .links()
        .forEach(
            link -> {
              PeerNode from = link.from();
              PeerNode to = link.to();
              if (elsewhere.test(from.address(), to.address())) {
                return;
              }
              Line line = LinkLines.of(link, projection);
              boolean bright = focused.test(from) || focused.test(to);
              if (secure && (bright || !many) && isLetIn(from) && isLetIn(to)) {
                locked.add(line);
              }
              if (link.isUnsure()) {
                (bright ? focusedUnsure : unsure).add(line);
              } else if (link.isDirected()) {
                (bright ? focusedOneWay : oneWay).add(line);
              } else {
                (bright ? focusedMutual : mutual).add(line);
              }
            });
    Color bright = palette.accent().interpolate(palette.background(), 0.25);
    double thin = Math.max(1.1, 1.5 * scale);
    if (unfinished || network.edgeCount() > THICKET_FROM) {
      oneWay.addAll(unsure);
      thicket(graphics, mutual, oneWay, palette, fade);
      thin = 1.1;
    } else {
      strokeOneWay(graphics, oneWay, DASHES, oneWayColor, thin, scale);
      strokeOneWay(graphics, unsure, DASHES_AND_DOTS, mutualColor, thin, scale);
      Line.stroke(graphics, mutual, mutualColor, thin * 1.25);
    }
    strokeOneWay(graphics, focusedOneWay, DASHES, bright, thin * 1.15, scale);
    strokeOneWay(graphics, focusedUnsure, DASHES_AND_DOTS, bright, thin * 1.15, scale);
    Line.stroke(graphics, focusedMutual, bright, thin * 1.5);
    PadlockPainter.paint(graphics, locked, palette, scale);
  }

  private static boolean isLetIn(PeerNode node) {
    return node.role() != Role.REFUSED;
  }

  /// Draws so many lines that dashes and arrowheads would tell nothing: thin and pale, the mutual
  /// ones a little stronger.
  private void thicket(
      Drawing graphics, List<Line> mutual, List<Line> oneWay, RolePalette palette, double fade) {
    Color oneWayColor = palette.oneWayLink().interpolate(palette.background(), 0.45 + fade / 2);
    Color mutualColor = palette.mutualLink().interpolate(palette.background(), 0.25 + fade);
    if (graphics.isVector()) {
      Line.stroke(graphics, oneWay, oneWayColor, 1);
      Line.stroke(graphics, mutual, mutualColor, 1);
      return;
    }
    raster.begin(graphics.width(), graphics.height());
    raster.setColor(oneWayColor);
    oneWay.forEach(line -> raster.line(line.fromX(), line.fromY(), line.toX(), line.toY()));
    raster.setColor(mutualColor);
    mutual.forEach(line -> raster.line(line.fromX(), line.fromY(), line.toX(), line.toY()));
    graphics.drawImage(raster.end(), 0, 0);
  }

  /// Draws one link from left to right, for the legend.
  static void sample(
      Drawing graphics, RolePalette palette, Mutuality link, double width, double height) {
    List<Line> lines = List.of(new Line(1, height / 2, width - 1, height / 2));
    switch (link) {
      case MUTUAL -> Line.stroke(graphics, lines, palette.mutualLink(), 1.9);
      case ONE_WAY -> strokeOneWay(graphics, lines, DASHES, palette.oneWayLink(), 1.5, 1);
      case UNKNOWN -> strokeOneWay(graphics, lines, DASHES_AND_DOTS, palette.mutualLink(), 1.5, 1);
    }
  }

  private static void strokeOneWay(
      Drawing graphics,
      List<Line> lines,
      double[] dashes,
      Color color,
      double width,
      double scale) {
    graphics.setLineDashes(dashes);
    Line.stroke(graphics, lines, color, width);
    graphics.setLineDashes(SOLID);
    Line.heads(graphics, lines, color, Math.max(5.5, 9 * scale));
  }
}
