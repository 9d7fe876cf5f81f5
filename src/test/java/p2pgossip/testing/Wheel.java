package p2pgossip.testing;

import javafx.geometry.Point2D;
import javafx.scene.input.ScrollEvent;

/// Turns of the mouse wheel, which the headless screen does not deliver.
public final class Wheel {

  private Wheel() {}

  /// @param local the pointer in the node that the event is fired at
  /// @param screen the pointer on the screen
  /// @param delta 40 for each notch
  public static ScrollEvent turned(Point2D local, Point2D screen, double delta) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        local.getX(),
        local.getY(),
        screen.getX(),
        screen.getY(),
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        delta,
        0,
        delta,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }
}
