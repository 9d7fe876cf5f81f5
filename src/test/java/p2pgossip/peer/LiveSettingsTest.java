package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.QUICK;
import static p2pgossip.peer.WatchedPeer.SLOW;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.original.HttpMessage;
import p2pgossip.original.OriginalFlags;
import p2pgossip.original.OriginalPeer;
import p2pgossip.original.RawClient;
import p2pgossip.original.ScriptedPeer;
import p2pgossip.profile.RequestKind;

/// Changes that the user makes while a peer runs.
class LiveSettingsTest {

  /// Long enough for a few of the shortest periods.
  private static final Duration A_WHILE = Duration.ofMillis(350);

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  @Test
  void aShorterPeriodTakesEffectAtOnceAndIsAnnounced() throws IOException {
    try (ScriptedPeer neighbor = new ScriptedPeer();
        WatchedPeer ours = WatchedPeer.start(runtime, SLOW, neighbor.endpoint())) {
      ours.awaitStanding(neighbor.endpoint(), Standing.CONNECTED);

      ours.peer().change(QUICK);
      await().until(() -> neighbor.count("POST /message") >= 4);

      assertThat(RawClient.get(ours.endpoint(), "/").text())
          .contains("\"period\":{\"secs\":0,\"nanos\":100000000}");
    }
  }

  @Test
  void whilePausedNothingIsSentButAllIsAnswered() throws IOException {
    try (ScriptedPeer neighbor = new ScriptedPeer();
        WatchedPeer ours = WatchedPeer.start(runtime, QUICK, neighbor.endpoint())) {
      await().until(() -> neighbor.count("POST /message") >= 2);

      ours.peer().change(QUICK.withPaused(true));
      int begun = ours.events(GossipEvent.PeriodBegan.class).size();
      await()
          .during(A_WHILE)
          .until(() -> ours.events(GossipEvent.PeriodBegan.class).size() == begun);
      assertThat(RawClient.post(ours.endpoint(), "/message", "{\"message\":\"psst\"}").status())
          .isEqualTo(200);
      assertThat(ours.heard()).containsExactly("psst");

      ours.peer().change(QUICK);
      ours.awaitPeriods(2);
    }
  }

  @Test
  void theTextIsChangedWithTheNextMessage() {
    PeerSettings still = SLOW.withPaused(true);
    try (ScriptedPeer neighbor = new ScriptedPeer();
        WatchedPeer ours = WatchedPeer.start(runtime, still, neighbor.endpoint())) {
      ours.awaitStanding(neighbor.endpoint(), Standing.CONNECTED);

      ours.peer().sendNow();
      awaitDelivered(ours, 1);
      ours.peer().change(still.withText("Guess \"who\"…"));
      ours.peer().sendNow();
      awaitDelivered(ours, 2);
      ours.peer().change(still.withText(null));
      ours.peer().sendNow(WatchedPeer.address(neighbor.endpoint()));
      awaitDelivered(ours, 3);

      assertThat(neighbor.requests())
          .filteredOn(request -> request.what().equals("POST /message"))
          .extracting(HttpMessage::text)
          .containsExactly(
              "{\"message\":\"gossip\"}",
              "{\"message\":\"Guess \\\"who\\\"…\"}",
              "{\"message\":\"gossip\"}");
    }
  }

  @Test
  void updateCanBeTurnedOnAndOff() {
    try (ScriptedPeer far = new ScriptedPeer();
        ScriptedPeer near = new ScriptedPeer().listing(far.entry());
        WatchedPeer ours = WatchedPeer.start(runtime, QUICK, near.endpoint())) {
      await().until(() -> near.count("POST /message") >= 2);
      // It may have asked once, to see whether the other lists it; it learns nothing from that.
      assertThat(ours.standing(far.endpoint())).isNull();

      ours.peer().change(QUICK.withUpdate(true));
      ours.awaitStanding(far.endpoint(), Standing.LEARNED);

      ours.peer().change(QUICK);
      // A period's messages are sent before the next period begins, and counted then; when they
      // arrive is another matter.
      ours.awaitPeriods(1);
      long asked = asked(ours);
      ours.awaitPeriods(4);
      // Not each of the two in each period any more.
      assertThat(asked(ours)).isLessThanOrEqualTo(asked + 2);
    }
  }

  private static long asked(WatchedPeer peer) {
    return peer.peer().meter().read().sent().of(RequestKind.KNOWN_PEERS);
  }

