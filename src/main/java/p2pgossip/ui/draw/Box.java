package p2pgossip.ui.draw;

/// A rectangle on the screen, such as the room that a label takes. In pixels, x to the right and y
/// down.
public record Box(double x, double y, double width, double height) {

  /// The square round a point.
  public static Box around(double x, double y, double radius) {
    return new Box(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double middleX() {
    return x + width / 2;
  }

  public double middleY() {
    return y + height / 2;
  }

  /// Whether the two share more than an edge.
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
}
