package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;

class SpreadLoadTest {

  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final RumorId ID = new RumorId("r1");

  private static PeerAddress peer(int index) {
    return PeerAddress.parse("127.0.0.1:" + (8080 + index));
  }

  private static Spread spread(int population, Map<PeerAddress, Long> sent) {
    return new Spread(
        new Rumor(ID, peer(0), NOW, "Psst"),
        ID,
        Map.of(),
        population,
        List.of(),
        99,
        0,
        0,
        sent,
        Conditions.UNKNOWN,
        null);
  }

  @Test
  void startsWithTheBusiestAndEndsWithThosePeersThatSentNothing() {
    SpreadLoad load = SpreadLoad.of(spread(5, Map.of(peer(1), 2L, peer(2), 7L, peer(3), 1L)));

    assertThat(load.copies()).containsExactly(7L, 2L, 1L, 0L, 0L);
    assertThat(load.total()).isEqualTo(10);
    assertThat(load.busiestTenth()).isEqualTo(0.7);
  }

  @Test
  void isATenthIfAllPeersSendAlike() {
    Map<PeerAddress, Long> sent = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      sent.put(peer(i), 3L);
    }

    assertThat(SpreadLoad.of(spread(20, sent)).tenth()).isEqualTo(2);
    assertThat(SpreadLoad.of(spread(20, sent)).busiestTenth()).isEqualTo(0.1);
  }

  @Test
  void hasNoBusiestWhileNothingHasBeenSent() {
    SpreadLoad load = SpreadLoad.of(spread(3, Map.of()));

    assertThat(load.copies()).containsExactly(0L, 0L, 0L);
    assertThat(load.busiestTenth()).isNaN();
  }

  /// The trips of the oldest copies are dropped; who sent them is not.
  @Test
  void countsCopiesWhoseTripsAreForgotten() {
    RememberedTrips trips = new RememberedTrips();
    for (int i = 0; i < RememberedTrips.MOST + 500; i++) {
      trips.add(new CopyTrip(i, ID, peer(i % 2), peer(2), 1, NOW, NOW, CopyTrip.Fate.DUPLICATE, i));
    }
    RememberedTrips earlier = trips.copy();
    trips.add(new CopyTrip(9, ID, peer(0), peer(2), 1, NOW, NOW, CopyTrip.Fate.LOST, 1));

    long each = (RememberedTrips.MOST + 500) / 2;
    assertThat(trips.all()).hasSizeLessThan(RememberedTrips.MOST);
    assertThat(trips.sent()).isEqualTo(Map.of(peer(0), each + 1, peer(1), each));
    assertThat(earlier.sent()).isEqualTo(Map.of(peer(0), each, peer(1), each));
  }
}
