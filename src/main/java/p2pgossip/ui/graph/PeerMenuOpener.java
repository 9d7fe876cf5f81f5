package p2pgossip.ui.graph;

import javafx.geometry.Point2D;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// Opens the context menu of the peer under the pointer or, by the keyboard, of the selected one.
/// One menu at a time.
final class PeerMenuOpener {

  /// From the middle of the peer, in pixels, so that the menu does not cover it.
  private static final double ASIDE = 10;

  private final GraphPane pane;
  private final LiveGraph graph;
  private @Nullable PeerMenu menu;

  PeerMenuOpener(GraphPane pane, LiveGraph graph) {
    this.pane = pane;
    this.graph = graph;
  }

  void open(ContextMenuEvent event) {
    close();
    PeerMark mark =
        event.isKeyboardTrigger() ? selected() : graph.peerAt(event.getX(), event.getY());
    if (mark != null) {
      Point2D corner =
          event.isKeyboardTrigger()
              ? beside(mark)
              : new Point2D(event.getScreenX(), event.getScreenY());
      menu = new PeerMenu(mark.address(), mark.role(), pane.actions());
      menu.show(pane, corner.getX(), corner.getY());
    }
    event.consume();
  }

  private @Nullable PeerMark selected() {
    PeerAddress address = pane.selectedProperty().get();
    return address == null ? null : graph.network().peer(address);
  }

  private Point2D beside(PeerMark mark) {
    Projection projection = graph.projection();
    return graph.localToScreen(
        projection.pixelX(mark.x()) + ASIDE, projection.pixelY(mark.y()) + ASIDE);
  }

  void close() {
    if (menu != null) {
      menu.hide();
      menu = null;
    }
  }
}
