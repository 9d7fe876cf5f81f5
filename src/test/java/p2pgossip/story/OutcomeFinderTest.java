package p2pgossip.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Ending;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Spread;
import p2pgossip.network.Surroundings;
import p2pgossip.story.Outcome.Reason;

class OutcomeFinderTest {

  private static Spreading by(Strategy strategy) {
    return new Spreading(strategy, 2, Interest.NEVER_LOST, 256);
  }

  private static Outcome.Stopped stopped(Tale tale, RumorId rumor) {
    Outcome outcome = tale.outcome(rumor);
    assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
    return (Outcome.Stopped) outcome;
  }

  @Test
  void allHaveHeardIt() {
    Tale tale = new Tale(4, by(Strategy.FLOOD), 1).line();

    assertThat(tale.outcome(tale.tell(30)))
        .isInstanceOfSatisfying(
            Outcome.ReachedAll.class,
            all -> {
              assertThat(all.population()).isEqualTo(4);
              assertThat(all.after()).isPositive();
            });
  }

  @Test
  void itGoesOnWhileSomebodyPassesItOn() {
    Tale tale = new Tale(9, by(Strategy.PUSH), 1).line();
    RumorId rumor = tale.tell(2);

    assertThat(tale.outcome(rumor))
        .isInstanceOfSatisfying(
            Outcome.GoesOn.class,
            on -> {
              assertThat(on.reached()).isBetween(2, 8);
              assertThat(on.passing()).isEqualTo(on.reached());
              assertThat(on.asked()).isFalse();
            });
  }

  @Test
  void itGoesOnWhileOthersAskForIt() {
    Tale tale = new Tale(9, by(Strategy.PULL), 1).line();

    assertThat(tale.outcome(tale.tell(1)))
        .isInstanceOfSatisfying(Outcome.GoesOn.class, on -> assertThat(on.asked()).isTrue());
  }

  @Test
  void allLostInterest() {
    Spreading once = new Spreading(Strategy.PUSH, 1, InterestLabel.parse("blind-counter:1"), 256);
    Tale tale = new Tale(9, once, 4).line();
    Outcome.Stopped stopped = stopped(tale, tale.tell(40));

    assertThat(stopped.reason()).isEqualTo(Reason.INTEREST_LOST);
    assertThat(stopped.missed()).contains(tale.peer(8)).hasSize(9 - stopped.reached());
  }

  @Test
  void aFaultKeptTheOthersApart() {
    Tale tale = new Tale(6, by(Strategy.FLOOD), 1).line();
    tale.begin(
        new Fault.Partition<>(
            List.of(
                Set.of(tale.peer(0), tale.peer(1), tale.peer(2)),
                Set.of(tale.peer(3), tale.peer(4), tale.peer(5)))));
    RumorId rumor = tale.tell(30);

    assertThat(stopped(tale, rumor).reason()).isEqualTo(Reason.KEPT_APART);
    tale.engines.faults().endAll();
    tale.engines.pass(Tale.PERIOD.multipliedBy(20));
    // It was passed on in the meantime only.
    assertThat(stopped(tale, rumor).reason()).isEqualTo(Reason.KEPT_APART);
    assertThat(stopped(tale, rumor).missed())
        .containsExactlyInAnyOrder(tale.peer(3), tale.peer(4), tale.peer(5));
  }

  @Test
  void aFrozenPeerKeepsTheOthersApart() {
    Tale tale = new Tale(4, by(Strategy.FLOOD), 1).line();
    tale.begin(new Fault.Freeze<>(tale.peer(2)));

    assertThat(stopped(tale, tale.tell(30)).reason()).isEqualTo(Reason.KEPT_APART);
  }

  @Test
  void nobodyKnowsTheOthers() {
    Tale tale = new Tale(6, by(Strategy.FLOOD), 1).line(0, 2).line(3, 5).inARun();
    Outcome.Stopped stopped = stopped(tale, tale.tell(30));

    assertThat(stopped.reason()).isEqualTo(Reason.UNKNOWN_TO_HEARERS);
    assertThat(stopped.reached()).isEqualTo(3);
  }

  @Test
  void itHasMadeAllItsHops() {
    Tale tale = new Tale(5, new Spreading(Strategy.FLOOD, 1, Interest.NEVER_LOST, 2), 1).line();

    assertThat(stopped(tale, tale.tell(30)).reason()).isEqualTo(Reason.OUT_OF_HOPS);
  }

