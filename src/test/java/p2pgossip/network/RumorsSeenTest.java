package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static p2pgossip.network.WatchedNetwork.ANN;
import static p2pgossip.network.WatchedNetwork.BOB;
import static p2pgossip.network.WatchedNetwork.DAN;
import static p2pgossip.network.WatchedNetwork.EVE;
import static p2pgossip.network.WatchedNetwork.RUMOR;
import static p2pgossip.network.WatchedNetwork.at;
import static p2pgossip.network.WatchedNetwork.learned;
import static p2pgossip.network.WatchedNetwork.mutual;
import static p2pgossip.network.WatchedNetwork.rumor;
import static p2pgossip.network.WatchedNetwork.self;
import static p2pgossip.network.WatchedNetwork.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot.HeardRumor;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;

class RumorsSeenTest {

  private final WatchedNetwork seen = new WatchedNetwork();

  private static HeardRumor heardRumor(long millis, PeerAddress from, long period, long repeats) {
    return new HeardRumor(RUMOR, 2, at(millis), from, period, repeats, true);
  }

  private void tell(String id, PeerAddress by) {
    seen.happened(by, new GossipEvent.RumorHeard(at(0), new Copy(rumor(id), 0, 0), null, false));
  }

  @Test
  void knowsNoSpreadOfAnUnreportedRumor() {
    assertThat(seen.network.spread(RUMOR.id())).isNull();
    assertThat(seen.network.rumors()).isEmpty();
  }

  @Test
  void followsARumorFromPeerToPeer() {
    seen.seen(ANN, mutual(BOB));
    seen.seen(BOB, mutual(ANN));
    seen.told(5, ANN);
    seen.sent(10, ANN, BOB, 1, 1);
    seen.heard(12, BOB, ANN, 1, 1);

    assertThat(seen.spread().arrivals())
        .containsOnlyKeys(ANN, BOB)
        .containsEntry(ANN, new Arrival(ANN, null, at(5), 0, 0, 0, true))
        .containsEntry(BOB, new Arrival(BOB, ANN, at(12), 1, 0, 0, true));
    assertThat(seen.network.rumors())
        .extracting(RumorSummary::rumor, RumorSummary::reached, RumorSummary::population)
        .containsExactly(tuple(RUMOR, 2, 2));
  }

  @Test
  void countsTheRepeatsAtEachPeer() {
    seen.told(5, ANN);
    seen.heard(12, BOB, ANN, 1, 1);
    seen.repeated(13, BOB, EVE, 2, 1);
    seen.repeated(14, BOB, EVE, 2, 2);

    assertThat(seen.spread().arrivals())
        .containsEntry(BOB, new Arrival(BOB, ANN, at(12), 1, 0, 2, true));
  }

  @Test
  void knowsWhichPeersNoLongerPassItOn() {
    seen.told(5, ANN);
    seen.happened(ANN, new GossipEvent.InterestLost(at(9), RUMOR.id()));

    assertThat(seen.spread().arrivals())
        .containsEntry(ANN, new Arrival(ANN, null, at(5), 0, 0, 0, false));
  }

  @Test
  void countsTheOriginEvenIfItIsNotWatched() {
    seen.heard(12, BOB, EVE, 3, 1);

    assertThat(seen.spread().arrivals())
        .containsOnlyKeys(ANN, BOB)
        .containsEntry(ANN, new Arrival(ANN, null, RUMOR.born(), 0, 0, 0, true));
    assertThat(seen.network.rumors())
        .extracting(RumorSummary::rumor, RumorSummary::reached, RumorSummary::population)
        .containsExactly(tuple(RUMOR, 2, 2));
  }

  @Test
  void putsTheBirthNoLaterThanTheFirstHearingIfTheOriginsClockIsAhead() {
    Rumor early = new Rumor(new RumorId("r9"), ANN, at(60_000), "From the future");
    seen.happened(BOB, new GossipEvent.RumorHeard(at(12), new Copy(early, 1, 0), null, false));

    assertThat(seen.network.spreads(List.of(early.id())))
        .singleElement()
        .extracting(spread -> spread.arrivals().get(ANN))
        .isEqualTo(new Arrival(ANN, null, at(12), 0, 0, 0, true));
  }

  @Test
  void countsThePeriodsOfEachPeerSinceTheBirth() {
    seen.period(1, ANN, 7);
    seen.period(3, BOB, 4);
    seen.told(5, ANN);
    seen.period(11, ANN, 8);
    seen.sent(11, ANN, BOB, 1, 1);
    seen.heard(12, BOB, ANN, 1, 1);
    seen.period(13, BOB, 5);
    seen.period(23, BOB, 6);
    seen.sent(23, BOB, EVE, 2, 1);
    seen.heard(24, EVE, BOB, 2, 1);

    assertThat(seen.spread().arrivals().get(BOB)).extracting(Arrival::periods).isEqualTo(0L);
    assertThat(seen.spread().trips()).extracting(CopyTrip::periods).containsExactly(1L, 2L);
  }

  @Test
  void computesThePeriodsOfAPeerThatIsWatchedOnlySinceThen() {
    // 5 s each: at 0 the sixth, at 20 s the tenth.
    seen.told(0, ANN);
    seen.network.note(
        new Observation.Seen(snapshot(20_500, BOB, 10, List.of(heardRumor(20_100, ANN, 10, 0)))));

    assertThat(seen.spread().arrivals().get(BOB)).extracting(Arrival::periods).isEqualTo(4L);
  }

  @Test
  void takesTheHearersFromASnapshot() {
    seen.seen(30, BOB, List.of(heardRumor(20, EVE, 0, 3)));

    assertThat(seen.spread().arrivals())
        .containsEntry(BOB, new Arrival(BOB, EVE, at(20), 2, 0, 3, true));
  }

