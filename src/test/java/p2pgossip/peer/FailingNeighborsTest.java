package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.original.ScriptedServer.answer;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.original.HttpMessage;
import p2pgossip.original.OriginalFlags;
import p2pgossip.original.OriginalPeer;
import p2pgossip.original.ScriptedPeer;
import p2pgossip.original.ScriptedServer.Reaction;

/// Neighbours that die, stall or restart.
class FailingNeighborsTest {

  private static final OriginalFlags ORIGINAL = OriginalFlags.NONE.period(Duration.ofMillis(50));

  /// Forgets no peer during a test.
  private static final PeerSettings PATIENT = QUICK.withFailureLimit(1_000);

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime(Duration.ofSeconds(1));

  /// With a time limit that is not reached in a test.
  @AutoClose private final PeerRuntime endless = WatchedPeer.runtime(Duration.ofHours(1));

  @Test
  void aPeerThatFailsIsUnreachableFirstAndRecovers() {
    try (ScriptedPeer neighbor = new ScriptedPeer();
        WatchedPeer ours = WatchedPeer.start(endless, QUICK, neighbor.endpoint())) {
      ours.awaitStanding(neighbor.endpoint(), Standing.CONNECTED);
      neighbor.onceOn("POST /message", answer(HttpMessage.empty(500)));
      ours.awaitEvent(GossipEvent.PeerRecovered.class);
      long told = neighbor.count("POST /message");
      await().until(() -> neighbor.count("POST /message") >= told + 2);

      assertThat(storyOf(WatchedPeer.address(neighbor.endpoint()), ours))
          .containsExactly(
              "PeerPending", "PeerConnected", "MessageFailed", "PeerUnreachable", "PeerRecovered");
    }
  }

  @Test
  void aPeerThatStaysAwayIsTriedAfterGrowingPausesAndForgottenAtTheLimit() {
    try (OriginalPeer neighbor = running(ORIGINAL);
        WatchedPeer ours =
            WatchedPeer.start(
                endless, QUICK.withKeep(false).withFailureLimit(3), neighbor.endpoint())) {
      await().until(() -> !neighbor.messages().isEmpty());
      neighbor.kill();
      GossipEvent.PeerForgotten forgotten = ours.awaitEvent(GossipEvent.PeerForgotten.class);

      List<GossipEvent.PeerUnreachable> failures = ours.events(GossipEvent.PeerUnreachable.class);
      assertThat(failures).extracting(GossipEvent.PeerUnreachable::failures).containsExactly(1, 2);
      assertThat(failures)
          .extracting(failure -> Duration.between(failure.at(), failure.nextAttempt()))
          .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
      assertThat(forgotten.failure())
          .isEqualTo(new Failure(Failure.Kind.UNREACHABLE, "nothing listens there"));
      assertThat(forgotten.at()).isAfterOrEqualTo(failures.getLast().nextAttempt());
      assertThat(ours.standing(neighbor.endpoint())).isNull();
    }
  }

  @Test
  void withALimitOfOneItIsForgottenAtTheFirstFailureAsInTheOriginal() {
    try (OriginalPeer neighbor = running(ORIGINAL);
        WatchedPeer ours =
            WatchedPeer.start(
                endless, QUICK.withKeep(false).withFailureLimit(1), neighbor.endpoint())) {
      await().until(() -> !neighbor.messages().isEmpty());
      neighbor.kill();
      ours.awaitEvent(GossipEvent.PeerForgotten.class);
      ours.awaitPeriods(2);

      assertThat(storyOf(WatchedPeer.address(neighbor.endpoint()), ours))
          .containsExactly("PeerPending", "PeerConnected", "MessageFailed", "PeerForgotten");
    }
  }

  @Test
  void aPeerThatAnswersEveryCheckButNoMessageIsForgottenInTheEnd() {
    try (ScriptedPeer neighbor = new ScriptedPeer().on("POST /message", new Reaction.HangUp());
        WatchedPeer ours =
            WatchedPeer.start(
                endless, QUICK.withKeep(false).withFailureLimit(2), neighbor.endpoint())) {
      ours.awaitEvent(GossipEvent.PeerForgotten.class);

      assertThat(ours.events(GossipEvent.MessageFailed.class)).hasSize(2);
    }
  }

  @Test
  void aPeerThatStallsFailsAtTheTimeLimit() {
    try (ScriptedPeer stalling = new ScriptedPeer().on("POST /message", new Reaction.Stall());
        WatchedPeer ours = WatchedPeer.start(runtime, QUICK, stalling.endpoint())) {
      GossipEvent.PeerUnreachable unreachable = ours.awaitEvent(GossipEvent.PeerUnreachable.class);

      assertThat(unreachable.failure())
          .isEqualTo(new Failure(Failure.Kind.TIMED_OUT, "no answer within 1 s"));
      // The next is sent once it has answered a check, which may be soon after.
      assertThat(ours.events().stream().takeWhile(event -> !event.equals(unreachable)))
          .filteredOn(GossipEvent.MessageSent.class::isInstance)
          .hasSize(1);
    }
  }

  @Test
  void aPeerThatStallsDelaysNeitherTheOthersNorTheNextPeriod() {
    try (ScriptedPeer stalling = new ScriptedPeer().on("POST /message", new Reaction.Stall());
        ScriptedPeer lively = new ScriptedPeer();
        WatchedPeer ours =
            WatchedPeer.start(endless, QUICK, stalling.endpoint(), lively.endpoint())) {
      await().until(() -> lively.count("POST /message") >= 5);
      await()
          .until(
              () ->
                  ours.events(GossipEvent.MessageSkipped.class).stream()
                          .filter(it -> it.to().equals(WatchedPeer.address(stalling.endpoint())))
                          .count()
                      >= 4);

      // The message to it never times out here, so the other peer heard all of its own in the
      // meantime.
      assertThat(stalling.count("POST /message")).isEqualTo(1);
    }
  }

