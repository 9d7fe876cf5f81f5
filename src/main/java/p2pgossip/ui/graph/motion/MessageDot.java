package p2pgossip.ui.graph.motion;

import javafx.scene.CacheHint;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.graph.motion.MovingMessage.Kind;
import p2pgossip.ui.theme.RolePalette;

/// One message on the screen: a dot or a square, a ring round its target, or a cross. While its
/// opacity changes, a shape is either filled or stroked: JavaFX would draw one that is both to an
/// image of its own first.
final class MessageDot {

  private static final double CROSS_ARM = 5.5;

  private final Group parent;
  private final Circle circle = new Circle();
  private @Nullable Rectangle square;
  private @Nullable Path cross;
  private double x;
  private double y;

  MessageDot(Group parent) {
    this.parent = parent;
    adopt(circle);
  }

  private void adopt(Shape shape) {
    shape.setManaged(false);
    shape.setVisible(false);
    // While only its place changes, JavaFX moves an image of it.
    shape.setCache(true);
    shape.setCacheHint(CacheHint.SPEED);
    shape.setTranslateX(x);
    shape.setTranslateY(y);
    parent.getChildren().add(shape);
  }

  void hide() {
    circle.setVisible(false);
    if (square != null) {
      square.setVisible(false);
    }
    if (cross != null) {
      cross.setVisible(false);
    }
  }

  void moveTo(double x, double y) {
    this.x = x;
    this.y = y;
    move(circle);
    move(square);
    move(cross);
  }

  private void move(@Nullable Shape shape) {
    if (shape != null) {
      shape.setTranslateX(x);
      shape.setTranslateY(y);
    }
  }

  /// @param quiet whether plain messages are muted, so that the copies of a rumour stand out
  void travel(RolePalette palette, Kind kind, double scale, boolean quiet) {
    Color message = quiet ? palette.mutualLink() : palette.message();
    double size = quiet ? 0.7 * scale : scale;
    switch (kind) {
      // Outgoing messages are filled, incoming ones hollow.
      case MESSAGE_OUT -> dot(5 * size, message, palette.background(), 1.6);
      case MESSAGE_IN -> dot(4.6 * size, palette.background(), message, 2.6 * size);
      case QUESTION -> dot(3 * scale, palette.background(), palette.mutualLink(), 1.6 * scale);
      case COPY -> {
        circle.setVisible(false);
        Rectangle shape = square();
        resize(shape, 5.6 * scale);
        shape.setCache(true);
        shape.setOpacity(1);
        shape.setFill(palette.rumor());
        shape.setStroke(palette.background());
        shape.setStrokeWidth(1.6);
        shape.setVisible(true);
      }
    }
  }

  private void dot(double radius, Color fill, Color stroke, double line) {
    circle.setVisible(true);
    circle.setCache(true);
    circle.setOpacity(1);
    circle.setRadius(radius);
    circle.setFill(fill);
    circle.setStroke(stroke);
    circle.setStrokeWidth(line);
  }

  /// A message has arrived.
  void pulse(RolePalette palette, double rim, double faded, boolean quiet) {
    ring(
        quiet ? palette.mutualLink() : palette.message(),
        rim + 3 + 9 * (1 - (1 - faded) * (1 - faded)),
        2.4,
        0.8 * (1 - faded));
  }

  /// The copy was news: its target lights up.
  void lightUp(RolePalette palette, double rim, double faded) {
    hideSquare();
    double spent = (1 - faded) * (1 - faded);
    ring(palette.rumor(), rim + 4 + 14 * (1 - spent), 1.5 + 4.5 * spent, 1 - faded);
  }

  /// Its receiver knew the rumour: the copy fades.
  void pale(RolePalette palette, double scale, double faded) {
    circle.setVisible(false);
    Rectangle shape = square();
    resize(shape, 5.6 * scale);
    shape.setVisible(true);
    shape.setCache(false);
    shape.setFill(palette.mutualLink());
    shape.setStroke(null);
    shape.setOpacity(0.85 * (1 - faded));
  }

  private void ring(Color color, double radius, double line, double opacity) {
    circle.setVisible(true);
    circle.setCache(false);
    circle.setOpacity(opacity);
    circle.setRadius(radius);
    circle.setFill(null);
    circle.setStroke(color);
    circle.setStrokeWidth(line);
  }

  /// It failed or was lost.
  void cross(RolePalette palette, double faded) {
    hideSquare();
    // It keeps its strength for a while, then fades.
    double opacity = Math.min(1, (1 - faded) * 2.2);
    circle.setVisible(true);
    circle.setCache(false);
    circle.setOpacity(opacity);
    circle.setRadius(CROSS_ARM * 1.9);
    circle.setFill(palette.background());
    circle.setStroke(null);
    if (cross == null) {
      cross = newCross();
      adopt(cross);
      cross.setCache(false);
    }
    cross.setVisible(true);
    cross.setOpacity(opacity);
    cross.setStroke(palette.failure());
  }

  private void hideSquare() {
    if (square != null) {
      square.setVisible(false);
    }
  }

  private Rectangle square() {
    Rectangle shape = square;
    if (shape == null) {
      shape = new Rectangle();
      square = shape;
      adopt(shape);
    }
    return shape;
  }

  private static void resize(Rectangle shape, double half) {
    shape.setX(-half);
    shape.setY(-half);
    shape.setWidth(2 * half);
    shape.setHeight(2 * half);
    shape.setArcWidth(half * 0.7);
    shape.setArcHeight(half * 0.7);
  }

  private static Path newCross() {
    Path path =
        new Path(
            new MoveTo(-CROSS_ARM, -CROSS_ARM),
            new LineTo(CROSS_ARM, CROSS_ARM),
            new MoveTo(-CROSS_ARM, CROSS_ARM),
            new LineTo(CROSS_ARM, -CROSS_ARM));
    path.setStrokeWidth(3);
    path.setStrokeLineCap(StrokeLineCap.ROUND);
    return path;
  }
}
