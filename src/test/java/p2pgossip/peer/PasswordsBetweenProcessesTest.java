package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.peer.WatchedPeer.SLOW;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Standing;
import p2pgossip.net.password.Password;

/// Peers with a password that don't know each other in memory, like those of different processes.
class PasswordsBetweenProcessesTest {

  private static final int PEERS = 8;
  private static final Password OURS = Password.of("open sesame");

  /// Like windows that are opened at once, all from one source, the loopback.
  @Test
  void eightPeersThatConnectAtOnceAreAllLetIn() {
    List<PeerRuntime> processes = new ArrayList<>();
    List<WatchedPeer> peers = new ArrayList<>();
    try {
      for (int i = 0; i < PEERS; i++) {
        PeerRuntime process = WatchedPeer.runtime();
        processes.add(process);
        peers.add(WatchedPeer.start(process, OURS, SLOW));
      }
      WatchedPeer first = peers.getFirst();
      List<WatchedPeer> others = peers.subList(1, PEERS);
      others.forEach(other -> other.peer().connect(first.address()));

      for (WatchedPeer other : others) {
        other.awaitStanding(first.endpoint(), Standing.CONNECTED);
        first.awaitStanding(other.endpoint(), Standing.CONNECTED);
      }
      // An introduction takes two requests, and neither must be repeated: each peer is let in at
      // the first try.
      assertThat(peers)
          .allSatisfy(
              peer -> {
                assertThat(peer.events(GossipEvent.PeerRefused.class)).isEmpty();
                assertThat(peer.events(GossipEvent.CallerTurnedAway.class)).isEmpty();
                assertThat(peer.events(GossipEvent.ConnectFailed.class)).isEmpty();
                assertThat(peer.events(GossipEvent.PeerUnreachable.class)).isEmpty();
              });
    } finally {
      peers.forEach(WatchedPeer::close);
      processes.forEach(PeerRuntime::close);
    }
  }
}
