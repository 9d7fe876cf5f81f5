package p2pgossip.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.QUICK;
import static p2pgossip.peer.WatchedPeer.SLOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Standing;
import p2pgossip.gossip.Strategy;
import p2pgossip.net.PeerStreams;
import p2pgossip.original.OriginalFlags;
import p2pgossip.original.OriginalPeer;
import p2pgossip.testing.Recorder;

/// Rumours, goodbyes and watching, among peers of both kinds over real sockets.
class RumorsTest {

  private static final OriginalFlags ORIGINAL = OriginalFlags.NONE.period(Duration.ofDays(1));

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  private static PeerSettings by(Strategy strategy) {
    return QUICK.withSentences(false).withSpreading(Spreading.DEFAULT.withStrategy(strategy));
  }

  private static List<RumorId> heardBy(WatchedPeer peer) {
    return peer.events(GossipEvent.RumorHeard.class).stream()
        .map(heard -> heard.copy().rumor().id())
        .toList();
  }

  private static OriginalPeer running(OriginalFlags flags) {
    OriginalPeer peer = OriginalPeer.start(flags);
    await().until(peer::isRunning);
    return peer;
  }

  private static List<String> messagesTo(OriginalPeer original) {
    return original.received().stream()
        .filter(received -> received.what().equals("POST /message"))
        .map(received -> new String(received.request().body(), UTF_8))
        .toList();
  }

  @Test
  void aRumourPassesAnOriginalInTheMiddleWhichOnlyLogsIt() {
    try (WatchedPeer first = WatchedPeer.start(runtime, by(Strategy.FLOOD));
        OriginalPeer original = running(ORIGINAL.connect(first.endpoint()));
        WatchedPeer second =
            WatchedPeer.start(runtime, by(Strategy.FLOOD), first.endpoint(), original.endpoint());
        WatchedPeer third = WatchedPeer.start(runtime, by(Strategy.FLOOD), second.endpoint())) {
      first.awaitStanding(original.endpoint(), Standing.CONNECTED);
      first.awaitStanding(second.endpoint(), Standing.CONNECTED);
      second.awaitStanding(original.endpoint(), Standing.CONNECTED);
      second.awaitStanding(third.endpoint(), Standing.CONNECTED);

      RumorId rumor = first.peer().spread("The bridge is closed");
      await().until(() -> heardBy(third).contains(rumor) && original.messages().size() >= 2);
      // It accepts a message before it records the request.
      await().until(() -> messagesTo(original).size() >= 2);

      // Both peers that know it tell it, since it does not say that it has heard it already.
      assertThat(original.messages())
          .containsExactly("The bridge is closed", "The bridge is closed");
      assertThat(original.refused()).isEmpty();
      assertThat(messagesTo(original)).containsOnly("{\"message\":\"The bridge is closed\"}");
      assertThat(third.events(GossipEvent.RumorHeard.class))
          .extracting(heard -> heard.copy().hops(), GossipEvent.RumorHeard::sender)
          .containsExactly(tuple(2, new Sender.Named(second.address())));
      assertThat(
              first
                  .awaitEvent(
                      GossipEvent.CopyDelivered.class, it -> it.to().equals(second.address()))
                  .hearing())
          .isEqualTo(Hearing.NEWS);
      assertThat(
              first
                  .awaitEvent(
                      GossipEvent.CopyDelivered.class,
                      delivered -> !delivered.to().equals(second.address()))
                  .hearing())
          .isEqualTo(Hearing.UNSAID);
    }
  }

  /// The two ways of a rumour over the network: in a message, and in an answer. What each strategy
  /// does is tested in virtual time.
  @ParameterizedTest
  @EnumSource(names = {"PUSH", "ANTI_ENTROPY"})
  void aRumourIsToldAndAskedFor(Strategy strategy) {
    try (WatchedPeer one = WatchedPeer.start(runtime, by(strategy));
        WatchedPeer two = WatchedPeer.start(runtime, by(strategy), one.endpoint())) {
      one.awaitStanding(two.endpoint(), Standing.CONNECTED);
      RumorId rumor = one.peer().spread("It rains");
      await().until(() -> heardBy(two).contains(rumor));
      assertThat(two.events(GossipEvent.RumorHeard.class)).hasSize(1);
      if (strategy == Strategy.ANTI_ENTROPY) {
        // With anti-entropy the other peer may have asked first, and sent what was missing here.
        two.awaitEvent(GossipEvent.RumorsAnswered.class);
        assertThat(two.events(GossipEvent.RumorsUnanswered.class)).isEmpty();
      }
      assertThat(one.events(GossipEvent.Trouble.class)).isEmpty();
      assertThat(two.events(GossipEvent.Trouble.class)).isEmpty();
    }
  }

