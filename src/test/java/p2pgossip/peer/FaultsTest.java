package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fate;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Standing;
import p2pgossip.gossip.Strategy;
import p2pgossip.original.ReservedPort;

/// Faults between two real peers of one process that know each other: what becomes of requests,
/// answers and ports. How peers live with faults is tested in virtual time.
class FaultsTest {

  /// Retries for as long as a test lasts.
  private static final PeerSettings PATIENT = QUICK.withFailureLimit(1_000);

  /// Long enough for every answer that no fault prevents.
  private static final Duration LONG = Duration.ofHours(1);

  @AutoClose private final ReservedPort place = new ReservedPort();
  private PeerRuntime runtime;
  private WatchedPeer one;
  private WatchedPeer other;

  @BeforeEach
  void connectTwo() {
    connectTwo(LONG);
  }

  /// @param timeLimit for each request; what a fault loses is noticed after a second anyway
  private void connectTwo(Duration timeLimit) {
    runtime = WatchedPeer.runtime(timeLimit);
    one = WatchedPeer.start(runtime, PATIENT);
    other = WatchedPeer.startAt(place, runtime, PATIENT, one.endpoint());
    one.awaitStanding(other.endpoint(), Standing.CONNECTED);
    other.awaitStanding(one.endpoint(), Standing.CONNECTED);
  }

  @AfterEach
  void end() {
    one.close();
    other.close();
    runtime.close();
  }

  @Test
  void aBlockedMessageNeverArrivesAndShowsAsNoAnswerInTime() {
    begin(new Fault.Block<>(new Path.OneWay<>(one.address(), other.address())));

    GossipEvent.MessageFailed failed = one.awaitEvent(GossipEvent.MessageFailed.class);

    assertThat(failed.failure()).isEqualTo(Fate.noAnswerWithin(Duration.ofSeconds(1)));
    one.awaitStanding(other.endpoint(), Standing.UNREACHABLE);
  }

  @Test
  void withOnlyTheWayBackBlockedTheMessageIsHeardUnknownToItsSender() {
    other.peer().change(PATIENT.withPaused(true));
    silence(one);
    begin(new Fault.Block<>(new Path.OneWay<>(other.address(), one.address())));
    one.peer().change(PATIENT.withPaused(true).withText("psst"));
    one.peer().sendNow();
    GossipEvent.MessageFailed failed = one.awaitEvent(GossipEvent.MessageFailed.class);

    assertThat(failed.text()).isEqualTo("psst");
    assertThat(other.heard()).containsOnlyOnce("psst");
  }

  @Test
  void aDelayIsSeenInTheRoundTripAndNothingIsLost() {
    begin(
        new Fault.Delay<>(
            new Path.Between<>(one.address(), other.address()),
            Duration.ofMillis(150),
            Duration.ZERO));

    GossipEvent.MessageDelivered delivered =
        one.awaitEvent(
            GossipEvent.MessageDelivered.class,
            event -> event.roundTrip().compareTo(Duration.ofMillis(300)) >= 0);

    assertThat(delivered.to()).isEqualTo(other.address());
    assertThat(one.events(GossipEvent.MessageFailed.class)).isEmpty();
  }

  @Test
  void aDoubledMessageIsHeardTwiceAndAnsweredOnceForItsSender() {
    other.peer().change(PATIENT.withPaused(true));
    silence(one);
    begin(new Fault.Duplicate<>(new Path.Everywhere<>(), 1));
    one.peer().change(PATIENT.withPaused(true).withText("psst"));
    int delivered = one.events(GossipEvent.MessageDelivered.class).size();
    one.peer().sendNow();
    await().until(() -> Collections.frequency(other.heard(), "psst") == 2);
    await().until(() -> one.events(GossipEvent.MessageDelivered.class).size() > delivered);
    // A second answer to the first message would come before the answer to this one.
    one.peer().sendNow();
    await().until(() -> Collections.frequency(other.heard(), "psst") == 4);
    await().until(() -> one.events(GossipEvent.MessageDelivered.class).size() > delivered + 1);

    assertThat(one.events(GossipEvent.MessageDelivered.class)).hasSize(delivered + 2);
    assertThat(one.events(GossipEvent.MessageFailed.class)).isEmpty();
  }

