package p2pgossip.ui.graph;

import java.util.Collection;
import p2pgossip.ui.graph.Viewpoint.Bounds;
import p2pgossip.ui.graph.Viewpoint.Frame;

/// Decides which part of the graph is in view. It keeps all of it in view, moving only when it has
/// to, until the user zooms or moves the picture; then it stays where the user put it.
final class Framing {

  /// Room for a label at the edge, in pixels.
  private static final double LABEL_HEIGHT = 34;

  private static final double LABEL_WIDTH = 52;

  private final Viewpoint viewpoint;
  private final Collection<PeerMark> peers;
  private boolean following = true;
  private double width = 1;
  private double height = 1;
  private double leftInset;
  private double bottomInset;

  /// @param peers the peers of the graph, always as they are
  Framing(Viewpoint viewpoint, Collection<PeerMark> peers) {
    this.viewpoint = viewpoint;
    this.peers = peers;
  }

  void resize(double newWidth, double newHeight) {
    width = Math.max(1, newWidth);
    height = Math.max(1, newHeight);
    if (following) {
      aim();
      viewpoint.arrive();
    }
  }

  /// How much wider than high the free part of the pane is.
  double aspect() {
    return frame().innerWidth() / frame().innerHeight();
  }

  /// Keeps so many pixels on the left and below free of the graph.
  ///
  /// @return whether that is a change
  boolean setInsets(double left, double bottom) {
    boolean changed = left != leftInset || bottom != bottomInset;
    leftInset = left;
    bottomInset = bottom;
    if (changed && following) {
      aim();
    }
    return changed;
  }

  /// Shows all, at once, and follows from now on.
  void start() {
    follow();
    viewpoint.arrive();
  }

  /// Shows all, softly, and follows from now on.
  void follow() {
    following = true;
    aim();
  }

  /// @param x what stays where it is, in pixels of the pane
  void zoom(double factor, double x, double y) {
    following = false;
    viewpoint.zoom(factor, x - width / 2, y - height / 2);
  }

  void pan(double pixelsX, double pixelsY) {
    following = false;
    viewpoint.pan(pixelsX, pixelsY);
  }

  /// As [#pan], but at once, under the pointer.
  void drag(double pixelsX, double pixelsY) {
    following = false;
    viewpoint.drag(pixelsX, pixelsY);
  }

  void arrive() {
    viewpoint.arrive();
  }

  /// Goes on towards what should be in view.
  ///
  /// @param seconds since the last call
  /// @return whether the view moved
  boolean advance(double seconds) {
    if (following && !peers.isEmpty() && viewpoint.needsFit(bounds(), frame())) {
      aim();
    }
    return viewpoint.ease(seconds);
  }

  private void aim() {
    if (!peers.isEmpty()) {
      viewpoint.fit(bounds(), frame());
    }
  }

  private Frame frame() {
    return new Frame(
        width,
        height,
        LABEL_HEIGHT,
        LABEL_WIDTH,
        LABEL_HEIGHT + bottomInset,
        LABEL_WIDTH + leftInset);
  }

  private Bounds bounds() {
    double minX = Double.MAX_VALUE;
    double minY = Double.MAX_VALUE;
    double maxX = -Double.MAX_VALUE;
    double maxY = -Double.MAX_VALUE;
    for (PeerMark mark : peers) {
      minX = Math.min(minX, mark.x());
      minY = Math.min(minY, mark.y());
      maxX = Math.max(maxX, mark.x());
      maxY = Math.max(maxY, mark.y());
    }
    return new Bounds(minX, minY, maxX, maxY);
  }
}
