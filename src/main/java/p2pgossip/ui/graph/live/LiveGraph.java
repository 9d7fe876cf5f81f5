package p2pgossip.ui.graph.live;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Observation;
import p2pgossip.network.Spread;
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.SharpCanvas;
import p2pgossip.ui.graph.layout.LayoutThread;
import p2pgossip.ui.graph.model.FaultMarks;
import p2pgossip.ui.graph.model.NetworkGraph;
import p2pgossip.ui.graph.model.NetworkGraph.Change;
import p2pgossip.ui.graph.model.PeerGraph;
import p2pgossip.ui.graph.model.ShownSpread;
import p2pgossip.ui.graph.motion.FrameClock;
import p2pgossip.ui.graph.motion.Framing;
import p2pgossip.ui.graph.motion.MessageTraffic;
import p2pgossip.ui.graph.motion.Viewpoint;
import p2pgossip.ui.graph.paint.GraphPainter;
import p2pgossip.ui.graph.paint.Projection;
import p2pgossip.ui.hearing.HearingColor;
import p2pgossip.ui.theme.RolePalette;

/// The view of GraphStream's graph: a canvas on which it is drawn as the layout moves it, and the
/// messages above. FX thread only.
public final class LiveGraph extends StackPane implements AutoCloseable {

  /// Long enough for everything to reach its place in one step.
  private static final double AT_ONCE_SECONDS = 60;

  private final ShownSpread spread = new ShownSpread();
  private final Canvas canvas = new Canvas();
  private final Canvas texts = new Canvas();
  private final GraphPainter painter = new GraphPainter(spread, texts);
  private final Viewpoint viewpoint = new Viewpoint();
  private final MessageTraffic traffic = new MessageTraffic();
  private final FrameClock clock;
  private final LayoutThread layout;
  private final NetworkGraph network;
  private final Framing framing;
  private final HitTest hitTest;
  private List<Fault<PeerAddress>> faults = List.of();
  private boolean animated = true;
  private boolean seen = true;
  private boolean closed;
  private double magnification = 1;
  private Projection projection = Projection.NONE;
  private boolean changed;
  private long frames;

  /// @param random places new peers
  /// @param beat the beat in which messages move
  public LiveGraph(RandomGenerator random, Beat beat) {
    super();
    clock = new FrameClock(new Movement(), beat);
    PeerGraph graph = new PeerGraph();
    // The layout hears of nodes as they are added, so it comes before the first one.
    layout = new LayoutThread(graph, Random.from(random));
    network = new NetworkGraph(graph, random);
    framing = new Framing(viewpoint, network.peers());
    hitTest = new HitTest(network, this::projection);
    canvas.setId("graph-canvas");
    canvas.setManaged(false);
    texts.setId("graph-texts");
    texts.setManaged(false);
    texts.setMouseTransparent(true);
    getChildren().addAll(canvas, traffic.layer(), texts);
    widthProperty().addListener(change -> resized());
    heightProperty().addListener(change -> resized());
  }

  public NetworkGraph network() {
    return network;
  }

  /// Whether the peer is in the picture, even if the graph does not have it yet.
  public boolean isShowing(PeerAddress peer) {
    return network.picture().nodes().containsKey(peer);
  }

  /// How the last frame mapped graph units to pixels.
  public Projection projection() {
    return projection;
  }

  public GraphPainter painter() {
    return painter;
  }

  /// Draws the network alone, as it stands: without what travels in it, and with nothing selected.
  ///
  /// @param reserved where no labels stand, in pixels
  public void drawAlone(Drawing drawing, List<Box> reserved) {
    painter.alone(reserved).paint(drawing, network, projection, getWidth(), getHeight());
  }

  /// How many frames have been drawn so far; messages do not count.
  public long frames() {
    return frames;
  }

  public boolean isMoving() {
    return clock.isRunning();
  }

  public void setPalette(RolePalette palette) {
    painter.setPalette(palette);
    traffic.layer().setPalette(palette);
    repaint();
  }

  /// Keeps it sharp where it is shown magnified.
  public void setMagnification(double magnification) {
    this.magnification = magnification;
    resized();
  }

  public void setAnimated(boolean animated) {
    this.animated = animated;
    layout.setWatched(animated);
    traffic.layer().setAnimated(animated);
  }

  /// Leaves this many pixels on the left and below to what lies over the graph.
  public void setInsets(double left, double bottom) {
    if (framing.setInsets(left, bottom)) {
      layout.setAspect(framing.aspect());
      moveCamera();
    }
  }

  /// Keeps peers and labels out of these parts of the pane, which something covers.
  public void setCovered(List<Box> covered) {
    framing.setCovered(covered);
    if (painter.setCovered(covered)) {
      repaint();
    }
  }

  public Change show(NetworkPicture picture) {
    if (closed) {
      return Change.NOTHING;
    }
    boolean wasEmpty = network.peers().isEmpty();
    Change change = network.show(picture);
    painter.setSecure(picture.secure());
    if (change == Change.STRUCTURE) {
      if (!network.isGrowing()) {
        layout.wake();
      }
      if (wasEmpty && !network.peers().isEmpty()) {
        framing.start();
      }
    }
    if (change != Change.NOTHING) {
      tint();
      if (!faults.isEmpty()) {
        markFaults();
      }
      repaint();
    }
    return change;
  }

