package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.network.WatchedNetwork.ANN;
import static p2pgossip.network.WatchedNetwork.BOB;
import static p2pgossip.network.WatchedNetwork.DAN;
import static p2pgossip.network.WatchedNetwork.EVE;
import static p2pgossip.network.WatchedNetwork.NOBODY;
import static p2pgossip.network.WatchedNetwork.at;
import static p2pgossip.network.WatchedNetwork.copy;
import static p2pgossip.network.WatchedNetwork.mutual;
import static p2pgossip.network.WatchedNetwork.self;
import static p2pgossip.network.WatchedNetwork.trip;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Sender;
import p2pgossip.network.CopyTrip.Fate;

/// Ann, Bob and Eve are watched; Dan is not.
class CopyTripsTest {

  private final WatchedNetwork seen = new WatchedNetwork();

  @BeforeEach
  void beginWithARumor() {
    seen.seen(ANN, mutual(BOB), mutual(DAN));
    seen.seen(BOB, mutual(ANN), mutual(EVE));
    seen.seen(EVE, mutual(BOB));
    seen.told(0, ANN);
  }

  @Test
  void showsACopyInTransit() {
    seen.sent(10, ANN, BOB, 1, 1);

    assertThat(seen.trips()).containsExactly(trip(ANN, BOB, 1, 10, null, Fate.UNDER_WAY));
    assertThat(seen.spread().copies()).isEqualTo(1);
  }

  @Test
  void combinesWhatBothEndsSaw() {
    seen.sent(10, ANN, BOB, 1, 1);
    seen.heard(14, BOB, ANN, 1, 1);
    seen.delivered(20, ANN, BOB, 1, 1, Hearing.NEWS);

    assertThat(seen.trips()).containsExactly(trip(ANN, BOB, 1, 10, 14L, Fate.NEWS));
    assertThat(seen.spread().copies()).isEqualTo(1);
  }

  @Test
  void combinesWhatBothEndsSawIfTheReceiverReportsFirst() {
    seen.heard(14, BOB, ANN, 1, 1);
    seen.delivered(20, ANN, BOB, 1, 1, Hearing.NEWS);
    seen.sent(10, ANN, BOB, 1, 1);

    assertThat(seen.trips()).containsExactly(trip(ANN, BOB, 1, 10, 14L, Fate.NEWS));
    assertThat(seen.spread().copies()).isEqualTo(1);
  }

  @Test
  void combinesWhatBothEndsSawIfTheAnswerIsReportedFirst() {
    seen.sent(10, ANN, BOB, 1, 1);
    seen.delivered(20, ANN, BOB, 1, 1, Hearing.KNOWN);
    seen.repeated(14, BOB, ANN, 1, 1);

    assertThat(seen.trips()).containsExactly(trip(ANN, BOB, 1, 10, 14L, Fate.DUPLICATE));
    assertThat(seen.spread().duplicates()).isEqualTo(1);
  }

  @Test
  void tellsCopiesOfOneSenderApartByTheirNumbers() {
    seen.sent(10, ANN, BOB, 1, 1);
    seen.sent(11, ANN, BOB, 1, 2);
    seen.repeated(20, BOB, ANN, 1, 2);

    assertThat(seen.trips())
        .containsExactly(
            trip(ANN, BOB, 1, 10, null, Fate.UNDER_WAY),
            trip(ANN, BOB, 1, 11, 20L, Fate.DUPLICATE));
  }

  @Test
  void takesACopyWithoutANumberForTheOneInTransit() {
    seen.sent(10, ANN, BOB, 1, 1);
    seen.heard(14, BOB, ANN, 1, 0);

    assertThat(seen.trips()).containsExactly(trip(ANN, BOB, 1, 10, 14L, Fate.NEWS));
  }

  @Test
  void neverLetsACopyArriveBeforeItWasSentEvenIfClocksDiffer() {
    seen.sent(10, ANN, BOB, 1, 1);
    seen.heard(3, BOB, ANN, 1, 1);
    seen.heard(2, EVE, BOB, 2, 1);
    seen.sent(9, BOB, EVE, 2, 1);

    assertThat(seen.trips())
        .containsExactly(
            trip(BOB, EVE, 2, 9, 9L, Fate.NEWS), trip(ANN, BOB, 1, 10, 10L, Fate.NEWS));
  }

