package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.original.Endpoint;

/// Many peers in one process.
@Isolated("counts the threads of the process")
class ManyPeersTest {

  private static final int PEERS = 100;
  private static final int MOST_THREADS = 20;

  @Test
  void aHundredPeersGossipOnAFewThreads() {
    PeerSettings settings = QUICK.withPeriod(Duration.ofMillis(500));
    Set<Thread> before = threads();
    List<WatchedPeer> peers = new ArrayList<>();
    try (PeerRuntime runtime = WatchedPeer.runtime()) {
      try {
        for (int i = 0; i < PEERS; i++) {
          Endpoint[] previous =
              peers.isEmpty()
                  ? new Endpoint[0]
                  : new Endpoint[] {peers.getLast().endpoint(), peers.get(i / 2).endpoint()};
          peers.add(WatchedPeer.start(runtime, settings, previous));
        }
        for (WatchedPeer peer : peers) {
          await().until(() -> peer.heard().size() >= 3);
        }

        assertThat(startedSince(before)).hasSizeLessThanOrEqualTo(MOST_THREADS);

        assertThat(peers)
            .allSatisfy(peer -> assertThat(peer.events(GossipEvent.Trouble.class)).isEmpty());
      } finally {
        peers.forEach(WatchedPeer::close);
      }
    }
    await().untilAsserted(() -> assertThat(startedSince(before)).isEmpty());
  }

  private static Set<Thread> threads() {
    return Set.copyOf(Thread.getAllStackTraces().keySet());
  }

  /// The names of the threads that were started since, without the one that waits here.
  private static List<String> startedSince(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> !name.equals("awaitility-thread"))
        .sorted()
        .toList();
  }
}
