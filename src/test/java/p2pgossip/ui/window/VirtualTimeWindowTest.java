package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Run;
import p2pgossip.peer.RunningPeer;
import p2pgossip.scenario.NameChoice;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.topology.Ring;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.StartFailure;
import p2pgossip.ui.swarm.SwarmRequest;

/// What is different about a swarm in virtual time.
class VirtualTimeWindowTest extends SwarmInWindow {

  private Instant time() {
    return work.see(
            () ->
                Objects.requireNonNull(swarm().peer(swarm().addresses().iterator().next())).clock())
        .instant();
  }

  @Test
  void theWindowsOwnPeerMakesWayForSimulatedOnes() {
    PeerAddress own = work.start();
    robot.interact(
        () ->
            SwarmStarts.start(
                work.first(),
                new SwarmRequest(
                    PEERS, new Ring(), 1, false, SILENT, NameChoice.PORTS, Run.Time.VIRTUAL)));
    work.until(() -> running() == PEERS);
    work.untilModel(it -> it.isRunning() && it.home().isPresent());
    PeerAddress shown = work.see(() -> work.model().addressProperty().get());
    SteerablePeer member = Objects.requireNonNull(peer(shown));

    assertThat(work.runtime().runs(own)).isFalse();
    assertThat(member).isNotInstanceOf(RunningPeer.class);
    assertThat(work.see(() -> work.model().steadyClock().instant()))
        .isBetween(member.clock().instant().minusSeconds(5), member.clock().instant());
  }

  @Test
  void aPeerOfTheWindowsOwnIsNotStartedBesideThem() {
    List<PeerAddress> all = ring(SILENT);
    fire("#start-or-stop");
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);
    robot.interact(() -> work.model().start(all.getFirst().port() + 1, "", List.of()));

    StartFailure failure = work.see(() -> work.model().startFailureProperty().get());
    assertThat(failure).isNotNull();
    assertThat(failure.field()).isEqualTo(StartFailure.Field.PORT);
    assertThat(failure.words()).contains("virtual time");
    assertThat(work.see(() -> work.model().stateProperty().get())).isEqualTo(PeerState.STOPPED);
  }

  @Test
  void timePassesAtThePaceOfTheMenu() {
    ring(SILENT);
    MenuButton pace = work.find("#swarm-pace");
    Instant before = time();
    robot.interact(() -> pace.getItems().getLast().fire());
    work.until(() -> Duration.between(before, time()).compareTo(Duration.ofDays(1)) > 0);

    assertThat(work.textOf("#swarm-pace")).isEqualTo("at once");
  }

  /// A simulated peer may know an address at which a real peer is reached.
  @Test
  void nobodyIsAskedOnTheRealNetworkForWhatSimulatedPeersKnow() throws IOException {
    try (ServerSocket real = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      real.setSoTimeout(300);
      PeerAddress known = new PeerAddress(real.getInetAddress(), real.getLocalPort());
      ring(LIVELY);
      robot.interact(() -> work.model().connect(known));
      work.until(() -> network().view().picture().nodes().containsKey(known));
      assertThatThrownBy(real::accept).isInstanceOf(SocketTimeoutException.class);

      robot.interact(() -> swarm().stop());
      work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);
      work.start();
      assertThatThrownBy(real::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }
}