  @Test
  void theSettingsAreReported() {
    PeerSettings changed = QUICK.withUpdate(true).withText("psst").withMaxPeers(7);
    try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK)) {
      ours.peer().change(changed);

      assertThat(ours.peer().settings()).isEqualTo(changed);
      assertThat(ours.awaitEvent(GossipEvent.SettingsChanged.class).settings()).isEqualTo(changed);
    }
  }

  @Test
  void aPeerThatWasDroppedIsNotLearnedAgainUntilItIsAskedFor() {
    try (ScriptedPeer far = new ScriptedPeer();
        ScriptedPeer near = new ScriptedPeer().listing(far.entry());
        WatchedPeer ours = WatchedPeer.start(runtime, QUICK.withUpdate(true), near.endpoint())) {
      ours.awaitStanding(far.endpoint(), Standing.LEARNED);

      ours.peer().disconnect(WatchedPeer.address(far.endpoint()));
      assertThat(ours.awaitEvent(GossipEvent.PeerDropped.class).peer())
          .isEqualTo(WatchedPeer.address(far.endpoint()));
      long listings = near.count("GET /known_peers");
      await()
          .until(
              () -> {
                assertThat(ours.standing(far.endpoint())).isNull();
                return near.count("GET /known_peers") >= listings + 4;
              });

      ours.peer().connect(WatchedPeer.address(far.endpoint()));
      ours.awaitStanding(far.endpoint(), Standing.CONNECTED);
    }
  }

  @Test
  void aDroppedPeerThatCallsIsAcceptedAgain() {
    try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK);
        ScriptedPeer far = new ScriptedPeer()) {
      ours.peer().connect(WatchedPeer.address(far.endpoint()));
      ours.awaitStanding(far.endpoint(), Standing.CONNECTED);
      ours.peer().disconnect(WatchedPeer.address(far.endpoint()));
      assertThat(ours.standing(far.endpoint())).isNull();

      try (OriginalPeer caller = OriginalPeer.start(OriginalFlags.NONE.connect(ours.endpoint()))) {
        ours.awaitStanding(caller.endpoint(), Standing.CONNECTED);
        ours.peer().disconnect(WatchedPeer.address(caller.endpoint()));
        assertThat(recall(ours, caller)).isEqualTo(200);
        ours.awaitStanding(caller.endpoint(), Standing.CONNECTED);
      }
    }
  }

  /// Waits until that many messages in all have been answered: while one is unanswered, none is
  /// sent.
  private static void awaitDelivered(WatchedPeer peer, int messages) {
    await().until(() -> peer.events(GossipEvent.MessageDelivered.class).size() == messages);
  }

  private static int recall(WatchedPeer ours, OriginalPeer caller) {
    try {
      return RawClient.post(ours.endpoint(), "/connect", caller.self().json()).status();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noMorePeersAreKnownThanTheLimitAndThatIsReportedOnce() {
    try (ScriptedPeer first = new ScriptedPeer();
        ScriptedPeer second = new ScriptedPeer();
        ScriptedPeer third = new ScriptedPeer();
        WatchedPeer ours =
            WatchedPeer.start(runtime, QUICK.withUpdate(true).withMaxPeers(1), first.endpoint())) {
      ours.awaitStanding(first.endpoint(), Standing.CONNECTED);
      first.listing(second.entry(), third.entry());
      long before = first.count("GET /known_peers");
      await().until(() -> first.count("GET /known_peers") >= before + 3);
      ours.peer().connect(WatchedPeer.address(second.endpoint()));

      assertThat(ours.awaitEvent(GossipEvent.ConnectFailed.class).failure().kind())
          .isEqualTo(Failure.Kind.REFUSED);
      assertThat(ours.peer().knownPeers().size()).isEqualTo(1);
      assertThat(ours.events(GossipEvent.Full.class)).hasSize(1);
      assertThat(second.asked()).isEmpty();
    }
  }

  @Test
  void thereIsRoomAgainAfterOneWasDropped() {
    try (ScriptedPeer first = new ScriptedPeer();
        ScriptedPeer second = new ScriptedPeer();
        WatchedPeer ours = WatchedPeer.start(runtime, QUICK.withMaxPeers(1), first.endpoint())) {
      ours.awaitStanding(first.endpoint(), Standing.CONNECTED);
      ours.peer().disconnect(WatchedPeer.address(first.endpoint()));
      ours.peer().connect(WatchedPeer.address(second.endpoint()));

      ours.awaitStanding(second.endpoint(), Standing.CONNECTED);
    }
  }
}
