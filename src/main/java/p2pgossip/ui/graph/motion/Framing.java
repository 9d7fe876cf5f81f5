package p2pgossip.ui.graph.motion;

import java.util.Collection;
import java.util.List;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.motion.Viewpoint.Bounds;
import p2pgossip.ui.graph.motion.Viewpoint.Frame;

/// Decides which part of the graph is in view. It keeps the whole graph in view, and moves only
/// when it must. Once the user zooms or moves the view, it leaves the view alone.
public final class Framing {

  /// What a label at the edge needs, in pixels.
  private static final double LABEL_HEIGHT = 34;

  private static final double LABEL_WIDTH = 52;

  /// Up to this many peers are never stretched.
  private static final double FEW = 12;

  /// For each this many peers more, the graph may be stretched by another time its width.
  private static final double PEERS_A_STRETCH = 16;

  private static final double MOST_STRETCHED = 3.5;

  /// If the stretch is off by no more than this factor, it stays as it is.
  private static final double SLACK = 1.2;

  private final Viewpoint viewpoint;
  private final Collection<PeerNode> peers;
  private boolean following = true;
  private double width = 1;
  private double height = 1;
  private double leftInset;
  private double bottomInset;
  private List<Box> covered = List.of();

  /// The frame that the graph is fitted to; null before the first.
  private @Nullable Frame aimed;

  /// @param peers the peers of the graph; a live view
  public Framing(Viewpoint viewpoint, Collection<PeerNode> peers) {
    this.viewpoint = viewpoint;
    this.peers = peers;
  }

  public void resize(double newWidth, double newHeight) {
    width = Math.max(1, newWidth);
    height = Math.max(1, newHeight);
    aimed = null;
    if (following) {
      aim();
      viewpoint.arrive();
    }
  }

  /// How much wider than high the graph should be to fill the free part of the pane.
  public double aspect() {
    Frame whole = whole();
    return Math.max(40, whole.innerWidth() - leftInset)
        / Math.max(40, whole.innerHeight() - bottomInset);
  }

  /// Leaves this many pixels on the left and below out of [#aspect].
  ///
  /// @return whether that is a change
  public boolean setInsets(double left, double bottom) {
    boolean changed = left != leftInset || bottom != bottomInset;
    leftInset = left;
    bottomInset = bottom;
    return changed;
  }

  /// Shows no peer under these parts of the pane, unless the user moves it there.
  public void setCovered(List<Box> newCovered) {
    if (!newCovered.equals(covered)) {
      covered = List.copyOf(newCovered);
      if (following) {
        aim();
      }
    }
  }

  /// Shows the whole graph at once, and keeps it in view from now on.
  public void start() {
    follow();
    viewpoint.arrive();
  }

  /// Eases to the whole graph, and keeps it in view from now on.
  public void follow() {
    following = true;
    aim();
  }

  /// @param x the point that stays where it is, in pixels of the pane; `y` likewise
  public void zoom(double factor, double x, double y) {
    following = false;
    viewpoint.zoom(factor, x - width / 2, y - height / 2);
  }

  public void pan(double pixelsX, double pixelsY) {
    following = false;
    viewpoint.pan(pixelsX, pixelsY);
  }

  /// As [#pan], but at once.
  public void drag(double pixelsX, double pixelsY) {
    following = false;
    viewpoint.drag(pixelsX, pixelsY);
  }

  public void arrive() {
    viewpoint.arrive();
  }

  /// Moves the view on towards what should be in it.
  ///
  /// @param seconds since the last call
  /// @return whether the view moved
  public boolean advance(double seconds) {
    if (following && !peers.isEmpty() && needsFit()) {
      aim();
    }
    return viewpoint.ease(seconds);
  }

  private boolean needsFit() {
    Frame frame = aimed;
    double off = stretch() / viewpoint.aimedStretch();
    if (frame == null || off > SLACK || off < 1 / SLACK || viewpoint.needsFit(bounds(), frame)) {
      return true;
    }
    // A covered peer alone is no reason to move: another frame must be better.
    UncoveredArea area = area();
    return peers.stream()
            .anyMatch(
                peer ->
                    area.isCovered(
                        viewpoint.aimedX(peer.x() * viewpoint.aimedStretch(), width),
                        viewpoint.aimedY(peer.y(), height)))
        && !area.largest(whole(), bounds(), places()).equals(frame);
  }

  private void aim() {
    if (!peers.isEmpty()) {
      viewpoint.stretchTo(stretch());
      Frame frame = area().largest(whole(), bounds(), places());
      aimed = frame;
      viewpoint.fit(bounds(), frame);
    }
  }

  /// How much to stretch the graph so that it fills the pane: not at all if it is small, and never
  /// so much that its shape is lost.
  private double stretch() {
    double most = Math.clamp(1 + (peers.size() - FEW) / PEERS_A_STRETCH, 1, MOST_STRETCHED);
    Bounds natural = bounds(1);
    double wide = Math.max(1e-6, natural.maxX() - natural.minX());
    double high = Math.max(1e-6, natural.maxY() - natural.minY());
    return Math.clamp(aspect() * high / wide, 1 / most, most);
  }

  private List<Point2D> places() {
    double stretch = viewpoint.aimedStretch();
    return peers.stream().map(peer -> new Point2D(peer.x() * stretch, peer.y())).toList();
  }

  private UncoveredArea area() {
    return new UncoveredArea(width, height, covered);
  }

  private Frame whole() {
    return new Frame(width, height, LABEL_HEIGHT, LABEL_WIDTH, LABEL_HEIGHT, LABEL_WIDTH);
  }

  private Bounds bounds() {
    return bounds(viewpoint.aimedStretch());
  }

  private Bounds bounds(double stretch) {
    double minX = Double.MAX_VALUE;
    double minY = Double.MAX_VALUE;
    double maxX = -Double.MAX_VALUE;
    double maxY = -Double.MAX_VALUE;
    for (PeerNode node : peers) {
      minX = Math.min(minX, node.x());
      minY = Math.min(minY, node.y());
      maxX = Math.max(maxX, node.x());
      maxY = Math.max(maxY, node.y());
    }
    return new Bounds(minX * stretch, minY, maxX * stretch, maxY);
  }
}
