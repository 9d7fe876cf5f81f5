package p2pgossip.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;
import static p2pgossip.ui.graph.model.SampleNetwork.star;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Passing;
import p2pgossip.network.Spread;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.graph.model.SampleSpreads;
import p2pgossip.ui.hearing.HearingColor;
import p2pgossip.ui.theme.HearingRamp;
import p2pgossip.ui.theme.RolePalette;

class GraphPaneSpreadTest extends GraphInWindow {

  private static final Duration LONG = Duration.ofSeconds(60);

  /// A spread over the star that has reached its middle and one neighbour.
  private static final Spread HALF = new SampleSpreads("r").heard(8081, 8080, 100, 1, 0).spread();

  GraphPaneSpreadTest() {
    super(900, 620);
  }

  @Start
  void prepare(Stage unused) {
    pane.show(star(3));
  }

  private void show(Spread spread) {
    robot.interact(() -> pane.showSpread(spread));
    graph.rest();
  }

  /// The colour a little below the middle of a peer, outside a star.
  private Color fill(int port) {
    AtomicReference<Color> color = new AtomicReference<>(Color.TRANSPARENT);
    robot.interact(() -> color.set(fillNow(port)));
    return color.get();
  }

  /// Allows for rounding in the snapshot.
  private static boolean alike(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed()) < 0.01
        && Math.abs(one.getGreen() - other.getGreen()) < 0.01
        && Math.abs(one.getBlue() - other.getBlue()) < 0.01;
  }

  private static Consumer<Color> like(Color color) {
    return actual -> assertThat(actual).matches(each -> alike(each, color), "is like " + color);
  }

  private Color fillNow(int port) {
    Point2D middle = graph.within(port);
    WritableImage image = pane.getScene().snapshot(null);
    return image.getPixelReader().getColor((int) middle.getX(), (int) middle.getY() + 4);
  }

  private List<String> legend() {
    return robot.lookup(".graph-legend .row").queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .toList();
  }

  @Test
  void fillsPeersThatHaveHeardItAndLeavesTheOthersHollow() {
    graph.rest();
    show(HALF);

    RolePalette light = RolePalette.LIGHT;
    assertThat(fill(8081)).satisfies(like(light.ramp().color(HearingRamp.STEPS - 1)));
    assertThat(fill(8082)).satisfies(like(light.background()));
  }

  @Test
  void lightsUpThePeersThatItIsToldAndNoOthers() {
    graph.rest();
    List<Color> one = around(8081);
    List<Color> other = around(8082);
    robot.interact(() -> pane.light(Set.of(peer(8081))));
    graph.rest();
    List<Color> lit = around(8081);
    List<Color> dark = around(8082);
    robot.interact(() -> pane.light(Set.of()));
    graph.rest();

    assertThat(lit).isNotEqualTo(one);
    assertThat(dark).isEqualTo(other);
    assertThat(around(8081)).isEqualTo(one);
  }

  /// The colours on a line upwards from the middle of a peer.
  private List<Color> around(int port) {
    AtomicReference<List<Color>> colors = new AtomicReference<>(List.of());
    robot.interact(
        () -> {
          Point2D middle = graph.within(port);
          WritableImage image = pane.getScene().snapshot(null);
          colors.set(
              IntStream.range(0, 24)
                  .mapToObj(
                      up ->
                          image
                              .getPixelReader()
                              .getColor((int) middle.getX(), (int) middle.getY() - up))
                  .toList());
        });
    return colors.get();
  }

  @Test
  void looksAsBeforeWithoutASpread() {
    graph.rest();
    Color before = fill(8081);
    show(HALF);
    robot.interact(() -> pane.showSpread(null));
    graph.rest();

    assertThat(fill(8081)).satisfies(like(before));
  }

  @Test
  void explainsItsColoursInTheLegendAndSwitchesThere() {
    graph.rest();
    show(HALF);

    assertThat(legend()).contains("Told first", "First way", "Copy").doesNotContain("Learned");
    assertThat(robot.lookup(".hearing-key .ends .label").queryAllAs(Labeled.class))
        .extracting(Labeled::getText)
        .containsExactly("0 s", "100 ms");

    robot.clickOn("Hops");
    graph.rest();

    assertThat(pane.coloringProperty().get()).isEqualTo(HearingColor.HOPS);
    assertThat(fill(8081)).satisfies(like(RolePalette.LIGHT.ramp().color(HearingRamp.step(0.25))));
    assertThat(robot.lookup(".hearing-key .ends .label").queryAllAs(Labeled.class))
        .extracting(Labeled::getText)
        .containsExactly("0 hops", "4 hops");
  }

  @Test
  void saysInWordsHowManyHaveHeardIt() {
    graph.rest();
    show(HALF);
    robot.interact(() -> pane.selectedProperty().set(peer(8081)));

    assertThat(pane.getAccessibleText())
        .contains("heard by 2 of 9")
        .contains(" after 100 ms, 1 hop, from 127.0.0.1:8080");
  }

  @Test
  void drawsNoFrameForTheSameSpread() {
    graph.rest();
    show(HALF);
    long drawn = pane.framesDrawn();
    show(new SampleSpreads("r").heard(8081, 8080, 100, 1, 0).spread());

    assertThat(pane.framesDrawn()).isEqualTo(drawn);
  }

  @Test
  void fillsAPeerAtOnceEvenWhileItsCopyStillMoves() {
    graph.rest();
    robot.interact(
        () -> {
          pane.animatedProperty().set(true);
          pane.setTravelPace(0.02);
          pane.showPassed(
              List.of(
                  Passing.copySent(peer(8080), 7, peer(8081)),
                  Passing.copyArrived(peer(8080), 7, peer(8081), true)),
              Set.of());
          pane.showSpread(HALF);
        });

    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(fill(8081))
                    .satisfies(like(RolePalette.LIGHT.ramp().color(HearingRamp.STEPS - 1))));
    // At this pace the way takes half a minute.
    assertThat(pane.isMoving()).isTrue();
  }

  @Test
  void showsCopiesOfEachOutcomeAndThenRests() {
    graph.rest();
    AtomicBoolean moves = new AtomicBoolean();
    robot.interact(
        () -> {
          pane.animatedProperty().set(true);
          pane.setTravelPace(2);
          pane.showPassed(
              List.of(
                  Passing.copySent(peer(8080), 1, peer(8081)),
                  Passing.copyArrived(peer(8080), 1, peer(8081), true),
                  Passing.copySent(peer(8080), 2, peer(8082)),
                  Passing.copyLost(peer(8080), 2, peer(8082)),
                  Passing.copyArrived(peer(8083), 3, peer(8080), false),
                  Passing.copyLost(peer(8082), 4, peer(8080)),
                  Passing.asked(peer(8081), peer(8080)),
                  Passing.asked(peer(8081), peer(9999))),
              Set.of());
          // Read at once, before all have arrived.
          moves.set(pane.isMoving());
        });

    assertThat(moves).isTrue();
    graph.rest();
  }

  @Test
  void refusesAPaceThatIsNotAboveZero() {
    assertThatThrownBy(() -> pane.setTravelPace(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pace of 0.0 is not above 0");
    assertThatThrownBy(() -> pane.setTravelPace(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void marksFaultsAndExplainsThemWhileTheyAreInForce() {
    graph.rest();
    PeerAddress frozen = peer(8082);
    robot.interact(
        () -> {
          pane.showFaults(
              List.of(
                  new Fault.Freeze<>(frozen),
                  new Fault.Block<>(new Path.OneWay<>(peer(8080), peer(8081))),
                  new Fault.Partition<>(List.of(Set.of(peer(8080)), Set.of(peer(8083))))));
          pane.selectedProperty().set(frozen);
        });
    graph.rest();

    assertThat(legend()).contains("Frozen", "Blocked", "Sides, cut apart");
    assertThat(pane.getAccessibleText()).contains(FaultLook.FREEZE.news(0));

    robot.interact(() -> pane.showFaults(List.of()));

    assertThat(legend()).doesNotContain("Frozen", "Blocked", "Sides, cut apart");
  }
}
