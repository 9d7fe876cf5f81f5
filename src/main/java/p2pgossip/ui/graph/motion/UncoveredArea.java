package p2pgossip.ui.graph.motion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Point2D;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.graph.motion.Viewpoint.Bounds;
import p2pgossip.ui.graph.motion.Viewpoint.Frame;

/// Finds the part of a pane in which the graph is largest with no peer under what lies over the
/// lower corners: the legend and the zoom buttons. Plain arithmetic, no screen.
final class UncoveredArea {

  /// How far a peer reaches from its middle, in pixels.
  private static final double PEER = 16;

  private final double width;
  private final double height;
  private final List<Box> covered;

  /// @param covered what lies over the pane, each in one of its lower corners
  UncoveredArea(double width, double height, List<Box> covered) {
    this.width = width;
    this.height = height;
    this.covered = List.copyOf(covered);
  }

  /// The frame in which the graph is largest with no peer covered. If there is no such frame, the
  /// one that covers the fewest peers.
  ///
  /// @param whole the pane, less what labels need at its edges
  /// @param peers their places in graph units
  Frame largest(Frame whole, Bounds bounds, Collection<Point2D> peers) {
    List<Frame> candidates = new ArrayList<>();
    for (double left : reach(true)) {
      for (double right : reach(false)) {
        for (double bottom : heights()) {
          candidates.add(
              new Frame(
                  whole.width(),
                  whole.height(),
                  whole.top(),
                  whole.right() + right,
                  whole.bottom() + bottom,
                  whole.left() + left));
        }
      }
    }
    // Of two that show it equally large, the one that moves it less comes first.
    candidates.sort(
        Comparator.<Frame>comparingDouble(frame -> -Viewpoint.fitScale(bounds, frame))
            .thenComparingDouble(frame -> frame.left() + frame.right() + frame.bottom()));
    Frame best = whole;
    long fewest = Long.MAX_VALUE;
    for (Frame frame : candidates) {
      long hidden = hidden(frame, bounds, peers);
      if (hidden < fewest) {
        fewest = hidden;
        best = frame;
      }
      if (hidden == 0) {
        break;
      }
    }
    return best;
  }

  private long hidden(Frame frame, Bounds bounds, Collection<Point2D> peers) {
    double scale = Viewpoint.fitScale(bounds, frame);
    double middleX = frame.left() + frame.innerWidth() / 2;
    double middleY = frame.top() + frame.innerHeight() / 2;
    double x = (bounds.minX() + bounds.maxX()) / 2;
    double y = (bounds.minY() + bounds.maxY()) / 2;
    return peers.stream()
        .filter(
            peer ->
                isCovered(middleX + (peer.getX() - x) * scale, middleY - (peer.getY() - y) * scale))
        .count();
  }

  /// Whether a peer at this place of the pane would be covered.
  boolean isCovered(double pixelX, double pixelY) {
    Box peer = Box.around(pixelX, pixelY, PEER);
    return covered.stream().anyMatch(peer::overlaps);
  }

  /// How far the boxes on one side reach into the pane, 0 among them.
  private List<Double> reach(boolean left) {
    List<Double> reaches = new ArrayList<>(List.of(0.0));
    for (Box box : covered) {
      boolean onTheLeft = box.x() + box.width() / 2 < width / 2;
      if (onTheLeft == left) {
        reaches.add(left ? box.x() + box.width() : width - box.x());
      }
    }
    return reaches;
  }

  private List<Double> heights() {
    List<Double> heights = new ArrayList<>(List.of(0.0));
    covered.forEach(box -> heights.add(height - box.y()));
    return heights;
  }
}
