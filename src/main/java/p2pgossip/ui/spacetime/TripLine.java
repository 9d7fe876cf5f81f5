package p2pgossip.ui.spacetime;

import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// Highlights one copy, over the picture.
final class TripLine extends Line {

  TripLine(String style) {
    super();
    getStyleClass().add(style);
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  void show(@Nullable Arrow arrow, @Nullable Geometry geometry) {
    setVisible(arrow != null && geometry != null);
    if (arrow != null && geometry != null) {
      setStartX(geometry.x(arrow.start()));
      setStartY(geometry.y(arrow.from()));
      setEndX(geometry.endX(arrow));
      setEndY(geometry.endY(arrow));
    }
  }
}
