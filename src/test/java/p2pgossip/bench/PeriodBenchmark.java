package p2pgossip.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.GossipListener;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.peer.WordLists;

/// The cost of one period to a peer that knows 1,000 others, of which 200 hang: the time until
/// every message has been received, the time until the last outcome is known, and the number of
/// threads. Every connection is opened anew, which is the most expensive case.
public final class PeriodBenchmark {

  private static final int PEERS = 1_000;
  private static final int HANGING = 200;

  /// Longer than an unused connection is kept.
  private static final Duration UNTIL_ALL_ARE_CLOSED = Duration.ofSeconds(4);

  private PeriodBenchmark() {}

  public static void main(String[] args) throws IOException {
    try (FrugalPeers peers = new FrugalPeers(PEERS, HANGING);
        PeerRuntime runtime = new PeerRuntime(WordLists.sentences(), 1)) {
      PeerSettings paused =
          PeerSettings.DEFAULT
              .withPaused(true)
              .withMaxPeers(PEERS)
              .withPeriod(Duration.ofSeconds(30));
      Watch watch = new Watch();
      try (RunningPeer peer =
          RunningPeer.start(new PeerConfig(0, null, paused, peers.addresses()), runtime, watch)) {
        Waiting.until("all are connected", () -> watch.connected.get() == PEERS);
        Waiting.pause(UNTIL_ALL_ARE_CLOSED);
        measure(peers, peer, paused.withPaused(false), watch);
      }
    }
  }

  private static void measure(
      FrugalPeers peers, RunningPeer peer, PeerSettings resumed, Watch watch) throws IOException {
    ProcessUsage usage = ProcessUsage.ofThisProcess();
    int threadsBefore = threads();
    AtomicInteger threadsMost = new AtomicInteger(threadsBefore);
    long begun = System.nanoTime();
    peer.change(resumed);
    Waiting.until(
        "every message has an outcome",
        () -> {
          threadsMost.accumulateAndGet(threads(), Math::max);
          return watch.delivered.get() + watch.failed.get() == PEERS;
        });
    System.out.printf(
        "%d messages came in, %d delivered, %d failed; process %d%n",
        peers.messages(), watch.delivered.get(), watch.failed.get(), usage.pid());
    if (peers.messages() != PEERS || watch.failed.get() != HANGING) {
      throw new IllegalStateException("the period did not go as it should have");
    }
    String what = Row.format("One period, %,d peers known, %d of them hanging: ", PEERS, HANGING);
    new Row(
            what + "until every message has come in",
            Row.format("%.2f s", (peers.lastMessageAt() - begun) / 1e9),
            "within the time limit of one request, 5 s")
        .print();
    new Row(
            what + "until the last outcome is known",
            Row.format("%.2f s", (watch.lastOutcomeAt.get() - begun) / 1e9),
            "5 s, the time limit, after which those that hang are given up")
        .print();
    new Row(
            what + "threads of the process before / at most",
            threadsBefore + " / " + threadsMost.get(),
            "no more with more peers")
        .print();
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static final class Watch implements GossipListener {

    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong lastOutcomeAt = new AtomicLong();

    @Override
    public void happened(GossipEvent event) {
      switch (event) {
        case GossipEvent.PeerConnected _ -> connected.incrementAndGet();
        case GossipEvent.MessageDelivered _ -> {
          lastOutcomeAt.set(System.nanoTime());
          delivered.incrementAndGet();
        }
        case GossipEvent.MessageFailed _ -> {
          lastOutcomeAt.set(System.nanoTime());
          failed.incrementAndGet();
        }
        default -> {
          // Nothing else is measured.
        }
      }
    }
  }
}
