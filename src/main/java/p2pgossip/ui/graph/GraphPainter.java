package p2pgossip.ui.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.stage.Window;
import org.graphstream.graph.Node;
import org.graphstream.ui.graphicGraph.GraphicGraph;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Role;

/// Paints one frame of the graph: links, peers, labels, in this order, all in pixels.
final class GraphPainter {

  private static final double LABEL_HEIGHT = 18;
  private static final double LABEL_PADDING = 3;

  /// Above so many peers only those with room to spare are labelled, and shapes are copied.
  private static final int FEW = 40;

  private final LinkPainter links = new LinkPainter();
  private final LabelWidths plain = new LabelWidths(Font.font("System", FontWeight.NORMAL, 13));
  private final LabelWidths strong = new LabelWidths(Font.font("System", FontWeight.BOLD, 13.5));
  private RolePalette palette = RolePalette.LIGHT;
  private NodeGlyph glyph = new NodeGlyph(palette);
  private GlyphSheet sheet = new GlyphSheet(glyph);
  private @Nullable PeerAddress selected;
  private @Nullable PeerAddress hovered;
  private boolean labels = true;
  private boolean unfinished;

  void setPalette(RolePalette palette) {
    this.palette = palette;
    this.glyph = new NodeGlyph(palette);
    this.sheet = new GlyphSheet(glyph);
  }

  void setSelected(@Nullable PeerAddress selected) {
    this.selected = selected;
  }

  void setHovered(@Nullable PeerAddress hovered) {
    this.hovered = hovered;
  }

  void setLabels(boolean labels) {
    this.labels = labels;
  }

  /// Leaves the labels out as long as a large graph is still being built: they would move with
  /// every frame, and take the time that the building needs.
  void setUnfinished(boolean unfinished) {
    this.unfinished = unfinished;
  }

  void paint(
      GraphicsContext graphics,
      GraphicGraph graph,
      Projection projection,
      double width,
      double height) {
    graphics.clearRect(0, 0, width, height);
    double scale = projection.glyphs();
    links.paint(graphics, graph, projection, palette, scale, this::isFocused);
    List<Spot> spots = spots(graph, projection, scale, width, height);
    boolean copied = spots.size() > FEW;
    if (copied) {
      sheet.prepare(scale, screenScale(graphics));
    }
    for (Spot spot : spots) {
      paintHalo(graphics, spot);
      if (copied) {
        sheet.stamp(graphics, spot.mark.role(), spot.x, spot.y, spot.mark.grown());
      } else {
        glyph.draw(graphics, spot.mark.role(), spot.x, spot.y, spot.scale);
      }
    }
    if (labels && !unfinished) {
      paintLabels(graphics, spots, width, height);
    }
  }

  /// Pixels of the screen for one of ours.
  private static double screenScale(GraphicsContext graphics) {
    Scene scene = graphics.getCanvas().getScene();
    Window window = scene == null ? null : scene.getWindow();
    return window == null ? 1 : window.getRenderScaleX();
  }

  /// A peer on the screen, in pixels.
  private record Spot(PeerMark mark, double x, double y, double scale) {
    double radius() {
      return NodeGlyph.radius(mark.role(), scale);
    }
  }

  private static List<Spot> spots(
      GraphicGraph graph, Projection projection, double scale, double width, double height) {
    double margin = 30;
    return marks(graph)
        .map(
            mark ->
                new Spot(
                    mark,
                    projection.pixelX(mark.x()),
                    projection.pixelY(mark.y()),
                    scale * mark.grown()))
        .filter(
            spot ->
                spot.x > -margin
                    && spot.y > -margin
                    && spot.x < width + margin
                    && spot.y < height + margin)
        .sorted(Comparator.comparing((Spot spot) -> spot.mark.role()).reversed())
        .toList();
  }

  private static Stream<PeerMark> marks(GraphicGraph graph) {
    return graph
        .nodes()
        .map((Node node) -> (PeerMark) node.getAttribute(NetworkGraph.MARK))
        .filter(Objects::nonNull);
  }

  private boolean isFocused(PeerMark mark) {
    return mark.address().equals(selected) || mark.address().equals(hovered);
  }

  private void paintHalo(GraphicsContext graphics, Spot spot) {
    if (isFocused(spot.mark)) {
      boolean chosen = spot.mark.address().equals(selected);
      double radius = spot.radius() + 6;
      graphics.setFill(palette.accent().deriveColor(0, 1, 1, chosen ? 0.2 : 0.12));
      graphics.fillOval(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius);
      if (chosen) {
        graphics.setStroke(palette.accent());
        graphics.setLineWidth(2);
        graphics.strokeOval(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius);
      }
    }
  }

  private void paintLabels(
      GraphicsContext graphics, List<Spot> spots, double width, double height) {
    LabelPlacement placement = new LabelPlacement(width, height);
    double middleX = spots.stream().mapToDouble(Spot::x).average().orElse(0);
    double middleY = spots.stream().mapToDouble(Spot::y).average().orElse(0);
    boolean crowded = spots.size() > FEW;
    for (Spot spot : spots) {
      placement.block(spot.x, spot.y, spot.radius() + (crowded ? 5 : 1));
    }
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setLineCap(StrokeLineCap.BUTT);
    Color pill = palette.background().deriveColor(0, 1, 1, 0.82);
    spots.stream()
        .sorted(Comparator.comparing((Spot spot) -> !isImportant(spot.mark)))
        .forEach(
            spot -> {
              boolean important = isImportant(spot.mark);
              LabelWidths widths = important ? strong : plain;
              LabelPlacement.Box box =
                  placement.place(
                      spot.x,
                      spot.y,
                      spot.radius() + (spot.mark.address().equals(selected) ? 7 : 1),
                      widths.of(spot.mark.label()) + 2 * LABEL_PADDING,
                      LABEL_HEIGHT,
                      side(spot, middleX, middleY),
                      important);
              spot.mark.setLabelSide(box == null ? -1 : box.side());
              if (box != null) {
                graphics.setFill(pill);
                if (crowded) {
                  // Round corners are curves, which are dear in their hundreds.
                  graphics.fillRect(box.x(), box.y(), box.width(), box.height());
                } else {
                  graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 6, 6);
                }
                graphics.setFont(widths.font());
                graphics.setFill(important || !crowded ? palette.ink() : palette.mutedInk());
                graphics.fillText(
                    spot.mark.label(), box.x() + LABEL_PADDING, box.y() + LABEL_HEIGHT / 2);
              }
            });
  }

  private boolean isImportant(PeerMark mark) {
    return mark.role() == Role.SELF || isFocused(mark);
  }

  /// Away from the middle of the crowd; the side of the last frame where that is about as good.
  private static int side(Spot spot, double middleX, double middleY) {
    double dx = spot.x - middleX;
    double dy = spot.y - middleY;
    int below = LabelPlacement.SIDES / 4;
    int away =
        Math.hypot(dx, dy) < 12
            ? below
            : (int) Math.round(Math.atan2(dy, dx) / (2 * Math.PI) * LabelPlacement.SIDES);
    int last = spot.mark.labelSide();
    if (last < 0) {
      return away;
    }
    int apart = Math.floorMod(last - away, LabelPlacement.SIDES);
    return Math.min(apart, LabelPlacement.SIDES - apart) <= 1 ? last : away;
  }
}