  @Test
  void aMessageGoesToAllAtOnce() {
    Reaction stall = new Reaction.Stall();
    try (ScriptedPeer one = new ScriptedPeer().on("POST /message", stall);
        ScriptedPeer two = new ScriptedPeer().on("POST /message", stall);
        ScriptedPeer three = new ScriptedPeer().on("POST /message", stall);
        WatchedPeer _ =
            WatchedPeer.start(endless, QUICK, one.endpoint(), two.endpoint(), three.endpoint())) {
      for (ScriptedPeer neighbor : List.of(one, two, three)) {
        await().until(() -> neighbor.count("POST /message") == 1);
      }
    }
  }

  @Test
  void missedPeriodsAreNotMadeUpFor() {
    try (OriginalPeer neighbor = running(OriginalFlags.NONE);
        WatchedPeer ours = WatchedPeer.start(endless, QUICK, neighbor.endpoint())) {
      await().until(() -> !neighbor.messages().isEmpty());
      neighbor.stall(true);
      await().until(() -> ours.events(GossipEvent.MessageSkipped.class).size() >= 3);
      neighbor.stall(false);
      ours.awaitPeriods(3);
      ours.peer().change(QUICK.withPaused(true));

      int sent = ours.events(GossipEvent.MessageSent.class).size();
      long periods =
          ours.events(GossipEvent.PeriodBegan.class).stream()
              .filter(period -> period.neighbors() == 1)
              .count();
      assertThat(sent + ours.events(GossipEvent.MessageSkipped.class).size()).isEqualTo(periods);
      await().until(() -> neighbor.messages().size() == sent);
    }
  }

  @Test
  void aRestartedPeerIsNoticedAndReconnectedIfTheUserAskedForIt() {
    OriginalPeer first = running(ORIGINAL);
    try (first;
        WatchedPeer ours = WatchedPeer.start(runtime, PATIENT, first.endpoint())) {
      await().until(() -> !first.messages().isEmpty());
      first.kill();
      ours.awaitStanding(first.endpoint(), Standing.UNREACHABLE);

      try (OriginalPeer second = running(ORIGINAL.port(first.endpoint().port()))) {
        await().until(() -> second.knownPeers().containsKey(ours.endpoint()));
        await().until(() -> second.messages().size() >= 2);

        GossipEvent.PeerRestarted restarted = ours.awaitEvent(GossipEvent.PeerRestarted.class);
        assertThat(restarted.peer()).isEqualTo(address(second));
        assertThat(restarted.reconnecting()).isTrue();
        ours.awaitStanding(second.endpoint(), Standing.CONNECTED);
      }
    }
  }

  @Test
  void aRestartedCallerIsNoticedAndNotReconnected() {
    try (WatchedPeer ours = WatchedPeer.start(runtime, PATIENT);
        OriginalPeer first = OriginalPeer.start(ORIGINAL.connect(ours.endpoint()))) {
      await().until(() -> !first.messages().isEmpty());
      first.kill();
      ours.awaitStanding(first.endpoint(), Standing.UNREACHABLE);

      try (OriginalPeer second = running(ORIGINAL.port(first.endpoint().port()))) {
        await().until(() -> second.messages().size() >= 2);

        assertThat(ours.awaitEvent(GossipEvent.PeerRestarted.class).reconnecting()).isFalse();
        assertThat(second.knownPeers()).isEmpty();
      }
    }
  }

  @Test
  void aRestartedCallerThatCallsAgainIsAcceptedAgain() {
    try (WatchedPeer ours = WatchedPeer.start(runtime, PATIENT);
        OriginalPeer first = OriginalPeer.start(ORIGINAL.connect(ours.endpoint()))) {
      await().until(() -> !first.messages().isEmpty());
      first.kill();

      OriginalFlags again = ORIGINAL.port(first.endpoint().port()).connect(ours.endpoint());
      try (OriginalPeer second = OriginalPeer.start(again)) {
        await().until(() -> second.messages().size() >= 2);

        ours.awaitStanding(second.endpoint(), Standing.CONNECTED);
        assertThat(second.knownPeers()).containsOnlyKeys(ours.endpoint());
      }
    }
  }

  @Test
  void aPeerOfOursThatEndsIsForgottenByAnOriginalAtOnce() {
    try (OriginalPeer original = running(ORIGINAL)) {
      try (WatchedPeer _ = WatchedPeer.start(runtime, QUICK, original.endpoint())) {
        await().until(() -> !original.messages().isEmpty());
      }
      await().until(() -> original.knownPeers().isEmpty());

      assertThat(original.isRunning()).isTrue();
    }
  }

  /// What happened to one neighbour, without the messages that arrived.
  private static List<String> storyOf(PeerAddress peer, WatchedPeer ours) {
    return ours.events().stream()
        .filter(
            event ->
                switch (event) {
                  case GossipEvent.PeerPending it -> it.peer().equals(peer);
                  case GossipEvent.PeerConnected it -> it.peer().equals(peer);
                  case GossipEvent.PeerUnreachable it -> it.peer().equals(peer);
                  case GossipEvent.PeerRecovered it -> it.peer().equals(peer);
                  case GossipEvent.PeerForgotten it -> it.peer().equals(peer);
                  case GossipEvent.MessageFailed it -> it.to().equals(peer);
                  default -> false;
                })
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  private static PeerAddress address(OriginalPeer peer) {
    return WatchedPeer.address(peer.endpoint());
  }

  private static OriginalPeer running(OriginalFlags flags) {
    OriginalPeer peer = OriginalPeer.start(flags);
    await().until(peer::isRunning);
    return peer;
  }
}
