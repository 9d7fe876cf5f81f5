package p2pgossip.ui.graph.live;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.model.LinkEdge;
import p2pgossip.ui.graph.model.NetworkGraph;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.paint.LinkLines;
import p2pgossip.ui.graph.paint.Projection;

/// Finds what is at a point of the view, in pixels.
public final class HitTest {

  /// A link is thin: a point this many pixels beside it still hits it.
  private static final double BESIDE = 5;

  private final NetworkGraph network;
  private final Supplier<Projection> projection;

  HitTest(NetworkGraph network, Supplier<Projection> projection) {
    this.network = network;
    this.projection = projection;
  }

  /// The peer at a point, the nearest if there are several; null if there is none.
  public @Nullable PeerNode peerAt(double x, double y) {
    Projection now = projection.get();
    PeerNode nearest = null;
    double nearestOff = Double.MAX_VALUE;
    for (PeerNode node : network.peers()) {
      double off = Math.hypot(now.pixelX(node.x()) - x, now.pixelY(node.y()) - y);
      double reach = Math.max(9, node.radius(now.glyphs()) + 4);
      if (off <= reach && off < nearestOff) {
        nearest = node;
        nearestOff = off;
      }
    }
    return nearest;
  }

  /// The two ends of the link at a point, first the one that knows the other; empty if there is no
  /// link.
  public Set<PeerAddress> linkAt(double x, double y) {
    Projection now = projection.get();
    record Found(LinkEdge link, double off) {}
    return network
        .links()
        .map(link -> new Found(link, LinkLines.of(link, now).distance(x, y)))
        .filter(found -> found.off <= BESIDE)
        .min(Comparator.comparingDouble(Found::off))
        .map(found -> List.of(found.link.from().address(), found.link.to().address()))
        .<Set<PeerAddress>>map(LinkedHashSet::new)
        .orElse(Set.of());
  }
}
