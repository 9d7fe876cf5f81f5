package p2pgossip.ui.graph.motion;

import java.util.Collection;
import java.util.List;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.motion.Viewpoint.Bounds;
import p2pgossip.ui.graph.motion.Viewpoint.Frame;
import p2pgossip.ui.graph.paint.LabelPlacement.Box;

/// Decides which part of the graph is in view. It keeps all of it in view, moving only when it has
/// to, until the user zooms or moves the picture; then it stays where the user put it.
public final class Framing {

  /// Room for a label at the edge, in pixels.
  private static final double LABEL_HEIGHT = 34;

  private static final double LABEL_WIDTH = 52;

  /// So many peers have room in whatever form they come.
  private static final double FEW = 12;

  /// For each so many peers more, the picture may be drawn out by a whole time its width.
  private static final double PEERS_A_STRETCH = 16;

  private static final double MOST_STRETCHED = 3.5;

  /// A form of the graph that differs by less from that of the pane is left as it is.
  private static final double SLACK = 1.2;

  private final Viewpoint viewpoint;
  private final Collection<PeerNode> peers;
  private boolean following = true;
  private double width = 1;
  private double height = 1;
  private double leftInset;
  private double bottomInset;
  private List<Box> covered = List.of();

  /// In which the graph is shown at present.
  private @Nullable Frame aimed;

  /// @param peers the peers of the graph, always as they are
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

  /// How much wider than high the graph should be, to fill what is free of the pane.
  public double aspect() {
    Frame whole = whole();
    return Math.max(40, whole.innerWidth() - leftInset)
        / Math.max(40, whole.innerHeight() - bottomInset);
  }

  /// Has the graph take a form for which so many pixels on the left and below are free.
  ///
  /// @return whether that is a change
  public boolean setInsets(double left, double bottom) {
    boolean changed = left != leftInset || bottom != bottomInset;
    leftInset = left;
    bottomInset = bottom;
    return changed;
  }

  /// Shows no peer under these parts of the pane, as long as it is not the user who has put it there.
  public void setCovered(List<Box> newCovered) {
    if (!newCovered.equals(covered)) {
      covered = List.copyOf(newCovered);
      if (following) {
        aim();
      }
    }
  }

  /// Shows all, at once, and follows from now on.
  public void start() {
    follow();
    viewpoint.arrive();
  }

  /// Shows all, softly, and follows from now on.
  public void follow() {
    following = true;
    aim();
  }

  /// @param x what stays where it is, in pixels of the pane
  public void zoom(double factor, double x, double y) {
    following = false;
    viewpoint.zoom(factor, x - width / 2, y - height / 2);
  }

  public void pan(double pixelsX, double pixelsY) {
    following = false;
    viewpoint.pan(pixelsX, pixelsY);
  }

  /// As [#pan], but at once, under the pointer.
  public void drag(double pixelsX, double pixelsY) {
    following = false;
    viewpoint.drag(pixelsX, pixelsY);
  }

  public void arrive() {
    viewpoint.arrive();
  }

  /// Goes on towards what should be in view.
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
    // While another place is better for all of them, even if it hides some too, it is not left.
    Room room = room();
    return peers.stream()
            .anyMatch(
                peer ->
                    room.isCovered(
                        viewpoint.aimedX(peer.x() * viewpoint.aimedStretch(), width),
                        viewpoint.aimedY(peer.y(), height)))
        && !room.largest(whole(), bounds(), places()).equals(frame);
  }

  private void aim() {
    if (!peers.isEmpty()) {
      viewpoint.stretchTo(stretch());
      Frame frame = room().largest(whole(), bounds(), places());
      aimed = frame;
      viewpoint.fit(bounds(), frame);
    }
  }

  /// How much to draw the graph out so that it takes the form of the pane: not at all where few peers
  /// have room in any form, and not beyond what leaves its shape known.
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

  private Room room() {
    return new Room(width, height, covered);
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
    for (PeerNode mark : peers) {
      minX = Math.min(minX, mark.x());
      minY = Math.min(minY, mark.y());
      maxX = Math.max(maxX, mark.x());
      maxY = Math.max(maxY, mark.y());
    }
    return new Bounds(minX * stretch, minY, maxX * stretch, maxY);
  }
}
