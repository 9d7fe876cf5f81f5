package p2pgossip.ui.graph.input;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.live.LiveGraph;
import p2pgossip.ui.graph.model.PeerNode;

/// What the pointer does in the graph: a click selects, with Shift one more or one less, a double
/// click acts, dragging moves a peer or the picture, with Shift it draws a lasso, the wheel zooms,
/// resting shows the card.
public final class GraphPointer {

  /// A press that moves by no more than this many pixels is still a click.
  private static final double STEADY = 4;

  /// Is told what the pointer asks for.
  public interface Listener {
    /// Selects this peer alone; null selects none.
    void select(@Nullable PeerAddress peer);

    /// Keeps the selection if this peer is in it, else selects this peer alone.
    void selectAmong(PeerAddress peer);

    /// Adds this peer to the selection, or removes it.
    void toggle(PeerAddress peer);

    /// Adds these peers to the selection.
    void selectAll(List<PeerAddress> peers);

    void act(PeerAddress peer);

    void hover(@Nullable PeerAddress peer);
  }

  private final LiveGraph graph;
  private final Lasso lasso;
  private final Listener listener;
  private @Nullable PeerNode under;
  private boolean dragging;
  private double startX;
  private double startY;
  private double lastX;
  private double lastY;

  public GraphPointer(LiveGraph graph, Lasso lasso, Listener listener) {
    this.graph = graph;
    this.lasso = lasso;
    this.listener = listener;
  }

  /// Handles from now on what the pointer does in the graph.
  public void listen() {
    graph.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    graph.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    graph.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    graph.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    graph.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(null));
    graph.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    graph.addEventHandler(ZoomEvent.ZOOM, this::pinch);
  }

  private void press(MouseEvent event) {
    under = graph.hitTest().peerAt(event.getX(), event.getY());
    dragging = false;
    startX = event.getX();
    startY = event.getY();
    lastX = startX;
    lastY = startY;
    if (event.getButton() == MouseButton.SECONDARY) {
      withPeer(listener::selectAmong);
    }
  }

  private void drag(MouseEvent event) {
    if (event.getButton() == MouseButton.SECONDARY) {
      return;
    }
    boolean far = Math.hypot(event.getX() - startX, event.getY() - startY) > STEADY;
    if (!dragging && far) {
      dragging = true;
      hover(null);
      if (event.isShiftDown()) {
        lasso.begin(startX, startY);
        graph.setCursor(Cursor.CROSSHAIR);
      } else {
        graph.setCursor(Cursor.CLOSED_HAND);
        withPeer(graph::hold);
      }
    }
    if (dragging) {
      if (lasso.isVisible()) {
        lasso.draw(event.getX(), event.getY());
      } else if (under == null) {
        graph.drag(event.getX() - lastX, event.getY() - lastY);
      } else {
        graph.moveHeld(event.getX(), event.getY());
      }
      lastX = event.getX();
      lastY = event.getY();
    }
  }

  private void release(MouseEvent event) {
    if (dragging) {
      dragging = false;
      graph.setCursor(Cursor.DEFAULT);
      if (lasso.isVisible()) {
        listener.selectAll(lasso.end(graph.network().peers(), graph.projection()));
      } else {
        graph.release();
      }
    } else if (event.getButton() == MouseButton.PRIMARY && event.isShiftDown()) {
      withPeer(listener::toggle);
    } else if (event.getButton() == MouseButton.PRIMARY) {
      listener.select(under == null ? null : under.address());
      if (event.getClickCount() == 2) {
        withPeer(listener::act);
      }
    }
    under = null;
  }

  private void withPeer(Consumer<PeerAddress> action) {
    if (under != null) {
      action.accept(under.address());
    }
  }

  private void move(MouseEvent event) {
    hover(graph.hitTest().peerAt(event.getX(), event.getY()));
  }

  private void hover(@Nullable PeerNode node) {
    graph.setCursor(node == null ? Cursor.DEFAULT : Cursor.HAND);
    listener.hover(node == null ? null : node.address());
  }

  private void scroll(ScrollEvent event) {
    // A notch of a wheel is 40 pixels; a touch pad sends many small ones.
    double notches = Math.clamp(event.getDeltaY() / 40, -3, 3);
    if (notches != 0 && !event.isInertia()) {
      graph.zoom(Math.pow(1.2, notches), event.getX(), event.getY());
    }
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    graph.zoom(event.getZoomFactor(), event.getX(), event.getY());
    event.consume();
  }
}
