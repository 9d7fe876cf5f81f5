package p2pgossip.ui.graph;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.input.GraphPointer;
import p2pgossip.ui.graph.live.LiveGraph;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.paint.Projection;

/// Does what the pointer asks for: selects, acts, and shows the card of the peer under it.
final class PointerCommands implements GraphPointer.Listener {

  private final GraphPane pane;
  private final LiveGraph graph;
  private final PeerCard card;
  private @Nullable PeerAddress hovered;

  PointerCommands(GraphPane pane, LiveGraph graph, PeerCard card) {
    this.pane = pane;
    this.graph = graph;
    this.card = card;
  }

  @Override
  public void select(@Nullable PeerAddress peer) {
    pane.closeMenu();
    pane.selection().only(peer);
  }

  @Override
  public void selectAmong(PeerAddress peer) {
    pane.closeMenu();
    if (pane.selection().all().contains(peer)) {
      pane.selection().move(peer);
    } else {
      pane.selection().only(peer);
    }
  }

  @Override
  public void toggle(PeerAddress peer) {
    pane.closeMenu();
    pane.selection().toggle(peer);
  }

  @Override
  public void selectAll(List<PeerAddress> peers) {
    pane.selection().addAll(peers);
  }

  @Override
  public void act(PeerAddress peer) {
    pane.act(peer);
  }

  /// Hides the card of a peer that has left.
  void check() {
    if (hovered != null && !graph.isShowing(hovered)) {
      hover(null);
    }
  }

  @Override
  public void hover(@Nullable PeerAddress peer) {
    if (Objects.equals(peer, hovered)) {
      return;
    }
    hovered = peer;
    graph.painter().setHovered(peer);
    graph.repaint();
    PeerNode node = peer == null ? null : graph.network().peer(peer);
    if (peer == null || node == null) {
      card.card().setVisible(false);
      return;
    }
    String details = GraphWords.details(graph, node, pane.actions().describe(peer));
    card.describe(
        node,
        graph.network().labels().whole(peer),
        pane.palette(),
        GraphWords.meaning(graph, node),
        details);
    Projection projection = graph.projection();
    card.card()
        .showBeside(
            projection.pixelX(node.x()),
            projection.pixelY(node.y()),
            node.radius(projection.glyphs()),
            pane.getWidth(),
            pane.getHeight());
  }
}
