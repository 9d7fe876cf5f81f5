package p2pgossip.ui.graph.motion;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.motion.Flight.Kind;
import p2pgossip.ui.graph.motion.Flight.Stage;
import p2pgossip.ui.graph.paint.Projection;
import p2pgossip.ui.theme.RolePalette;

/// Draws what is in the air over the graph. Small scene nodes, not a canvas: only the few spots that
/// change are drawn anew, so that steady gossip costs next to nothing.
public final class FlightLayer extends Pane {

  /// Where more than 12 nodes of one parent change, JavaFX draws anew all that the parent covers.
  private static final int DOTS_OF_A_GROUP = 6;

  /// How far gone a ring or a cross looks all the while that it is there, without animation.
  private static final double STILL = 0.4;

  /// How far one runs beside its link, in pixels.
  private static final double LANE = 4;

  private final Map<Flight, FlightDot> dots = new HashMap<>();
  private final ArrayDeque<FlightDot> spare = new ArrayDeque<>();
  private Group newest;
  private int dotsOfNewest;
  private RolePalette palette = RolePalette.LIGHT;
  private boolean animated = true;
  private boolean quiet;

  FlightLayer() {
    setMouseTransparent(true);
    setManaged(false);
    newest = newGroup();
  }

  public void setPalette(RolePalette palette) {
    this.palette = palette;
  }

  /// Without animation everything stands in the middle of its link instead of travelling, and what
  /// shows where it ended stands still, too.
  public void setAnimated(boolean animated) {
    this.animated = animated;
  }

  /// Whether messages step back behind the copies of a rumour.
  public void setQuiet(boolean quiet) {
    this.quiet = quiet;
  }

  /// Brings the layer in step with what is in the air.
  ///
  /// @param peers finds a peer on the screen; null where it is not in the picture
  void update(
      Collection<Flight> inAir,
      Projection projection,
      Function<PeerAddress, @Nullable PeerNode> peers) {
    Set<Flight> gone = new HashSet<>(dots.keySet());
    for (Flight flight : inAir) {
      gone.remove(flight);
      PeerNode from = peers.apply(flight.from());
      PeerNode to = peers.apply(flight.to());
      FlightDot dot = dots.computeIfAbsent(flight, key -> newDot());
      if (from == null || to == null) {
        dot.hide();
      } else {
        draw(dot, flight, from, to, projection);
      }
    }
    for (Flight flight : gone) {
      FlightDot dot = dots.remove(flight);
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
    dotsOfNewest = 0;
    return group;
  }

  private FlightDot newDot() {
    FlightDot dot = spare.poll();
    if (dot == null) {
      if (dotsOfNewest >= DOTS_OF_A_GROUP) {
        newest = newGroup();
      }
      dotsOfNewest++;
      dot = new FlightDot(newest);
    }
    return dot;
  }

  private void draw(
      FlightDot dot, Flight flight, PeerNode from, PeerNode to, Projection projection) {
    double fromX = projection.pixelX(from.x());
    double fromY = projection.pixelY(from.y());
    double toX = projection.pixelX(to.x());
    double toY = projection.pixelY(to.y());
    double scale = Math.max(0.75, projection.glyphs());
    double start = from.radius(projection.glyphs());
    double rim = to.radius(projection.glyphs());
    // From rim to rim, not from middle to middle: the peers stay readable.
    double length = Math.max(1, Math.hypot(toX - fromX, toY - fromY));
    boolean arrived = flight.stage() == Stage.ARRIVED;
    double way = arrived ? 1 : animated ? flight.progress() : 0.5;
    double along = (start + Math.max(0, length - start - rim) * way) / length;
    boolean duplicate = arrived && flight.kind() == Kind.COPY && !flight.isNews();
    boolean around = arrived && !duplicate;
    double part = around ? 1 : along;
    // Traffic keeps to the right, so that what meets does not cover each other.
    double aside = around ? 0 : LANE / length;
    dot.moveTo(
        fromX + (toX - fromX) * part - (toY - fromY) * aside,
        fromY + (toY - fromY) * part + (toX - fromX) * aside);
    double faded = animated ? flight.faded() : STILL;
    switch (flight.stage()) {
      case TRAVELLING -> dot.travel(palette, flight.kind(), scale, quiet);
      case ARRIVED -> {
        if (duplicate) {
          dot.pale(palette, scale, faded);
        } else if (flight.kind() == Kind.COPY) {
          dot.lightUp(palette, rim, faded);
        } else {
          dot.pulse(palette, rim, faded, quiet);
        }
      }
      case FAILED -> dot.cross(palette, faded);
    }
  }
}
