package p2pgossip.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;

/// A watch within its limits: how many peers it follows and asks, and how many observations wait.
class NetworkWatchLimitsTest extends TwoProcesses {

  @Test
  void followsNoMoreThanTheLimit() throws IOException {
    NetworkWatch watch = watch(quick(1, 50_000, 10_000));
    RunningPeer bob = start(there, QUIET);
    RunningPeer eve = start(there, QUIET);
    watch.follow(addresses(bob, eve));
    awaitSeen(watch, sightOf(bob));
    assertThat(watch.followed()).isEqualTo(1);
    assertThat(seen).noneMatch(sightOf(eve));

    watch.follow(addresses(eve));
    awaitSeen(watch, sightOf(eve));
  }

  @Test
  void readsAPeerAnewIfObservationsWereDropped() throws IOException {
    NetworkWatch watch = watch(quick(256, 10, 10));
    RunningPeer ann = start(here, QUIET.withPaused(true));
    watch.add(ann);
    for (int i = 0; i < 30; i++) {
      ann.spread("Rumour " + i);
    }
    take(watch);
    assertThat(dropped).isEqualTo(21);
    assertThat(seen).hasSize(10).noneMatch(sightOf(ann));

    awaitSeen(watch, sightOf(ann));
    assertThat(network.rumors()).hasSize(30);
  }

  @Test
  void readsAPeerOfAnotherProcessAnewIfObservationsWereDropped() throws IOException {
    NetworkWatch watch = watch(quick(256, 50_000, 10));
    RunningPeer bob = start(there, QUIET.withPaused(true));
    watch.follow(addresses(bob));
    awaitSeen(watch, sightOf(bob));
    seen.clear();
    for (int i = 0; i < 30; i++) {
      bob.spread("Rumour " + i);
    }
    awaitSeen(watch, sightOf(bob));

    assertThat(network.rumors()).hasSize(30);
  }

  @Test
  void followsTheFirstIfTooManyAreVisible() throws IOException {
    RunningPeer first = start(there, PeerSettings.DEFAULT);
    RunningPeer second = start(there, PeerSettings.DEFAULT);
    WatchLimits one =
        new WatchLimits(
            10,
            1,
            1,
            1_000,
            1_000,
            1_000,
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofMillis(20));
    NetworkWatch watch = watch(one);

    watch.follow(List.of(first.address(), second.address()));
    awaitSeen(watch, sightOf(first));
    assertThat(seen).noneMatch(sightOf(second));
    watch.follow(List.of(second.address()));
    awaitSeen(watch, sightOf(second));

    assertThat(watch.followed()).isEqualTo(1);
  }

  @Test
  void aPeerThatHangsKeepsTheNextWaitingIfOnlyOneIsAskedAtATime() throws IOException {
    RunningPeer lively = start(there, PeerSettings.DEFAULT);
    try (ServerSocket hanging = new ServerSocket(0, 1, lively.address().ip())) {
      PeerAddress silent = new PeerAddress(lively.address().ip(), hanging.getLocalPort());
      NetworkWatch watch =
          watch(
              new WatchLimits(
                  10,
                  1,
                  10,
                  1_000,
                  1_000,
                  1_000,
                  Duration.ofMinutes(1),
                  Duration.ofMinutes(1),
                  Duration.ofMillis(20)));
      long begun = System.nanoTime();

      watch.follow(List.of(silent, lively.address()));
      awaitSeen(watch, sightOf(lively));

      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(PeerRuntime.TIME_LIMIT);
    }
  }
}