  @Test
  void aPeerThatLeavesIsForgottenAtOnce() {
    try (WatchedPeer stays = WatchedPeer.start(runtime, SLOW);
        OriginalPeer original = running(ORIGINAL);
        WatchedPeer leaves =
            WatchedPeer.start(runtime, SLOW, stays.endpoint(), original.endpoint())) {
      stays.awaitStanding(leaves.endpoint(), Standing.CONNECTED);
      leaves.awaitStanding(stays.endpoint(), Standing.CONNECTED);
      leaves.awaitStanding(original.endpoint(), Standing.CONNECTED);
      leaves.peer().leave();
      leaves.peer().leave();
      assertThat(stays.awaitEvent(GossipEvent.PeerLeft.class).peer()).isEqualTo(leaves.address());
      assertThat(stays.standing(leaves.endpoint())).isNull();
      assertThat(leaves.events(GossipEvent.Stopped.class)).hasSize(1);
      assertThat(original.refused()).isEmpty();
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> leaves.peer().spread("Too late"));
    }
  }

  @Test
  void aPeerOffersAllThatItCan() {
    try (WatchedPeer peer = WatchedPeer.start(runtime, SLOW)) {
      assertThat(peer.peer().self().offers())
          .containsExactlyInAnyOrder(Offer.SENDER, Offer.RUMORS, Offer.EVENTS, Offer.LEAVE);
      peer.peer().change(peer.peer().settings().withTunable(true));
      assertThat(peer.peer().self().offers()).contains(Offer.TUNING);
      peer.peer().change(peer.peer().settings().withTunable(false));
      assertThat(peer.peer().self().offers()).doesNotContain(Offer.TUNING);
    }
  }

  /// The state and events, received within the process or over the network.
  private static final class Sight implements PeerWatcher, PeerStreams.Listener {

    final Recorder<PeerSnapshot> states = new Recorder<>();
    final Recorder<GossipEvent> events = new Recorder<>();
    final Recorder<String> endings = new Recorder<>();

    @Override
    public void seen(PeerSnapshot snapshot) {
      states.accept(snapshot);
    }

    @Override
    public void seen(PeerSnapshot snapshot, Instant receivedAt) {
      states.accept(snapshot);
    }

    @Override
    public void happened(GossipEvent event) {
      events.accept(event);
    }

    @Override
    public void ended(String reason) {
      endings.accept(reason);
    }
  }

  @Test
  void followingOverTheNetworkShowsTheSameAsWatching() {
    Sight near = new Sight();
    Sight far = new Sight();
    try (PeerStreams streams = new PeerStreams(runtime.clock());
        WatchedPeer other = WatchedPeer.start(runtime, by(Strategy.PUSH_PULL));
        WatchedPeer peer = WatchedPeer.start(runtime, by(Strategy.PUSH_PULL), other.endpoint())) {
      PeerWatch watch = peer.peer().watch(near);
      PeerStreams.Following _ = streams.follow(peer.address(), far);
      await().until(() -> !far.states.isEmpty());
      for (int i = 0; i < 20; i++) {
        RumorId _ = peer.peer().spread("Rumour " + i);
        RumorId _ = other.peer().spread("Rumour " + i + " of another");
      }
      await().until(() -> peer.peer().snapshot().rumors().size() == 40);
      // At the end its server has half a second for pending events, so only the last ones may be
      // left for that.
      await()
          .until(
              () ->
                  far.events.all().stream().filter(GossipEvent.RumorHeard.class::isInstance).count()
                      == 40);
      peer.peer().leave();
      await().until(() -> !far.endings.isEmpty());

      assertThat(far.endings).containsExactly("it has ended");
      assertThat(near.states).hasSize(1);
      assertThat(near.events.last()).isInstanceOf(GossipEvent.Stopped.class);
      int late = near.events.size() - far.events.size();
      assertThat(far.events.all()).isEqualTo(near.events.all().subList(late, near.events.size()));
      watch.close();
    }
  }

  @Test
  void aWatchIsOfOneMoment() {
    try (WatchedPeer peer = WatchedPeer.start(runtime, by(Strategy.PUSH))) {
      RumorId before = peer.peer().spread("Before");
      Sight sight = new Sight();
      PeerWatch watch = peer.peer().watch(sight);
      assertThat(sight.states.first().rumors())
          .extracting(heard -> heard.rumor().id())
          .containsExactly(before);
      RumorId after = peer.peer().spread("After");
      assertThat(sight.events)
          .filteredOn(GossipEvent.RumorHeard.class::isInstance)
          .extracting(event -> ((GossipEvent.RumorHeard) event).copy().rumor().id())
          .containsExactly(after);
      watch.refresh();
      assertThat(sight.states.last().rumors()).hasSize(2);
      watch.close();
      watch.close();
      int heard = sight.events.size();
      RumorId _ = peer.peer().spread("Later");
      watch.refresh();
      assertThat(sight.events).hasSize(heard);
      assertThat(sight.states).hasSize(2);
    }
  }

  @Test
  void watchingAPeerThatHasEndedShowsJustThat() {
    WatchedPeer peer = WatchedPeer.start(runtime, SLOW);
    peer.close();
    Sight sight = new Sight();
    try (PeerWatch watch = peer.peer().watch(sight)) {
      assertThat(sight.states).hasSize(1);
      assertThat(sight.events).hasSize(1).first().isInstanceOf(GossipEvent.Stopped.class);
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void aKilledPeerBreaksOffItsStreams() {
    Sight far = new Sight();
    try (PeerStreams streams = new PeerStreams(runtime.clock());
        WatchedPeer peer = WatchedPeer.start(runtime, SLOW)) {
      PeerStreams.Following _ = streams.follow(peer.address(), far);
      await().until(() -> !far.states.isEmpty());
      peer.peer().kill();
      await().until(() -> !far.endings.isEmpty());
      assertThat(far.endings.first()).contains("the connection");
      assertThat(far.events).noneMatch(GossipEvent.Stopped.class::isInstance);
    }
  }
}
