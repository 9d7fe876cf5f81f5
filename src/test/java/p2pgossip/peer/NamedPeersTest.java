package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.QUICK;
import static p2pgossip.peer.WatchedPeer.SLOW;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.net.password.Password;
import p2pgossip.original.Endpoint;
import p2pgossip.original.OriginalFlags;
import p2pgossip.original.OriginalPeer;
import p2pgossip.original.RawClient;

/// Names of real peers, over real sockets.
class NamedPeersTest {

  private static final PeerName ANA = new PeerName("Ana 🐝");
  private static final PeerName BEA = new PeerName("Bea");

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  private WatchedPeer start(
      PeerRuntime in, @Nullable PeerName name, PeerSettings settings, Endpoint... targets) {
    return new WatchedPeer(
        in,
        new PeerConfig(
                0, null, settings, List.of(targets).stream().map(WatchedPeer::address).toList())
            .withName(name));
  }

  private static @Nullable PeerName called(WatchedPeer peer, WatchedPeer other) {
    Neighbor neighbor = peer.peer().knownPeers().get(other.address());
    return neighbor == null ? null : neighbor.name();
  }

  @Test
  void neighboursLearnEachOthersNames() {
    try (WatchedPeer ana = start(runtime, ANA, SLOW);
        WatchedPeer bea = start(runtime, BEA, SLOW, ana.endpoint())) {
      await().until(() -> ANA.equals(called(bea, ana)) && BEA.equals(called(ana, bea)));

      assertThat(ana.events(GossipEvent.PeerNamed.class))
          .extracting(GossipEvent.PeerNamed::peer, GossipEvent.PeerNamed::name)
          .containsExactly(org.assertj.core.api.Assertions.tuple(bea.address(), BEA));
    }
  }

  @Test
  void theNameOfARunningPeerChanges() {
    try (WatchedPeer ana = start(runtime, ANA, SLOW)) {
      ana.peer().rename(BEA);
      try (WatchedPeer other = start(runtime, null, SLOW, ana.endpoint())) {
        await().until(() -> BEA.equals(called(other, ana)));
      }

      assertThat(ana.events(GossipEvent.PeerNamed.class).getFirst())
          .matches(it -> it.peer().equals(ana.address()) && BEA.equals(it.name()));
    }
  }

  @Test
  void anOriginalGossipsWithANamedPeerAndIsToldNoName() throws IOException {
    OriginalFlags flags = OriginalFlags.NONE.period(Duration.ofMillis(50));
    try (WatchedPeer ana = start(runtime, ANA, QUICK);
        OriginalPeer original = OriginalPeer.start(flags.connect(ana.endpoint()))) {
      await().until(() -> original.messages().size() >= 3 && ana.heard().size() >= 3);

      assertThat(ana.standing(original.endpoint())).isEqualTo(Standing.CONNECTED);
      assertThat(original.knownPeers()).isEqualTo(Map.of(ana.endpoint(), ana.introduction()));
      assertThat(original.refused()).isEmpty();
      assertThat(ana.events(GossipEvent.PeerNamed.class)).isEmpty();
      assertThat(text(ana.endpoint(), "/known_peers")).doesNotContain("name");
    }
  }

  @Test
  void aPeerThatBehavesLikeTheOriginalHasNoName() throws IOException {
    PeerConfig original = new PeerConfig(0, null, SLOW, List.of(), true).withName(ANA);
    try (WatchedPeer peer = new WatchedPeer(runtime, original)) {
      peer.peer().rename(BEA);

      assertThat(text(peer.endpoint(), "/")).doesNotContain("name");
    }
  }

  @Test
  void theHandshakeHasTheNameAndTheListOfPeersHasNot() throws IOException {
    try (WatchedPeer ana = start(runtime, ANA, SLOW);
        WatchedPeer bea = start(runtime, BEA, SLOW, ana.endpoint())) {
      await().until(() -> BEA.equals(called(ana, bea)));

      assertThat(text(ana.endpoint(), "/")).contains(",\"name\":\"Ana 🐝\"");
      assertThat(text(ana.endpoint(), "/known_peers"))
          .contains(bea.address().toString())
          .doesNotContain("Bea");
      assertThat(text(ana.endpoint(), "/state"))
          .contains("\"name\":\"Ana 🐝\"")
          .contains("\"name\":\"Bea\"");
    }
  }

  @Test
  void peersThatKnowThePasswordLearnTheNames() {
    Password password = Password.of("open sesame");
    PeerConfig config = new PeerConfig(0, null, SLOW, List.of()).withPassword(password);
    try (PeerRuntime elsewhere = WatchedPeer.runtime();
        WatchedPeer ana = new WatchedPeer(runtime, config.withName(ANA));
        WatchedPeer bea =
            new WatchedPeer(
                elsewhere,
                new PeerConfig(0, null, SLOW, List.of(ana.address()))
                    .withPassword(password)
                    .withName(BEA))) {
      await().until(() -> ANA.equals(called(bea, ana)) && BEA.equals(called(ana, bea)));
    }
  }

  private static String text(Endpoint endpoint, String path) throws IOException {
    return new String(RawClient.get(endpoint, path).body(), StandardCharsets.UTF_8);
  }
}
