package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.Standing;
import p2pgossip.gossip.Strategy;
import p2pgossip.gossip.Tuning;
import p2pgossip.gossip.Tuning.Speech;
import p2pgossip.original.HttpMessage;
import p2pgossip.original.RawClient;

/// Peers whose settings are changed by other peers.
class TuningTest {

  private static final PeerSettings TUNABLE = QUICK.withTunable(true);
  private static final Tuning PERIOD =
      new Tuning(Duration.ofSeconds(7), null, null, null, null, null, null);

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  private static void connect(WatchedPeer one, WatchedPeer other) {
    one.peer().connect(other.address());
    one.awaitStanding(other.endpoint(), Standing.CONNECTED);
    other.awaitStanding(one.endpoint(), Standing.CONNECTED);
  }

  @Test
  void aPeerThatAllowsItIsAskedAndChangedAndKnowsByWhich() {
    try (WatchedPeer teacher = WatchedPeer.start(runtime, QUICK);
        WatchedPeer pupil = WatchedPeer.start(runtime, TUNABLE)) {
      connect(teacher, pupil);
      teacher.peer().askSettings(pupil.address());
      assertThat(teacher.awaitEvent(GossipEvent.SettingsReported.class))
          .returns(pupil.address(), GossipEvent.SettingsReported::by)
          .returns(TUNABLE, GossipEvent.SettingsReported::settings)
          .returns(false, GossipEvent.SettingsReported::tuned);

      Tuning all =
          new Tuning(
              Duration.ofMillis(700),
              true,
              true,
              new Speech("Attention"),
              Strategy.GOSSIP1,
              5,
              new Forwarding(0.65, 4));
      teacher.peer().tune(List.of(pupil.address()), all);

      PeerSettings tuned = all.applyTo(TUNABLE);
      assertThat(
              teacher
                  .awaitEvent(
                      GossipEvent.SettingsReported.class, GossipEvent.SettingsReported::tuned)
                  .settings())
          .isEqualTo(tuned);
      assertThat(pupil.peer().settings()).isEqualTo(tuned);
      assertThat(pupil.peer().self().period()).isEqualTo(Duration.ofMillis(700));
      GossipEvent.SettingsChanged changed = pupil.awaitEvent(GossipEvent.SettingsChanged.class);
      assertThat(changed.by()).isEqualTo(new Sender.Named(teacher.address()));
    }
  }

  @Test
  void aPeerThatDoesNotAllowItIsNotChanged() throws Exception {
    try (WatchedPeer teacher = WatchedPeer.start(runtime, QUICK);
        WatchedPeer pupil = WatchedPeer.start(runtime, QUICK)) {
      connect(teacher, pupil);
      assertThat(pupil.peer().self().offers()).doesNotContain(Offer.TUNING);
      teacher.peer().tune(List.of(pupil.address()), PERIOD);
      teacher.awaitPeriods(2);
      assertThat(teacher.events(GossipEvent.TuningFailed.class)).isEmpty();

      HttpMessage read = RawClient.get(pupil.endpoint(), "/settings");
      assertThat(read.status()).isEqualTo(403);
      assertThat(read.text()).contains("--allow-tuning");
      assertThat(pupil.peer().settings()).isEqualTo(QUICK);
    }
  }

  @Test
  void aPeerThatBehavesLikeTheOriginalCanNotBeChanged() {
    try (WatchedPeer original = WatchedPeer.startOriginal(runtime, TUNABLE)) {
      assertThat(original.peer().self().offers()).isEmpty();
      assertThat(original.peer().settings().tunable()).isFalse();
    }
  }
}
