package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Neighbor.MessageCounts;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Standing;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;
import p2pgossip.network.Passing;
import p2pgossip.peer.RunningPeer;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.model.ConnectAttempt.Outcome;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.Tally;

/// What a window shows and does about its running peer and those that it knows.
class PeerWindowTest extends PeerInWindow {

  private static boolean isConnected(PeerViewModel model, PeerAddress peer) {
    return model
        .neighbor(peer)
        .filter(neighbor -> neighbor.standing() == Standing.CONNECTED)
        .isPresent();
  }

  /// Whether its only period has begun, and all that was sent to `peer` is counted and answered.
  private static boolean isQuiet(PeerViewModel model, PeerAddress peer) {
    Tally tally = model.tallyProperty().get();
    MessageCounts counts = model.neighbor(peer).map(Neighbor::messages).orElse(MessageCounts.NONE);
    return tally.periods() == 1
        && tally.sent() == counts.sent()
        && counts.sent() == counts.delivered();
  }

  @Test
  void connectsToTwoTargetsAtOnce() throws IOException {
    PeerAddress here = work.start();
    try (RunningPeer one = otherPeer();
        RunningPeer two = otherPeer()) {
      keys(KeyCode.CONTROL, KeyCode.L);
      robot.write(one.address().port() + " localhost:" + two.address().port(), 0);
      work.press("#connect");
      work.untilModel(it -> isConnected(it, one.address()) && isConnected(it, two.address()));
      work.untilModel(it -> it.picture().links().size() == 4);

      assertThat(work.see(() -> work.model().picture().nodes()))
          .containsOnlyKeys(here, one.address(), two.address());
      assertThat(work.see(() -> List.copyOf(work.model().journal().log().shown())))
          .filteredOn(line -> line.kind() == LineKind.JOINED)
          .extracting(JournalLine::peer)
          .contains(one.address(), two.address());
      assertThat(work.textOf("#targets")).isEmpty();
      work.until(() -> work.textOf("#caption").equals("gossiping, 2 neighbours"));
    }
  }

  @Test
  void pausesAndSendsAtOnceWhenToldTo() throws IOException {
    try (RunningPeer other = otherPeer()) {
      work.start(other.address());
      work.untilModel(it -> isConnected(it, other.address()));
      work.untilModel(it -> isQuiet(it, other.address()));
      work.until(() -> !work.find("#send-now").isDisabled());
      long before = work.see(() -> work.model().tallyProperty().get().sent());
      work.press("#pause");
      work.press("#send-now");
      work.untilModel(it -> it.tallyProperty().get().sent() == before + 1);

      assertThat(work.see(() -> work.model().settingsProperty().get()))
          .isEqualTo(QUIET.withPaused(true));
      assertThat(work.textOf("#caption")).isEqualTo("paused, 1 neighbour");
    }
  }

  @Test
  void actsOnTheSelectedPeerByKeys() throws IOException {
    try (RunningPeer other = otherPeer()) {
      work.start(other.address());
      work.untilModel(it -> isConnected(it, other.address()));
      work.untilModel(it -> isQuiet(it, other.address()));
      long before = work.see(() -> work.model().tallyProperty().get().sent());
      keys(KeyCode.CONTROL, KeyCode.P);
      work.untilModel(it -> it.settingsProperty().get().paused());

      keys(KeyCode.CONTROL, KeyCode.ENTER);
      work.untilModel(it -> it.tallyProperty().get().sent() == before + 1);
      work.untilModel(it -> isQuiet(it, other.address()));
      select(other.address());
      keys(KeyCode.CONTROL, KeyCode.M);
      work.untilModel(it -> it.tallyProperty().get().sent() == before + 2);
      keys(KeyCode.CONTROL, KeyCode.D);
      work.untilModel(it -> it.neighbor(other.address()).isEmpty());
      // A picture without it would take the selection back.
      work.untilModel(it -> it.picture().nodes().size() == 1);
      select(other.address());
      keys(KeyCode.CONTROL, KeyCode.K);
      work.untilModel(
          it ->
              it.attempts().all().stream()
                  .limit(1)
                  .anyMatch(attempt -> attempt.outcome() != Outcome.CONNECTING));

      assertThat(work.see(() -> work.model().attempts().all().getFirst().words()))
          .isEqualTo("connected");
      assertThat(work.see(() -> isConnected(work.model(), other.address()))).isTrue();
    }
  }

  private void select(PeerAddress peer) {
    robot.interact(() -> work.model().selectedProperty().set(peer));
  }

