package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.SLOW;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Standing;
import p2pgossip.original.ReservedPort;
import p2pgossip.original.ScriptedServer;
import p2pgossip.testing.Recorder;

/// Looking for a peer at all addresses of a name, over real connections. The test advances the
/// pause between attempts by hand.
class CandidatesTest {

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();
  @AutoClose private final ReservedPort nobody = new ReservedPort();
  @AutoClose private final WatchedPeer ours = WatchedPeer.start(runtime, SLOW);

  @AutoClose("shutdownNow")
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

  @AutoClose private final ReservedPort place = new ReservedPort();
  private final PeerAddress late = WatchedPeer.address(place.endpoint());
  private final PeerAddress first = WatchedPeer.address(nobody.endpoint());
  private final Recorder<PeerAddress> chosen = new Recorder<>();

  private void lookAt(PeerAddress... candidates) {
    new Candidates(
            List.of(candidates),
            runtime.client(() -> ours.peer().credentials()),
            timer,
            ours.peer().targets(),
            chosen)
        .ask();
  }

  private void passThePause() {
    Runnable next = Objects.requireNonNull(timer.getQueue().peek());
    assertThat(timer.remove(next)).isTrue();
    next.run();
  }

  @Test
  void onlyTheAddressThatAnswersAsAPeerIsConnectedTo() throws IOException {
    try (ScriptedServer other = ScriptedServer.always(ScriptedServer.json("{\"it\":\"works\"}"));
        WatchedPeer theirs = WatchedPeer.start(runtime, SLOW)) {
      lookAt(first, WatchedPeer.address(other.endpoint()), theirs.address());

      ours.awaitStanding(theirs.endpoint(), Standing.CONNECTED);
      assertThat(chosen).containsExactly(theirs.address());
      assertThat(ours.peer().knownPeers().size()).isEqualTo(1);
      assertThat(timer.getQueue()).isEmpty();
    }
  }

  @Test
  void theFirstIsWaitedForUntilAnotherAnswers() {
    lookAt(first, late);

    await().until(() -> !timer.getQueue().isEmpty());
    assertThat(chosen).containsExactly(first);
    assertThat(ours.peer().targets().waitsFor(first)).isTrue();
    assertThat(ours.peer().knownPeers().get(late)).isNull();

    try (WatchedPeer there = WatchedPeer.startAt(place, runtime, SLOW)) {
      passThePause();

      ours.awaitStanding(there.endpoint(), Standing.CONNECTED);
      await().until(() -> chosen.all().equals(List.of(first, there.address())));
      assertThat(ours.peer().knownPeers().get(first)).isNull();
      assertThat(timer.getQueue()).isEmpty();
    }
  }

  @Test
  void theyAreAskedAgainUntilOneAnswersAndThenNoLonger() {
    lookAt(first, new PeerAddress(first.ip(), 1));
    for (int i = 0; i < 3; i++) {
      await().until(() -> !timer.getQueue().isEmpty());
      passThePause();
    }
    await().until(() -> !timer.getQueue().isEmpty());
    assertThat(chosen).containsExactly(first);
  }
}
