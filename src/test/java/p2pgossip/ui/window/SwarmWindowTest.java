package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path.Around;
import p2pgossip.fault.Path.Everywhere;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Neighbor.MessageCounts;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.Role;
import p2pgossip.network.Spread;
import p2pgossip.peer.RunningPeer;
import p2pgossip.scenario.Scenario;
import p2pgossip.steering.NetworkMember;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.topology.Ring;
import p2pgossip.topology.Star;
import p2pgossip.topology.TopologyForm;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.model.Moment;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.ui.window.deck.Deck;
import p2pgossip.ui.window.deck.SpreadDeckView;
import p2pgossip.wire.ScenarioJson;

/// A swarm, its rumours and its faults, through the real scene with real peers behind it.
@ExtendWith(OnScreen.class)
class SwarmWindowTest {

  private static final int PEERS = 4;
  private static final PeerSettings SILENT =
      PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1)).withSentences(false);
  private static final PeerSettings LIVELY = SILENT.withPeriod(Duration.ofMillis(200));

  @TempDir static Path folder;

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = new WindowsAtWork(SILENT, folder);
  }

  /// On the headless screen, a menu whose shadow reaches over the lower edge throws: in a low window
  /// that stands at the top, no peer is so far down that its menu would.
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

  private SwarmViewModel swarm() {
    return work.first().swarm();
  }

  private NetworkViewModel network() {
    return work.model().network();
  }

  /// A ring whose first peer the window looks at, once each knows its two neighbours.
  private List<PeerAddress> ring(PeerSettings settings) {
    return ring(settings, 0);
  }

  private List<PeerAddress> ring(PeerSettings settings, int originals) {
    SwarmPlan plan = new SwarmPlan(PEERS, originals, new Ring(), settings, 1, 0, null, List.of());
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

  private int running() {
    SwarmState state = swarm().stateProperty().get();
    return state == null || state.starting() ? 0 : state.running();
  }

  private List<PeerSettings> settingsOfAll() {
    return work.see(
        () ->
            swarm().addresses().stream()
                .map(swarm()::peer)
                .filter(Objects::nonNull)
                .map(RunningPeer::settings)
                .toList());
  }

  private int reached() {
    Spread spread = network().view().spread();
    return spread == null ? 0 : spread.arrivals().size();
  }

  private void keys(KeyCode... codes) {
    robot.press(codes).release(codes);
  }

  /// What the question says that is asked now, line by line.
  private List<String> questionLines() {
    return robot.lookup("#question .label").<Labeled>queryAll().stream()
        .map(Labeled::getText)
        .toList();
  }

  private void fireAnswer(String selector) {
    robot.interact(() -> robot.lookup(selector).<ButtonBase>query().fire());
  }

  /// As the window manager does when its button is pressed.
  private void requestClose() {
    robot.interact(
        () -> {
          Stage stage = work.first().stage();
          Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
  }

  private void fire(String selector) {
    robot.interact(() -> work.<ButtonBase>find(selector).fire());
  }

  private void select(@Nullable PeerAddress peer) {
    robot.interact(() -> work.model().selectedProperty().set(peer));
  }

  /// Opens the menu of what is selected by the keyboard, and chooses in it.
  private void choose(String entry) {
    openMenu();
    robot.interact(() -> item(entry).fire());
  }

  private void openMenu() {
    GraphPane graph = work.find(".graph-pane");
    robot.interact(
        () ->
            Event.fireEvent(
                graph,
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, true, null)));
  }

  private static Stream<ContextMenu> menus() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast);
  }

  private static Stream<MenuItem> withThoseInside(MenuItem item) {
    return item instanceof Menu menu
        ? Stream.concat(Stream.of(item), menu.getItems().stream())
        : Stream.of(item);
  }

  private static MenuItem item(String text) {
    return menus()
        .flatMap(menu -> menu.getItems().stream())
        .flatMap(SwarmWindowTest::withThoseInside)
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no menu has " + text));
  }

  private @Nullable RunningPeer peer(PeerAddress address) {
    return work.see(() -> swarm().peer(address));
  }

  @Test
  void startsWhatIsAskedForInTheDialogueJoinedToThisPeer() {
    // The port that it proposes was free when the window opened; since then, anybody may have taken
    // it.
    robot.interact(() -> work.first().form().portProperty().set("0"));
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    work.until(() -> robot.lookup("#swarm-begin").tryQuery().isPresent());
    Spinner<Integer> count = robot.lookup("#swarm-peers").query();
    ComboBox<TopologyForm> wiring = robot.lookup("#swarm-wiring").query();
    robot.interact(() -> count.getValueFactory().setValue(5));
    robot.interact(() -> wiring.setValue(new Star().form()));
    Button begin = robot.lookup("#swarm-begin").query();
    robot.interact(begin::fire);
    work.until(() -> running() == 5);
    work.until(() -> network().view().picture().nodes().size() == 6);
    work.untilModel(it -> it.picture().addressees() == 1);

    assertThat(
            work.see(() -> Objects.requireNonNull(swarm().stateProperty().get()).plan().topology()))
        .isEqualTo(new Star());
    assertThat(work.<Node>find(".swarm-bar").isVisible()).isTrue();
  }

  /// Whether all that the first peer has sent is counted and answered.
  private boolean nothingIsUnderWay() {
    long sent = 0;
    long delivered = 0;
    for (PeerAddress member : swarm().addresses()) {
      MessageCounts counts =
          work.model().neighbor(member).map(Neighbor::messages).orElse(MessageCounts.NONE);
      sent += counts.sent();
      delivered += counts.delivered();
    }
    return sent == delivered && work.model().tallyProperty().get().sent() == sent;
  }

  @Test
  void sendsOnePeriodForEachStepWhileItIsPaused() {
    ring(SILENT.withSentences(true));
    fire("#swarm-pause");
    work.until(() -> work.model().settingsProperty().get().paused() && nothingIsUnderWay());
    long before = work.see(() -> work.model().tallyProperty().get().sent());
    fire("#swarm-step");
    work.untilModel(it -> it.tallyProperty().get().sent() == before + 2);
    work.until(this::nothingIsUnderWay);
    keys(KeyCode.F8);
    work.untilModel(it -> it.tallyProperty().get().sent() == before + 4);

    assertThat(settingsOfAll()).hasSize(PEERS).allMatch(PeerSettings::paused);
  }

  @Test
  void changesPeriodAndStrategyOfAll() {
    ring(SILENT);
    Slider period = work.find("#swarm-period");
    robot.interact(() -> period.setValue(0));
    work.until(() -> settingsOfAll().stream().allMatch(it -> it.period().toMillis() == 100));
    fire("#swarm-slow");
    work.until(() -> settingsOfAll().stream().allMatch(it -> it.period().toMillis() == 500));
    fire("#swarm-slow");
    Spreading flood = Spreading.DEFAULT.withStrategy(Strategy.FLOOD);
    robot.interact(() -> swarm().change(it -> it.withSpreading(flood)));

    work.until(() -> settingsOfAll().stream().allMatch(it -> it.spreading().equals(flood)));
    assertThat(settingsOfAll()).hasSize(PEERS).allMatch(it -> it.period().toMillis() == 100);
    assertThat(work.textOf("#swarm-strategy")).isEqualTo("flood");
  }

  @Test
  void spreadsFromAnywhereAndFromTheSelectedPeerToAll() {
    List<PeerAddress> all = ring(LIVELY);
    work.type("#swarm-rumor", "The bridge is closed");
    robot.type(KeyCode.ENTER);
    work.until(() -> reached() == PEERS);
    String first = work.see(() -> Objects.requireNonNull(network().view().spread()).rumor().text());
    select(all.get(2));
    SplitMenuButton button = work.find("#swarm-spread");
    robot.interact(() -> button.getItems().getLast().fire());
    work.until(() -> network().view().rumors().size() == 2);
    work.until(() -> reached() == PEERS);
    Spread second = Objects.requireNonNull(work.see(() -> network().view().spread()));

    assertThat(first).isEqualTo("The bridge is closed");
    assertThat(second.rumor().origin()).isEqualTo(all.get(2));
    assertThat(second.rumor().text()).isEqualTo("Rumour 2");
    assertThat(second.arrivals()).containsOnlyKeys(all);
  }

  @Test
  void saysInTheInspectorWhatTheGraphSaysOfARumorAndOfAnOriginalPeer() {
    List<PeerAddress> all = ring(LIVELY, 1);
    work.until(() -> work.model().originals().size() == 1);
    PeerAddress original = work.see(() -> work.model().originals().iterator().next());
    PeerAddress hearer = all.get(1);
    fire("#swarm-spread");
    work.until(() -> reached() == PEERS - 1);
    GraphPane graph = work.find(".graph-pane");
    select(original);
    work.until(() -> work.textOf("#inspector-news").startsWith("An original peer: "));
    boolean explained =
        work.see(
            () ->
                robot.lookup(".graph-legend .row").<Labeled>queryAll().stream()
                    .anyMatch(row -> row.getText().equals("Original")));
    select(hearer);

    work.until(() -> work.textOf("#inspector-news").contains("the rumour"));
    assertThat(work.see(() -> String.join("\n", graph.news(hearer))))
        .isEqualTo(work.textOf("#inspector-news"));
    assertThat(explained).isTrue();
  }

  @Test
  void spreadsARumorByItsKey() {
    ring(LIVELY);
    keys(KeyCode.CONTROL, KeyCode.R);
    work.until(() -> reached() == PEERS);

    assertThat(work.see(() -> network().view().rumors())).hasSize(1);
  }

  @Test
  void forgetsAllRumorsAndEndsTheSwarm() {
    List<PeerAddress> all = ring(LIVELY);
    fire("#swarm-spread");
    work.until(() -> reached() == PEERS);
    fire("#swarm-pause");
    work.until(() -> settingsOfAll().stream().allMatch(PeerSettings::paused));
    fire("#swarm-reset");
    work.until(
        () ->
            all.stream()
                .allMatch(
                    it -> Objects.requireNonNull(swarm().peer(it)).snapshot().rumors().isEmpty()));
    work.until(() -> network().view().spread() == null);
    assertThat(work.see(() -> network().view().rumors())).hasSize(1);
    assertThat(work.textOf("#notice")).startsWith("All peers forget all rumours.");
    fire("#swarm-stop");
    assertThat(questionLines())
        .contains("4 peers end, the one of this window (" + all.getFirst() + ") among them.");
    fireAnswer("#end-swarm");
    work.until(() -> all.stream().noneMatch(work.runtime()::runs));
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);

    assertThat(work.see(() -> swarm().stateProperty().get())).isNull();
    assertThat(work.see(() -> robot.lookup(".swarm-bar").tryQuery())).isEmpty();
  }

  @Test
  void opensAWindowOnAMemberAndClosesItWithoutEndingTheMember() {
    PeerAddress member = ring(SILENT).get(1);
    select(member);
    choose("Open a window on it");
    work.until(() -> work.windows().all().size() == 2);
    PeerWindow second = work.see(() -> work.windows().all().getLast());
    work.until(() -> member.equals(second.model().addressProperty().get()));
    robot.interact(() -> second.stage().requestFocus());
    keys(KeyCode.CONTROL, KeyCode.W);
    work.until(() -> work.windows().all().size() == 1);

    assertThat(work.runtime().runs(member)).isTrue();
    assertThat(work.see(this::running)).isEqualTo(PEERS);
  }

  @Test
  void killsListsAndStartsAgain() {
    List<PeerAddress> all = ring(SILENT);
    keys(KeyCode.CONTROL, KeyCode.DIGIT4);
    select(all.get(1));
    work.until(() -> !work.find("#faults-kill").isDisabled());
    fire("#faults-kill");
    work.until(() -> swarm().ended().equals(List.of(all.get(1))));
    select(all.get(3));
    fire("#faults-leave");
    work.until(() -> swarm().ended().size() == 2);
    work.until(() -> robot.lookup(".fault-row").queryAll().size() == 2);
    fire("#faults-start-all");
    work.until(() -> running() == PEERS);

    assertThat(work.see(() -> swarm().ended())).isEmpty();
    assertThat(all).allMatch(work.runtime()::runs);
  }

  @Test
  void inspectsOneThatHasEndedByWhetherItWasANeighbor() {
    List<PeerAddress> all = ring(SILENT.withSentences(true));
    PeerAddress neighbor = all.get(1);
    PeerAddress stranger = all.get(2);
    robot.interact(() -> swarm().kill(Set.of(neighbor, stranger)));
    work.until(() -> roleOf(stranger) == Role.UNREACHABLE);
    List<String> withStranger = standings();
    robot.interact(() -> work.model().sendNow());
    work.until(() -> roleOf(neighbor) == Role.UNREACHABLE);
    List<String> withBoth = standings();
    select(stranger);
    String ofStranger = work.textOf("#inspector-standing");
    boolean droppable = work.see(() -> work.find("#inspector-disconnect").isVisible());
    String connect = work.textOf("#inspector-connect");
    select(neighbor);

    assertThat(withStranger).contains("1 Unreachable");
    assertThat(withBoth).contains("2 Unreachable");
    assertThat(ofStranger).isEqualTo("Has ended; not a neighbour, so it is not tried.");
    assertThat(droppable).isFalse();
    assertThat(connect).isEqualTo("Connect");
    assertThat(work.textOf("#inspector-standing"))
        .isEqualTo("Does not answer at present; it is tried again after a while.");
    assertThat(work.textOf("#inspector-disconnect")).isEqualTo("Drop");
    assertThat(work.textOf("#inspector-connect")).isEqualTo("Try again now");
  }

  @Test
  void countsAtTheFootWhatTheGraphShowsAlsoWhileThePeerIsStoppedAndInThePast() {
    List<PeerAddress> all = ring(SILENT);
    work.until(() -> standings().contains("2 Connected"));
    Instant then = work.see(() -> network().view().now());
    robot.interact(() -> swarm().kill(Set.of(all.get(1))));
    robot.interact(() -> work.model().stop());
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);
    work.until(() -> network().view().picture().self() != null);
    work.until(() -> !all.getFirst().equals(network().view().picture().self()));
    PeerAddress seenFrom = work.see(() -> network().view().picture().self());

    assertThat(work.textOf(".status-address")).isEqualTo("seen from " + seenFrom);
    assertThat(work.see(this::countsOfTheGraph)).isSubsetOf(standings());

    robot.interact(() -> network().seek(then));
    work.until(() -> network().pastProperty().get());

    assertThat(work.textOf(".status-address")).isEqualTo("seen from " + all.getFirst());
    assertThat(standings()).contains("2 Connected", "0 Unreachable");
    assertThat(work.see(() -> work.find("#traffic").isVisible())).isFalse();
  }

  @Test
  void saysInTheHeaderThatThePastIsShownInPlaceOfHowManyNeighborsThereAreNow() {
    ring(SILENT);
    work.until(() -> work.textOf("#caption").equals("gossiping, 2 neighbours"));
    robot.interact(() -> network().hold());
    work.until(() -> network().pastProperty().get());

    assertThat(work.textOf("#caption")).isEqualTo("gossiping, looking back");
  }

  private List<String> countsOfTheGraph() {
    return Stream.of(Role.CONNECTED, Role.LEARNED, Role.PENDING, Role.UNREACHABLE)
        .map(role -> network().view().picture().count(role) + " " + RolePalette.name(role))
        .toList();
  }

  private List<String> standings() {
    return work.see(
        () ->
            robot.lookup(".status-bar .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
  }

  private @Nullable Role roleOf(PeerAddress peer) {
    NetworkNode node = network().view().picture().nodes().get(peer);
    return node == null ? null : node.role();
  }

  @Test
  void laysFaultsOnWhatIsSelectedAndEndsThemOneByOneAndAllAtOnce() {
    List<PeerAddress> all = ring(SILENT);
    keys(KeyCode.CONTROL, KeyCode.DIGIT4);
    robot.interact(work.<GraphPane>find(".graph-pane")::selectAll);
    work.until(() -> !work.find("#faults-kill").isDisabled());
    Slider loss = work.find("#faults-loss");
    robot.interact(() -> loss.setValue(40));
    fire("#faults-loss-begin");
    Fault<PeerAddress> lost = new Fault.Loss<>(new Around<>(Set.copyOf(all)), 0.4);
    work.until(() -> network().view().faults().equals(List.of(lost)));
    select(null);
    select(all.get(2));
    fire("#faults-freeze");
    fire("#faults-cut-off");
    Fault<PeerAddress> frozen = new Fault.Freeze<>(all.get(2));
    Fault<PeerAddress> parted =
        new Fault.Partition<>(
            List.of(Set.of(all.get(2)), Set.of(all.get(0), all.get(1), all.get(3))));
    work.until(() -> robot.lookup(".fault-row").queryAll().size() == 3);
    List<Fault<PeerAddress>> before = work.see(() -> List.copyOf(network().view().faults()));
    Button first = robot.lookup(".fault-row").lookup(".button").query();
    robot.interact(first::fire);
    work.until(() -> network().view().faults().size() == 2);
    List<Fault<PeerAddress>> afterOne = work.see(() -> List.copyOf(network().view().faults()));
    fire("#faults-end-all");
    work.until(() -> network().view().faults().isEmpty());

    assertThat(before).containsExactly(lost, frozen, parted);
    assertThat(afterOne).containsExactly(frozen, parted);
    assertThat(robot.lookup(".fault-row").queryAll()).isEmpty();
  }

  @Test
  void makesAllGoWrongEverywhereWhereNobodyIsSelected() {
    ring(SILENT);
    keys(KeyCode.CONTROL, KeyCode.DIGIT4);
    work.until(() -> robot.lookup("#faults-block").tryQuery().isPresent());
    select(null);
    fire("#faults-block");
    work.until(() -> !network().view().faults().isEmpty());

    assertThat(work.see(() -> network().view().faults()))
        .containsExactly(new Fault.Block<>(new Everywhere<>()));
  }

  @Test
  void killsFreezesAndThawsFromTheMenuOfThePeer() {
    List<PeerAddress> all = ring(SILENT);
    select(all.get(1));
    choose("Freeze");
    work.until(() -> network().view().faults().equals(List.of(new Fault.Freeze<>(all.get(1)))));
    choose("Thaw");
    work.until(() -> network().view().faults().isEmpty());
    choose("Kill");
    work.until(() -> swarm().ended().equals(List.of(all.get(1))));

    assertThat(peer(all.get(1))).isNull();
    assertThat(work.runtime().runs(all.get(1))).isFalse();
  }

  @Test
  void keepsTheMenuOfAPeerLowAndItsFaultsInReachOfTheKeyboard() {
    PeerAddress chosen = ring(SILENT).get(1);
    select(chosen);
    openMenu();
    double height = work.see(() -> menus().findFirst().orElseThrow().getHeight());
    // From the top, round to the last, which is the menu of the faults; in it, to the fourth.
    robot.type(KeyCode.UP, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
    work.until(() -> network().view().faults().equals(List.of(new Fault.Freeze<>(chosen))));
    openMenu();
    List<String> texts =
        work.see(
            () ->
                menus()
                    .flatMap(menu -> menu.getItems().stream())
                    .map(MenuItem::getText)
                    .filter(Objects::nonNull)
                    .toList());
    robot.type(KeyCode.ESCAPE);

    assertThat(height).isLessThan(400);
    assertThat(texts)
        .containsExactly(
            "Connect",
            "Disconnect",
            "Send a message now",
            "Copy address",
            "Spread a rumour from here",
            "Open a window on it",
            "Faults",
            "End all faults");
  }

  @Test
  void holdsSeeksStepsPlaysAndComesBackToNow() {
    ring(LIVELY);
    fire("#swarm-spread");
    work.until(() -> reached() == PEERS);
    fire("#swarm-pause");
    keys(KeyCode.CONTROL, KeyCode.SPACE);
    work.until(() -> moment().mode() == Moment.Mode.HELD);
    int lines = work.see(() -> work.model().journal().log().shown().size());
    Slider slider = work.find("#replay-moment");
    robot.interact(() -> slider.setValue(0));
    work.until(() -> moment().at().equals(moment().start()));
    int atStart = work.see(this::reached);
    int linesAtStart = work.see(() -> work.model().journal().log().shown().size());
    keys(KeyCode.CONTROL, KeyCode.RIGHT);
    work.until(() -> moment().at().isAfter(moment().start()));
    Instant first = work.see(() -> moment().at());
    int later = 0;
    // What happens in one step of a peer has one time.
    do {
      keys(KeyCode.CONTROL, KeyCode.RIGHT);
      later++;
    } while (!work.see(() -> moment().at().isAfter(first)));
    // Each comes to stand just before the step that it takes back.
    for (int back = 0; back <= later; back++) {
      fire("#replay-back");
    }
    work.until(() -> moment().at().equals(first));
    fire("#replay-play");
    work.until(() -> reached() == PEERS);
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    work.until(() -> moment().mode() == Moment.Mode.LIVE);

    assertThat(atStart).isZero();
    assertThat(linesAtStart).isLessThan(lines);
    assertThat(work.see(() -> work.model().journal().log().shown().size()))
        .isGreaterThanOrEqualTo(lines);
  }

  @Test
  void offersInThePastNothingThatWouldActOnNow() {
    List<PeerAddress> all = ring(SILENT);
    fire("#view-spread");
    fire("#swarm-spread");
    work.until(() -> reached() > 0);
    select(all.getLast());
    List<String> acting =
        List.of("#swarm-spread", "#swarm-step", "#swarm-reset", "#spread-rumor", "#send-now");
    work.until(() -> acting.stream().noneMatch(it -> work.find(it).isDisabled()));
    keys(KeyCode.CONTROL, KeyCode.SPACE);
    work.until(() -> moment().mode() == Moment.Mode.HELD);
    List<String> on =
        work.see(() -> acting.stream().filter(it -> !work.find(it).isDisabled()).toList());
    boolean canDisconnect = work.see(() -> work.find("#inspector-disconnect").isVisible());
    keys(KeyCode.CONTROL, KeyCode.R);
    String said = work.textOf("#notice");
    Moment.Mode mode = work.see(() -> moment().mode());
    openMenu();
    List<String> entries =
        work.see(
            () ->
                menus()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> item.getText() != null && !item.isDisable())
                    .map(MenuItem::getText)
                    .toList());
    robot.interact(() -> item("Go back to Live").fire());
    work.until(() -> moment().mode() == Moment.Mode.LIVE);

    assertThat(on).isEmpty();
    assertThat(canDisconnect).isFalse();
    assertThat(said).isEqualTo("Go back to Live to tell a rumour.");
    assertThat(mode).isEqualTo(Moment.Mode.HELD);
    assertThat(entries).containsExactly("Copy address", "Go back to Live");
    assertThat(work.see(() -> network().view().rumors())).hasSize(1);
    work.until(() -> acting.stream().noneMatch(it -> work.find(it).isDisabled()));
  }

  private Moment moment() {
    return network().view().moment();
  }

  @Test
  void numbersTheNextRumorAlikeInTheBarAndInThePane() {
    ring(LIVELY);
    robot.interact(() -> work.first().startWith(SpreadDeckView.TAB));
    for (int told = 1; told <= 2; told++) {
      fire("#swarm-spread");
      int expected = told + 1;
      work.until(() -> network().view().rumors().size() == expected - 1);
      assertThat(work.<TextField>find("#swarm-rumor").getPromptText())
          .isEqualTo(work.<TextField>find("#rumor-text").getPromptText())
          .isEqualTo("Rumour " + expected);
    }
  }

  @Test
  void startsAPeerOfTheSwarmAgainInItsPlace() {
    List<PeerAddress> all = ring(SILENT);
    PeerAddress own = all.getFirst();
    PeerSettings set = SILENT.withUpdate(true);
    robot.interact(() -> work.model().change(_ -> set));
    fire("#start-or-stop");
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);

    assertThat(work.textOf(".peer-address")).isEqualTo(own.toString());
    assertThat(work.textOf("#caption")).isEqualTo("stopped, can rejoin");

    fire("#start-or-stop");
    work.untilModel(it -> it.isRunning() && it.picture().addressees() == 2);
    work.until(() -> network().view().picture().links().size() == 2 * PEERS);

    assertThat(work.see(() -> work.model().addressProperty().get())).isEqualTo(own);
    assertThat(work.see(() -> Objects.requireNonNull(swarm().peer(own)).settings())).isEqualTo(set);
    assertThat(work.see(this::running)).isEqualTo(PEERS);
  }

  @Test
  void looksAgainAtItsPeerThatOthersHaveStartedAgain() {
    List<PeerAddress> all = ring(SILENT);
    robot.interact(() -> swarm().kill(List.of(all.getFirst())));
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);
    robot.interact(() -> swarm().restart(List.of(all.getFirst())));

    work.untilModel(it -> it.isRunning() && it.picture().addressees() == 2);
  }

  @Test
  void startsAPeerOfItsOwnOnceTheSwarmHasEnded() {
    List<PeerAddress> all = ring(SILENT);
    fire("#start-or-stop");
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);
    work.until(() -> running() == PEERS - 1);
    fire("#swarm-stop");
    assertThat(questionLines()).contains("3 peers end.");
    fireAnswer("#end-swarm");
    work.until(() -> all.stream().noneMatch(work.runtime()::runs));

    assertThat(work.textOf(".peer-address")).isEqualTo("New peer");
    fire("#start-or-stop");
    work.untilModel(PeerViewModel::isRunning);
  }

  @Test
  void asksBeforeAWindowIsClosedWithASwarmAndWithWhatWasSeenOfItsRumors() {
    List<PeerAddress> all = ring(LIVELY);
    fire("#swarm-spread");
    work.until(() -> reached() == PEERS);
    requestClose();
    assertThat(questionLines())
        .contains("4 peers end, the one of this window (" + all.getFirst() + ") among them.")
        .anyMatch(line -> line.contains("1 rumour") && line.contains("lost"));
    robot.type(KeyCode.ESCAPE);

    assertThat(work.see(this::running)).isEqualTo(PEERS);
    assertThat(work.ends()).isZero();

    fire("#swarm-stop");
    fireAnswer("#end-swarm");
    work.until(() -> all.stream().noneMatch(work.runtime()::runs));
    requestClose();
    assertThat(questionLines())
        .anyMatch(line -> line.contains("1 rumour") && line.contains("lost"))
        .noneMatch(line -> line.contains("peers end"));
    fireAnswer("#close-window");

    assertThat(work.ends()).isOne();
  }

  @Test
  void asksNothingWhereAWindowWithAPeerOfItsOwnIsClosed() {
    work.start();
    requestClose();

    assertThat(robot.lookup("#question").tryQuery()).isEmpty();
    assertThat(work.ends()).isOne();
  }

  @Test
  void namesTheScenarioThatIsBrokenOff() throws Exception {
    Scenario scenario =
        ScenarioJson.read(
            """
            {"name": "Near and far", "peers": 3, "topology": "line", "lasts": "1 h",
             "variants": [{"name": "near"}, {"name": "far"}], "actions": []}
            """
                .getBytes(StandardCharsets.UTF_8));
    robot.interact(() -> SwarmStarts.play(work.first(), scenario, 0));
    work.until(() -> running() > 0);
    fire("#swarm-stop");

    assertThat(questionLines())
        .anyMatch(line -> line.contains("“Near and far”") && line.contains("broken off"));
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  void goesOnWithTheSwarmWhereTheQuestionIsCancelled() {
    ring(SILENT);
    fire("#swarm-stop");
    robot.type(KeyCode.ESCAPE);

    assertThat(robot.lookup("#question").tryQuery()).isEmpty();
    assertThat(work.see(this::running)).isEqualTo(PEERS);
  }

  @Test
  void endsWhatIsMadeToGoWrongWithTheSwarm() {
    List<PeerAddress> all = ring(SILENT);
    robot.interact(
        () -> {
          swarm().begin(new Fault.Freeze<>(all.get(1)));
          swarm().begin(new Fault.Loss<>(new Everywhere<>(), 0.5));
        });
    work.until(() -> network().view().faults().size() == 2);
    fire("#swarm-stop");
    assertThat(questionLines()).contains("What is made to go wrong for them ends, too.");
    fireAnswer("#end-swarm");

    work.until(() -> network().view().faults().isEmpty());
    assertThat(work.runtime().faults().inForce().faults()).isEmpty();
  }

  @Test
  void letsAPeerThatIsJoinedToTheSwarmComeBackToIt() {
    PeerAddress own = work.start();
    SwarmPlan plan = new SwarmPlan(PEERS, 0, new Ring(), SILENT, 1, 0, null, List.of(own));
    robot.interact(() -> swarm().start(plan, _ -> {}));
    work.until(() -> running() == PEERS && work.model().picture().addressees() > 0);
    fire("#start-or-stop");
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);
    robot.interact(() -> work.model().start(own.port(), "", List.of()));

    work.untilModel(it -> it.isRunning() && it.picture().addressees() > 0);
  }

  @Test
  void turnsFromViewToViewByKeys() {
    List<String> shown = new ArrayList<>();
    for (KeyCode key :
        List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT1)) {
      keys(KeyCode.CONTROL, key);
      shown.add(work.see(() -> work.<Deck>find("#deck").current().title()));
    }

    assertThat(shown).containsExactly("Spread", "Space-time", "Faults", "Profile", "Log");
  }
}
