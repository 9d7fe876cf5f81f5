package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.net.password.Password;
import p2pgossip.original.Endpoint;
import p2pgossip.original.OriginalFlags;
import p2pgossip.original.OriginalPeer;

/// Peers that let in only peers that know their password.
class PasswordsTest {

  private static final Password OURS = Password.of("open sesame");
  private static final Password THEIRS = Password.of("open barley");

  private static final PeerSettings SELDOM =
      PeerSettings.DEFAULT.withPeriod(Duration.ofMinutes(10));

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  @Test
  void peersThatKnowThePasswordGossipLikeOthers() {
    try (WatchedPeer one = WatchedPeer.start(runtime, OURS, QUICK);
        WatchedPeer other = WatchedPeer.start(runtime, OURS, QUICK, one.endpoint())) {
      other.awaitStanding(one.endpoint(), Standing.CONNECTED);
      one.awaitStanding(other.endpoint(), Standing.CONNECTED);
      await().until(() -> one.heard().size() >= 3 && other.heard().size() >= 3);
      assertThat(one.events(GossipEvent.CallerTurnedAway.class)).isEmpty();
      assertThat(other.events(GossipEvent.PeerRefused.class)).isEmpty();
    }
  }

  @Test
  void aPeerWithoutThePasswordIsRefusedAndNeverSentAMessageUntilItIsGivenIt() {
    try (WatchedPeer closed = WatchedPeer.start(runtime, OURS, QUICK);
        WatchedPeer stranger = WatchedPeer.start(runtime, QUICK, closed.endpoint())) {
      GossipEvent.PeerRefused refused = stranger.awaitEvent(GossipEvent.PeerRefused.class);
      assertThat(refused.peer()).isEqualTo(closed.address());
      assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.UNAUTHORIZED);
      stranger.awaitStanding(closed.endpoint(), Standing.REFUSED);
      GossipEvent.CallerTurnedAway turnedAway =
          closed.awaitEvent(GossipEvent.CallerTurnedAway.class);
      assertThat(turnedAway.reason()).contains("no password");
      stranger.awaitPeriods(3);
      assertThat(stranger.told()).isEmpty();
      assertThat(closed.heard()).isEmpty();
      assertThat(closed.peer().knownPeers().size()).isZero();

      stranger.peer().givePassword(OURS);

      stranger.awaitStanding(closed.endpoint(), Standing.CONNECTED);
      closed.awaitStanding(stranger.endpoint(), Standing.CONNECTED);
      await().until(() -> !closed.heard().isEmpty() && !stranger.heard().isEmpty());
    }
  }

  @Test
  void aPeerWithAnotherPasswordIsRefusedByBoth() {
    try (WatchedPeer one = WatchedPeer.start(runtime, OURS, QUICK);
        WatchedPeer other = WatchedPeer.start(runtime, THEIRS, QUICK, one.endpoint())) {
      assertThat(other.awaitEvent(GossipEvent.PeerRefused.class).failure().kind())
          .isEqualTo(Failure.Kind.UNAUTHORIZED);
      assertThat(one.awaitEvent(GossipEvent.CallerTurnedAway.class).reason()).contains("password");
      other.awaitPeriods(3);
      assertThat(one.heard()).isEmpty();
      assertThat(other.heard()).isEmpty();
    }
  }

  @Test
  void aNeighborThatIsGivenAnotherPasswordIsRefusedFromThenOn() {
    try (WatchedPeer one = WatchedPeer.start(runtime, OURS, QUICK);
        WatchedPeer other = WatchedPeer.start(runtime, OURS, QUICK, one.endpoint())) {
      one.awaitStanding(other.endpoint(), Standing.CONNECTED);
      other.awaitStanding(one.endpoint(), Standing.CONNECTED);

      other.peer().givePassword(THEIRS);

      one.awaitStanding(other.endpoint(), Standing.REFUSED);
      other.awaitStanding(one.endpoint(), Standing.REFUSED);
      other.peer().givePassword(OURS);
      other.awaitStanding(one.endpoint(), Standing.CONNECTED);
    }
  }

  /// Hundreds of peers of one process are one source, and need no arithmetic among each other.
  @Test
  void peersOfOneProcessNeedNoIntroductions() {
    // Those of earlier tests may not have ended yet.
    Set<Thread> earlier = Set.copyOf(Thread.getAllStackTraces().keySet());
    List<WatchedPeer> ring = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        Endpoint[] before =
            ring.isEmpty() ? new Endpoint[0] : new Endpoint[] {ring.getLast().endpoint()};
        ring.add(WatchedPeer.start(runtime, OURS, SELDOM, before));
      }
      for (int i = 1; i < ring.size(); i++) {
        ring.get(i).awaitStanding(ring.get(i - 1).endpoint(), Standing.CONNECTED);
        ring.get(i - 1).awaitStanding(ring.get(i).endpoint(), Standing.CONNECTED);
      }
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> !earlier.contains(thread))
          .extracting(Thread::getName)
          .doesNotContain("p2pgossip-introductions", "p2pgossip-strangers");
      assertThat(ring).allMatch(peer -> peer.events(GossipEvent.PeerRefused.class).isEmpty());
    } finally {
      ring.forEach(WatchedPeer::close);
    }
  }

  @Test
  void anOriginalPeerIsNeitherLetInNorSentAMessage() throws IOException {
    try (WatchedPeer ours = WatchedPeer.start(runtime, OURS, QUICK);
        OriginalPeer original = OriginalPeer.start(OriginalFlags.NONE)) {
      await().until(original::isRunning);
      ours.peer().connect(WatchedPeer.address(original.endpoint()));
      Failure refusal = ours.awaitEvent(GossipEvent.PeerRefused.class).failure();
      assertThat(refusal.kind()).isEqualTo(Failure.Kind.UNAUTHORIZED);
      assertThat(refusal.reason()).startsWith("it has no password");
      ours.awaitPeriods(3);
      assertThat(ours.told()).isEmpty();
      assertThat(original.messages()).isEmpty();
    }
  }

  @Test
  void aPasswordIsNotUsedUnencryptedBetweenMachines() {
    InetAddress wide = InetAddress.ofLiteral("192.0.2.1");
    PeerConfig config = new PeerConfig(0, HostAlias.of(wide), QUICK, List.of()).withPassword(OURS);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> RunningPeer.start(config, runtime, _ -> {}))
        .withMessageStartingWith(
            "a password is used between machines only over encrypted connections");
    try (WatchedPeer exposed = WatchedPeer.start(runtime, wide, QUICK)) {
      assertThat(exposed.awaitEvent(GossipEvent.Exposed.class).address())
          .isEqualTo(exposed.address());
      assertThatIllegalStateException().isThrownBy(() -> exposed.peer().givePassword(OURS));
      assertThat(exposed.peer().hasPassword()).isFalse();
    }
  }

  @Test
  void aPeerOfThisMachineAloneIsNotExposed() {
    try (WatchedPeer hidden = WatchedPeer.start(runtime, QUICK)) {
      hidden.awaitPeriods(1);
      assertThat(hidden.events(GossipEvent.Exposed.class)).isEmpty();
    }
  }
}
