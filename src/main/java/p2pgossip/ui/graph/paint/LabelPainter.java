package p2pgossip.ui.graph.paint;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.theme.RolePalette;

/// Paints labels beside the peers where there is room.
final class LabelPainter {

  private static final double LABEL_HEIGHT = 18;
  private static final double LABEL_PADDING = 3;

  /// After frames without labels, each frame has this many more: hundreds of labels at once, none
  /// of which was drawn before, would delay a frame.
  private static final int MORE_EACH_FRAME = 16;

  /// More labels than fit on any screen.
  private static final int ALL = 100_000;

  private final LabelWidths plain = new LabelWidths(Font.font("System", FontWeight.NORMAL, 13));
  private final LabelWidths strong = new LabelWidths(Font.font("System", FontWeight.BOLD, 13.5));
  private int allowed = ALL;
  private boolean complete = true;

  /// Starts with few labels in the next frame.
  void beginWithFew() {
    allowed = 0;
  }

  /// Whether the last frame had all labels that there is room for.
  boolean isComplete() {
    return complete;
  }

  /// @param placement what is taken already: by the peers and what is drawn beside them
  /// @param important whether a peer's label is bold and always drawn
  /// @param around how far a peer reaches from its middle
  void paint(
      Drawing graphics,
      List<Spot> spots,
      LabelPlacement placement,
      RolePalette palette,
      boolean crowded,
      Predicate<PeerNode> important,
      ToDoubleFunction<Spot> around) {
    double middleX = spots.stream().mapToDouble(Spot::x).average().orElse(0);
    double middleY = spots.stream().mapToDouble(Spot::y).average().orElse(0);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setLineCap(StrokeLineCap.BUTT);
    Color pill = palette.background().deriveColor(0, 1, 1, 0.82);
    allowed = Math.min(ALL, allowed + MORE_EACH_FRAME);
    int painted = 0;
    List<Spot> order =
        spots.stream()
            .sorted(Comparator.comparing((Spot spot) -> !important.test(spot.node())))
            .toList();
    for (Spot spot : order) {
      boolean must = important.test(spot.node());
      LabelWidths widths = must ? strong : plain;
      LabelPlacement.Placed placed =
          painted == allowed
              ? null
              : placement.place(
                  spot.x(),
                  spot.y(),
                  around.applyAsDouble(spot) + 1,
                  widths.of(spot.node().label()) + 2 * LABEL_PADDING,
                  LABEL_HEIGHT,
                  side(spot, middleX, middleY),
                  must);
      // A file has no next frame.
      if (!graphics.isVector()) {
        spot.node().setLabelSide(placed == null ? -1 : placed.side());
      }
      if (placed != null) {
        Box box = placed.box();
        painted++;
        graphics.setFill(pill);
        if (crowded) {
          // Round corners are curves, too slow for hundreds of labels.
          graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        } else {
          graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 6, 6);
        }
        graphics.setFont(widths.font());
        graphics.setFill(must || !crowded ? palette.ink() : palette.mutedInk());
        graphics.fillText(spot.node().label(), box.x() + LABEL_PADDING, box.y() + LABEL_HEIGHT / 2);
      }
    }
    complete = painted < allowed;
  }

  /// The side away from the middle of all peers, or that of the last frame if it is about as good.
  private static int side(Spot spot, double middleX, double middleY) {
    double dx = spot.x() - middleX;
    double dy = spot.y() - middleY;
    int below = LabelPlacement.SIDES / 4;
    int away =
        Math.hypot(dx, dy) < 12
            ? below
            : (int) Math.round(Math.atan2(dy, dx) / (2 * Math.PI) * LabelPlacement.SIDES);
    int last = spot.node().labelSide();
    if (last < 0) {
      return away;
    }
    int apart = Math.floorMod(last - away, LabelPlacement.SIDES);
    return Math.min(apart, LabelPlacement.SIDES - apart) <= 1 ? last : away;
  }
}
