package p2pgossip.ui.graph;

import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.StackPane;
import org.graphstream.graph.Graph;
import org.graphstream.graph.implementations.SingleGraph;
import org.graphstream.ui.fx_viewer.FxViewPanel;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.NetworkPicture;
import p2pgossip.ui.graph.NetworkGraph.Change;
import p2pgossip.ui.graph.Viewpoint.Bounds;
import p2pgossip.ui.graph.Viewpoint.Frame;

/// The moving picture: GraphStream's graph, layout and view, the messages above it, and the one
/// timer that drives them. The timer runs only while something moves.
final class LiveGraph extends StackPane implements AutoCloseable {

  /// Messages alone are drawn at some 30 frames a second, which is smooth for a dot and saves half.
  private static final double FLIGHT_FRAME_SECONDS = 0.03;

  private static final double MAX_STEP_SECONDS = 0.1;
  private static final double LABEL_MARGIN = 34;

  private final Viewpoint viewpoint = new Viewpoint();
  private final GraphPainter painter = new GraphPainter();
  private final NetworkRenderer renderer = new NetworkRenderer(painter, viewpoint);
  private final Flights flights = new Flights();
  private final FlightLayer flightLayer = new FlightLayer();
  private final NetworkViewer viewer;
  private final LayoutThread layout;
  private final NetworkGraph network;
  private final FxViewPanel view;
  private final FrameTimer timer = new FrameTimer();
  private boolean following = true;
  private boolean animated = true;
  private boolean closed;
  private double leftInset;

  LiveGraph(RandomGenerator random) {
    Graph graph = new SingleGraph("network");
    // The viewer comes before the first node: it would not see the stylesheet's classes otherwise.
    viewer = new NetworkViewer(graph);
    view = (FxViewPanel) viewer.addView("network", renderer, false);
    layout = new LayoutThread(graph, Random.from(random));
    network = new NetworkGraph(graph, viewer.getGraphicGraph(), random);
    // Alone in its parent: GraphStream takes event places for places in the parent.
    getChildren().addAll(new StackPane(view), flightLayer);
    widthProperty().addListener(change -> resized());
    heightProperty().addListener(change -> resized());
  }

  FxViewPanel view() {
    return view;
  }

  NetworkGraph network() {
    return network;
  }

  Projection projection() {
    return renderer.projection();
  }

  GraphPainter painter() {
    return painter;
  }

  long frames() {
    return renderer.frames();
  }

  boolean isMoving() {
    return timer.running;
  }

  void setPalette(RolePalette palette) {
    painter.setPalette(palette);
    flightLayer.setPalette(palette);
    repaint();
  }

  void setAnimated(boolean animated) {
    this.animated = animated;
    flightLayer.setAnimated(animated);
  }

  /// Keeps so many pixels on the left free of the graph, for what lies over it.
  void setLeftInset(double pixels) {
    leftInset = pixels;
    if (following) {
      fit();
    }
  }

  Change show(NetworkPicture picture) {
    if (closed) {
      return Change.NOTHING;
    }
    boolean wasEmpty = network.peers().isEmpty();
    Change change = network.show(picture);
    if (change == Change.STRUCTURE) {
      layout.wake();
      if (wasEmpty) {
        following = true;
        bounds().ifPresent(bounds -> viewpoint.fit(bounds, frame()));
        viewpoint.arrive();
      }
    }
    if (change != Change.NOTHING) {
      repaint();
    }
    return change;
  }

  void messageSent(long flight, PeerAddress from, PeerAddress to) {
    if (canFly(from, to)) {
      flights.sent(flight, from, to);
      timer.wake();
    }
  }

  void messageReceived(PeerAddress from, PeerAddress to) {
    if (canFly(from, to)) {
      flights.received(from, to);
      timer.wake();
    }
  }

  private boolean canFly(PeerAddress from, PeerAddress to) {
    return !closed && network.peer(from) != null && network.peer(to) != null;
  }

  void messageDelivered(long flight) {
    flights.delivered(flight);
  }

  void messageFailed(long flight) {
    flights.failed(flight);
  }

  /// Draws the next frame whatever has changed.
  void repaint() {
    if (!closed) {
      viewer.getGraphicGraph().graphChanged = true;
      timer.wake();
    }
  }

  /// Shows all of the graph, and goes on doing so while it grows.
  void fit() {
    following = true;
    bounds().ifPresent(bounds -> viewpoint.fit(bounds, frame()));
    moveCamera();
  }

  /// @param x what stays where it is, in pixels of this node
  void zoom(double factor, double x, double y) {
    following = false;
    viewpoint.zoom(factor, x - getWidth() / 2, y - getHeight() / 2);
    moveCamera();
  }

