package p2pgossip.ui.graph.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.graphstream.ui.graphicGraph.GraphicEdge;
import org.graphstream.ui.graphicGraph.GraphicGraph;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.model.NetworkGraph;
import p2pgossip.ui.graph.model.PeerMark;
import p2pgossip.ui.graph.paint.Line;
import p2pgossip.ui.graph.paint.Projection;

/// What is under a point of the graph, in pixels of the view.
public final class HitTest {

  /// A link is thin: this many pixels beside it still hit it.
  private static final double BESIDE = 5;

  private final GraphicGraph drawn;
  private final NetworkGraph network;
  private final Supplier<Projection> projection;

  HitTest(GraphicGraph drawn, NetworkGraph network, Supplier<Projection> projection) {
    this.drawn = drawn;
    this.network = network;
    this.projection = projection;
  }

  /// The peer at a point; the nearest one where several are near.
  public @Nullable PeerMark peerAt(double x, double y) {
    Projection now = projection.get();
    PeerMark nearest = null;
    double nearestOff = Double.MAX_VALUE;
    for (PeerMark mark : network.peers()) {
      double off = Math.hypot(now.pixelX(mark.x()) - x, now.pixelY(mark.y()) - y);
      double reach = Math.max(9, mark.radius(now.glyphs()) + 4);
      if (off <= reach && off < nearestOff) {
        nearest = mark;
        nearestOff = off;
      }
    }
    return nearest;
  }

  /// The two ends of the link at a point, first the one that knows the other; none where there is no
  /// link.
  public Set<PeerAddress> linkAt(double x, double y) {
    Projection now = projection.get();
    record Found(List<PeerAddress> ends, double off) {}
    Optional<Found> nearest =
        drawn
            .edges()
            .map(GraphicEdge.class::cast)
            .filter(edge -> !edge.hidden)
            .map(
                edge -> {
                  PeerMark from = (PeerMark) edge.from.getAttribute(NetworkGraph.MARK);
                  PeerMark to = (PeerMark) edge.to.getAttribute(NetworkGraph.MARK);
                  return new Found(
                      List.of(from.address(), to.address()),
                      Line.between(from, to, now).distance(x, y));
                })
            .filter(found -> found.off <= BESIDE)
            .min((one, other) -> Double.compare(one.off, other.off));
    return nearest.<Set<PeerAddress>>map(found -> new LinkedHashSet<>(found.ends)).orElse(Set.of());
  }
}
