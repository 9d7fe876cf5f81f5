package p2pgossip.ui.graph.input;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;

import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.graph.input.PeerSteps.PeerPoint;

class PeerStepsTest {

  /// A peer in the middle, one on each side, and one far to the lower right.
  private static final List<PeerPoint> SPOTS =
      List.of(
          new PeerPoint(peer(5), 100, 100),
          new PeerPoint(peer(4), 50, 100),
          new PeerPoint(peer(3), 150, 105),
          new PeerPoint(peer(2), 100, 40),
          new PeerPoint(peer(1), 300, 250));

  @Test
  void goesThroughThePeersInTheOrderOfTheirAddresses() {
    assertThat(PeerSteps.inOrder(SPOTS, null, 1)).contains(peer(1));
    assertThat(PeerSteps.inOrder(SPOTS, peer(1), 1)).contains(peer(2));
    assertThat(PeerSteps.inOrder(SPOTS, peer(3), -1)).contains(peer(2));
  }

  @Test
  void endsPastTheLastPeerSoThatTheKeyboardCanLeave() {
    assertThat(PeerSteps.inOrder(SPOTS, peer(5), 1)).isEmpty();
    assertThat(PeerSteps.inOrder(SPOTS, peer(1), -1)).isEmpty();
    assertThat(PeerSteps.inOrder(List.of(), null, 1)).isEmpty();
  }

  @Test
  void startsAtTheLastPeerBackwards() {
    assertThat(PeerSteps.inOrder(SPOTS, null, -1)).contains(peer(5));
  }

  @Test
  void goesToTheNearestPeerInADirection() {
    assertThat(PeerSteps.towards(SPOTS, peer(5), -1, 0)).contains(peer(4));
    assertThat(PeerSteps.towards(SPOTS, peer(5), 1, 0)).contains(peer(3));
    assertThat(PeerSteps.towards(SPOTS, peer(5), 0, -1)).contains(peer(2));
    assertThat(PeerSteps.towards(SPOTS, peer(5), 0, 1)).contains(peer(1));
  }

  @Test
  void findsNoPeerIfNoneIsInThatDirection() {
    assertThat(PeerSteps.towards(SPOTS, peer(4), -1, 0)).isEmpty();
    assertThat(PeerSteps.towards(SPOTS, peer(9), 1, 0)).isEmpty();
  }
}
