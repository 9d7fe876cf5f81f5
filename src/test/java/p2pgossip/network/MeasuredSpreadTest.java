package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.network.CopyTrip.Fate;
import p2pgossip.network.MeasuredSpread.Phase;

class MeasuredSpreadTest {

  private static final Instant BORN = Instant.parse("2026-11-22T10:00:00Z");
  private static final PeerAddress ANN = PeerAddress.parse("127.0.0.1:8080");
  private static final PeerAddress BOB = PeerAddress.parse("127.0.0.1:8081");
  private static final RumorId ID = new RumorId("r");

  private static Instant second(double seconds) {
    return BORN.plusNanos(Math.round(seconds * 1e9));
  }

  private static Arrival arrival(PeerAddress peer, double at, boolean spreading) {
    PeerAddress from = peer.equals(ANN) ? null : ANN;
    return new Arrival(peer, from, second(at), peer.equals(ANN) ? 0 : 1, 0, 0, spreading);
  }

  private static CopyTrip trip(double sent, @Nullable Double ended, Fate fate) {
    return new CopyTrip(
        1, ID, ANN, BOB, 1, second(sent), ended == null ? null : second(ended), fate);
  }

  private static Spread spread(int population, List<CopyTrip> trips, Arrival... arrivals) {
    Map<PeerAddress, Arrival> all =
        List.of(arrivals).stream().collect(Collectors.toMap(Arrival::peer, arrival -> arrival));
    return new Spread(new Rumor(ID, ANN, BORN, "Psst"), all, population, trips, trips.size(), 0, 0);
  }

  private static MeasuredSpread measured(Spread spread, double now) {
    return MeasuredSpread.of(spread, second(now), _ -> true);
  }

  @Test
  void spreadsWhileARunningPeerPassesItOn() {
    Spread spread = spread(3, List.of(), arrival(ANN, 0, false), arrival(BOB, 1, true));

    assertThat(measured(spread, 5).phase()).isEqualTo(Phase.SPREADING);
    assertThat(measured(spread, 5).until()).isEqualTo(Duration.ofSeconds(5));
    assertThat(MeasuredSpread.of(spread, second(5), peer -> !peer.equals(BOB)).phase())
        .isEqualTo(Phase.STUCK);
  }

  @Test
  void spreadsWhileACopyIsInTransit() {
    Spread spread = spread(2, List.of(trip(0, null, Fate.UNDER_WAY)), arrival(ANN, 0, false));

    assertThat(measured(spread, 1).phase()).isEqualTo(Phase.SPREADING);
  }

  @Test
  void isStuckFromItsLastEventOnIfNoPeerPassesItOn() {
    MeasuredSpread stuck =
        measured(spread(2, List.of(trip(0, 2.0, Fate.LOST)), arrival(ANN, 0, false)), 9);

    assertThat(stuck.phase()).isEqualTo(Phase.STUCK);
    assertThat(stuck.lastEvent()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void isCompleteOnceAllHaveHeardItEvenIfItIsStillPassedOn() {
    MeasuredSpread complete =
        measured(spread(2, List.of(), arrival(ANN, 0, true), arrival(BOB, 1, true)), 9);

    assertThat(complete.phase()).isEqualTo(Phase.COMPLETE);
    assertThat(complete.carried()).isTrue();
  }

  @Test
  void isCutOffIfItsRunEndsWhileItSpreads() {
    MeasuredSpread spreading =
        measured(spread(3, List.of(), arrival(ANN, 0, true), arrival(BOB, 1, true)), 4);

    assertThat(spreading.ended().phase()).isEqualTo(Phase.CUT_OFF);
    assertThat(spreading.ended().until()).isEqualTo(Duration.ofSeconds(4));
    assertThat(spreading.ended().carried()).isFalse();
  }

  @Test
  void computesNothingAgainAsTimePasses() {
    MeasuredSpread before =
        measured(spread(3, List.of(), arrival(ANN, 0, true), arrival(BOB, 1, true)), 4);
    MeasuredSpread after = before.at(second(6), _ -> true);

    assertThat(after.until()).isEqualTo(Duration.ofSeconds(6));
    assertThat(after.curve()).isSameAs(before.curve());
    assertThat(after.figures()).isSameAs(before.figures());
    assertThat(before.at(second(4), _ -> true)).isSameAs(before);
  }

  @Test
  void computesThePeriodsFromTheLengthsInForce() {
    Conditions conditions =
        Conditions.in(null)
            .heardUnder(BORN, Spreading.DEFAULT, Duration.ofSeconds(1))
            .periodChanged(second(4), Duration.ofSeconds(1), Duration.ofMillis(250));

    assertThat(measured(under(Conditions.UNKNOWN), 6).periods()).isZero();
    assertThat(measured(under(conditions), 3.9).periods()).isEqualTo(3);
    assertThat(measured(under(conditions), 6).periods()).isEqualTo(4 + 8);
  }

  private static Spread under(Conditions conditions) {
    Spread spread = spread(3, List.of(), arrival(ANN, 0, true), arrival(BOB, 1, true));
    return new Spread(
        spread.rumor(), ID, spread.arrivals(), 3, List.of(), 0, 0, 0, conditions, null);
  }
}
