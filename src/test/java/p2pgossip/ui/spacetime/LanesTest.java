package p2pgossip.ui.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.spread.SampleSpread.peer;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Naming;
import p2pgossip.network.Spread;
import p2pgossip.ui.spread.SampleSpread;

class LanesTest {

  private static final Spread SPREAD = SampleSpread.push("Psst", 12, 3, 1, 0.1, 5);

  static Lanes lanesOfTwo() {
    return Lanes.of(
        SampleSpread.push("Psst", 2, 0, 1, 0, 1), List.of(peer(1)), PeerOrder.ADDRESS, Naming.NONE);
  }

  private static List<PeerAddress> peers(Lanes lanes) {
    return IntStream.range(0, lanes.count()).mapToObj(lanes::peer).toList();
  }

  @Test
  void putsWhoHeardItFirstAtTheTopAndTheOriginFirstOfAll() {
    List<PeerAddress> peers =
        peers(Lanes.of(SPREAD, List.of(peer(11), peer(10)), PeerOrder.FIRST_HEARD, Naming.NONE));
    List<PeerAddress> heard = peers.subList(0, SPREAD.arrivals().size());

    assertThat(heard.getFirst()).isEqualTo(SPREAD.rumor().origin());
    assertThat(heard)
        .isSortedAccordingTo(
            (one, other) ->
                SPREAD.arrivals().get(one).at().compareTo(SPREAD.arrivals().get(other).at()));
    assertThat(peers.subList(heard.size(), peers.size())).isSorted().isNotEmpty();
  }

  @Test
  void sortsByAddressWhereThatIsWanted() {
    assertThat(peers(Lanes.of(SPREAD, List.of(peer(11)), PeerOrder.ADDRESS, Naming.NONE)))
        .isSorted();
  }

  @Test
  void movesNoLineWhenOneMoreHearsIt() {
    Spread later = SampleSpread.push("Psst", 12, 5, 1, 0.1, 5);
    List<PeerAddress> before =
        peers(Lanes.of(SPREAD, List.of(), PeerOrder.FIRST_HEARD, Naming.NONE))
            .subList(0, SPREAD.arrivals().size());

    assertThat(later.arrivals()).hasSizeGreaterThan(SPREAD.arrivals().size());
    assertThat(peers(Lanes.of(later, List.of(), PeerOrder.FIRST_HEARD, Naming.NONE)))
        .startsWith(before.toArray(PeerAddress[]::new));
  }

  @Test
  void hasALineForEveryoneWhoIsNamedAndNoOther() {
    Lanes lanes = Lanes.of(SPREAD, List.of(peer(40)), PeerOrder.ADDRESS, Naming.NONE);

    assertThat(lanes.of(peer(40))).isEqualTo(lanes.count() - 1);
    assertThat(lanes.of(peer(41))).isEqualTo(-1);
    assertThat(lanes.of(null)).isEqualTo(-1);
    SPREAD.trips().forEach(trip -> assertThat(lanes.of(trip.to())).isNotNegative());
  }

  @Test
  void leavesTheHostOutWhereAllAreOnOneMachine() {
    assertThat(Lanes.of(SPREAD, List.of(), PeerOrder.ADDRESS, Naming.NONE).label(0))
        .isEqualTo(":8080");

    Lanes far =
        Lanes.of(SPREAD, List.of(PeerAddress.parse("[::1]:9")), PeerOrder.ADDRESS, Naming.NONE);
    assertThat(far.label(0)).isEqualTo("127.0.0.1:8080");
    assertThat(far.longestLabel()).isEqualTo("127.0.0.1:8080");
  }
}