  /// Shows how far a rumour has spread; null shows none.
  public void showSpread(@Nullable Spread next) {
    if (!closed && spread.show(next)) {
      traffic.layer().setQuiet(next != null);
      if (tint()) {
        repaint();
      }
    }
  }

  public ShownSpread spread() {
    return spread;
  }

  /// Whether the size of a peer says how many copies it has sent.
  public void setSized(boolean sized) {
    spread.setSized(sized);
    if (tint()) {
      repaint();
    }
  }

  public void setColoring(HearingColor coloring) {
    spread.setColoring(coloring);
    if (tint()) {
      repaint();
    }
  }

  private boolean tint() {
    return spread.tint(network.peers());
  }

  /// Marks the peers that speak only the original protocol.
  public void showOriginals(Set<PeerAddress> originals) {
    if (!closed && network.setOriginals(originals)) {
      repaint();
    }
  }

  /// Marks exactly these faults from now on.
  ///
  /// @return the marks
  public FaultMarks showFaults(List<Fault<PeerAddress>> next) {
    faults = List.copyOf(next);
    return markFaults();
  }

  private FaultMarks markFaults() {
    FaultMarks marks = FaultMarks.of(faults, network.picture());
    painter.setFaults(marks);
    repaint();
    return marks;
  }

  public FaultMarks faults() {
    return painter.faults();
  }

  /// Whether anybody can see the graph. While nobody can, no message sets off.
  public void setSeen(boolean seen) {
    this.seen = seen;
  }

  /// As in [GraphPane#showPassed].
  public void showPassed(List<Observation> passed, Set<PeerAddress> watched) {
    if (!closed && traffic.show(passed, watched, this::isShown)) {
      clock.wakeMessages();
    }
  }

  /// While nobody sees the graph no message sets off, but those on their way still end.
  private boolean isShown(PeerAddress peer) {
    return seen && network.peer(peer) != null;
  }

  /// As in [GraphPane#setTravelPace].
  public void setPace(double pace) {
    traffic.setPace(pace);
  }

  public HitTest hitTest() {
    return hitTest;
  }

  /// Draws again with the next frame.
  public void repaint() {
    if (!closed) {
      changed = true;
      clock.wakePicture();
    }
  }

  /// Shows the whole graph, and keeps it in view while it grows.
  public void fit() {
    framing.follow();
    moveCamera();
  }

  /// @param x the point that stays where it is, in pixels of this node; `y` likewise
  public void zoom(double factor, double x, double y) {
    framing.zoom(factor, x, y);
    moveCamera();
  }

  public void pan(double pixelsX, double pixelsY) {
    framing.pan(pixelsX, pixelsY);
    moveCamera();
  }

  /// As [#pan], but at once.
  public void drag(double pixelsX, double pixelsY) {
    framing.drag(pixelsX, pixelsY);
    repaint();
  }

  private void moveCamera() {
    if (!animated) {
      framing.arrive();
    }
    repaint();
  }

  public void hold(PeerAddress peer) {
    network.hold(peer);
  }

  public void moveHeld(double pixelX, double pixelY) {
    network.moveHeld(projection().graphX(pixelX), projection().graphY(pixelY));
    layout.wake();
    repaint();
  }

  public void release() {
    network.release();
    layout.wake();
    repaint();
  }

  private void resized() {
    traffic.layer().resize(getWidth(), getHeight());
    SharpCanvas.resize(canvas, getWidth(), getHeight(), magnification);
    SharpCanvas.resize(texts, getWidth(), getHeight(), magnification);
    framing.resize(getWidth(), getHeight());
    layout.setAspect(framing.aspect());
    repaint();
  }

  /// Draws at once if the size has changed, so that no frame shows the old picture in the new size.
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    draw();
  }

  private void draw() {
    if (closed || !changed || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    changed = false;
    projection = viewpoint.projection(getWidth(), getHeight(), network.peers().size());
    painter.paint(new CanvasDrawing(canvas), network, projection, getWidth(), getHeight());
    frames++;
  }

  /// Ends the layout's thread and the clock; idempotent.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      clock.rest();
      layout.close();
    }
  }

  private final class Movement implements FrameClock.Driven {

    @Override
    public boolean advancePicture(double seconds) {
      painter.setUnfinished(network.isGrowing());
      if (network.isGrowing()) {
        boolean wasEmpty = network.peers().isEmpty();
        network.grow();
        if (wasEmpty) {
          framing.start();
        }
        tint();
        changed = true;
        layout.wake();
      }
      boolean moving = !layout.isSettled() || network.isGrowing();
      // Without animation the peers stay where they are until the layout has settled.
      if (animated || !moving) {
        if (network.glide(layout.places(), animated ? seconds : AT_ONCE_SECONDS)) {
          changed = true;
          moving = true;
        }
      }
      if (framing.advance(animated ? seconds : AT_ONCE_SECONDS)) {
        changed = true;
        moving = true;
      }
      changed |= !painter.isComplete();
      draw();
      return moving || !painter.isComplete();
    }

    @Override
    public int advanceMessages(double seconds) {
      traffic.advance(seconds, projection(), network::peer);
      return traffic.inAir();
    }
  }
}
