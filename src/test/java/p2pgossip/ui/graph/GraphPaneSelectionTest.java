package p2pgossip.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;
import static p2pgossip.ui.graph.model.SampleNetwork.star;

import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Role;
import p2pgossip.testing.Recorder;
import p2pgossip.ui.graph.input.MenuEntry;
import p2pgossip.ui.graph.input.NoActions;
import p2pgossip.ui.graph.input.PeerMenu;
import p2pgossip.ui.model.PeerAction;

class GraphPaneSelectionTest extends GraphInWindow {

  private final Recorder<List<PeerAddress>> offered = new Recorder<>();
  private final Recorder<String> done = new Recorder<>();
  private boolean offersFaultsOnly;

  GraphPaneSelectionTest() {
    super(700, 500);
  }

  @Start
  void prepare(Stage unused) {
    pane.setActions(new MoreActions());
    pane.show(star(4));
  }

  private Point2D on(int port) {
    graph.rest();
    return graph.on(port);
  }

  private void shift(EventType<MouseEvent> type, Point2D screen) {
    graph.fire(type, screen, 1, true);
  }

  private static List<String> menu() {
    return Window.getWindows().stream()
        .filter(PeerMenu.class::isInstance)
        .flatMap(menu -> ((PeerMenu) menu).getItems().stream())
        .map(GraphPaneSelectionTest::inWords)
        .toList();
  }

  private static String inWords(MenuItem item) {
    return switch (item) {
      case SeparatorMenuItem _ -> "-";
      case Menu menu ->
          menu.getText()
              + " "
              + menu.getItems().stream().map(GraphPaneSelectionTest::inWords).toList();
      default -> item.getText();
    };
  }

  @Test
  void shiftAndAClickAddsOrRemovesAPeer() {
    robot.clickOn(on(8081));
    graph.click(on(8082), 1, true);

    assertThat(pane.selectedPeers()).containsExactlyInAnyOrder(peer(8081), peer(8082));
    assertThat(pane.selectedProperty().get()).isEqualTo(peer(8082));
    assertThat(pane.getAccessibleText()).contains("Selected in all: 2");

    graph.click(on(8082), 1, true);

    assertThat(pane.selectedPeers()).containsExactly(peer(8081));
  }

  @Test
  void shiftAndDraggingDrawsALassoAndMovesNothing() {
    Point2D before = on(8080);
    Point2D middle = on(8081);
    shift(MouseEvent.MOUSE_PRESSED, middle.add(-25, -25));
    shift(MouseEvent.MOUSE_DRAGGED, middle.add(25, -25));
    shift(MouseEvent.MOUSE_DRAGGED, middle.add(25, 25));
    shift(MouseEvent.MOUSE_DRAGGED, middle.add(-25, 25));
    shift(MouseEvent.MOUSE_RELEASED, middle.add(-25, 25));

    assertThat(pane.selectedPeers()).containsExactly(peer(8081));
    assertThat(on(8080).distance(before)).isLessThan(1);
  }

  @Test
  void selectsAllAndNoneByKeyboard() {
    robot.interact(pane::requestFocus);
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);

    assertThat(pane.selectedPeers()).hasSize(5);

    robot.type(KeyCode.ESCAPE);

    assertThat(pane.selectedPeers()).isEmpty();
    assertThat(pane.selectedProperty().get()).isNull();
  }

  @Test
  void spaceKeepsAPeerWhenTheSelectionMovesOn() {
    robot.interact(pane::requestFocus);
    robot.type(KeyCode.TAB, KeyCode.SPACE);

    assertThat(pane.getAccessibleText()).contains("It stays selected when you go on.");

    robot.type(KeyCode.TAB, KeyCode.TAB);

    assertThat(pane.selectedPeers()).containsExactlyInAnyOrder(peer(8080), peer(8082));
  }

  @Test
  void addsEntriesForAPeerBelowItsCommands() {
    robot.clickOn(on(8081), MouseButton.SECONDARY);

    assertThat(offered).containsExactly(List.of(peer(8081)));
    assertThat(menu())
        .containsExactly(
            "Connect",
            "Disconnect",
            PeerAction.SEND.text(Role.CONNECTED, true),
            "-",
            "Copy address",
            "-",
            "Freeze",
            "-",
            "Faults [Block, -, Kill]");
    robot.clickOn("Freeze");

    assertThat(done).containsExactly("freeze 1");
  }

  @Test
  void addsEntriesForAllSelectedPeers() {
    robot.interact(() -> pane.selection().addAll(List.of(peer(8081), peer(8082))));
    robot.clickOn(on(8082), MouseButton.SECONDARY);

    assertThat(offered).containsExactly(List.of(peer(8082), peer(8081)));
    assertThat(menu()).contains("For the 2 selected peers", "Freeze");
    robot.type(KeyCode.ESCAPE);

    assertThat(pane.selectedPeers()).hasSize(2);
  }

  @Test
  void addsEntriesForTheTwoEndsOfALink() {
    robot.clickOn(on(8080).midpoint(on(8083)), MouseButton.SECONDARY);

    assertThat(offered).containsExactly(List.of(peer(8080), peer(8083)));
    assertThat(menu()).first().isEqualTo("Between 127.0.0.1:8080 and 127.0.0.1:8083");
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  void unfoldsAGroupThatWouldComeFirst() {
    offersFaultsOnly = true;
    robot.clickOn(on(8080).midpoint(on(8083)), MouseButton.SECONDARY);

    assertThat(menu())
        .containsExactly(
            "Between 127.0.0.1:8080 and 127.0.0.1:8083", "Block", "-", "Kill", "-", "End all");
    robot.clickOn("Kill");

    assertThat(done).containsExactly("kill");
  }

  @Test
  void addsEntriesForTheSelectionOnTheBackground() {
    robot.interact(pane::selectAll);
    on(8080);
    robot.clickOn(pane.localToScreen(5, 5), MouseButton.SECONDARY);

    assertThat(offered).hasSize(1);
    assertThat(offered.first()).hasSize(5);
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  void removesPeersThatLeaveFromTheSelection() {
    robot.interact(pane::selectAll);
    robot.interact(() -> pane.show(star(1)));

    assertThat(pane.selectedPeers()).containsExactlyInAnyOrder(peer(8080), peer(8081));
  }

  private final class MoreActions extends NoActions {

    @Override
    public List<MenuEntry> more(Set<PeerAddress> selection) {
      offered.accept(List.copyOf(selection));
      MenuEntry group =
          new MenuEntry.Group(
              "Faults",
              Feather.ZAP_OFF,
              List.of(
                  new MenuEntry.Item("Block", Feather.SLASH, () -> done.accept("block")),
                  new MenuEntry.Item("Kill", Feather.X, () -> done.accept("kill"), true)),
              true);
      MenuEntry end =
          new MenuEntry.Item("End all", Feather.X_CIRCLE, () -> done.accept("end"), true);
      if (offersFaultsOnly) {
        return List.of(group, end);
      }
      return List.of(
          new MenuEntry.Item(
              "Freeze", Feather.PAUSE, () -> done.accept("freeze " + selection.size())),
          group);
    }
  }
}