  @Test
  void correctsTheTimesInASnapshotToTheObserversClock() {
    seen.network.note(
        new Observation.Seen(at(1_030), snapshot(30, BOB, 0, List.of(heardRumor(20, EVE, 0, 0)))));

    assertThat(seen.spread().arrivals())
        .containsEntry(BOB, new Arrival(BOB, EVE, at(1_020), 2, 0, 0, true));
  }

  @Test
  void catchesUpWithASnapshot() {
    seen.told(0, ANN);
    seen.heard(12, BOB, ANN, 1, 1);
    seen.seen(40, BOB, List.of(heardRumor(11, ANN, 0, 5)));

    assertThat(seen.spread().arrivals())
        .containsEntry(BOB, new Arrival(BOB, ANN, at(12), 1, 0, 5, true));
  }

  @Test
  void keepsTheFirstHearingOfAPeerThatWasRestartedAndHeardItAgain() {
    seen.told(0, ANN);
    seen.heard(12, BOB, ANN, 1, 1);
    seen.stopped(20, BOB);
    seen.happened(BOB, new GossipEvent.Started(at(30), BOB, self(BOB)));
    seen.heard(40, BOB, EVE, 3, 1);

    assertThat(seen.spread().arrivals())
        .containsEntry(BOB, new Arrival(BOB, ANN, at(12), 1, 0, 0, true));
  }

  @Test
  void believesAPeerRatherThanItsTeller() {
    seen.seen(ANN, mutual(DAN));
    seen.told(0, ANN);
    seen.sent(1, ANN, DAN, 1, 1);
    seen.delivered(6, ANN, DAN, 1, 1, Hearing.NEWS);
    seen.heard(3, DAN, ANN, 1, 1);

    assertThat(seen.spread().arrivals())
        .containsEntry(DAN, new Arrival(DAN, ANN, at(3), 1, 0, 0, true));
  }

  @Test
  void doesNotBelieveATellerThatDoesNotKnowTheReceiver() {
    seen.seen(ANN, mutual(BOB));
    seen.told(0, ANN);
    seen.sent(1, ANN, DAN, 1, 1);
    seen.delivered(6, ANN, DAN, 1, 1, Hearing.NEWS);

    assertThat(seen.spread().arrivals()).containsOnlyKeys(ANN);
  }

  @Test
  void countsPeersThatAreOrWerePresentWhileItSpread() {
    seen.seen(ANN, mutual(BOB), learned(DAN));
    seen.seen(BOB, mutual(ANN));
    seen.seen(EVE);
    seen.stopped(-10, EVE);
    seen.told(0, ANN);
    assertThat(seen.spread().population()).isEqualTo(3);

    seen.stopped(10, BOB);
    assertThat(seen.spread().population()).isEqualTo(3);

    seen.happened(EVE, new GossipEvent.Started(at(20), EVE, self(EVE)));
    assertThat(seen.spread().population()).as("one that nobody knows").isEqualTo(3);

    seen.happened(EVE, new GossipEvent.PeerConnected(at(21), ANN, new Origin.Asked()));
    assertThat(seen.spread().population()).isEqualTo(4);
  }

  @Test
  void doesNotCountAPeerThatOthersOnlySeek() {
    seen.seen(ANN);
    seen.happened(ANN, new GossipEvent.PeerPending(at(0), DAN, new Origin.Asked()));
    seen.told(1, ANN);

    assertThat(seen.spread().population()).isEqualTo(1);
  }

  @Test
  void listsTheNewestRumorFirst() {
    tell("a", ANN);
    tell("b", ANN);
    tell("c", ANN);

    assertThat(seen.network.rumors())
        .extracting(summary -> summary.rumor().id().text())
        .containsExactly("c", "b", "a");
  }

  @Test
  void keepsSixtyFourRumorsAndLetsNoLateCopyBringAnotherBack() {
    IntStream.range(0, 70).forEach(i -> tell("r-" + i, ANN));
    seen.happened(
        BOB, new GossipEvent.RumorHeard(at(9), new Copy(rumor("r-0"), 1, 0), null, false));

    assertThat(seen.network.rumors()).hasSize(64);
    assertThat(seen.network.rumors().getFirst().rumor().id().text()).isEqualTo("r-69");
    assertThat(seen.network.rumors().getLast().rumor().id().text()).isEqualTo("r-6");
  }

  @Test
  void letsNoPeerDisplaceTheRumorsOfOthersWithInventedOnes() {
    IntStream.range(0, 32).forEach(i -> tell("true-" + i, ANN));
    IntStream.range(0, 10_000).forEach(i -> tell("lie-" + i, DAN));

    assertThat(seen.network.rumors())
        .hasSize(64)
        .filteredOn(summary -> summary.rumor().id().text().startsWith("true-"))
        .hasSize(32);
  }

  @Test
  void returnsTheSameSpreadWhileNothingChanges() {
    seen.told(0, ANN);
    Spread before = seen.spread();
    seen.period(10, ANN, 1);
    assertThat(seen.spread()).isSameAs(before);

    seen.heard(12, BOB, ANN, 1, 1);
    assertThat(seen.spread()).isNotSameAs(before);
  }

  @Test
  void acceptsTimesThatAreOutOfRange() {
    HeardRumor odd =
        new HeardRumor(RUMOR, 1, Instant.MAX, ANN, Long.MAX_VALUE, Long.MAX_VALUE, true);
    seen.network.note(
        new Observation.Seen(at(100), snapshot(50, BOB, Long.MIN_VALUE, List.of(odd))));

    assertThat(seen.spread().arrivals().get(BOB)).extracting(Arrival::at).isEqualTo(at(100));
  }
}
