package p2pgossip.ui.graph;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.input.PeerSteps;
import p2pgossip.ui.graph.live.LiveGraph;

/// What the keyboard does in the graph. See [GraphPane] for the keys.
final class GraphKeys {

  private static final double PAN_STEP = 48;

  private final GraphPane pane;
  private final LiveGraph graph;

  GraphKeys(GraphPane pane, LiveGraph graph) {
    this.pane = pane;
    this.graph = graph;
  }

  /// Handles from now on the keys that are pressed in the pane.
  void listen() {
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private void press(KeyEvent event) {
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    boolean all = event.isShortcutDown() && event.getCode() == KeyCode.A;
    if (pane.isFocused() && (all ? done(pane::selectAll) : plain && handled(event))) {
      event.consume();
    }
  }

  private boolean handled(KeyEvent event) {
    PeerAddress selected = pane.selectedProperty().get();
    return switch (event.getCode()) {
      case PLUS, ADD, EQUALS -> done(pane::zoomIn);
      case MINUS, SUBTRACT -> done(pane::zoomOut);
      case DIGIT0, NUMPAD0, HOME -> done(pane::fit);
      case LEFT -> arrow(event, -1, 0);
      case RIGHT -> arrow(event, 1, 0);
      case UP -> arrow(event, 0, -1);
      case DOWN -> arrow(event, 0, 1);
      // Unhandled past the last peer, so that Tab leaves the graph.
      case TAB -> select(PeerSteps.inOrder(pane.spots(), selected, event.isShiftDown() ? -1 : 1));
      case ENTER -> selected != null && done(() -> pane.act(selected));
      case SPACE -> selected != null && done(pane::keepSelected);
      case ESCAPE -> selected != null && done(() -> pane.selection().only(null));
      default -> false;
    };
  }

  private boolean arrow(KeyEvent event, int x, int y) {
    PeerAddress selected = pane.selectedProperty().get();
    if (selected == null || event.isShiftDown()) {
      graph.pan(-x * PAN_STEP, -y * PAN_STEP);
    } else {
      select(PeerSteps.towards(pane.spots(), selected, x, y));
    }
    return true;
  }

  private boolean select(Optional<PeerAddress> peer) {
    peer.ifPresent(pane.selection()::move);
    return peer.isPresent();
  }

  private static boolean done(Runnable action) {
    action.run();
    return true;
  }
}
