package p2pgossip.ui.window;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows a region magnified, and lays it out in the room that this leaves. Canvases in it have to
/// be told, or they are not sharp. FX thread only.
final class Magnifier extends Region {

  private final Region content;
  private final double factor;

  /// @param factor how many times as large
  Magnifier(Region content, double factor) {
    super();
    this.content = content;
    this.factor = factor;
    content.getTransforms().add(new Scale(factor, factor));
    getChildren().add(content);
    setMinSize(0, 0);
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
  }
}
