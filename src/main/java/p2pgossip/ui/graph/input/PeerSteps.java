package p2pgossip.ui.graph.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.paint.Projection;

/// Finds the peer that the keyboard moves on to. Plain geometry, no screen.
public final class PeerSteps {

  /// A peer on the screen; x to the right, y down.
  public record PeerPoint(PeerAddress address, double x, double y) {}

  private PeerSteps() {}

  /// Where peers are on the screen.
  public static List<PeerPoint> points(Collection<PeerNode> peers, Projection projection) {
    return peers.stream()
        .map(
            node ->
                new PeerPoint(
                    node.address(), projection.pixelX(node.x()), projection.pixelY(node.y())))
        .toList();
  }

  /// The peer after (1) or before (-1) the current one by address; empty past either end, so that
  /// the keyboard can leave the graph. If there is no current one: the first or the last.
  public static Optional<PeerAddress> inOrder(
      List<PeerPoint> points, @Nullable PeerAddress current, int step) {
    List<PeerAddress> order = points.stream().map(PeerPoint::address).sorted().toList();
    int at = current == null ? -1 : order.indexOf(current);
    int next = at < 0 ? (step > 0 ? 0 : order.size() - 1) : at + step;
    return next >= 0 && next < order.size() ? Optional.of(order.get(next)) : Optional.empty();
  }

  /// The nearest peer in a direction, straight ahead rather than to one side; empty if there is
  /// none.
  ///
  /// @param directionX -1, 0 or 1
  /// @param directionY likewise; 1 is down
  public static Optional<PeerAddress> towards(
      List<PeerPoint> points, PeerAddress current, int directionX, int directionY) {
    return points.stream()
        .filter(point -> point.address.equals(current))
        .findFirst()
        .flatMap(
            start ->
                points.stream()
                    .filter(point -> ahead(start, point, directionX, directionY) > 0)
                    .filter(
                        point ->
                            ahead(start, point, directionX, directionY)
                                >= aside(start, point, directionX, directionY) * 0.6)
                    .min(
                        Comparator.comparingDouble(
                            point ->
                                ahead(start, point, directionX, directionY)
                                    + 2 * aside(start, point, directionX, directionY)))
                    .map(PeerPoint::address));
  }

  private static double ahead(PeerPoint start, PeerPoint point, int directionX, int directionY) {
    return (point.x - start.x) * directionX + (point.y - start.y) * directionY;
  }

  private static double aside(PeerPoint start, PeerPoint point, int directionX, int directionY) {
    return Math.abs((point.x - start.x) * directionY - (point.y - start.y) * directionX);
  }
}
