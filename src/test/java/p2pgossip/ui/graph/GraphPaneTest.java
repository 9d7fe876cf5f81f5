package p2pgossip.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;
import static p2pgossip.ui.graph.model.SampleNetwork.star;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Passing;
import p2pgossip.network.Role;
import p2pgossip.testing.Recorder;
import p2pgossip.ui.beat.ScreenBeat;
import p2pgossip.ui.graph.input.GraphActions;
import p2pgossip.ui.graph.input.PeerMenu;
import p2pgossip.ui.graph.model.SampleNetwork;
import p2pgossip.ui.graph.motion.MessageLayer;
import p2pgossip.ui.model.PeerAction;

class GraphPaneTest extends GraphInWindow {

  private final Recorder<String> asked = new Recorder<>();

  GraphPaneTest() {
    super(700, 500);
  }

  @Start
  void prepare(Stage unused) {
    pane.setActions(new RecordingActions());
  }

  @Test
  void selectsThePeerThatIsClicked() {
    graph.show(star(2));
    robot.clickOn(graph.on(8081));

    assertThat(pane.selectedProperty().get()).isEqualTo(peer(8081));
    assertThat(pane.getAccessibleText()).contains("127.0.0.1:8081").contains("Connected");
  }

  @Test
  void endsTheSelectionOnTheBackground() {
    graph.show(star(2));
    robot.interact(() -> pane.selectedProperty().set(peer(8081)));
    robot.clickOn(pane.localToScreen(5, 5));

    assertThat(pane.selectedProperty().get()).isNull();
  }

  @Test
  void sendsToAConnectedPeerThatIsDoubleClicked() {
    graph.show(star(2));
    graph.click(graph.on(8082), 2, false);

    assertThat(asked).containsExactly("send 127.0.0.1:8082");
  }

  @Test
  void connectsToAnyOtherPeerThatIsDoubleClicked() {
    graph.show(
        new SampleNetwork()
            .node(8080, Role.SELF)
            .node(8081, Role.LEARNED)
            .oneWay(8080, 8081)
            .picture());
    graph.click(graph.on(8081), 2, false);

    assertThat(asked).containsExactly("connect 127.0.0.1:8081");
  }

  @Test
  void goesThroughThePeersAndActsByKeyboardAlone() {
    graph.show(star(2));
    robot.interact(pane::requestFocus);
    robot.type(KeyCode.TAB, KeyCode.TAB);

    assertThat(pane.selectedProperty().get()).isEqualTo(peer(8081));

    robot.type(KeyCode.ENTER, KeyCode.ESCAPE);

    assertThat(asked).containsExactly("send 127.0.0.1:8081");
    assertThat(pane.selectedProperty().get()).isNull();
  }

  @Test
  void offersOnlyWhatMakesSenseForAPeer() {
    graph.show(star(1));
    robot.clickOn(graph.on(8081), MouseButton.SECONDARY);

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
            tuple(PeerAction.SEND.text(Role.CONNECTED, true), false),
            tuple("Copy address", false));
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  void describesThePeerUnderThePointer() {
    graph.show(star(1));
    robot.moveTo(graph.on(8081));

    assertThat(robot.lookup(".peer-card .details").queryLabeled().getText())
        .isEqualTo("about 127.0.0.1:8081");
  }

  @Test
  void movesAPeerThatIsDraggedAndLeavesTheOthersInView() {
    graph.show(star(2));
    Point2D start = graph.on(8081);
    robot.moveTo(start).press(MouseButton.PRIMARY);
    robot.moveTo(start.add(30, 20));

    assertThat(graph.on(8081).distance(start.add(30, 20))).isLessThan(2);

    robot.release(MouseButton.PRIMARY);
  }