  @Test
  void turnsLogGraphAndInspectorToTheSamePeer() throws IOException {
    try (RunningPeer other = otherPeer()) {
      PeerAddress here = work.start(other.address());
      work.untilModel(it -> it.picture().links().size() == 2);
      // the log: into the search, and from there into the lines
      keys(KeyCode.CONTROL, KeyCode.F);
      robot.write("is connected", 0);
      robot.type(KeyCode.ENTER, KeyCode.HOME);
      work.untilModel(it -> other.address().equals(it.selectedProperty().get()));
      String inInspector = work.textOf("#inspector-title");
      String inGraph = work.see(() -> work.find(".graph-pane").getAccessibleText());
      // the graph
      keys(KeyCode.CONTROL, KeyCode.G);
      robot.type(KeyCode.ESCAPE);
      boolean cleared = work.see(() -> work.model().selectedProperty().get() == null);
      robot.type(KeyCode.TAB);
      PeerAddress one = work.see(() -> work.model().selectedProperty().get());
      robot.type(KeyCode.TAB);
      PeerAddress next = work.see(() -> work.model().selectedProperty().get());

      assertThat(inInspector).isEqualTo(other.address().toString());
      assertThat(inGraph).contains(other.address().toString());
      assertThat(cleared).isTrue();
      assertThat(List.of(one, next)).containsExactlyInAnyOrder(here, other.address());
      assertThat(work.textOf("#inspector-title")).isEqualTo(next.toString());
    }
  }

  @Test
  void letsNoMessageSetOffInTheGraphWhileItIsMinimized() throws IOException {
    try (RunningPeer other = otherPeer()) {
      PeerAddress here = work.start(other.address());
      work.untilModel(it -> isConnected(it, other.address()));
      GraphPane graph = work.find(".graph-pane");
      work.until(() -> work.model().picture().nodes().size() == 2 && !graph.isMoving());
      robot.interact(() -> work.first().stage().setIconified(true));
      boolean minimized = movesAfterAMessage(graph, other.address(), here);
      robot.interact(() -> work.first().stage().setIconified(false));
      boolean restored = movesAfterAMessage(graph, other.address(), here);

      assertThat(minimized).isFalse();
      assertThat(restored).isTrue();
    }
  }

  /// Read in the same turn of the FX thread: what sets off is gone again within a second.
  private boolean movesAfterAMessage(GraphPane graph, PeerAddress from, PeerAddress to) {
    return work.see(
        () -> {
          graph.showPassed(List.of(Passing.messageReceived(from, to)), Set.of());
          return graph.isMoving();
        });
  }

  @Test
  void disconnectsThePeerInTheInspector() throws IOException {
    try (RunningPeer other = otherPeer()) {
      work.start(other.address());
      work.untilModel(it -> it.picture().nodes().size() == 2);
      robot.interact(() -> work.model().selectedProperty().set(other.address()));
      work.press("#inspector-disconnect");
      work.untilModel(it -> it.picture().nodes().size() == 1);

      assertThat(work.see(() -> work.model().neighbor(other.address()))).isEmpty();
    }
  }

  @Test
  void restartsElsewhereInOneClickAndKeepsItsNeighbors() throws IOException {
    try (RunningPeer other = otherPeer()) {
      PeerAddress before = work.start(other.address());
      work.untilModel(it -> isConnected(it, other.address()));
      work.type("#port", "0");
      work.press("#restart");
      work.untilModel(it -> it.isRunning() && !before.equals(it.addressProperty().get()));
      work.untilModel(it -> isConnected(it, other.address()));

      assertThat(work.see(() -> work.find("#restart").isVisible())).isFalse();
    }
  }

  @Test
  void opensAnotherWindowConnectedToThisOneAndEndsWithTheLast() {
    PeerAddress here = work.start();
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    work.until(() -> work.windows().all().size() == 2);
    PeerViewModel second = work.see(() -> work.windows().all().getLast().model());
    work.until(() -> isConnected(second, here));
    keys(KeyCode.CONTROL, KeyCode.W);
    work.until(() -> work.windows().all().size() == 1);
    int endsBefore = work.ends();
    robot.interact(() -> work.first().stage().requestFocus());
    PeerViewModel first = work.model();
    keys(KeyCode.CONTROL, KeyCode.W);
    work.until(() -> first.stateProperty().get() == PeerState.STOPPED);
    work.until(() -> second.stateProperty().get() == PeerState.STOPPED);

    assertThat(endsBefore).isZero();
    assertThat(work.ends()).isEqualTo(1);
  }
}
