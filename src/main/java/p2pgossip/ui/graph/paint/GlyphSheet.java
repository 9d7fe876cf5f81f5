package p2pgossip.ui.graph.paint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.graph.model.Tint;
import p2pgossip.ui.graph.paint.PeerBrush.Look;
import p2pgossip.ui.theme.HearingRamp;

/// An image of all shapes that the peers have. Hundreds of peers are copied from it, which is much
/// faster than to draw each as curves.
///
/// A copy stands on whole pixels of the screen, or it would be blurred. Among many small peers
/// nobody sees that. A few peers that glide slowly would look jagged, so they are drawn one by one.
final class GlyphSheet {

  /// Sizes are rounded to one part in this many: closer ones look the same.
  private static final double STEPS = 40;

  /// How far lines and rings reach beyond the radius, in pixels.
  private static final double MARGIN = 3;

  private static final double MAX_WIDTH = 1_000;

  private final PeerBrush brush;
  private final Map<Look, Rectangle2D> cells = new HashMap<>();
  private @Nullable Image image;
  private double scale;
  private double screenScale;

  GlyphSheet(PeerBrush brush) {
    this.brush = brush;
  }

  /// Draws the image again if a shape is missing or the size has changed. If a peer of a role has
  /// heard a rumour, the role's other colours are drawn as well, since they are soon needed.
  ///
  /// @param wantedScale as for [NodeGlyph#draw]
  /// @param wantedScreenScale the pixels of the screen for one pixel of the pane
  void prepare(List<Spot> spots, double wantedScale, double wantedScreenScale) {
    double stepped = Math.round(wantedScale * STEPS) / STEPS;
    Set<Look> wanted = new HashSet<>();
    for (Spot spot : spots) {
      wanted.add(Look.of(spot.node()));
    }
    boolean resized = image == null || stepped != scale || wantedScreenScale != screenScale;
    if (resized || !cells.keySet().containsAll(wanted)) {
      scale = stepped;
      screenScale = wantedScreenScale;
      image = draw(withOtherSteps(wanted));
    }
  }

  private static Set<Look> withOtherSteps(Set<Look> wanted) {
    Set<Look> all = new HashSet<>(wanted);
    for (Look look : wanted) {
      Tint tint = look.tint();
      if (tint != null && !tint.origin()) {
        for (int step = Tint.UNHEARD; step < HearingRamp.STEPS; step++) {
          all.add(new Look(look.role(), new Tint(step, false, tint.size()), look.original()));
        }
      } else if (tint == null) {
        for (Role role : Role.values()) {
          all.add(new Look(role, null, look.original()));
        }
      }
    }
    return all;
  }

  private Image draw(Set<Look> looks) {
    cells.clear();
    double left = 0;
    double top = 0;
    double rowHeight = 0;
    double width = 1;
    for (Look look : looks) {
      // An even number, so that the middle is a whole pixel.
      double side = 2 * Math.ceil(look.reach(scale) + MARGIN);
      if (left + side > MAX_WIDTH) {
        left = 0;
        top += rowHeight;
        rowHeight = 0;
      }
      cells.put(look, new Rectangle2D(left, top, side, side));
      left += side;
      width = Math.max(width, left);
      rowHeight = Math.max(rowHeight, side);
    }
    Canvas canvas = new Canvas(width, Math.max(1, top + rowHeight));
    Drawing drawing = new CanvasDrawing(canvas);
    cells.forEach(
        (look, cell) ->
            brush.draw(
                drawing,
                look,
                cell.getMinX() + cell.getWidth() / 2,
                cell.getMinY() + cell.getHeight() / 2,
                scale));
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    parameters.setTransform(new Scale(screenScale, screenScale));
    return canvas.snapshot(parameters, null);
  }

  /// Copies a shape so that its middle is at (x, y), in pixels.
  ///
  /// @param grown the part of its size that it has reached, more than 0 and at most 1
  void stamp(Drawing graphics, Look look, double x, double y, double grown) {
    Rectangle2D cell = cells.get(look);
    if (image == null || cell == null) {
      throw new IllegalStateException("the shapes have not been prepared");
    }
    double side = cell.getWidth() * grown;
    graphics.drawImage(
        image,
        cell.getMinX() * screenScale,
        cell.getMinY() * screenScale,
        cell.getWidth() * screenScale,
        cell.getHeight() * screenScale,
        onPixel(x - side / 2),
        onPixel(y - side / 2),
        side,
        side);
  }

  private double onPixel(double place) {
    return Math.round(place * screenScale) / screenScale;
  }
}
