package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.network.WatchedNetwork.ANN;
import static p2pgossip.network.WatchedNetwork.BOB;
import static p2pgossip.network.WatchedNetwork.EVE;
import static p2pgossip.network.WatchedNetwork.RUMOR;
import static p2pgossip.network.WatchedNetwork.at;
import static p2pgossip.network.WatchedNetwork.copy;
import static p2pgossip.network.WatchedNetwork.mutual;
import static p2pgossip.network.WatchedNetwork.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Sender;

class PlaybackTest {

  private static final int LENGTH = 20_000;

  /// Ann's periods, one each millisecond; at 10,000 a rumour, which Bob hears at 15,000.
  private final List<Observation> observations = observations();

  private final Playback playback = new Playback(new Recorded(List.of(), observations));

  private static List<Observation> observations() {
    List<Observation> all = new ArrayList<>();
    all.add(new Observation.Seen(snapshot(0, ANN, 0, List.of(), mutual(BOB))));
    all.add(new Observation.Seen(snapshot(0, BOB, 0, List.of(), mutual(ANN))));
    for (int millis = 1; millis <= LENGTH; millis++) {
      all.add(
          new Observation.Happened(ANN, new GossipEvent.PeriodBegan(at(millis), millis, null, 1)));
      if (millis == 10_000) {
        all.add(
            new Observation.Happened(
                ANN, new GossipEvent.RumorHeard(at(millis), copy(0, 0), null, false)));
      }
      if (millis == 15_000) {
        all.add(
            new Observation.Happened(
                BOB,
                new GossipEvent.RumorHeard(at(millis), copy(1, 1), new Sender.Named(ANN), false)));
      }
    }
    return all;
  }

  private long periods() {
    return Objects.requireNonNull(playback.network().peer(ANN)).periods();
  }

  private int reached() {
    Spread spread = playback.network().spread(RUMOR.id());
    return spread == null ? 0 : spread.arrivals().size();
  }

  @Test
  void startsAtTheEnd() {
    assertThat(playback.now()).isEqualTo(at(LENGTH));
    assertThat(playback.position()).isEqualTo(playback.size());
    assertThat(playback.start()).isEqualTo(at(0));
    assertThat(playback.end()).isEqualTo(at(LENGTH));
    assertThat(reached()).isEqualTo(2);
  }

  @Test
  void showsTheNetworkAtAnyMoment() {
    for (int millis : new int[] {12_345, 3, 19_999, 9_999, 10_000, 15_000, 4_096, 4_097, 14_999}) {
      playback.seek(at(millis));

      assertThat(periods()).isEqualTo(millis);
      assertThat(reached()).isEqualTo(millis >= 15_000 ? 2 : millis >= 10_000 ? 1 : 0);
      assertThat(playback.now()).isEqualTo(at(millis));
    }
  }

  @Test
  void staysWithinTheEnds() {
    playback.seek(Instant.MIN);
    assertThat(playback.now()).isEqualTo(at(0));
    assertThat(playback.network().observed()).containsExactly(ANN, BOB);

    playback.seek(Instant.MAX);
    assertThat(playback.now()).isEqualTo(at(LENGTH));
    assertThat(periods()).isEqualTo(LENGTH);
  }

  @Test
  void returnsTheObservationsInBetween() {
    playback.seek(at(9_999));

    assertThat(playback.advance(at(10_001)))
        .isEqualTo(observations.subList(2 + 9_999, 2 + 9_999 + 3));
    assertThat(playback.advance(at(10_001))).isEmpty();
    assertThat(playback.advance(at(5))).isEmpty();
    assertThat(playback.now()).isEqualTo(at(10_001));
  }

  @Test
  void returnsAllObservationsFromTheBeginningToTheEnd() {
    playback.seek(at(0));
    List<Observation> passed = new ArrayList<>();
    for (int millis = 7; playback.now().isBefore(playback.end()); millis += 7_000) {
      passed.addAll(playback.advance(at(millis)));
    }

    assertThat(passed).isEqualTo(observations.subList(2, observations.size()));
  }

  @Test
  void stepsForwardAndBackToWhatMatters() {
    playback.seek(at(20));

    assertThat(playback.next(Playback::matters)).isEqualTo(observations.get(2 + 10_000));
    assertThat(playback.now()).isEqualTo(at(10_000));
    assertThat(reached()).isEqualTo(1);
    assertThat(playback.next(Playback::matters)).isEqualTo(observations.get(3 + 15_000));
    assertThat(reached()).isEqualTo(2);
    assertThat(playback.next(Playback::matters)).isNull();
    assertThat(playback.now()).isEqualTo(at(15_000));

    assertThat(playback.previous(Playback::matters)).isEqualTo(observations.get(3 + 15_000));
    assertThat(reached()).isEqualTo(1);
    assertThat(playback.previous(Playback::matters)).isEqualTo(observations.get(2 + 10_000));
    assertThat(reached()).isZero();
    assertThat(playback.previous(Playback::matters)).isNull();
  }

  @Test
  void putsLateObservationsWhereTheyWereReceived() {
    Playback late =
        new Playback(
            new Recorded(
                List.of(),
                List.of(
                    new Observation.Seen(snapshot(0, ANN, 0, List.of())),
                    new Observation.Seen(snapshot(50, BOB, 0, List.of())),
                    new Observation.Seen(snapshot(20, EVE, 0, List.of())),
                    new Observation.Seen(snapshot(60, BOB, 0, List.of())))));
    late.seek(at(30));
    assertThat(late.network().observed()).containsExactly(ANN);

    late.seek(at(50));
    assertThat(late.network().observed()).containsExactly(ANN, BOB, EVE);
  }

  @Test
  void beginsWithTheOpening() {
    List<Observation> opening =
        List.of(new Observation.Seen(snapshot(-100, ANN, 0, List.of(), mutual(EVE))));
    Playback opened =
        new Playback(
            new Recorded(opening, List.of(new Observation.Seen(snapshot(0, BOB, 0, List.of())))));
    opened.seek(at(-500));

    assertThat(opened.start()).isEqualTo(at(0));
    assertThat(opened.network().observed()).containsExactly(ANN, BOB);
  }

  @Test
  void acceptsAnEmptyRecording() {
    Playback empty = new Playback(new Recorded(List.of(), List.of()));
    empty.seek(at(5));

    assertThat(empty.advance(at(10))).isEmpty();
    assertThat(empty.next(Playback::matters)).isNull();
    assertThat(empty.previous(Playback::matters)).isNull();
    assertThat(empty.now()).isEqualTo(Instant.EPOCH);
  }
}
