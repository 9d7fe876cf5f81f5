package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.original.HttpMessage;
import p2pgossip.original.Introduction;
import p2pgossip.original.OriginalFlags;
import p2pgossip.original.OriginalPeer;
import p2pgossip.original.RawClient;
import p2pgossip.original.ReservedPort;
import p2pgossip.original.ScriptedPeer;
import p2pgossip.original.ScriptedServer;

/// Peers found in the lists of others.
class LearnedPeersTest {

  private static final OriginalFlags ORIGINAL = OriginalFlags.NONE.period(Duration.ofMillis(50));
  private static final PeerSettings UPDATING = QUICK.withUpdate(true);

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  @Test
  void aLearnedPeerIsCheckedBeforeItIsToldAndNotToldOfThisOne() {
    try (ScriptedPeer far = new ScriptedPeer();
        ScriptedPeer near = new ScriptedPeer().listing(far.entry());
        WatchedPeer ours = WatchedPeer.start(runtime, UPDATING, near.endpoint())) {
      await().until(() -> far.count("POST /message") >= 3);

      assertThat(far.asked()).startsWith("GET /").doesNotContain("POST /connect");
      assertThat(ours.standing(far.endpoint())).isEqualTo(Standing.LEARNED);
      assertThat(ours.events(GossipEvent.PeerLearned.class))
          .extracting(GossipEvent.PeerLearned::peer, GossipEvent.PeerLearned::listedBy)
          .containsExactly(
              tuple(WatchedPeer.address(far.endpoint()), WatchedPeer.address(near.endpoint())));
    }
  }

  @Test
  void theLinkToALearnedOriginalIsOneWayUntilWeConnect() {
    try (OriginalPeer far = running(ORIGINAL);
        OriginalPeer near = running(ORIGINAL.connect(far.endpoint()));
        WatchedPeer ours = WatchedPeer.start(runtime, UPDATING, near.endpoint())) {
      ours.awaitStanding(far.endpoint(), Standing.LEARNED);
      await().until(() -> far.messages().contains("gossip"));
      assertThat(far.knownPeers()).doesNotContainKey(ours.endpoint());

      ours.peer().connect(WatchedPeer.address(far.endpoint()));

      ours.awaitStanding(far.endpoint(), Standing.CONNECTED);
      assertThat(far.knownPeers()).containsEntry(ours.endpoint(), ours.introduction());
    }
  }

  @Test
  void ourListTeachesAnOriginalThatUpdates() {
    try (ScriptedPeer far = new ScriptedPeer();
        WatchedPeer ours = WatchedPeer.start(runtime, QUICK, far.endpoint());
        OriginalPeer original = OriginalPeer.start(ORIGINAL.updating().connect(ours.endpoint()))) {
      await()
          .until(
              () ->
                  far.requests().stream()
                      .map(HttpMessage::text)
                      .anyMatch(text -> text.contains("[random_message]")));

      assertThat(original.knownPeers()).containsEntry(far.endpoint(), far.self());
      assertThat(original.dropped()).isEmpty();
    }
  }

  @Test
  void aPeerThatDoesNotAnswerIsNotLearned() {
    try (ReservedPort nobody = new ReservedPort();
        ScriptedServer web =
            ScriptedServer.always(
                ScriptedServer.answer(HttpMessage.ok("text/html", "<h1>It works!</h1>")));
        ScriptedPeer model = new ScriptedPeer();
        ScriptedPeer near =
            new ScriptedPeer()
                .listing(
                    ScriptedPeer.entry(nobody.endpoint(), other(model, nobody.endpoint().port())),
                    ScriptedPeer.entry(web.endpoint(), other(model, web.endpoint().port())));
        WatchedPeer ours = WatchedPeer.start(runtime, UPDATING, near.endpoint())) {
      await().until(() -> ours.events(GossipEvent.PeerForgotten.class).size() == 2);
      await().until(() -> near.count("GET /known_peers") >= 5);

      assertThat(ours.told()).containsOnly(WatchedPeer.address(near.endpoint()));
      assertThat(ours.standing(nobody.endpoint())).isNull();
      assertThat(ours.standing(web.endpoint())).isNull();
      assertThat(web.requests()).extracting(HttpMessage::what).containsExactly("GET /");
    }
  }

  @Test
  void aDeadPeerDoesNotComeBackWhileItIsStillListed() {
    try (OriginalPeer far = running(ORIGINAL);
        ScriptedPeer near =
            new ScriptedPeer().listing(ScriptedPeer.entry(far.endpoint(), far.self()));
        WatchedPeer ours =
            WatchedPeer.start(runtime, UPDATING.withFailureLimit(1), near.endpoint())) {
      await().until(() -> !far.messages().isEmpty());
      far.kill();
      GossipEvent.PeerForgotten forgotten = ours.awaitEvent(GossipEvent.PeerForgotten.class);
      long listings = near.count("GET /known_peers");
      await().until(() -> near.count("GET /known_peers") >= listings + 5);

      assertThat(forgotten.peer()).isEqualTo(WatchedPeer.address(far.endpoint()));
      assertThat(ours.standing(far.endpoint())).isNull();
      assertThat(after(forgotten, ours.events()))
          .noneMatch(event -> event instanceof GossipEvent.PeerPending)
          .noneMatch(
              event ->
                  event instanceof GossipEvent.MessageSent sent
                      && sent.to().equals(forgotten.peer()));
    }
  }

  @Test
  void aForgottenPeerIsAcceptedAgainWhenItCalls() throws IOException {
    try (ScriptedPeer far = new ScriptedPeer();
        ScriptedPeer near = new ScriptedPeer().listing(far.entry());
        WatchedPeer ours =
            WatchedPeer.start(runtime, UPDATING.withFailureLimit(1), near.endpoint())) {
      ours.awaitStanding(far.endpoint(), Standing.LEARNED);
      far.on("POST /message", new ScriptedServer.Reaction.HangUp());
      ours.awaitEvent(GossipEvent.PeerForgotten.class);
      far.behave("POST /message");

      RawClient.post(ours.endpoint(), "/connect", far.self().json());

      ours.awaitStanding(far.endpoint(), Standing.CONNECTED);
    }
  }

  private static List<GossipEvent> after(GossipEvent event, List<GossipEvent> events) {
    return events.subList(events.indexOf(event) + 1, events.size());
  }

  private static Introduction other(ScriptedPeer like, int port) {
    return new Introduction(
        like.self().started().minusSeconds(1), like.self().period(), port, null);
  }

  private static OriginalPeer running(OriginalFlags flags) {
    OriginalPeer peer = OriginalPeer.start(flags);
    await().until(peer::isRunning);
    return peer;
  }
}