  @Test
  void putsTheArrivalAtAPeerThatIsNotWatchedHalfARoundTripBeforeItsAnswer() {
    seen.sent(10, ANN, DAN, 1, 1);
    seen.delivered(20, ANN, DAN, 1, 1, Hearing.UNSAID);

    assertThat(seen.trips()).containsExactly(trip(ANN, DAN, 1, 10, 19L, Fate.ARRIVED));
    assertThat(seen.spread().arrivals().get(DAN))
        .isEqualTo(new Arrival(DAN, ANN, at(19), 1, 0, 0, false));
  }

  @Test
  void believesAPeerThatIsNotWatchedAboutWhetherItKnewIt() {
    seen.sent(10, ANN, DAN, 1, 1);
    seen.delivered(20, ANN, DAN, 1, 1, Hearing.NEWS);
    seen.sent(30, ANN, DAN, 1, 2);
    seen.delivered(40, ANN, DAN, 1, 2, Hearing.KNOWN);

    assertThat(seen.trips())
        .containsExactly(
            trip(ANN, DAN, 1, 10, 19L, Fate.NEWS), trip(ANN, DAN, 1, 30, 39L, Fate.DUPLICATE));
    assertThat(seen.spread().arrivals().get(DAN))
        .isEqualTo(new Arrival(DAN, ANN, at(19), 1, 0, 1, true));
  }

  @Test
  void showsACopyFromAPeerThatIsNotWatched() {
    seen.heard(14, EVE, DAN, 3, 7);

    assertThat(seen.trips()).containsExactly(trip(DAN, EVE, 3, 14, 14L, Fate.NEWS));
  }

  @Test
  void countsALostCopy() {
    seen.sent(10, ANN, BOB, 1, 1);
    seen.failed(5_010, ANN, BOB, 1, 1);

    assertThat(seen.trips()).containsExactly(trip(ANN, BOB, 1, 10, 5_010L, Fate.LOST));
    assertThat(seen.spread().lost()).isEqualTo(1);
  }

  @Test
  void countsACopyAsArrivedIfOnlyItsAnswerWasLost() {
    seen.sent(10, ANN, BOB, 1, 1);
    seen.failed(5_010, ANN, BOB, 1, 1);
    seen.heard(14, BOB, ANN, 1, 1);

    assertThat(seen.trips()).containsExactly(trip(ANN, BOB, 1, 10, 14L, Fate.NEWS));
    assertThat(seen.spread().lost()).isZero();
  }

  @Test
  void joinsCopiesInAnswersToQuestions() {
    seen.happened(ANN, new GossipEvent.CopySent(at(10), BOB, copy(1, 1), true));
    seen.happened(BOB, new GossipEvent.RumorHeard(at(12), copy(1, 1), new Sender.Named(ANN), true));

    assertThat(seen.trips()).containsExactly(trip(ANN, BOB, 1, 10, 12L, Fate.NEWS));
  }

  @Test
  void takesACopyInAnAnswerToAPeerThatIsNotWatchedAsArrived() {
    seen.happened(ANN, new GossipEvent.CopySent(at(10), DAN, copy(1, 1), true));

    assertThat(seen.trips()).containsExactly(trip(ANN, DAN, 1, 10, 10L, Fate.ARRIVED));
    assertThat(seen.spread().arrivals()).containsKey(DAN);
  }

  @Test
  void losesTheCopiesInAnAnswerThatNeverCame() {
    seen.happened(ANN, new GossipEvent.CopySent(at(10), BOB, copy(1, 1), true));
    seen.happened(BOB, new GossipEvent.RumorsAsked(at(9), 4, ANN, Digest.Purpose.PULL));
    seen.happened(BOB, new GossipEvent.RumorsUnanswered(at(5_009), 4, ANN, NOBODY));

    assertThat(seen.trips()).containsExactly(trip(ANN, BOB, 1, 10, 5_009L, Fate.LOST));
  }

