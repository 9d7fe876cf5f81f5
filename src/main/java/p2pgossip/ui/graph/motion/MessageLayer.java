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
import p2pgossip.ui.graph.motion.MovingMessage.Kind;
import p2pgossip.ui.graph.motion.MovingMessage.Stage;
import p2pgossip.ui.graph.paint.Projection;
import p2pgossip.ui.theme.RolePalette;

/// Draws the messages over the graph. It uses small scene nodes instead of a canvas, so that JavaFX
/// redraws only where they are, and steady gossip costs little.
public final class MessageLayer extends Pane {

  /// Where more than 12 children of one parent change, JavaFX redraws all that the parent covers.
  /// Each dot has up to two.
  private static final int DOTS_OF_A_GROUP = 6;

  /// How faded a ring or a cross looks while it is there, without animation.
  private static final double STILL = 0.4;

  /// How far beside its link a message runs, in pixels.
  private static final double LANE = 4;

  private final Map<MovingMessage, MessageDot> dots = new HashMap<>();
  private final ArrayDeque<MessageDot> spare = new ArrayDeque<>();
  private Group newest;
  private int dotsOfNewest;
  private RolePalette palette = RolePalette.LIGHT;
  private boolean animated = true;
  private boolean quiet;

  MessageLayer() {
    setMouseTransparent(true);
    setManaged(false);
    newest = newGroup();
  }

  public void setPalette(RolePalette palette) {
    this.palette = palette;
  }

  /// Without animation, messages stand in the middle of their links instead of travelling, and
  /// rings and crosses stand still too.
  public void setAnimated(boolean animated) {
    this.animated = animated;
  }

  /// Whether plain messages are muted, so that the copies of a rumour stand out.
  public void setQuiet(boolean quiet) {
    this.quiet = quiet;
  }

  /// Shows exactly these messages.
  ///
  /// @param peers finds a peer of the graph; null if the graph has no such peer
  void update(
      Collection<MovingMessage> inAir,
      Projection projection,
      Function<PeerAddress, @Nullable PeerNode> peers) {
    Set<MovingMessage> gone = new HashSet<>(dots.keySet());
    for (MovingMessage message : inAir) {
      gone.remove(message);
      PeerNode from = peers.apply(message.from());
      PeerNode to = peers.apply(message.to());
      MessageDot dot = dots.computeIfAbsent(message, key -> newDot());
      if (from == null || to == null) {
        dot.hide();
      } else {
        draw(dot, message, from, to, projection);
      }
    }
    for (MovingMessage message : gone) {
      MessageDot dot = dots.remove(message);
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

  private MessageDot newDot() {
    MessageDot dot = spare.poll();
    if (dot == null) {
      if (dotsOfNewest >= DOTS_OF_A_GROUP) {
        newest = newGroup();
      }
      dotsOfNewest++;
      dot = new MessageDot(newest);
    }
    return dot;
  }

  private void draw(
      MessageDot dot, MovingMessage message, PeerNode from, PeerNode to, Projection projection) {
    double fromX = projection.pixelX(from.x());
    double fromY = projection.pixelY(from.y());
    double toX = projection.pixelX(to.x());
    double toY = projection.pixelY(to.y());
    double scale = Math.max(0.75, projection.glyphs());
    double start = from.radius(projection.glyphs());
    double rim = to.radius(projection.glyphs());
    // From rim to rim, so that no message covers a peer.
    double length = Math.max(1, Math.hypot(toX - fromX, toY - fromY));
    boolean arrived = message.stage() == Stage.ARRIVED;
    double way = arrived ? 1 : animated ? message.progress() : 0.5;
    double along = (start + Math.max(0, length - start - rim) * way) / length;
    boolean duplicate = arrived && message.kind() == Kind.COPY && !message.isNews();
    boolean around = arrived && !duplicate;
    double part = around ? 1 : along;
    // Messages keep to the right, so that those that meet don't overlap.
    double aside = around ? 0 : LANE / length;
    dot.moveTo(
        fromX + (toX - fromX) * part - (toY - fromY) * aside,
        fromY + (toY - fromY) * part + (toX - fromX) * aside);
    double faded = animated ? message.faded() : STILL;
    switch (message.stage()) {
      case TRAVELLING -> dot.travel(palette, message.kind(), scale, quiet);
      case ARRIVED -> {
        if (duplicate) {
          dot.pale(palette, scale, faded);
        } else if (message.kind() == Kind.COPY) {
          dot.lightUp(palette, rim, faded);
        } else {
          dot.pulse(palette, rim, faded, quiet);
        }
      }
      case FAILED -> dot.cross(palette, faded);
    }
  }
}