  /// How often it comes in is counted in virtual time, where no period comes between.
  @Test
  void aRumourThatArrivesTwiceIsNewsOnceAndADuplicateThen() {
    begin(new Fault.Duplicate<>(new Path.OneWay<>(one.address(), other.address()), 1));
    one.peer().change(PATIENT.withSpreading(Spreading.DEFAULT.withStrategy(Strategy.FLOOD)));
    RumorId rumor = one.peer().spread("the tram is late");
    other.awaitEvent(GossipEvent.RumorRepeated.class);

    assertThat(other.events(GossipEvent.RumorHeard.class))
        .singleElement()
        .satisfies(heard -> assertThat(heard.copy().rumor().id()).isEqualTo(rumor));
  }

  @Test
  void aFrozenPeerAnswersNothingAndContinuesWhenItThaws() {
    // That a frozen peer does not answer shows only at the time limit.
    end();
    connectTwo(Duration.ofSeconds(2));
    silence(one);
    Fault<PeerAddress> freeze = new Fault.Freeze<>(other.address());
    begin(freeze);
    one.peer().change(PATIENT.withPaused(true).withText("psst"));
    one.peer().sendNow();
    one.awaitStanding(other.endpoint(), Standing.UNREACHABLE);
    int periods = other.events(GossipEvent.PeriodBegan.class).size();
    GossipEvent.MessageFailed unanswered = one.awaitEvent(GossipEvent.MessageFailed.class);

    assertThat(unanswered.failure().kind()).isEqualTo(Failure.Kind.TIMED_OUT);
    assertThat(unanswered.text()).isEqualTo("psst");
    assertThat(other.heard()).doesNotContain("psst");
    assertThat(other.events(GossipEvent.PeriodBegan.class)).hasSize(periods);

    runtime.faults().end(freeze);

    other.awaitPeriods(2);
    await().until(() -> other.heard().contains("psst"));
    one.awaitStanding(other.endpoint(), Standing.CONNECTED);
  }

  @Test
  void aKilledPeerIsGoneAtOnceAndItsPortIsFree() {
    other.peer().kill();
    other.peer().kill();

    GossipEvent.PeerUnreachable gone = one.awaitEvent(GossipEvent.PeerUnreachable.class);

    assertThat(gone.failure().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
    assertThat(one.events(GossipEvent.PeerLeft.class)).isEmpty();
    assertThat(other.events()).last().isInstanceOf(GossipEvent.Stopped.class);
    try (WatchedPeer again = WatchedPeer.startAt(place, runtime, PATIENT)) {
      assertThat(again.address()).isEqualTo(other.address());
      one.awaitEvent(GossipEvent.PeerRecovered.class);
    }
  }

  @Test
  void aBlockedMessageFromAnotherProcessIsNeitherHeardNorAnswered() {
    try (PeerRuntime elsewhere = WatchedPeer.runtime(Duration.ofSeconds(1));
        WatchedPeer caller = WatchedPeer.start(elsewhere, PATIENT, one.endpoint())) {
      caller.awaitStanding(one.endpoint(), Standing.CONNECTED);
      begin(new Fault.Block<>(new Path.OneWay<>(caller.address(), one.address())));

      GossipEvent.MessageFailed failed = caller.awaitEvent(GossipEvent.MessageFailed.class);

      assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.TIMED_OUT);
    }
  }

  /// Stops a peer's periods, and waits for the answers to earlier messages.
  private static void silence(WatchedPeer peer) {
    peer.peer().change(PATIENT.withPaused(true));
    int sent = peer.events(GossipEvent.MessageSent.class).size();
    await().until(() -> peer.events(GossipEvent.MessageDelivered.class).size() == sent);
  }

  private void begin(Fault<PeerAddress> fault) {
    assertThat(runtime.faults().begin(fault)).isTrue();
  }
}
