package p2pgossip.ui.graph;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.Role;

/// The shapes of all roles in one picture, from which hundreds of peers are copied instead of being
/// drawn as curves each: that took a tenth of a second for the first frame of 500 peers, and most
/// of every other.
///
/// Copies stand on whole pixels of the screen, or they would be blurred. That is not seen among
/// many small peers, but the slow glide of a few would look jagged: these are better drawn by
/// [NodeGlyph].
final class GlyphSheet {

  /// Sizes of shapes nearer to each other than this look the same.
  private static final double STEPS = 40;

  /// Lines and rings reach out of the radius by a few pixels.
  private static final double MARGIN = 3;

  private final NodeGlyph glyph;
  private final Map<Role, Rectangle2D> cells = new EnumMap<>(Role.class);
  private @Nullable Image image;
  private double scale;
  private double screenScale;

  GlyphSheet(NodeGlyph glyph) {
    this.glyph = glyph;
  }

  /// Draws the shapes anew where they are wanted in another size.
  ///
  /// @param wantedScale as for [NodeGlyph#draw]
  /// @param wantedScreenScale pixels of the screen for one of ours
  void prepare(double wantedScale, double wantedScreenScale) {
    double stepped = Math.round(wantedScale * STEPS) / STEPS;
    if (image == null || stepped != scale || wantedScreenScale != screenScale) {
      scale = stepped;
      screenScale = wantedScreenScale;
      image = draw();
    }
  }

  private Image draw() {
    double left = 0;
    double height = 0;
    for (Role role : Role.values()) {
      // Even, so that the middle is on a whole pixel.
      double side = 2 * Math.ceil(NodeGlyph.radius(role, scale) + MARGIN);
      cells.put(role, new Rectangle2D(left, 0, side, side));
      left += side;
      height = Math.max(height, side);
    }
    Canvas canvas = new Canvas(left, height);
    cells.forEach(
        (role, cell) ->
            glyph.draw(
                canvas.getGraphicsContext2D(),
                role,
                cell.getMinX() + cell.getWidth() / 2,
                cell.getHeight() / 2,
                scale));
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    parameters.setTransform(new Scale(screenScale, screenScale));
    return canvas.snapshot(parameters, null);
  }

  /// Copies a shape so that its middle is at (x, y), in pixels.
  ///
  /// @param grown the part of its size that it has reached, above 0 to 1
  void stamp(GraphicsContext graphics, Role role, double x, double y, double grown) {
    Rectangle2D cell = cells.get(role);
    if (image == null || cell == null) {
      throw new IllegalStateException("the shapes have not been prepared");
    }
    double side = cell.getWidth() * grown;
    graphics.drawImage(
        image,
        cell.getMinX() * screenScale,
        0,
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
