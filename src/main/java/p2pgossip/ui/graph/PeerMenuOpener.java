package p2pgossip.ui.graph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.PeerLabels;
import p2pgossip.ui.graph.input.GraphActions;
import p2pgossip.ui.graph.input.PeerMenu;
import p2pgossip.ui.graph.live.LiveGraph;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.paint.Projection;

/// Opens the context menu: by the pointer for what is under it, by the keyboard for the selected
/// peer. At most one menu is open.
final class PeerMenuOpener {

  /// How far the menu opens from the middle of the peer, in pixels, so that it does not cover the
  /// peer.
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
    PeerNode node =
        event.isKeyboardTrigger() ? selected() : graph.hitTest().peerAt(event.getX(), event.getY());
    PeerMenu opened = new PeerMenu();
    PeerLabels labels = graph.network().labels();
    GraphActions actions = pane.actions();
    Set<PeerAddress> ends =
        node != null || event.isKeyboardTrigger()
            ? Set.of()
            : graph.hitTest().linkAt(event.getX(), event.getY());
    if (node != null) {
      Set<PeerAddress> all = withOthers(node.address());
      boolean neighbor = graph.network().picture().isNeighbor(node.address());
      opened.addActions(node.address(), node.role(), neighbor, actions);
      opened.addEntries(all, PeerMenu.peers(all, labels), actions.more(all));
    } else if (!ends.isEmpty()) {
      opened.addEntries(ends, PeerMenu.link(ends, labels), actions.more(ends));
    } else {
      Set<PeerAddress> all = Collections.unmodifiableSet(new LinkedHashSet<>(pane.selectedPeers()));
      opened.addEntries(all, PeerMenu.peers(all, labels), actions.more(all));
    }
    if (!opened.getItems().isEmpty()) {
      Point2D corner =
          event.isKeyboardTrigger() && node != null
              ? beside(node)
              : new Point2D(event.getScreenX(), event.getScreenY());
      menu = opened;
      opened.show(pane, corner.getX(), corner.getY());
    }
    event.consume();
  }

  /// All selected peers, this one first, if it is selected; else this one alone.
  private Set<PeerAddress> withOthers(PeerAddress peer) {
    Set<PeerAddress> all = new LinkedHashSet<>(List.of(peer));
    if (pane.selectedPeers().contains(peer)) {
      all.addAll(pane.selectedPeers());
    }
    return Collections.unmodifiableSet(all);
  }

  private @Nullable PeerNode selected() {
    PeerAddress address = pane.selectedProperty().get();
    return address == null ? null : graph.network().peer(address);
  }

  private Point2D beside(PeerNode node) {
    Projection projection = graph.projection();
    return graph.localToScreen(
        projection.pixelX(node.x()) + ASIDE, projection.pixelY(node.y()) + ASIDE);
  }

  void close() {
    if (menu != null) {
      menu.hide();
      menu = null;
    }
  }
}
