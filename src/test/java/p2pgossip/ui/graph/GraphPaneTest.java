package p2pgossip.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;
import static p2pgossip.ui.graph.model.SampleNetwork.star;

import atlantafx.base.theme.PrimerLight;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Passing;
import p2pgossip.network.Role;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;
import p2pgossip.ui.beat.ScreenBeat;
import p2pgossip.ui.graph.input.GraphActions;
import p2pgossip.ui.graph.input.PeerMenu;
import p2pgossip.ui.graph.model.SampleNetwork;
import p2pgossip.ui.graph.motion.MessageLayer;

@ExtendWith(OnScreen.class)
class GraphPaneTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final Hand robot = new Hand();
  private final Recorder<String> asked = new Recorder<>();

  @SuppressWarnings("NullAway.Init")
  private GraphPane pane;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane = new GraphPane(new Random(1), ScreenBeat.get());
    pane.setActions(new RecordingActions());
    // Nobody watches, except where a test is about what moves.
    pane.animatedProperty().set(false);
    stage.setScene(new Scene(pane, 700, 500));
    stage.show();
  }

  @Stop
  void stop() {
    pane.close();
  }

  private void show(NetworkPicture picture) {
    robot.interact(() -> pane.show(picture));
    Screen.until(() -> !pane.isMoving());
  }

  private Point2D on(int port) {
    return pane.spots().stream()
        .filter(spot -> spot.address().equals(peer(port)))
        .findFirst()
        .map(spot -> pane.localToScreen(spot.x(), spot.y()))
        .orElseThrow();
  }

  @Test
  void selectsThePeerThatIsClicked() {
    show(star(2));
    robot.clickOn(on(8081));

    assertThat(pane.selectedProperty().get()).isEqualTo(peer(8081));
    assertThat(pane.getAccessibleText()).contains("127.0.0.1:8081").contains("Connected");
  }

  @Test
  void takesTheSelectionBackOnTheBackground() {
    show(star(2));
    robot.interact(() -> pane.selectedProperty().set(peer(8081)));
    robot.clickOn(pane.localToScreen(5, 5));

    assertThat(pane.selectedProperty().get()).isNull();
  }

  @Test
  void sendsToAConnectedPeerThatIsDoubleClicked() {
    show(star(2));
    doubleClick(on(8082));

    assertThat(asked).containsExactly("send 127.0.0.1:8082");
  }

  @Test
  void connectsToAnyOtherPeerThatIsDoubleClicked() {
    show(
        new SampleNetwork()
            .node(8080, Role.SELF)
            .node(8081, Role.LEARNED)
            .oneWay(8080, 8081)
            .picture());
    doubleClick(on(8081));

    assertThat(asked).containsExactly("connect 127.0.0.1:8081");
  }

  @Test
  void goesThroughThePeersAndActsByKeyboardAlone() {
    show(star(2));
    robot.interact(pane::requestFocus);
    robot.type(KeyCode.TAB, KeyCode.TAB);

    assertThat(pane.selectedProperty().get()).isEqualTo(peer(8081));

    robot.type(KeyCode.ENTER, KeyCode.ESCAPE);

    assertThat(asked).containsExactly("send 127.0.0.1:8081");
    assertThat(pane.selectedProperty().get()).isNull();
  }

  @Test
  void offersOnlyWhatMakesSenseForAPeer() {
    show(star(1));
    robot.clickOn(on(8081), MouseButton.SECONDARY);

    List<MenuItem> items =
        Window.getWindows().stream()
            .filter(PeerMenu.class::isInstance)
            .flatMap(menu -> ((PeerMenu) menu).getItems().stream())
            .filter(item -> item.getText() != null)
            .toList();
    assertThat(items)
        .extracting(MenuItem::getText, MenuItem::isDisable)
        .containsExactly(
            tuple("Connect", true),
            tuple("Disconnect", false),
            tuple("Send a message now", false),
            tuple("Copy address", false));
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  void showsWhatIsKnownOfThePeerUnderThePointer() {
    show(star(1));
    robot.moveTo(on(8081));

    assertThat(robot.lookup(".peer-card .details").queryLabeled().getText())
        .isEqualTo("about 127.0.0.1:8081");
  }

  @Test
  void movesAPeerThatIsDraggedAndLeavesTheOthersInView() {
    show(star(2));
    Point2D start = on(8081);
    robot.moveTo(start).press(MouseButton.PRIMARY);
    robot.moveTo(start.add(30, 20));

    assertThat(on(8081).distance(start.add(30, 20))).isLessThan(2);

    robot.release(MouseButton.PRIMARY);
  }

  @Test
  void movesThePictureWithTheBackground() {
    show(star(2));
    Point2D before = on(8080);
    robot.moveTo(pane.localToScreen(20, 20)).press(MouseButton.PRIMARY);
    robot.moveTo(pane.localToScreen(70, 50)).release(MouseButton.PRIMARY);
    Screen.until(() -> !pane.isMoving());

    assertThat(on(8080).distance(before.add(50, 30))).isLessThan(2);
  }

  @Test
  void zoomsWithTheWheelAroundThePointer() {
    show(star(2));
    Point2D hub = on(8080);
    double before = on(8081).distance(hub);
    robot.interact(() -> wheel(hub, 120));
    Screen.until(() -> !pane.isMoving());

    assertThat(on(8081).distance(on(8080))).isGreaterThan(before * 1.5);
    assertThat(on(8080).distance(hub)).isLessThan(2);
  }

  @Test
  void saysWhatToDoNextWhileThereIsNobody() {
    show(star(0));

    assertThat(robot.lookup(".empty-graph").query().isVisible()).isTrue();

    show(star(1));

    assertThat(robot.lookup(".empty-graph").query().isVisible()).isFalse();
  }

  @Test
  void doesNotMoveTheOthersMuchWhenAPeerJoins() {
    robot.interact(() -> pane.animatedProperty().set(true));
    show(star(5));
    Point2D before = on(8082);
    show(star(6));

    // The one that joins makes room for itself; arranged anew, the others would move by far more.
    assertThat(on(8082).distance(before)).isLessThan(100);
  }

  @Test
  void drawsNothingMoreOnceItHasSettled() {
    show(star(5));
    long drawn = pane.framesDrawn();
    robot.interact(() -> pane.show(star(5)));

    assertThat(pane.isMoving()).isFalse();
    assertThat(pane.framesDrawn()).isEqualTo(drawn);
  }

  @Test
  void letsAMessageFlyAndThenRests() {
    robot.interact(() -> pane.animatedProperty().set(true));
    show(star(2));
    boolean moves =
        movesAfter(
            () ->
                pane.showPassed(
                    List.of(
                        Passing.messageSent(1, peer(8080), peer(8081)),
                        Passing.messageDelivered(1, peer(8080), peer(8081)),
                        Passing.messageSent(2, peer(8080), peer(8082)),
                        Passing.messageFailed(2, peer(8080), peer(8082)),
                        Passing.messageReceived(peer(8082), peer(8080))),
                    Set.of()));

    assertThat(moves).isTrue();
    Screen.until(() -> !pane.isMoving());
  }

  @Test
  void showsNoMessageOnItsWayWhileNobodyCanSeeIt() {
    show(star(2));
    boolean unseen =
        movesAfter(
            () -> {
              pane.setSeen(false);
              pane.showPassed(
                  List.of(
                      Passing.messageSent(1, peer(8080), peer(8081)),
                      Passing.copyArrived(peer(8080), 1, peer(8082), true)),
                  Set.of());
            });
    boolean seen =
        movesAfter(
            () -> {
              pane.setSeen(true);
              pane.showPassed(List.of(Passing.messageSent(2, peer(8080), peer(8081))), Set.of());
            });

    assertThat(unseen).isFalse();
    assertThat(seen).isTrue();
  }

  @Test
  void endsAMessageThatWasOnItsWayWhenTheWindowWasMinimized() {
    robot.interact(() -> pane.animatedProperty().set(true));
    show(star(2));
    boolean moves =
        movesAfter(
            () -> {
              pane.showPassed(List.of(Passing.messageSent(1, peer(8080), peer(8081))), Set.of());
              pane.setSeen(false);
              pane.showPassed(
                  List.of(Passing.messageDelivered(1, peer(8080), peer(8081))), Set.of());
              pane.setSeen(true);
            });

    assertThat(moves).isTrue();
    // One of which nothing more was heard would wait for half a minute.
    Screen.until(() -> !pane.isMoving());
  }

  /// Whether something moves just after a deed. Read in the same turn of the FX thread: what sets
  /// off is gone again within a second.
  private boolean movesAfter(Runnable deed) {
    AtomicBoolean moves = new AtomicBoolean();
    robot.interact(
        () -> {
          deed.run();
          moves.set(pane.isMoving());
        });
    return moves.get();
  }

  @Test
  void whereAMessageArrivesNothingMovesWithoutAnimation() {
    show(star(1));
    Parent flights = (Parent) robot.lookup(it -> it instanceof MessageLayer).query();
    Recorder<Double> sizes = new Recorder<>();
    robot.interact(
        () -> {
          recordSizes(flights, sizes);
          pane.showPassed(List.of(Passing.messageReceived(peer(8081), peer(8080))), Set.of());
        });
    Screen.until(() -> !pane.isMoving());

    assertThat(sizes).as("a dot, and the ring after it").hasSize(2);
    assertThat(sizes.last()).isGreaterThan(sizes.first());
  }

  /// Records each size that a circle takes which is drawn in a part of the layer from now on. It is
  /// there from the first on, as a circle may be gone before it is found.
  private static void recordSizes(Parent layer, Recorder<Double> sizes) {
    for (Node part : layer.getChildrenUnmodifiable()) {
      ((Parent) part)
          .getChildrenUnmodifiable()
          .addListener(
              (ListChangeListener<Node>)
                  change -> {
                    while (change.next()) {
                      change.getAddedSubList().stream()
                          .filter(Circle.class::isInstance)
                          .map(node -> ((Circle) node).radiusProperty())
                          .forEach(
                              radius ->
                                  radius.subscribe((_, now) -> sizes.accept(now.doubleValue())));
                    }
                  });
    }
  }

  @Test
  void drawsTheLabelsOfFewPeersAboveWhatTravels() {
    show(star(3));
    Canvas texts = robot.lookup("#graph-texts").query();
    Parent flights = (Parent) robot.lookup(it -> it instanceof MessageLayer).query();
    long few = filledOf(texts);
    List<Node> layers = flights.getParent().getChildrenUnmodifiable();

    assertThat(few).isPositive();
    assertThat(layers.indexOf(texts)).isGreaterThan(layers.indexOf(flights));
  }

  @ParameterizedTest
  @CsvSource({".zoom-buttons, -25", ".graph-legend, 25"})
  void keepsLabelsFromUnderWhatLiesOverThePicture(String selector, double beside) {
    show(
        new SampleNetwork()
            .node(8080, Role.CONNECTED)
            .node(8081, Role.CONNECTED)
            .mutual(8080, 8081)
            .picture());
    boolean first = on(8080).getX() > on(8081).getX() == beside < 0;
    // Its label stands on its outer side.
    int port = first ? 8080 : 8081;
    Canvas texts = robot.lookup("#graph-texts").query();
    long before = filledOf(texts);
    Bounds over = robot.lookup(selector).query().getBoundsInParent();
    double edge = beside < 0 ? over.getMinX() : over.getMaxX();
    Point2D wanted = pane.localToScreen(edge + beside, over.getCenterY());
    Point2D moved = wanted.subtract(on(port));
    robot.interact(() -> pane.pan(moved.getX(), moved.getY()));
    Screen.until(() -> !pane.isMoving());

    assertThat(on(port).distance(wanted)).isLessThan(1);
    assertThat(filledOf(texts, over)).isZero();
    assertThat(filledOf(texts)).isPositive().isLessThanOrEqualTo(before);
  }

  private long filledOf(Canvas canvas) {
    return filledOf(canvas, canvas.getBoundsInLocal());
  }

  private long filledOf(Canvas canvas, Bounds part) {
    AtomicLong filled = new AtomicLong();
    robot.interact(
        () -> {
          SnapshotParameters clear = new SnapshotParameters();
          clear.setFill(Color.TRANSPARENT);
          clear.setViewport(
              new Rectangle2D(part.getMinX(), part.getMinY(), part.getWidth(), part.getHeight()));
          filled.set(filled(canvas.snapshot(clear, null)));
        });
    return filled.get();
  }

  private static long filled(WritableImage image) {
    return IntStream.range(0, (int) image.getHeight())
        .mapToLong(
            y ->
                IntStream.range(0, (int) image.getWidth())
                    .filter(x -> image.getPixelReader().getColor(x, y).getOpacity() > 0)
                    .count())
        .sum();
  }

  @Test
  void ignoresAMessageBetweenPeersThatAreNotShown() {
    show(star(1));
    robot.interact(
        () -> pane.showPassed(List.of(Passing.messageSent(1, peer(8080), peer(9999))), Set.of()));

    assertThat(pane.isMoving()).isFalse();
  }

  @Test
  void forgetsTheSelectionOfAPeerThatLeaves() {
    show(star(2));
    robot.interact(() -> pane.selectedProperty().set(peer(8082)));
    show(star(1));

    assertThat(pane.selectedProperty().get()).isNull();
  }

  @Test
  void closeLeavesNoThread() {
    show(star(3));
    robot.interact(
        () -> {
          pane.close();
          pane.close();
          pane.show(star(4));
          pane.showPassed(List.of(Passing.messageSent(1, peer(8080), peer(8081))), Set.of());
        });

    assertThat(pane.isMoving()).isFalse();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("graph layout"));
  }

  @Test
  void closesAlsoWhereNothingWasEverDrawn() {
    robot.interact(() -> new GraphPane(new Random(2), ScreenBeat.get()).close());

    assertThat(pane.isMoving()).isFalse();
  }

  private Node view() {
    return robot.lookup("#graph-canvas").query();
  }

  /// By events: two clicks of the robot are no double click where the machine stalls between them.
  private void doubleClick(Point2D screen) {
    Node view = view();
    robot.interact(
        () -> {
          for (int click = 1; click <= 2; click++) {
            Event.fireEvent(view, mouse(MouseEvent.MOUSE_PRESSED, screen, click));
            Event.fireEvent(view, mouse(MouseEvent.MOUSE_RELEASED, screen, click));
          }
        });
  }

  private MouseEvent mouse(EventType<MouseEvent> type, Point2D screen, int click) {
    Point2D local = pane.screenToLocal(screen);
    return new MouseEvent(
        type,
        local.getX(),
        local.getY(),
        screen.getX(),
        screen.getY(),
        MouseButton.PRIMARY,
        click,
        false,
        false,
        false,
        false,
        type.equals(MouseEvent.MOUSE_PRESSED),
        false,
        false,
        true,
        false,
        true,
        null);
  }

  private void wheel(Point2D screen, double delta) {
    Point2D local = pane.screenToLocal(screen);
    Event.fireEvent(
        view(),
        new ScrollEvent(
            ScrollEvent.SCROLL,
            local.getX(),
            local.getY(),
            screen.getX(),
            screen.getY(),
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            delta,
            0,
            delta,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  private final class RecordingActions implements GraphActions {
    @Override
    public void connect(PeerAddress address) {
      asked.accept("connect " + address);
    }

    @Override
    public void disconnect(PeerAddress address) {
      asked.accept("disconnect " + address);
    }

    @Override
    public void send(PeerAddress address) {
      asked.accept("send " + address);
    }

    @Override
    public String describe(PeerAddress address) {
      return "about " + address;
    }
  }
}
