package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.network.WatchedNetwork.ANN;
import static p2pgossip.network.WatchedNetwork.BOB;
import static p2pgossip.network.WatchedNetwork.DAN;
import static p2pgossip.network.WatchedNetwork.EVE;
import static p2pgossip.network.WatchedNetwork.RUMOR;
import static p2pgossip.network.WatchedNetwork.at;
import static p2pgossip.network.WatchedNetwork.trip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.CopyTrip.Fate;
import p2pgossip.network.SpreadCurve.Round;
import p2pgossip.network.SpreadCurve.Step;

class SpreadFiguresTest {

  private static Arrival arrival(
      PeerAddress peer, @Nullable PeerAddress from, long millis, int hops, long periods) {
    return new Arrival(peer, from, at(millis), hops, periods, 0, true);
  }

  private static Spread spread(
      int population, List<CopyTrip> trips, long copies, long duplicates, Arrival... arrivals) {
    return new Spread(
        RUMOR,
        Arrays.stream(arrivals).collect(Collectors.toMap(Arrival::peer, it -> it)),
        population,
        trips,
        copies,
        duplicates,
        1);
  }

  /// Ann told it at 100 ms; Bob heard it after 10 ms, Eve after 40 ms from Bob, Dan at the same
  /// time.
  private static Spread sample(int population) {
    return spread(
        population,
        List.of(
            trip(ANN, BOB, 1, 105, 110L, Fate.NEWS),
            trip(BOB, ANN, 2, 120, 125L, Fate.DUPLICATE),
            trip(EVE, BOB, 3, 150, 160L, Fate.DUPLICATE)),
        7,
        3,
        arrival(ANN, null, 100, 0, 0),
        arrival(BOB, ANN, 110, 1, 0),
        arrival(EVE, BOB, 140, 2, 2),
        arrival(DAN, ANN, 140, 1, 2));
  }

  @Test
  void computesTheFiguresOfASpread() {
    assertThat(SpreadFigures.of(sample(4)))
        .isEqualTo(
            new SpreadFigures(
                4,
                4,
                Duration.ofMillis(10),
                Duration.ofMillis(40),
                Duration.ofMillis(40),
                7,
                1.75,
                3,
                1,
                7.0 / 3 - 1,
                2,
                4.0 / 3,
                6,
                1.5,
                1,
                1 / 3.0));
  }

  @Test
  void doesNotCountUselessCopiesAfterTheLastHearing() {
    Spread soon = sample(4);
    List<CopyTrip> longer = new ArrayList<>(soon.trips());
    for (int i = 0; i < 50; i++) {
      longer.add(trip(ANN, BOB, 1, 200 + i, 205L + i, Fate.DUPLICATE));
    }
    Spread late = spread(4, longer, 57, 53, soon.arrivals().values().toArray(Arrival[]::new));

    assertThat(SpreadFigures.of(late).copies()).isEqualTo(57);
    assertThat(SpreadFigures.of(late).copiesToLast())
        .isEqualTo(SpreadFigures.of(soon).copiesToLast());
    assertThat(SpreadFigures.of(late).redundancyToLast())
        .isEqualTo(SpreadFigures.of(soon).redundancyToLast());
  }

  @Test
  void leavesOutPausesUnlessACopyWasInTransit() {
    Spread ran = sample(4);
    Conditions paused =
        new Conditions(
            null, List.of(), false, List.of(), List.of(new Conditions.Pause(at(115), at(135))));
    Spread spread =
        new Spread(RUMOR, RUMOR.id(), ran.arrivals(), 4, ran.trips(), 7, 3, 1, paused, null);

    // Paused for 20 ms, in 5 of which a copy was in transit.
    assertThat(SpreadFigures.of(spread).t50()).isEqualTo(Duration.ofMillis(10));
    assertThat(SpreadFigures.of(spread).tLast()).isEqualTo(Duration.ofMillis(40 - 15));
    assertThat(SpreadCurve.of(spread).steps().getLast().sinceBirth())
        .isEqualTo(Duration.ofMillis(60 - 15));
  }

  @Test
  void hasNoTimeForAShareThatWasNotReached() {
    SpreadFigures figures = SpreadFigures.of(sample(6));

    assertThat(figures.t50()).isEqualTo(Duration.ofMillis(40));
    assertThat(figures.t99()).isNull();
    assertThat(figures.tLast()).isEqualTo(Duration.ofMillis(40));
  }

  @Test
  void roundsAShareUpToAWholePeer() {
    Spread spread =
        spread(3, List.of(), 1, 0, arrival(ANN, null, 100, 0, 0), arrival(BOB, ANN, 110, 1, 0));

    // Half of three are two; 99 of 100 of three are all three.
    assertThat(SpreadFigures.of(spread).t50()).isEqualTo(Duration.ofMillis(10));
    assertThat(SpreadFigures.of(spread).t99()).isNull();
  }

  @Test
  void hasNoRedundancyAndNoHopsWhileOnlyTheOriginHasHeardIt() {
    SpreadFigures figures =
        SpreadFigures.of(spread(5, List.of(), 0, 0, arrival(ANN, null, 100, 0, 0)));

    assertThat(figures)
        .isEqualTo(
            new SpreadFigures(
                1,
                5,
                null,
                null,
                Duration.ZERO,
                0,
                0,
                0,
                1,
                Double.NaN,
                0,
                Double.NaN,
                0,
                0,
                Double.NaN,
                Double.NaN));
  }

  @Test
  void hasNoRedundancyInAPerfectTree() {
    Spread spread =
        spread(2, List.of(), 1, 0, arrival(ANN, null, 100, 0, 0), arrival(BOB, ANN, 110, 1, 0));

    assertThat(SpreadFigures.of(spread).redundancy()).isZero();
  }

  @Test
  void letsNoPeerHearItBeforeItsBirthEvenIfClocksDiffer() {
    Spread spread =
        spread(2, List.of(), 1, 0, arrival(ANN, null, 100, 0, 0), arrival(BOB, ANN, 90, 1, 0));

    assertThat(SpreadFigures.of(spread).tLast()).isEqualTo(Duration.ZERO);
    assertThat(SpreadCurve.of(spread).steps()).containsExactly(new Step(Duration.ZERO, 2, 0));
  }

  @Test
  void drawsCoverageAgainstTime() {
    // One duplicate is no longer remembered and counts from the start.
    assertThat(SpreadCurve.of(sample(4)).steps())
        .containsExactly(
            new Step(Duration.ZERO, 1, 1),
            new Step(Duration.ofMillis(10), 2, 1),
            new Step(Duration.ofMillis(25), 2, 2),
            new Step(Duration.ofMillis(40), 4, 2),
            new Step(Duration.ofMillis(60), 4, 3));
  }

  @Test
  void drawsCoverageAgainstPeriodsWithoutAGap() {
    assertThat(SpreadCurve.of(sample(4)).rounds())
        .containsExactly(new Round(0, 2, 2, 2), new Round(1, 0, 2, 0), new Round(2, 2, 4, 0));
  }

  @Test
  void acceptsAPeriodOutOfRange() {
    Spread spread =
        spread(
            2,
            List.of(),
            1,
            0,
            arrival(ANN, null, 100, 0, 0),
            arrival(BOB, ANN, 110, 1, Long.MAX_VALUE));

    assertThat(SpreadCurve.of(spread).rounds())
        .hasSize(SpreadCurve.MOST_ROUNDS)
        .endsWith(new Round(SpreadCurve.MOST_ROUNDS - 1, 1, 2, 0));
  }
}