  @Test
  void losesTheCopiesInTransitOfAPeerThatEnds() {
    seen.sent(10, ANN, DAN, 1, 1);
    seen.stopped(11, ANN);

    assertThat(seen.trips()).containsExactly(trip(ANN, DAN, 1, 10, 11L, Fate.LOST));
  }

  @Test
  void losesACopyThatIsNotReportedAgain() {
    seen.sent(10, ANN, BOB, 1, 1);
    seen.network.age(at(60_000));
    assertThat(seen.spread().lost()).isZero();

    seen.network.age(at(80_000));

    assertThat(seen.trips()).containsExactly(trip(ANN, BOB, 1, 10, 75_010L, Fate.LOST));
  }

  @Test
  void doesNotMixUpTheCopiesOfAPeerWithThoseFromBeforeItWasRestarted() {
    seen.sent(10, ANN, DAN, 1, 1);
    seen.stopped(11, ANN);
    seen.happened(ANN, new GossipEvent.Started(at(20), ANN, self(ANN)));
    seen.sent(30, ANN, DAN, 1, 1);

    assertThat(seen.trips())
        .containsExactly(
            trip(ANN, DAN, 1, 10, 11L, Fate.LOST), trip(ANN, DAN, 1, 30, null, Fate.UNDER_WAY));
  }

  @Test
  void countsACopyTwiceThatWasHeardTwice() {
    seen.sent(10, ANN, BOB, 1, 1);
    seen.heard(14, BOB, ANN, 1, 1);
    seen.repeated(18, BOB, ANN, 1, 1);

    assertThat(seen.trips())
        .containsExactly(
            trip(ANN, BOB, 1, 10, 14L, Fate.NEWS), trip(ANN, BOB, 1, 18, 18L, Fate.DUPLICATE));
    assertThat(seen.spread().copies()).isEqualTo(2);
  }

  @Test
  void countsCopiesFromUnknownSenders() {
    seen.happened(
        BOB,
        new GossipEvent.RumorRepeated(at(14), copy(2, 0), new Sender.Unnamed(BOB.ip()), false));

    assertThat(seen.trips()).isEmpty();
    assertThat(seen.spread())
        .extracting(Spread::copies, Spread::duplicates)
        .containsExactly(1L, 1L);
  }

  @Test
  void remembersTheLatestTwentyThousandCopiesAndCountsAll() {
    for (int number = 1; number <= 20_500; number++) {
      seen.sent(number, ANN, BOB, 1, number);
      seen.repeated(number, BOB, ANN, 1, number);
    }

    assertThat(seen.spread())
        .extracting(Spread::copies, Spread::duplicates)
        .containsExactly(20_500L, 20_500L);
    assertThat(seen.spread().trips()).hasSizeLessThanOrEqualTo(20_000);
    assertThat(seen.spread().trips().getLast().sent()).isEqualTo(at(20_500));
  }

  @Test
  void ignoresAnImpossibleRoundTrip() {
    seen.sent(10, ANN, DAN, 1, 1);
    seen.happened(
        ANN,
        new GossipEvent.CopyDelivered(
            at(20), DAN, copy(1, 1), Hearing.UNSAID, Duration.ofSeconds(Long.MAX_VALUE)));

    assertThat(seen.trips()).containsExactly(trip(ANN, DAN, 1, 10, 20L, Fate.ARRIVED));
  }

  @Test
  void findsTheCopiesOfAllRumorsInTransitInATimeSpan() {
    seen.sent(10, ANN, BOB, 1, 1);
    seen.heard(20, BOB, ANN, 1, 1);
    seen.sent(30, BOB, EVE, 2, 1);
    seen.heard(40, EVE, BOB, 2, 1);
    seen.sent(60, BOB, EVE, 2, 2);

    assertThat(seen.network.trips(at(20), at(50)))
        .extracting(CopyTrip::sent)
        .containsExactly(at(10), at(30));
    assertThat(seen.network.trips(at(50), at(100)))
        .extracting(CopyTrip::sent)
        .containsExactly(at(60));
  }
}
