package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Neighbor.MessageCounts;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.Role;
import p2pgossip.network.Spread;
import p2pgossip.pace.Pace;
import p2pgossip.topology.Star;
import p2pgossip.topology.TopologyForm;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.ui.window.deck.Deck;
import p2pgossip.ui.window.deck.DeckTab;
import p2pgossip.ui.window.deck.DeckTabs;
import p2pgossip.ui.window.deck.SpreadDeckView;

/// What is done with a swarm from its window.
class SwarmWindowTest extends SwarmInWindow {

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
    // At one moment: copies go on arriving.
    List<String> both =
        work.see(
            () -> List.of(String.join("\n", graph.news(hearer)), work.textOf("#inspector-news")));
    assertThat(both.getLast()).startsWith(both.getFirst()).contains("Told ");
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

    assertThat(peer(member)).isNotNull();
    assertThat(work.see(this::running)).isEqualTo(PEERS);
  }

  @Test
  void inspectsOneThatHasEndedByWhetherItWasANeighbor() {
    List<PeerAddress> all = ring(SILENT.withSentences(true));
    PeerAddress neighbor = all.get(1);
    PeerAddress stranger = all.get(2);
    // So that nobody looks whether its neighbours are still there.
    robot.interact(() -> swarm().setPace(Pace.STILL));
    robot.interact(() -> swarm().steering().kill(Set.of(neighbor, stranger)));
    work.until(() -> roleOf(stranger) == Role.UNREACHABLE);
    List<String> withStranger = standings();
    robot.interact(() -> swarm().setPace(Pace.REAL));
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
    assertThat(ofStranger).startsWith("Has ended");
    assertThat(droppable).isFalse();
    assertThat(connect).isEqualTo("Connect");
    assertThat(work.textOf("#inspector-standing")).isEqualTo(RolePalette.meaning(Role.UNREACHABLE));
    assertThat(work.textOf("#inspector-disconnect")).isEqualTo("Drop");
    assertThat(work.textOf("#inspector-connect")).isEqualTo("Try again now");
  }

  private @Nullable Role roleOf(PeerAddress peer) {
    NetworkNode node = network().view().picture().nodes().get(peer);
    return node == null ? null : node.role();
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
  void turnsFromViewToViewByKeys() {
    List<DeckTab> wanted = DeckTabs.ALL.reversed();
    List<DeckTab> shown = new ArrayList<>();
    for (DeckTab tab : wanted) {
      KeyCodeCombination key = (KeyCodeCombination) KeyCombination.valueOf(tab.key());
      keys(KeyCode.CONTROL, key.getCode());
      shown.add(work.see(() -> work.<Deck>find("#deck").current()));
    }

    assertThat(shown).isEqualTo(wanted);
  }
}
