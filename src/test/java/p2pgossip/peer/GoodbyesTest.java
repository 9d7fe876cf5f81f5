package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Standing;
import p2pgossip.original.RawClient;
import p2pgossip.wire.PeerJson;

/// Goodbyes over real sockets: a peer that gets one asks back, and no peer can say goodbye for
/// another.
class GoodbyesTest {

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime(Duration.ofSeconds(5));

  @Test
  void aLeavingPeerIsForgottenByItsNeighborAndGoneOnceThatHasAskedBack() {
    try (WatchedPeer one = WatchedPeer.start(runtime, QUICK);
        WatchedPeer other = WatchedPeer.start(runtime, QUICK, one.endpoint())) {
      one.awaitStanding(other.endpoint(), Standing.CONNECTED);
      // It says goodbye to those that it knows.
      other.awaitStanding(one.endpoint(), Standing.CONNECTED);

      other.peer().leave();

      assertThat(one.awaitEvent(GossipEvent.PeerLeft.class).peer()).isEqualTo(other.address());
      await().until(() -> one.standing(other.endpoint()) == null);
    }
  }

  @Test
  void aGoodbyeInTheNameOfANeighborChangesNothing() throws IOException {
    try (WatchedPeer one = WatchedPeer.start(runtime, QUICK);
        WatchedPeer other = WatchedPeer.start(runtime, QUICK, one.endpoint())) {
      one.awaitStanding(other.endpoint(), Standing.CONNECTED);
      String forged = new String(PeerJson.write(other.peer().self()), StandardCharsets.UTF_8);

      assertThat(RawClient.post(one.endpoint(), "/leave", forged).status()).isEqualTo(202);

      one.awaitPeriods(3);
      assertThat(one.standing(other.endpoint())).isEqualTo(Standing.CONNECTED);
      assertThat(one.events(GossipEvent.PeerLeft.class)).isEmpty();
    }
  }
}
