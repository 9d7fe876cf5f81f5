package p2pgossip.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Observation;

class ObservationQueueTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final PeerAddress ANN = PeerAddress.parse("127.0.0.1:8081");
  private static final PeerAddress BOB = PeerAddress.parse("127.0.0.1:8082");
  private static final Observation FAULTS = new Observation.FaultsChanged(NOW, List.of());

  private final ObservationQueue queue = new ObservationQueue(4, 3, 2);

  private static Observation period(PeerAddress peer, int number) {
    return new Observation.Happened(peer, new GossipEvent.PeriodBegan(NOW, number, null, 0));
  }

  @Test
  void returnsWhatWaitsInOrderAndOnce() {
    assertThat(queue.add(period(ANN, 1), true)).isTrue();
    assertThat(queue.add(period(BOB, 1), true)).isFalse();

    assertThat(queue.take())
        .isEqualTo(
            new ObservationQueue.Taken(
                new Gathered(List.of(period(ANN, 1), period(BOB, 1)), 0, 0), Set.of(), false));
    assertThat(queue.take().gathered().observations()).isEmpty();
    assertThat(queue.add(period(ANN, 2), true)).isTrue();
  }

  @Test
  void dropsTheOldestAndRemembersWhoseTheyWere() {
    queue.add(FAULTS, true);
    queue.add(period(ANN, 1), true);
    IntStream.rangeClosed(1, 4).forEach(number -> queue.add(period(BOB, number), true));

    assertThat(queue.take())
        .isEqualTo(
            new ObservationQueue.Taken(
                new Gathered(
                    IntStream.rangeClosed(1, 4).mapToObj(number -> period(BOB, number)).toList(),
                    2,
                    0),
                Set.of(ANN),
                true));
  }

  @Test
  void letsNoSinglePeerFillIt() {
    IntStream.rangeClosed(1, 5).forEach(number -> queue.add(period(BOB, number), false));
    queue.add(period(ANN, 1), false);

    assertThat(queue.take())
        .isEqualTo(
            new ObservationQueue.Taken(
                new Gathered(List.of(period(BOB, 1), period(BOB, 2), period(ANN, 1)), 3, 0),
                Set.of(BOB),
                false));
  }

  /// The log tells what happens to the window's own peer, however busy the rest of a swarm is.
  @Test
  void reservesPlacesForTheFavoredPeerAndKeepsTheOrder() {
    queue.favor(ANN);
    queue.add(period(ANN, 1), true);
    IntStream.rangeClosed(1, 6).forEach(number -> queue.add(period(BOB, number), true));
    queue.add(period(ANN, 2), true);
    queue.add(period(BOB, 7), true);

    assertThat(queue.take())
        .isEqualTo(
            new ObservationQueue.Taken(
                new Gathered(
                    List.of(
                        period(ANN, 1),
                        period(BOB, 4),
                        period(BOB, 5),
                        period(BOB, 6),
                        period(ANN, 2),
                        period(BOB, 7)),
                    3,
                    0),
                Set.of(BOB),
                false));
  }

  @Test
  void countsWhatTheFavoredPeerHadNoRoomFor() {
    queue.favor(ANN);
    IntStream.rangeClosed(1, 5).forEach(number -> queue.add(period(ANN, number), true));

    Gathered first = queue.take().gathered();
    assertThat(first.observations())
        .containsExactly(period(ANN, 3), period(ANN, 4), period(ANN, 5));
    assertThat(first.droppedOfFavored()).isEqualTo(2);

    queue.add(period(ANN, 6), true);
    assertThat(queue.take().gathered().droppedOfFavored()).isZero();
  }
}
