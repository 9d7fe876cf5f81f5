package p2pgossip.ui.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.spread.SampleSpread.at;
import static p2pgossip.ui.spread.SampleSpread.peer;

import atlantafx.base.theme.PrimerLight;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.CopyTrip.Fate;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.Spread;
import p2pgossip.story.Mark;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;
import p2pgossip.testing.Wheel;
import p2pgossip.ui.spacetime.Viewfinder.Mode;
import p2pgossip.ui.spread.SampleSpread;
import p2pgossip.ui.theme.RolePalette;

@ExtendWith(OnScreen.class)
class SpaceTimePaneTest {

  private static final Spread SPREAD = SampleSpread.push("Psst", 12, 6, 1, 0.1, 7);

  private static final List<Mark> MARKS =
      List.of(
          new Mark(at(-1), Mark.Kind.BEGAN, "12 peers, ring"),
          new Mark(at(0.5), Mark.Kind.FAULT, "loss of 10 % everywhere"));

  private final Hand robot = new Hand();
  private final Recorder<Instant> sought = new Recorder<>();

  @SuppressWarnings("NullAway.Init")
  private SpaceTimePane pane;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane = new SpaceTimePane();
    pane.setSeek(sought::accept);
    stage.setScene(new Scene(pane, 800, 500));
    stage.show();
  }

  private static List<PeerAddress> peers(int count) {
    return IntStream.range(0, count).mapToObj(SampleSpread::peer).toList();
  }

  private void show(Spread spread) {
    show(view(spread, peers(spread.population()), at(1.3)));
  }

  private static SpaceTimeView view(Spread spread, List<PeerAddress> peers, Instant now) {
    return new SpaceTimeView(MeasuredSpread.of(spread, now, _ -> false), peers, MARKS, now, true);
  }

  private void show(SpaceTimeView view) {
    robot.interact(
        () -> {
          pane.show(view);
          pane.layout();
        });
  }

  private Geometry geometry() {
    return Objects.requireNonNull(pane.geometry());
  }

  private Arrow arrow(CopyTrip trip) {
    return Objects.requireNonNull(Objects.requireNonNull(pane.diagram()).arrow(trip));
  }

  /// The middle of a copy on the screen.
  private Point2D on(CopyTrip trip) {
    Arrow arrow = arrow(trip);
    return pane.localToScreen(
        (geometry().x(arrow.start()) + geometry().endX(arrow)) / 2,
        (geometry().y(arrow.from()) + geometry().endY(arrow)) / 2);
  }

  private static CopyTrip first(Fate fate) {
    return SPREAD.trips().stream().filter(it -> it.fate() == fate).findFirst().orElseThrow();
  }

  private @Nullable CopyTrip selected() {
    return pane.selectedTripProperty().get();
  }

  @Test
  void saysWhatToDoWhileThereIsNoRumor() {
    show(SpaceTimeView.empty(SampleSpread.BORN));

    assertThat(robot.lookup(".empty-state").query().isVisible()).isTrue();
    assertThat(robot.lookup(".diagram-tools").query().isVisible()).isFalse();
    assertThat(pane.getAccessibleText()).isEqualTo("Space-time diagram: no rumour");
  }

  @Test
  void saysHowManyPeersAndCopiesThereAre() {
    show(SPREAD);

    assertThat(pane.getAccessibleText())
        .isEqualTo("Space-time diagram, 12 peers, " + SPREAD.trips().size() + " copies");
  }

  @Test
  void showsAllOfItAtFirst() {
    show(SPREAD);

    assertThat(Objects.requireNonNull(pane.diagram()).arrows()).allMatch(geometry()::shows);
  }

  @Test
  void selectsTheCopyThatIsClickedAndTakesItBackBesideIt() {
    show(SPREAD);
    CopyTrip news = first(Fate.NEWS);
    robot.clickOn(on(news));

    assertThat(selected()).isEqualTo(news);
    assertThat(pane.getAccessibleText())
        .contains("selected: " + news.from() + " → " + news.to() + ", News: the first copy");

    robot.clickOn(pane.localToScreen(geometry().left() + 3, geometry().bottom() - 3));
    assertThat(selected()).isNull();
  }

  @Test
  void saysWhatTheCopyUnderThePointerIs() {
    show(SPREAD);
    CopyTrip lost = first(Fate.LOST);
    robot.moveTo(on(lost));

    assertThat(robot.lookup(".trip-card .label").<Labeled>queryAll())
        .extracting(Labeled::getText)
        .containsExactly(
            lost.from() + " → " + lost.to(), TripWords.details(lost, SampleSpread.BORN));
    assertThat(TripWords.details(lost, SampleSpread.BORN)).startsWith("Lost\nsent after ");
  }

  @Test
  void whatHappenedIsMarkedAtTheFootAndAClickGoesThere() {
    show(SPREAD);
    Node mark = robot.lookup(".moment-mark").query();
    Bounds bounds = pane.sceneToLocal(mark.localToScene(mark.getBoundsInLocal()));

    assertThat(robot.lookup(".moment-mark").queryAll()).hasSize(1);
    assertThat(bounds.getCenterX()).isCloseTo(geometry().x(0.5), Offset.offset(2.0));
    assertThat(bounds.getMinY()).isGreaterThanOrEqualTo(geometry().bottom() - 1);
    robot.clickOn(mark);
    assertThat(sought).containsExactly(at(0.5));
    assertThat(selected()).isNull();
  }

  @Test
  void marksThePeerWhoseLabelIsClicked() {
    show(SPREAD);
    robot.clickOn(pane.localToScreen(geometry().left() - 15, geometry().y(0)));

    assertThat(pane.selectedPeerProperty().get()).isEqualTo(peer(0));
    assertThat(robot.lookup(".trip-card .label").<Labeled>queryAll())
        .extracting(Labeled::getText)
        .element(1)
        .asString()
        .startsWith("told it first");
  }

  @Test
  void keepsTheSelectionWhenTheCopyArrives() {
    CopyTrip arrived = first(Fate.NEWS);
    CopyTrip underWay = underWay(arrived);
    show(new Spread(SPREAD.rumor(), SPREAD.arrivals(), 12, List.of(underWay), 1, 0, 0));
    robot.interact(() -> pane.selectedTripProperty().set(underWay));
    show(SPREAD);

    assertThat(selected()).isEqualTo(arrived);
  }

  private static CopyTrip underWay(CopyTrip trip) {
    return new CopyTrip(
        trip.serial(),
        trip.rumor(),
        trip.from(),
        trip.to(),
        trip.hops(),
        trip.sent(),
        null,
        Fate.UNDER_WAY);
  }

  @Test
  void forgetsTheSelectionWithTheRumor() {
    show(SPREAD);
    robot.interact(() -> pane.selectedTripProperty().set(SPREAD.trips().getFirst()));
    show(SampleSpread.push("Another", 12, 6, 1, 0, 8));

    assertThat(selected()).isNull();
  }

  @Test
  void goesThroughTheCopiesByKeyboard() {
    show(SPREAD);
    robot.interact(pane::requestFocus);
    robot.type(KeyCode.DOWN, KeyCode.DOWN);
    assertThat(selected()).isEqualTo(SPREAD.trips().get(1));

    robot.type(KeyCode.UP);
    assertThat(selected()).isEqualTo(SPREAD.trips().getFirst());

    robot.type(KeyCode.UP);
    assertThat(selected()).isEqualTo(SPREAD.trips().getLast());

    robot.type(KeyCode.ESCAPE);
    assertThat(selected()).isNull();
  }

  @Test
  void bringsACopyThatIsSelectedFromOutsideIntoView() {
    show(SPREAD);
    robot.interact(
        () -> {
          pane.zoomTimes(8, geometry().left());
          pane.layout();
          pane.selectedTripProperty().set(SPREAD.trips().getLast());
          pane.layout();
        });

    assertThat(geometry().shows(arrow(SPREAD.trips().getLast()))).isTrue();
  }

  @Test
  void zoomsWithTheWheelAroundThePointer() {
    show(SPREAD);
    double x = geometry().x(0.4);
    double length = geometry().times().length();
    robot.interact(
        () -> {
          wheel(x, 200, 120);
          pane.layout();
        });

    assertThat(geometry().times().length()).isLessThan(length * 0.7);
    assertThat(geometry().x(0.4)).isCloseTo(x, Offset.offset(1e-6));
  }

  @Test
  void movesThePictureWithThePointer() {
    show(SPREAD);
    robot.interact(
        () -> {
          pane.zoomTimes(4, pane.getWidth() / 2);
          pane.layout();
        });
    double before = geometry().x(0.6);
    Point2D start = pane.localToScreen(400, 250);
    robot.moveTo(start).press(MouseButton.PRIMARY);
    robot.moveTo(start.add(60, 0)).release(MouseButton.PRIMARY);
    robot.interact(pane::layout);

    assertThat(geometry().x(0.6)).isCloseTo(before + 60, Offset.offset(2.0));
    assertThat(selected()).isNull();
  }

  private Diagram diagramNow() {
    return Objects.requireNonNull(pane.diagram());
  }

  @Test
  void goesWithTheTimeByKeyAndBackToAll() {
    show(SPREAD);
    robot.interact(pane::requestFocus);
    robot.type(KeyCode.F);
    show(view(SPREAD, peers(12), at(60)));

    // Long after the last that happened, that still is in view.
    assertThat(geometry().times().contains(diagramNow().last())).isTrue();

    robot.type(KeyCode.DIGIT0);
    robot.interact(pane::layout);
    assertThat(pane.mode()).isEqualTo(Mode.ALL);
    assertThat(geometry().times().contains(60)).isFalse();
  }

  @Test
  void ordersTheLinesByAddressWhereThatIsWanted() {
    show(SPREAD);
    robot.clickOn("By address");

    Lanes lanes = Objects.requireNonNull(pane.diagram()).lanes();
    assertThat(IntStream.range(0, 12).mapToObj(lanes::peer)).isEqualTo(peers(12));
  }

  @Test
  void drawsALossWithACrossAndTheFirstHearingWithADot() {
    show(SPREAD);
    WritableImage image = picture();
    Arrow lost = arrow(first(Fate.LOST));
    Arrow news = arrow(first(Fate.NEWS));

    assertThat(colorAt(image, geometry().endX(lost), geometry().endY(lost)))
        .isEqualTo(RolePalette.LIGHT.failure());
    assertThat(colorAt(image, geometry().endX(news), geometry().endY(news)))
        .isEqualTo(RolePalette.LIGHT.accent());
  }

  @Test
  void drawsACopyUnderWayHalfTheWayAndNotAsNews() {
    CopyTrip arrived = first(Fate.NEWS);
    CopyTrip underWay = underWay(arrived);
    show(new Spread(SPREAD.rumor(), SPREAD.arrivals(), 12, List.of(underWay), 1, 0, 0));
    Arrow arrow = arrow(underWay);
    WritableImage picture = picture();
    double fromX = geometry().x(arrow.start());
    double fromY = geometry().y(arrow.from());

    assertThat(geometry().endY(arrow))
        .isCloseTo((fromY + geometry().y(arrow.to())) / 2, Offset.offset(1e-6));
    assertThat(colorAt(picture, geometry().endX(arrow), geometry().endY(arrow)))
        .isEqualTo(RolePalette.LIGHT.mutedInk());
    assertThat(colorAt(picture, 2 * geometry().endX(arrow) - fromX, geometry().y(arrow.to())))
        .isNotEqualTo(RolePalette.LIGHT.mutedInk());
  }

  private WritableImage picture() {
    return Screen.see(() -> pane.snapshot(null, null));
  }

  private static Color colorAt(WritableImage image, double x, double y) {
    return image.getPixelReader().getColor((int) Math.floor(x), (int) Math.floor(y));
  }

  @ParameterizedTest
  @CsvSource({"240, 300", "260, 500", "420, 240", "1000, 800"})
  void keepsTheToolsOffTheDiagramAtAnySize(double width, double height) {
    List<Bounds> tools =
        Screen.see(
            () -> {
              pane.show(view(SPREAD, peers(12), at(1.3)));
              pane.resize(width, height);
              pane.applyCss();
              pane.layout();
              return robot.lookup(".diagram-tools .label").queryAll().stream()
                  .filter(Screen::isSeen)
                  .map(it -> pane.sceneToLocal(it.localToScene(it.getBoundsInLocal())))
                  .toList();
            });

    assertThat(tools).allMatch(it -> it.getMaxX() <= width && it.getMaxY() < geometry().top());
    assertThat(geometry().bottom() - geometry().top()).isGreaterThan(100);
  }

  private void wheel(double x, double y, double delta) {
    Point2D screen = pane.localToScreen(x, y);
    Event.fireEvent(pane, Wheel.turned(new Point2D(x, y), screen, delta));
  }
}
