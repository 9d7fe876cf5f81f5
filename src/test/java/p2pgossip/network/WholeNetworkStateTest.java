package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.network.WatchedNetwork.ANN;
import static p2pgossip.network.WatchedNetwork.BOB;
import static p2pgossip.network.WatchedNetwork.DAN;
import static p2pgossip.network.WatchedNetwork.EVE;
import static p2pgossip.network.WatchedNetwork.NOBODY;
import static p2pgossip.network.WatchedNetwork.at;
import static p2pgossip.network.WatchedNetwork.mutual;
import static p2pgossip.network.WatchedNetwork.peer;
import static p2pgossip.network.WatchedNetwork.self;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.Standing;

/// What is known of a network besides its picture, and within which bounds. The picture is drawn
/// from Ann's view.
class WholeNetworkStateTest extends AnnsPicture {

  @Test
  void drawsTwoThousandPeersAtMostAndTheWatchedOnesFirst() {
    seen.seen(ANN);
    report(peer(9_999), peers(10_000, 999));
    report(peer(9_998), peers(20_000, 999));
    report(peer(9_997), peers(30_000, 999));
    seen.seen(DAN);

    assertThat(whole().nodes()).hasSize(2_000).containsKeys(ANN, DAN);
  }

  private static PeerAddress[] peers(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(WatchedNetwork::peer)
        .toArray(PeerAddress[]::new);
  }

  @Test
  void ignoresWhatALiarSaysOfOthers() {
    seen.seen(ANN, mutual(BOB));
    seen.seen(BOB, mutual(ANN));
    NetworkPicture before = whole();

    seen.happened(DAN, new GossipEvent.Stopped(at(1), BOB));
    seen.happened(DAN, new GossipEvent.PeerForgotten(at(1), BOB, NOBODY));
    seen.happened(DAN, new GossipEvent.PeersReported(at(1), BOB, Set.of(EVE)));
    seen.network.note(new Observation.LostSight(at(2), DAN, "it lied"));

    assertThat(whole()).isEqualTo(before);
  }

  @Test
  void keepsToItsBoundsWhateverALiarSays() {
    seen.seen(ANN, mutual(BOB));
    for (int port = 1; port <= 65_000; port++) {
      seen.happened(DAN, new GossipEvent.PeerLearned(at(1), peer(port), EVE));
      seen.happened(
          DAN,
          new GossipEvent.PeersReported(at(1), peer(port), Set.of(peer(port), peer(port % 9 + 1))));
    }

    assertThat(Objects.requireNonNull(seen.network.peer(DAN)).neighbors()).hasSize(2_000);
    assertThat(whole().nodes()).hasSize(2_000).containsKeys(ANN, BOB, DAN);
  }

  @Test
  void watchesTwoThousandPeersAtMostAndForgetsEndedOnesFirst() {
    for (int port = 1; port <= 2_000; port++) {
      seen.seen(peer(port));
    }
    seen.seen(peer(3_000));
    assertThat(seen.network.peer(peer(3_000))).isNull();

    seen.stopped(5, peer(7));
    seen.seen(peer(3_000));
    assertThat(seen.network.observed()).hasSize(2_000).contains(peer(3_000));
    assertThat(seen.network.peer(peer(7))).isNull();
  }

  @Test
  void saysWhatIsKnownOfAWatchedPeer() {
    PeerSettings changed = PeerSettings.DEFAULT.withUpdate(true);
    seen.seen(ANN, mutual(BOB));
    seen.period(5, ANN, 1);
    seen.happened(ANN, new GossipEvent.SettingsChanged(at(6), changed));

    assertThat(seen.network.peer(ANN))
        .isEqualTo(
            new ObservedPeer(ANN, self(ANN), changed, 1, Map.of(BOB, mutual(BOB)), true, true));

    seen.stopped(9, ANN);
    assertThat(seen.network.peer(ANN))
        .isEqualTo(new ObservedPeer(ANN, self(ANN), changed, 1, Map.of(), false, true));
  }

  @Test
  void knowsNothingOfItsFormerLifeAfterAPeerWasRestarted() {
    seen.seen(ANN, mutual(BOB));
    seen.period(5, ANN, 1);
    seen.stopped(9, ANN);
    seen.happened(ANN, new GossipEvent.Started(at(10), ANN, self(ANN)));

    assertThat(seen.network.peer(ANN))
        .isEqualTo(new ObservedPeer(ANN, self(ANN), PeerSettings.DEFAULT, 0, Map.of(), true, true));
  }

  @Test
  void replacesEverythingByASnapshot() {
    seen.seen(ANN, mutual(BOB), mutual(EVE));
    seen.seen(ANN, new Acquaintance(DAN, Standing.UNREACHABLE, Mutuality.MUTUAL));

    assertThat(own().nodes()).isEqualTo(nodes(node(ANN, Role.SELF), node(DAN, Role.UNREACHABLE)));
  }

  @Test
  void knowsTheFaultsThatAreInForce() {
    Fault<PeerAddress> freeze = new Fault.Freeze<>(BOB);
    seen.network.note(new Observation.FaultsChanged(at(1), List.of(freeze)));
    assertThat(seen.network.faults()).containsExactly(freeze);

    seen.network.note(new Observation.FaultsChanged(at(2), List.of()));
    assertThat(seen.network.faults()).isEmpty();
  }

  @Test
  void knowsTheLatestMomentThoughNewsComesLate() {
    seen.period(50, ANN, 1);
    seen.period(20, BOB, 1);

    assertThat(seen.network.now()).isEqualTo(at(50));
  }

  @Test
  void isIndependentOfItsCopy() {
    seen.seen(ANN, mutual(BOB));
    seen.told(1, ANN);
    seen.sent(2, ANN, BOB, 1, 1);
    WholeNetwork copy = seen.network.copy();
    NetworkPicture before = whole();
    Spread spreadBefore = seen.spread();

    seen.heard(3, BOB, ANN, 1, 1);
    seen.happened(ANN, new GossipEvent.PeerLearned(at(4), EVE, BOB));

    assertThat(copy.picture(ANN, true)).isEqualTo(before);
    assertThat(copy.spread(WatchedNetwork.RUMOR.id())).isEqualTo(spreadBefore);
    assertThat(whole().nodes()).containsKey(EVE);
    assertThat(seen.spread().arrivals()).containsKey(BOB);
  }
}
