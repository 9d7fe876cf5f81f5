package p2pgossip.ui.faultlook;

import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Line;
import p2pgossip.ui.theme.RolePalette;

/// With what the marks between two peers are drawn.
///
/// @param line from the one peer to the other
/// @param scale of the marks; 1 is full size
public record WayPen(Drawing drawing, Line line, RolePalette palette, double scale) {

  /// The width of a line that stands for a way.
  public double width() {
    return Math.max(1.4, 2 * scale);
  }
}