  @Test
  void onlyTheOriginTellsIt() {
    Tale tale = new Tale(4, by(Strategy.DIRECT), 1).line();

    assertThat(stopped(tale, tale.tell(30)).reason()).isEqualTo(Reason.TOLD_BY_ORIGIN_ONLY);
  }

  @Test
  void theCoinSaidNo() {
    Spreading never =
        new Spreading(Strategy.GOSSIP1, 1, Interest.NEVER_LOST, 256, new Forwarding(0, 1));
    Tale tale = new Tale(4, never, 1).line();

    assertThat(stopped(tale, tale.tell(30)).reason()).isEqualTo(Reason.COIN_SAID_NO);
  }

  @Test
  void theCopiesWereLost() {
    Tale tale = new Tale(3, by(Strategy.FLOOD), 1).line();
    tale.begin(new Fault.Loss<>(new Path.Everywhere<>(), 0.999999));

    assertThat(stopped(tale, tale.tell(40)).reason()).isEqualTo(Reason.COPIES_LOST);
  }

  @Test
  void thoseWhoHadHeardItHaveEnded() {
    Tale tale = new Tale(4, by(Strategy.PUSH), 1).line();
    RumorId rumor = tale.engines.tell(0, "the tram is late");
    tale.engines.kill(tale.peer(0));
    tale.engines.pass(Tale.PERIOD);

    assertThat(stopped(tale, rumor).reason()).isEqualTo(Reason.HEARERS_ENDED);
  }

  @Test
  void whatHappensAfterItsEndDoesNotChangeTheReason() {
    Spreading once = new Spreading(Strategy.PUSH, 1, InterestLabel.parse("blind-counter:1"), 256);
    Tale tale = new Tale(9, once, 4).line();
    RumorId rumor = tale.tell(40);
    Outcome.Stopped before = stopped(tale, rumor);
    for (int peer = 0; peer < 9; peer++) {
      if (!before.missed().contains(tale.peer(peer))) {
        tale.engines.kill(tale.peer(peer));
      }
    }
    tale.engines.pass(Tale.PERIOD.multipliedBy(10));

    assertThat(before.reason()).isEqualTo(Reason.INTEREST_LOST);
    assertThat(stopped(tale, rumor)).isEqualTo(before);
  }

  @Test
  void anUnheardPeerThatEndsLaterHasStillNotHeardIt() {
    Tale tale = new Tale(5, new Spreading(Strategy.FLOOD, 1, Interest.NEVER_LOST, 2), 1).line();
    RumorId rumor = tale.tell(30);
    Outcome.Stopped before = stopped(tale, rumor);
    tale.engines.kill(tale.peer(4));
    tale.engines.pass(Tale.PERIOD.multipliedBy(10));

    assertThat(before.missed()).contains(tale.peer(4));
    assertThat(stopped(tale, rumor)).isEqualTo(before);
  }

  @Test
  void aNetworkThatWasSavedWithoutItsLinksDoesNotSayWhy() {
    Tale tale = new Tale(5, new Spreading(Strategy.FLOOD, 1, Interest.NEVER_LOST, 2), 1).line();
    RumorId rumor = tale.tell(30);
    MeasuredSpread measured = tale.measured(rumor);
    NetworkPicture unlinked =
        new NetworkPicture(
            Objects.requireNonNull(measured.spread().ending()).network().picture().nodes(),
            Set.of());

    assertThat(
            OutcomeFinder.of(recalled(measured.spread(), unlinked), unlinked, Set.of(), _ -> true))
        .isInstanceOfSatisfying(
            Outcome.Stopped.class,
            stopped -> assertThat(stopped.reason()).isEqualTo(Reason.NOT_ON_RECORD));
  }

  /// The rumour as it is read from a recording.
  private static MeasuredSpread recalled(Spread spread, NetworkPicture picture) {
    Ending ending = Objects.requireNonNull(spread.ending());
    Spread saved =
        new Spread(
            spread.rumor(),
            spread.key(),
            spread.arrivals(),
            spread.population(),
            spread.trips(),
            spread.copies(),
            spread.duplicates(),
            spread.lost(),
            spread.sent(),
            spread.conditions(),
            new Ending(
                ending.at(),
                ending.cutOff(),
                new Surroundings(picture, ending.network().running())));
    return MeasuredSpread.of(saved, ending.at(), _ -> true);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void eachReasonIsASentence(Reason reason) {
    assertThat(OutcomeWords.of(new Outcome.Stopped(15, 24, Set.of(), reason)))
        .matches("9 of 24 have not heard it(, because |\\. Why is not on record: ).*\\.")
        .hasSizeLessThan(120);
  }
}
