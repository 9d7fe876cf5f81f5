package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.CopyTrip.Fate;

class CountedPeersTest {

  private static final Instant BORN = Instant.parse("2026-11-28T10:00:00Z");
  private static final RumorId ID = new RumorId("r1");

  private final Map<PeerAddress, Arrival> arrivals = new HashMap<>();
  private final Map<PeerAddress, Long> sent = new HashMap<>();
  private final List<CopyTrip> trips = new ArrayList<>();

  private static PeerAddress peer(int index) {
    return PeerAddress.parse("127.0.0.1:" + (8080 + index));
  }

  private void heard(int index, @Nullable PeerAddress from, int second, int hops, int repeats) {
    arrivals.put(
        peer(index),
        new Arrival(peer(index), from, BORN.plusSeconds(second), hops, second, repeats, true));
  }

  private void lost(int from, int to) {
    trips.add(new CopyTrip(trips.size(), ID, peer(from), peer(to), 1, BORN, BORN, Fate.LOST));
  }

  /// Of six peers four have heard it: 0 told 1 and 2, 2 told 3, and 1 told 2 again.
  private Spread four() {
    heard(0, null, 0, 0, 0);
    heard(1, peer(0), 1, 1, 0);
    heard(2, peer(0), 2, 1, 1);
    heard(3, peer(2), 3, 2, 0);
    sent.putAll(Map.of(peer(0), 2L, peer(1), 3L, peer(2), 3L));
    lost(1, 4);
    return spread(6);
  }

  private Spread spread(int population) {
    return new Spread(
        new Rumor(ID, peer(0), BORN, "Psst"),
        ID,
        arrivals,
        population,
        trips,
        8,
        1,
        1,
        sent,
        Conditions.UNKNOWN,
        null);
  }

  @Test
  void thoseThatHeardItFirstAreAShareOfAllPeers() {
    Spread spread = four();

    assertThat(CountedPeers.firstToHear(spread, 50)).containsOnly(peer(0), peer(1), peer(2));
    assertThat(CountedPeers.firstToHear(spread, 99)).isEmpty();
    assertThat(CountedPeers.lastToHear(spread)).containsOnly(peer(3));
    assertThat(CountedPeers.reached(spread)).hasSize(4);
  }

  @Test
  void whereOnlyTheOriginKnowsItNobodyIsTheLast() {
    heard(0, null, 0, 0, 0);

    assertThat(CountedPeers.lastToHear(spread(6))).isEmpty();
    assertThat(CountedPeers.longestWay(spread(6))).isEmpty();
  }

  @Test
  void copiesAreTracedToThosePeersThatGotThemInVain() {
    Spread spread = four();

    assertThat(CountedPeers.withDuplicates(spread)).containsOnly(peer(2));
    assertThat(CountedPeers.missedByCopies(spread)).containsOnly(peer(4));
    assertThat(CountedPeers.senders(spread)).containsOnly(peer(0), peer(1), peer(2));
  }

  @Test
  void ofThoseThatSendAlikeTheFirstAddressIsTheBusiest() {
    assertThat(CountedPeers.busiestTenth(four())).containsOnly(peer(1));
  }

  @Test
  void theLongestWayLeadsBackToTheOrigin() {
    assertThat(CountedPeers.longestWay(four())).containsOnly(peer(0), peer(2), peer(3));
  }

  @Test
  void aWayThatLeadsBackToItselfHasAnEnd() {
    heard(0, null, 0, 0, 0);
    heard(1, peer(2), 1, 2, 0);
    heard(2, peer(1), 2, 3, 0);

    assertThat(CountedPeers.longestWay(spread(6))).containsOnly(peer(1), peer(2));
  }

  @Test
  void aWayOfWhichTheBeginningIsNotKnownIsShownAsFarAsItIs() {
    heard(5, peer(4), 4, 7, 0);

    assertThat(CountedPeers.longestWay(spread(6))).containsOnly(peer(5));
  }
}
