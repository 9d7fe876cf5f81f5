package p2pgossip.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.overview.SampleOverview.PEERS;
import static p2pgossip.ui.overview.SampleOverview.SPREAD;
import static p2pgossip.ui.overview.SampleOverview.aHearer;
import static p2pgossip.ui.overview.SampleOverview.network;
import static p2pgossip.ui.overview.SampleOverview.notAHearer;
import static p2pgossip.ui.overview.SampleOverview.view;
import static p2pgossip.ui.overview.SampleOverview.withUnreachable;
import static p2pgossip.ui.spread.SampleSpread.peer;

import atlantafx.base.theme.PrimerLight;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.NetworkPicture;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.spread.SampleSpread;
import p2pgossip.ui.theme.RolePalette;

@ExtendWith(OnScreen.class)
class OverviewPaneTest {

  private final Hand robot = new Hand();

  /// Empty where none is selected any more.
  private final Recorder<Optional<PeerAddress>> chosen = new Recorder<>();

  @SuppressWarnings("NullAway.Init")
  private OverviewPane pane;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane = new OverviewPane(peer -> chosen.accept(Optional.ofNullable(peer)));
    stage.setScene(new Scene(pane, 800, 400));
    stage.show();
  }

  private void show(OverviewView view) {
    robot.interact(
        () -> {
          pane.show(view);
          pane.layout();
        });
  }

  private CellGrid grid() {
    return Objects.requireNonNull(pane.placing()).grid();
  }

  private int index(PeerAddress peer) {
    return Objects.requireNonNull(pane.cells()).indexOf(peer);
  }

  private Point2D middle(PeerAddress peer) {
    double half = grid().side() / 2.0;
    return new Point2D(grid().x(index(peer)) + half, grid().y(index(peer)) + half);
  }

  private Point2D on(PeerAddress peer) {
    return Screen.see(() -> pane.localToScreen(middle(peer)));
  }

  private List<String> card() {
    Node card = robot.lookup(".cell-card").query();
    return card.isVisible()
        ? robot.lookup(".cell-card .label").<Labeled>queryAll().stream()
            .map(Labeled::getText)
            .toList()
        : List.of();
  }

  private String figure() {
    return robot.lookup("#overview-figure").<Labeled>query().getText();
  }

  private List<String> legend() {
    return robot.lookup(".drawn-legend .label").<Labeled>queryAll().stream()
        .map(Labeled::getText)
        .toList();
  }

  @Test
  void saysWhatToDoWhileThereIsNoRumor() {
    show(view(null));

    assertThat(robot.lookup(".empty-state").query().isVisible()).isTrue();
    assertThat(robot.lookup(".empty-state .title").<Labeled>query().getText())
        .isEqualTo("No rumour to follow");
    assertThat(robot.lookup(".overview-head").query().isVisible()).isFalse();
    assertThat(pane.getAccessibleText()).isEqualTo("Overview: no rumour");
    assertThat(pane.shown(OverviewPane.SIGHT)).isNull();
    assertThat(pane.sketch()).isNull();
  }

  @Test
  void saysWhatToDoWhileThereIsNoPeer() {
    show(view(null, network(0)));

    assertThat(robot.lookup(".empty-state .title").<Labeled>query().getText())
        .isEqualTo("No peer to hear a rumour");
  }

  @Test
  void saysInThePastToMoveOn() {
    show(new OverviewView(null, network(PEERS), List.of(), false));

    assertThat(robot.lookup(".empty-state .advice").<Labeled>query().getText())
        .isEqualTo("Move on in the recording until a rumour is told.");
  }

  @Test
  void saysHowManyHaveHeard() {
    show(view(SPREAD));

    int heard = SPREAD.arrivals().size();
    assertThat(heard).isBetween(2, PEERS - 1);
    assertThat(figure()).isEqualTo(heard + " of 12 have heard “Psst”");
    assertThat(pane.getAccessibleText()).isEqualTo("Overview: " + figure());
  }

  @Test
  void colorsThoseWhoHaveHeardByWhenTheyDid() {
    show(view(SPREAD));
    WritableImage picture = Screen.see(() -> pane.snapshot(null, null));
    for (Cell cell : Objects.requireNonNull(pane.cells()).all()) {
      double inside = grid().side() / 5.0;
      Color seen =
          picture
              .getPixelReader()
              .getColor(
                  (int) (grid().x(index(cell.peer())) + inside),
                  (int) (grid().y(index(cell.peer())) + inside));

      Color wanted =
          cell.look().isHeard()
              ? RolePalette.LIGHT.ramp().color(cell.look().step())
              : RolePalette.LIGHT.background();
      // A picture has whole steps of colour.
      assertThat(seen).as("%s", cell).hasToString(wanted.toString());
    }
  }

  @Test
  void saysWhenAndFromWhomThePeerUnderThePointerHeard() {
    show(view(SPREAD));
    robot.moveTo(on(aHearer()));

    var arrival = Objects.requireNonNull(SPREAD.arrivals().get(aHearer()));
    assertThat(card()).hasSize(2).element(0).isEqualTo(aHearer().toString());
    assertThat(card().get(1))
        .startsWith("Heard the rumour ")
        .contains(arrival.hops() + " hop", "from " + arrival.from());

    robot.moveTo(on(notAHearer()));
    assertThat(card()).containsExactly(notAHearer().toString(), "Has not heard the rumour.");

    robot.moveTo(pane.localToScreen(grid().x(0), grid().y(PEERS - 1) + grid().pitch() + 20));
    assertThat(card()).isEmpty();
  }

  @Test
  void keepsTheCardInStepWithWhatIsShown() {
    show(view(null));
    show(view(SPREAD));
    robot.moveTo(on(aHearer()));
    show(view(SampleSpread.push("Psst", PEERS, 0, 1, 0, 7)));

    assertThat(card()).containsExactly(aHearer().toString(), "Has not heard the rumour.");
  }

  @Test
  void selectsThePeerThatIsClickedAndNoneBesideTheCells() {
    show(view(SPREAD));
    robot.clickOn(on(peer(7)));
    robot.clickOn(pane.localToScreen(790, 390));

    assertThat(chosen).containsExactly(Optional.of(peer(7)), Optional.empty());
  }

  @Test
  void framesWhatIsSelected() {
    show(view(SPREAD));
    WritableImage before = Screen.see(() -> pane.snapshot(null, null));
    robot.interact(
        () -> {
          pane.showSelected(Set.of(peer(7)));
          pane.layout();
        });
    WritableImage after = Screen.see(() -> pane.snapshot(null, null));
    int x = (int) grid().x(index(peer(7))) + 10;
    int y = (int) grid().y(index(peer(7))) - 3;

    assertThat(before.getPixelReader().getColor(x, y)).isEqualTo(RolePalette.LIGHT.background());
    assertThat(after.getPixelReader().getColor(x, y)).isEqualTo(RolePalette.LIGHT.accent());
  }

  @Test
  void goesFromPeerToPeerByKeyboard() {
    show(view(SPREAD, network(24)));
    robot.interact(pane::requestFocus);
    robot.type(KeyCode.RIGHT);
    assertThat(card()).element(0).isEqualTo(peer(0).toString());

    robot.type(KeyCode.RIGHT, KeyCode.ENTER);
    robot.type(KeyCode.END, KeyCode.LEFT, KeyCode.SPACE);
    robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.ENTER);

    assertThat(chosen.stream().map(Optional::orElseThrow))
        .containsExactly(peer(1), peer(22), peer(grid().columns()));
    assertThat(pane.getAccessibleText())
        .startsWith("Overview: " + figure() + ". " + peer(grid().columns()) + ": ");
  }

  @Test
  void beginsByKeyboardAtTheSelectedPeer() {
    show(view(SPREAD));
    robot.interact(() -> pane.showSelected(Set.of(peer(4))));
    robot.interact(pane::requestFocus);
    robot.type(KeyCode.RIGHT);

    assertThat(card()).element(0).isEqualTo(peer(5).toString());
  }

  @Test
  void explainsFaultsWhileTheyMarkPeers() {
    show(view(SPREAD));
    List<String> before = legend();
    show(SampleOverview.frozen(peer(3)));

    assertThat(before)
        .hasSize(4)
        .contains("not heard", "told first", "ended or unreachable")
        .element(0)
        .asString()
        .matches("heard, after 0 s to \\d.*");
    assertThat(legend()).hasSize(5).contains("frozen");
  }

  /// In grey, so that colour does not help.
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 11, 12, 16, 20, 36, 58})
  void tellsPeersApartByShapeAtAnySize(int side) {
    List<Cell.Look> looks =
        List.of(
            new Cell.Look(8, false, false, Map.of()),
            new Cell.Look(Cell.Look.UNHEARD, false, false, Map.of()),
            new Cell.Look(8, true, false, Map.of()),
            new Cell.Look(8, false, true, Map.of()),
            new Cell.Look(Cell.Look.UNHEARD, false, true, Map.of()),
            new Cell.Look(8, false, false, Map.of(FaultLook.FREEZE, 0)),
            new Cell.Look(8, false, false, Map.of(FaultLook.PARTITION, 0)));
    Set<List<Integer>> shapes = new HashSet<>();
    for (Cell.Look look : looks) {
      shapes.add(shape(look, side));
    }

    // Small cells do not say which fault it is.
    assertThat(shapes).hasSize(side < 12 ? looks.size() - 1 : looks.size());
  }

  /// How light each pixel is, roughly.
  private static List<Integer> shape(Cell.Look look, int side) {
    return Screen.see(
        () -> {
          Canvas canvas = new Canvas(side, side);
          CellPainter painter = new CellPainter(new CanvasDrawing(canvas), RolePalette.LIGHT);
          painter.clear(side, side);
          painter.draw(look, 0, 0, side, 0);
          PixelReader pixels = canvas.snapshot(null, null).getPixelReader();
          return IntStream.range(0, side * side)
              .mapToObj(at -> pixels.getColor(at % side, at / side).grayscale().getRed())
              .map(grey -> (int) Math.round(grey * 3))
              .toList();
        });
  }

  @ParameterizedTest
  @CsvSource({"300, 140", "560, 190", "420, 240", "1000, 800"})
  void keepsTheCellsInThePaneAndOffTheHead(double width, double height) {
    NetworkPicture network = withUnreachable(network(500), peer(499));
    Bounds head =
        Screen.see(
            () -> {
              pane.show(view(SPREAD, network));
              pane.resize(width, height);
              pane.applyCss();
              pane.layout();
              return robot.lookup(".overview-head").query().getBoundsInParent();
            });

    assertThat(grid().top()).isGreaterThan(head.getMaxY());
    assertThat(grid().x(grid().columns() - 1) + grid().side()).isLessThanOrEqualTo(width);
    assertThat(grid().y(499) + grid().side()).isLessThanOrEqualTo(height);
    assertThat(head.getMaxX()).isLessThanOrEqualTo(width);
  }
}
