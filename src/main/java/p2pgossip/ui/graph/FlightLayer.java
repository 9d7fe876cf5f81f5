package p2pgossip.ui.graph;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.CacheHint;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
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

  /// Where more than 12 nodes of one parent change, JavaFX draws anew all that the parent covers.
  private static final int DOTS_OF_A_GROUP = 10;

  private static final double CROSS_ARM = 5.5;

  /// How far a message runs beside its link, in pixels.
  private static final double LANE = 4;

  private final Map<Flight, Dot> dots = new HashMap<>();
  private final ArrayDeque<Dot> spare = new ArrayDeque<>();
  private Group newest;
  private RolePalette palette = RolePalette.LIGHT;
  private boolean animated = true;

  FlightLayer() {
    setMouseTransparent(true);
    setManaged(false);
    newest = newGroup();
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
      if (from == null || to == null) {
        dot.hide();
      } else {
        draw(dot, flight, from, to, projection);
      }
    }
    for (Flight flight : gone) {
      Dot dot = dots.remove(flight);
      if (dot != null) {
        dot.hide();
        spare.push(dot);
      }
    }
  }

  private Group newGroup() {
    Group group = new Group();
    group.setManaged(false);
    group.setAutoSizeChildren(false);
    getChildren().add(group);
    return group;
  }

  private Dot newDot() {
    Dot dot = spare.poll();
    if (dot == null) {
      if (newest.getChildren().size() >= DOTS_OF_A_GROUP) {
        newest = newGroup();
      }
      dot = new Dot(newest);
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
    dot.moveTo(
        fromX + (toX - fromX) * part - (toY - fromY) * aside,
        fromY + (toY - fromY) * part + (toX - fromX) * aside);
    switch (flight.stage()) {
      case TRAVELLING ->
          dot.travel(palette, Math.max(0.75, projection.glyphs()), flight.isIncoming());
      case ARRIVED -> dot.pulse(palette, rim, flight.faded());
      case FAILED -> dot.cross(palette, flight.faded());
    }
  }

  /// One message: a dot, a pulse or a cross. Each shape is either filled or stroked while its
  /// opacity changes, because JavaFX draws one that is both into a picture of its own first.
  private static final class Dot {

    private final Group parent;
    private final Circle circle = new Circle();
    private @Nullable Path cross;

    Dot(Group parent) {
      this.parent = parent;
      circle.setManaged(false);
      // Only its place changes from frame to frame: it is moved as a picture, not drawn anew.
      circle.setCache(true);
      circle.setCacheHint(CacheHint.SPEED);
      parent.getChildren().add(circle);
    }

    private void hide() {
      circle.setVisible(false);
      if (cross != null) {
        cross.setVisible(false);
      }
    }

    private void moveTo(double x, double y) {
      circle.setTranslateX(x);
      circle.setTranslateY(y);
      if (cross != null) {
        cross.setTranslateX(x);
        cross.setTranslateY(y);
      }
    }

    private void travel(RolePalette palette, double scale, boolean incoming) {
      circle.setVisible(true);
      circle.setCache(true);
      circle.setOpacity(1);
      // Outgoing ones are full, incoming ones hollow.
      circle.setRadius(incoming ? 4.6 * scale : 5 * scale);
      circle.setFill(incoming ? palette.background() : palette.message());
      circle.setStroke(incoming ? palette.message() : palette.background());
      circle.setStrokeWidth(incoming ? 2.6 * scale : 1.6);
    }

    private void pulse(RolePalette palette, double rim, double faded) {
      circle.setVisible(true);
      circle.setCache(false);
      circle.setOpacity(0.8 * (1 - faded));
      circle.setRadius(rim + 3 + 9 * (1 - (1 - faded) * (1 - faded)));
      circle.setFill(null);
      circle.setStroke(palette.message());
      circle.setStrokeWidth(2.4);
    }

    private void cross(RolePalette palette, double faded) {
      // It stands for a while before it fades.
      double opacity = Math.min(1, (1 - faded) * 2.2);
      circle.setVisible(true);
      circle.setCache(false);
      circle.setOpacity(opacity);
      circle.setRadius(CROSS_ARM * 1.9);
      circle.setFill(palette.background());
      circle.setStroke(null);
      if (cross == null) {
        cross = newCross();
        parent.getChildren().add(cross);
        cross.setTranslateX(circle.getTranslateX());
        cross.setTranslateY(circle.getTranslateY());
      }
      cross.setVisible(true);
      cross.setOpacity(opacity);
      cross.setStroke(palette.failure());
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
      path.setManaged(false);
      return path;
    }
  }
}
