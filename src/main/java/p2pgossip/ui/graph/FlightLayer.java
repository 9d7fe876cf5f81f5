package p2pgossip.ui.graph;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.Flights.Flight;
import p2pgossip.ui.graph.Flights.Stage;

/// Draws the messages in the air over the graph. Small scene nodes, not a canvas: only the few
/// spots that change are drawn anew, so that steady gossip costs next to nothing.
final class FlightLayer extends Pane {

  private static final double CROSS_ARM = 5.5;

  /// How far a message runs beside its link, in pixels.
  private static final double LANE = 4;

  private final Map<Flight, Dot> dots = new HashMap<>();
  private final ArrayDeque<Dot> spare = new ArrayDeque<>();
  private RolePalette palette = RolePalette.LIGHT;
  private boolean animated = true;

  FlightLayer() {
    setMouseTransparent(true);
    setManaged(false);
  }

  void setPalette(RolePalette palette) {
    this.palette = palette;
  }

  /// Without animation a message stands in the middle of its link instead of travelling.
  void setAnimated(boolean animated) {
    this.animated = animated;
  }

  /// Brings the layer in step with the flights.
  ///
  /// @param peers finds a peer on the screen; null where it is not in the picture
  void update(
      Flights flights, Projection projection, Function<PeerAddress, @Nullable PeerMark> peers) {
    Set<Flight> gone = new HashSet<>(dots.keySet());
    for (Flight flight : flights.inAir()) {
      gone.remove(flight);
      PeerMark from = peers.apply(flight.from());
      PeerMark to = peers.apply(flight.to());
      Dot dot = dots.computeIfAbsent(flight, key -> newDot());
      dot.setVisible(from != null && to != null);
      if (from != null && to != null) {
        draw(dot, flight, from, to, projection);
      }
    }
    for (Flight flight : gone) {
      Dot dot = dots.remove(flight);
      if (dot != null) {
        dot.setVisible(false);
        spare.push(dot);
      }
    }
  }

  private Dot newDot() {
    Dot dot = spare.poll();
    if (dot == null) {
      dot = new Dot();
      getChildren().add(dot);
    }
    return dot;
  }

  private void draw(Dot dot, Flight flight, PeerMark from, PeerMark to, Projection projection) {
    double fromX = projection.pixelX(from.x());
    double fromY = projection.pixelY(from.y());
    double toX = projection.pixelX(to.x());
    double toY = projection.pixelY(to.y());
    double start = NodeGlyph.radius(from.role(), projection.glyphs());
    double rim = NodeGlyph.radius(to.role(), projection.glyphs());
    // From rim to rim, not from middle to middle: the peers stay readable.
    double length = Math.max(1, Math.hypot(toX - fromX, toY - fromY));
    double way = animated ? flight.progress() : 0.5;
    double along = (start + Math.max(0, length - start - rim) * way) / length;
    boolean arrived = flight.stage() == Stage.ARRIVED;
    double part = arrived ? 1 : along;
    // Traffic keeps to the right, so that messages that meet do not cover each other.
    double aside = arrived ? 0 : LANE / length;
    dot.setTranslateX(fromX + (toX - fromX) * part - (toY - fromY) * aside);
    dot.setTranslateY(fromY + (toY - fromY) * part + (toX - fromX) * aside);
    switch (flight.stage()) {
      case TRAVELLING ->
          dot.travel(palette, Math.max(0.75, projection.glyphs()), flight.isIncoming());
      case ARRIVED -> dot.pulse(palette, rim, flight.faded());
      case FAILED -> dot.cross(palette, flight.faded());
    }
  }

  /// One message: a dot, a pulse or a cross.
  private static final class Dot extends Group {

    private final Circle circle = new Circle();
    private final Path cross =
        new Path(
            new MoveTo(-CROSS_ARM, -CROSS_ARM),
            new LineTo(CROSS_ARM, CROSS_ARM),
            new MoveTo(-CROSS_ARM, CROSS_ARM),
            new LineTo(CROSS_ARM, -CROSS_ARM));

    Dot() {
      super();
      getChildren().addAll(circle, cross);
      cross.setStrokeWidth(3);
      cross.setStrokeLineCap(StrokeLineCap.ROUND);
      setManaged(false);
    }

    private void travel(RolePalette palette, double scale, boolean incoming) {
      cross.setVisible(false);
      circle.setVisible(true);
      setOpacity(1);
      // Outgoing ones are full, incoming ones hollow.
      circle.setRadius(incoming ? 4.6 * scale : 5 * scale);
      circle.setFill(incoming ? palette.background() : palette.message());
      circle.setStroke(incoming ? palette.message() : palette.background());
      circle.setStrokeWidth(incoming ? 2.6 * scale : 1.6);
    }

    private void pulse(RolePalette palette, double rim, double faded) {
      cross.setVisible(false);
      circle.setVisible(true);
      setOpacity(0.8 * (1 - faded));
      circle.setRadius(rim + 3 + 9 * (1 - (1 - faded) * (1 - faded)));
      circle.setFill(Color.TRANSPARENT);
      circle.setStroke(palette.message());
      circle.setStrokeWidth(2.4);
    }

    private void cross(RolePalette palette, double faded) {
      circle.setVisible(true);
      circle.setRadius(CROSS_ARM * 1.9);
      circle.setFill(palette.background());
      circle.setStroke(Color.TRANSPARENT);
      cross.setVisible(true);
      cross.setStroke(palette.failure());
      // It stands for a while before it fades.
      setOpacity(Math.min(1, (1 - faded) * 2.2));
    }
  }
}
