package p2pgossip.ui.draw;

import javafx.scene.canvas.Canvas;
import javafx.scene.transform.Scale;

/// Keeps a canvas sharp in a part of the scene that is magnified. The canvas has as many pixels as
/// it covers on the screen, and drawing on it goes on in the units of its parent. FX thread only.
public final class SharpCanvas {

  private SharpCanvas() {}

  /// Gives a canvas a size. What was drawn on it may be lost.
  ///
  /// @param width in units of its parent
  /// @param height likewise
  /// @param magnification how many times as large its parent is shown, more than 0
  public static void resize(Canvas canvas, double width, double height, double magnification) {
    canvas.setWidth(width * magnification);
    canvas.setHeight(height * magnification);
    if (magnification == 1) {
      canvas.getTransforms().clear();
    } else {
      canvas.getTransforms().setAll(new Scale(1 / magnification, 1 / magnification));
    }
    canvas.getGraphicsContext2D().setTransform(magnification, 0, 0, magnification, 0, 0);
  }

  /// How many pixels of the canvas there are for one unit of its parent.
  static double magnification(Canvas canvas) {
    return canvas.getGraphicsContext2D().getTransform().getMxx();
  }
}
