package p2pgossip.ui.graph.input;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// Finds the peer that the keyboard moves on to. Plain geometry, no screen.
public final class PeerSteps {

  /// A peer on the screen; x to the right, y down.
  public record Spot(PeerAddress address, double x, double y) {}

  private PeerSteps() {}

  /// The peer after (1) or before (-1) the current one by address; empty past either end, so that
  /// the keyboard can leave the graph. If there is no current one: the first or the last.
  public static Optional<PeerAddress> inOrder(
      List<Spot> spots, @Nullable PeerAddress current, int step) {
    List<PeerAddress> order = spots.stream().map(Spot::address).sorted().toList();
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
      List<Spot> spots, PeerAddress current, int directionX, int directionY) {
    return spots.stream()
        .filter(spot -> spot.address.equals(current))
        .findFirst()
        .flatMap(
            start ->
                spots.stream()
                    .filter(spot -> ahead(start, spot, directionX, directionY) > 0)
                    .filter(
                        spot ->
                            ahead(start, spot, directionX, directionY)
                                >= aside(start, spot, directionX, directionY) * 0.6)
                    .min(
                        Comparator.comparingDouble(
                            spot ->
                                ahead(start, spot, directionX, directionY)
                                    + 2 * aside(start, spot, directionX, directionY)))
                    .map(Spot::address));
  }

  private static double ahead(Spot start, Spot spot, int directionX, int directionY) {
    return (spot.x - start.x) * directionX + (spot.y - start.y) * directionY;
  }

  private static double aside(Spot start, Spot spot, int directionX, int directionY) {
    return Math.abs((spot.x - start.x) * directionY - (spot.y - start.y) * directionX);
  }
}
