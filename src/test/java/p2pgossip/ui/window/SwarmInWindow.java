package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Run;
import p2pgossip.network.Spread;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.topology.Ring;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmViewModel;

/// A window in which a swarm runs, for tests through its real scene. Its peers are simulated: they
/// live in virtual time, which never runs ahead of a slow machine.
@ExtendWith(OnScreen.class)
abstract class SwarmInWindow {

  static final int PEERS = 4;
  static final PeerSettings SILENT =
      PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1)).withSentences(false);
  static final PeerSettings LIVELY = SILENT.withPeriod(Duration.ofMillis(200));

  @TempDir static Path folder;

  final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = new WindowsAtWork(SILENT, folder);
  }

  /// On the headless screen, a menu whose shadow reaches over the lower edge throws: in a low
  /// window that stands at the top, no peer is so far down that its menu would.
  @BeforeEach
  void awaitTheWholeWindow() {
    robot.interact(() -> work.first().stage().setHeight(640));
    work.untilFurnished();
  }

  @AfterEach
  void close() {
    work.close();

    assertThat(work.uncaught()).isEmpty();
  }

  SwarmViewModel swarm() {
    return work.first().swarm();
  }

  NetworkViewModel network() {
    return work.model().network();
  }

  /// A ring whose first peer the window looks at, once each knows its two neighbours.
  List<PeerAddress> ring(PeerSettings settings) {
    return ring(settings, 0);
  }

  List<PeerAddress> ring(PeerSettings settings, int originals) {
    SwarmPlan plan =
        new SwarmPlan(
            PEERS, originals, new Ring(), settings, 1, 0, null, List.of(), null, Run.Time.VIRTUAL);
    robot.interact(() -> swarm().start(plan, member -> work.model().attach(member, swarm())));
    work.until(() -> running() == PEERS);
    work.untilModel(it -> it.isRunning() && it.picture().addressees() == 2);
    work.until(() -> network().view().picture().nodes().size() == PEERS);
    work.until(() -> network().view().picture().links().size() == 2 * PEERS);
    return work.see(
        () ->
            Objects.requireNonNull(swarm().stateProperty().get()).members().stream()
                .sorted(Comparator.comparing(NetworkMember::number))
                .map(NetworkMember::address)
                .toList());
  }

  int running() {
    SwarmState state = swarm().stateProperty().get();
    return state == null || state.starting() ? 0 : state.running();
  }

  List<PeerSettings> settingsOfAll() {
    return work.see(
        () ->
            swarm().addresses().stream()
                .map(swarm()::peer)
                .filter(Objects::nonNull)
                .map(SteerablePeer::settings)
                .toList());
  }

  int reached() {
    Spread spread = network().view().spread();
    return spread == null ? 0 : spread.arrivals().size();
  }

  void keys(KeyCode... codes) {
    robot.press(codes).release(codes);
  }

  /// What the question says that is asked now, line by line.
  List<String> questionLines() {
    work.until(() -> robot.lookup("#question").tryQuery().isPresent());
    return work.see(
        () ->
            robot.lookup("#question .label").<Labeled>queryAll().stream()
                .map(Labeled::getText)
                .toList());
  }

  void fireAnswer(String selector) {
    robot.interact(() -> robot.lookup(selector).<ButtonBase>query().fire());
  }

  void fire(String selector) {
    robot.interact(() -> work.<ButtonBase>find(selector).fire());
  }

  void select(@Nullable PeerAddress peer) {
    robot.interact(() -> work.model().selectedProperty().set(peer));
  }

  /// Opens the menu of what is selected by the keyboard, and chooses in it.
  void choose(String entry) {
    openMenu();
    robot.interact(() -> item(entry).fire());
  }

  void openMenu() {
    GraphPane graph = work.find(".graph-pane");
    robot.interact(
        () ->
            Event.fireEvent(
                graph,
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, true, null)));
  }

  static Stream<ContextMenu> menus() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast);
  }

  static Stream<MenuItem> withThoseInside(MenuItem item) {
    return item instanceof Menu menu
        ? Stream.concat(Stream.of(item), menu.getItems().stream())
        : Stream.of(item);
  }

  static MenuItem item(String text) {
    return menus()
        .flatMap(menu -> menu.getItems().stream())
        .flatMap(SwarmWindowTest::withThoseInside)
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no menu has " + text));
  }

  @Nullable SteerablePeer peer(PeerAddress address) {
    return work.see(() -> swarm().peer(address));
  }

  List<String> standings() {
    return work.see(
        () ->
            robot.lookup(".status-bar .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
  }
}
