package p2pgossip.ui.graph;

import static p2pgossip.ui.graph.model.SampleNetwork.peer;

import atlantafx.base.theme.PrimerLight;
import java.util.Random;
import javafx.application.Application;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import p2pgossip.network.NetworkPicture;
import p2pgossip.testing.Hand;
import p2pgossip.testing.Screen;
import p2pgossip.testing.Wheel;
import p2pgossip.ui.beat.ScreenBeat;

/// A graph in a window, in the light theme. Nothing is animated until a test asks for it.
public final class ShownGraph implements AutoCloseable {

  private final Hand hand = new Hand();
  private final GraphPane pane = new GraphPane(new Random(1), ScreenBeat.get());

  /// Opens the window. FX thread only.
  public ShownGraph(Stage stage, double width, double height) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane.animatedProperty().set(false);
    stage.setScene(new Scene(pane, width, height));
    stage.show();
  }

  public GraphPane pane() {
    return pane;
  }

  /// Shows a network and waits until nothing moves.
  public void show(NetworkPicture picture) {
    hand.interact(() -> pane.show(picture));
    rest();
  }

  /// Waits until nothing moves.
  public void rest() {
    Screen.until(() -> !pane.isMoving());
  }

  /// Where the peer at this port is, in pixels of the screen.
  public Point2D on(int port) {
    return pane.localToScreen(within(port));
  }

  /// Where the peer at this port is, in pixels of the pane.
  public Point2D within(int port) {
    return pane.spots().stream()
        .filter(spot -> spot.address().equals(peer(port)))
        .findFirst()
        .map(spot -> new Point2D(spot.x(), spot.y()))
        .orElseThrow();
  }

  /// Clicks by events: two clicks of the robot are no double click if the machine is slow, and its
  /// pointer does not know which keys are held.
  ///
  /// @param times 2 for a double click
  void click(Point2D screen, int times, boolean shift) {
    for (int click = 1; click <= times; click++) {
      fire(MouseEvent.MOUSE_PRESSED, screen, click, shift);
      fire(MouseEvent.MOUSE_RELEASED, screen, click, shift);
    }
  }

  /// Does something with the primary button.
  void fire(EventType<MouseEvent> type, Point2D screen, int click, boolean shift) {
    Point2D local = pane.screenToLocal(screen);
    boolean down = !type.equals(MouseEvent.MOUSE_RELEASED);
    fire(
        new MouseEvent(
            type,
            local.getX(),
            local.getY(),
            screen.getX(),
            screen.getY(),
            MouseButton.PRIMARY,
            click,
            shift,
            false,
            false,
            false,
            down,
            false,
            false,
            true,
            false,
            true,
            null));
  }

  /// Turns the wheel.
  ///
  /// @param delta 40 for each notch
  void wheel(Point2D screen, double delta) {
    Point2D local = pane.screenToLocal(screen);
    fire(Wheel.turned(local, screen, delta));
  }

  private void fire(Event event) {
    hand.interact(() -> Event.fireEvent(hand.lookup("#graph-canvas").query(), event));
  }

  @Override
  public void close() {
    pane.close();
  }
}
