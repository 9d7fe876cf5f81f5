package p2pgossip.ui.graph.paint;

import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Line;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.graph.model.FaultMarks.Course;
import p2pgossip.ui.graph.model.FaultMarks.Way;
import p2pgossip.ui.graph.model.Tint;
import p2pgossip.ui.theme.RolePalette;

/// Small pictures of what the graph shows, 28 by 20 pixels each, drawn as the graph draws them.
/// They keep the colours that they are made with.
public record LegendPictures(RolePalette palette) {

  static final double WIDTH = 28;
  static final double HEIGHT = 20;

  private static final double X = WIDTH / 2;
  private static final double Y = HEIGHT / 2;
  private static final double FAULT_SCALE = 0.85;
  private static final PeerAddress ONE = PeerAddress.parse("127.0.0.1:1");
  private static final PeerAddress OTHER = PeerAddress.parse("127.0.0.1:2");

  private Node picture(BiConsumer<Drawing, RolePalette> painter) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    painter.accept(new CanvasDrawing(canvas), palette);
    canvas.setMouseTransparent(true);
    return canvas;
  }

  /// @param hollow whether to draw a peer that has not heard the rumour
  public Node role(Role role, boolean hollow) {
    Tint tint = hollow ? Tint.NOT_YET : null;
    double scale = role == Role.SELF ? 0.62 : 0.78;
    return picture(
        (graphics, colors) ->
            new PeerBrush(colors).draw(graphics, new PeerBrush.Look(role, tint), X, Y, scale));
  }

  /// A peer that speaks only the original protocol.
  public Node original(boolean hollow) {
    PeerBrush.Look look = new PeerBrush.Look(Role.CONNECTED, hollow ? Tint.NOT_YET : null, true);
    return picture((graphics, colors) -> new PeerBrush(colors).draw(graphics, look, X, Y, 0.7));
  }

  public Node origin() {
    PeerBrush.Look look = new PeerBrush.Look(Role.CONNECTED, new Tint(0, true));
    return picture((graphics, colors) -> new PeerBrush(colors).draw(graphics, look, X, Y, 0.52));
  }

  public Node branch() {
    return picture((graphics, colors) -> TreePainter.sample(graphics, colors, WIDTH, HEIGHT));
  }

  public Node link(Mutuality link) {
    return picture((graphics, colors) -> LinkPainter.sample(graphics, colors, link, WIDTH, HEIGHT));
  }

  public Node encryptedLink() {
    return picture((graphics, colors) -> PadlockPainter.sample(graphics, colors, WIDTH, HEIGHT));
  }

  public Node message(boolean incoming, boolean quiet) {
    return onLink(
        (graphics, colors) -> {
          Color color = quiet ? colors.mutualLink() : colors.message();
          dot(graphics, quiet ? 3.6 : 4.5, incoming ? colors.background() : color, color);
        });
  }

  public Node copy() {
    return onLink((graphics, colors) -> square(graphics, colors.rumor()));
  }

  public Node duplicate() {
    return onLink(
        (graphics, colors) ->
            square(graphics, colors.mutualLink().interpolate(colors.background(), 0.35)));
  }

  public Node question() {
    return onLink((graphics, colors) -> dot(graphics, 3, colors.background(), colors.mutualLink()));
  }

  public Node failure() {
    return onLink(
        (graphics, colors) -> {
          graphics.setFill(colors.background());
          graphics.fillOval(X - 8, Y - 8, 16, 16);
          graphics.setStroke(colors.failure());
          graphics.setLineWidth(2.6);
          graphics.setLineCap(StrokeLineCap.ROUND);
          graphics.strokeLine(X - 4, Y - 4, X + 4, Y + 4);
          graphics.strokeLine(X - 4, Y + 4, X + 4, Y - 4);
        });
  }

  /// The mark of a kind of fault.
  public Node fault(FaultLook look) {
    if (look.sample() == 0) {
      return picture((graphics, colors) -> look.paintSample(graphics, colors, X, Y));
    }
    Course there = new Course(Map.of(look, look.sample()));
    Way way = new Way(ONE, OTHER, there, new Course(Map.of()));
    return picture(
        (graphics, colors) ->
            FaultyWayPainter.paintWay(
                graphics, way, new Line(1, Y, WIDTH - 1, Y), colors, FAULT_SCALE));
  }

  private Node onLink(BiConsumer<Drawing, RolePalette> painter) {
    return picture(
        (graphics, colors) -> {
          LinkPainter.sample(graphics, colors, Mutuality.MUTUAL, WIDTH, HEIGHT);
          painter.accept(graphics, colors);
        });
  }

  private static void dot(Drawing graphics, double radius, Color fill, Color rim) {
    graphics.setFill(fill);
    graphics.fillOval(X - radius, Y - radius, 2 * radius, 2 * radius);
    graphics.setStroke(rim);
    graphics.setLineWidth(2.2);
    graphics.strokeOval(X - radius + 0.5, Y - radius + 0.5, 2 * radius - 1, 2 * radius - 1);
  }

  private static void square(Drawing graphics, Color color) {
    graphics.setFill(color);
    graphics.fillRoundRect(X - 5, Y - 5, 10, 10, 3, 3);
  }
}