  void pan(double pixelsX, double pixelsY) {
    following = false;
    viewpoint.pan(pixelsX, pixelsY);
    moveCamera();
  }

  /// As [#pan], but at once, under the pointer.
  void drag(double pixelsX, double pixelsY) {
    following = false;
    viewpoint.drag(pixelsX, pixelsY);
    repaint();
  }

  private void moveCamera() {
    if (!animated) {
      viewpoint.arrive();
    }
    repaint();
  }

  void hold(PeerAddress peer) {
    network.hold(peer);
  }

  void moveHeld(double pixelX, double pixelY) {
    network.moveHeld(projection().graphX(pixelX), projection().graphY(pixelY));
    layout.wake();
    repaint();
  }

  void release() {
    network.release();
    layout.wake();
    repaint();
  }

  /// The peer at a point, in pixels of the view; the nearest one where several are near.
  @Nullable PeerMark peerAt(double x, double y) {
    double scale = GraphPainter.glyphScale(projection());
    PeerMark nearest = null;
    double nearestOff = Double.MAX_VALUE;
    for (PeerMark mark : network.peers()) {
      double off = Math.hypot(projection().pixelX(mark.x()) - x, projection().pixelY(mark.y()) - y);
      double reach = Math.max(8, NodeGlyph.radius(mark.role(), scale) + 4);
      if (off <= reach && off < nearestOff) {
        nearest = mark;
        nearestOff = off;
      }
    }
    return nearest;
  }

  private void resized() {
    flightLayer.resize(getWidth(), getHeight());
    if (following) {
      bounds().ifPresent(bounds -> viewpoint.fit(bounds, frame()));
      viewpoint.arrive();
    }
    repaint();
  }

  private Frame frame() {
    double side = LABEL_MARGIN + 14;
    return new Frame(
        Math.max(1, getWidth()),
        Math.max(1, getHeight()),
        LABEL_MARGIN,
        side,
        LABEL_MARGIN,
        Math.max(side, leftInset));
  }

  /// Of the places that the nodes are on their way to.
  private Optional<Bounds> bounds() {
    if (network.peers().isEmpty()) {
      return Optional.empty();
    }
    double minX = Double.MAX_VALUE;
    double minY = Double.MAX_VALUE;
    double maxX = -Double.MAX_VALUE;
    double maxY = -Double.MAX_VALUE;
    for (PeerMark mark : network.peers()) {
      minX = Math.min(minX, mark.x());
      minY = Math.min(minY, mark.y());
      maxX = Math.max(maxX, mark.x());
      maxY = Math.max(maxY, mark.y());
    }
    return Optional.of(new Bounds(minX, minY, maxX, maxY));
  }

  /// Goes on with everything that moves.
  ///
  /// @param seconds since the last call
  /// @return whether anything but messages still moves
  private boolean advance(double seconds) {
    boolean moving = !layout.isSettled();
    if (animated || !moving) {
      moving |= network.glide(layout.places(), animated ? seconds : MAX_STEP_SECONDS * 100);
    }
    Bounds bounds = following ? bounds().orElse(null) : null;
    if (bounds != null && viewpoint.needsFit(bounds, frame())) {
      viewpoint.fit(bounds, frame());
      moving = true;
    }
    if (viewpoint.ease(animated ? seconds : MAX_STEP_SECONDS * 100)) {
      viewer.getGraphicGraph().graphChanged = true;
      moving = true;
    }
    return moving;
  }

  /// Ends the layout's thread and the timer; idempotent.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      timer.rest();
      // The layout listens to the graph, so it ends before the viewer.
      layout.close();
      viewer.close();
    }
  }

  /// One frame at a time, for as long as something moves.
  private final class FrameTimer extends AnimationTimer {

    private boolean running;
    private boolean moving;
    private long last;
    private double sinceFlights;

    private void wake() {
      moving = true;
      if (!running && !closed) {
        running = true;
        last = 0;
        start();
      }
    }

    private void rest() {
      running = false;
      stop();
    }

    @Override
    public void handle(long now) {
      double seconds = last == 0 ? 0.016 : Math.min(MAX_STEP_SECONDS, (now - last) / 1e9);
      last = now;
      sinceFlights += seconds;
      if (moving) {
        moving = advance(seconds);
        viewer.actionPerformed();
      }
      if (moving || sinceFlights >= FLIGHT_FRAME_SECONDS) {
        flights.advance(sinceFlights);
        sinceFlights = 0;
        flightLayer.update(flights, projection(), network::peer);
      }
      if (!moving && flights.isEmpty()) {
        rest();
      }
    }
  }
}