  @Test
  void movesTheViewWithTheBackground() {
    graph.show(star(2));
    Point2D before = graph.on(8080);
    robot.moveTo(pane.localToScreen(20, 20)).press(MouseButton.PRIMARY);
    robot.moveTo(pane.localToScreen(70, 50)).release(MouseButton.PRIMARY);
    graph.rest();

    assertThat(graph.on(8080).distance(before.add(50, 30))).isLessThan(2);
  }

  @Test
  void zoomsWithTheWheelRoundThePointer() {
    graph.show(star(2));
    Point2D hub = graph.on(8080);
    double before = graph.on(8081).distance(hub);
    graph.wheel(hub, 120);
    graph.rest();

    assertThat(graph.on(8081).distance(graph.on(8080))).isGreaterThan(before * 1.5);
    assertThat(graph.on(8080).distance(hub)).isLessThan(2);
  }

  @Test
  void saysWhatToDoNextWithoutNeighbors() {
    graph.show(star(0));

    assertThat(robot.lookup(".empty-graph").query().isVisible()).isTrue();

    graph.show(star(1));

    assertThat(robot.lookup(".empty-graph").query().isVisible()).isFalse();
  }

  @Test
  void doesNotMoveTheOthersMuchWhenAPeerJoins() {
    robot.interact(() -> pane.animatedProperty().set(true));
    graph.show(star(5));
    Point2D before = graph.on(8082);
    graph.show(star(6));

    // The new peer takes a little room. If the graph were arranged anew, the others would move
    // more.
    assertThat(graph.on(8082).distance(before)).isLessThan(100);
  }

  @Test
  void drawsNothingMoreOnceItHasSettled() {
    graph.show(star(5));
    long drawn = pane.framesDrawn();
    robot.interact(() -> pane.show(star(5)));

    assertThat(pane.isMoving()).isFalse();
    assertThat(pane.framesDrawn()).isEqualTo(drawn);
  }

  @Test
  void drawsTheLabelsOfFewPeersAboveMessages() {
    graph.show(star(3));
    Canvas texts = robot.lookup("#graph-texts").query();
    Parent messages = (Parent) robot.lookup(it -> it instanceof MessageLayer).query();
    long few = filledOf(texts);
    List<Node> layers = messages.getParent().getChildrenUnmodifiable();

    assertThat(few).isPositive();
    assertThat(layers.indexOf(texts)).isGreaterThan(layers.indexOf(messages));
  }

  @ParameterizedTest
  @CsvSource({".zoom-buttons, -25", ".graph-legend, 25"})
  void keepsLabelsClearOfTheLegendAndTheButtons(String selector, double beside) {
    graph.show(
        new SampleNetwork()
            .node(8080, Role.CONNECTED)
            .node(8081, Role.CONNECTED)
            .mutual(8080, 8081)
            .picture());
    boolean first = graph.on(8080).getX() > graph.on(8081).getX() == beside < 0;
    // The label of the peer is on its outer side.
    int port = first ? 8080 : 8081;
    Canvas texts = robot.lookup("#graph-texts").query();
    long before = filledOf(texts);
    Bounds over = robot.lookup(selector).query().getBoundsInParent();
    double edge = beside < 0 ? over.getMinX() : over.getMaxX();
    Point2D wanted = pane.localToScreen(edge + beside, over.getCenterY());
    Point2D moved = wanted.subtract(graph.on(port));
    robot.interact(() -> pane.pan(moved.getX(), moved.getY()));
    graph.rest();

    assertThat(graph.on(port).distance(wanted)).isLessThan(1);
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
  void forgetsTheSelectionOfAPeerThatLeaves() {
    graph.show(star(2));
    robot.interact(() -> pane.selectedProperty().set(peer(8082)));
    graph.show(star(1));

    assertThat(pane.selectedProperty().get()).isNull();
  }

  @Test
  void closeLeavesNoThread() {
    graph.show(star(3));
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
  void closesBeforeAnyFrameIsDrawn() {
    robot.interact(() -> new GraphPane(new Random(2), ScreenBeat.get()).close());

    assertThat(pane.isMoving()).isFalse();
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
