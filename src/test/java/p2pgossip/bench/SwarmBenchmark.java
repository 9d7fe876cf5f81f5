package p2pgossip.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.peer.WordLists;

/// The cost of 200 peers in one process, each of which knows 10 others and sends to all of them
/// every second: 2,000 messages a second over real sockets, both ends of each in this process.
///
/// Arguments, all optional: seconds measured (25), seconds before that (15), peers (200).
public final class SwarmBenchmark {

  private static final int KNOWN = 10;

  private final LongAdder delivered = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder skipped = new LongAdder();

  private SwarmBenchmark() {}

  public static void main(String[] args) throws IOException {
    int measured = args.length > 0 ? Integer.parseInt(args[0]) : 25;
    int warmUp = args.length > 1 ? Integer.parseInt(args[1]) : 15;
    int count = args.length > 2 ? Integer.parseInt(args[2]) : 200;
    try (PeerRuntime runtime = new PeerRuntime(WordLists.sentences(), 1)) {
      List<RunningPeer> peers = new ArrayList<>();
      SwarmBenchmark swarm = new SwarmBenchmark();
      PeerSettings settings = PeerSettings.DEFAULT.withPeriod(Duration.ofSeconds(1));
      for (int i = 0; i < count; i++) {
        peers.add(
            RunningPeer.start(
                new PeerConfig(0, null, settings, List.of()), runtime, swarm::happened));
      }
      // A ring: each is connected to the five after it, and so known to the five before it.
      for (int i = 0; i < count; i++) {
        for (int step = 1; step <= KNOWN / 2; step++) {
          peers.get(i).connect(peers.get((i + step) % count).address());
        }
      }
      swarm.measure(peers, Duration.ofSeconds(warmUp), Duration.ofSeconds(measured));
      peers.parallelStream().forEach(RunningPeer::close);
    }
  }

  private void happened(GossipEvent event) {
    switch (event) {
      case GossipEvent.MessageDelivered _ -> delivered.increment();
      case GossipEvent.MessageFailed _ -> failed.increment();
      case GossipEvent.MessageSkipped _ -> skipped.increment();
      default -> {
        // Nothing else is counted.
      }
    }
  }

  private static boolean areConnected(List<RunningPeer> peers) {
    return peers.stream().allMatch(peer -> peer.knownPeers().healthy().size() == KNOWN);
  }

  private void measure(List<RunningPeer> peers, Duration warmUp, Duration time) throws IOException {
    Waiting.until("each peer knows its neighbours", () -> areConnected(peers));
    Waiting.pause(warmUp);
    ProcessUsage usage = ProcessUsage.ofThisProcess();
    long deliveredBefore = delivered.sum();
    long failedBefore = failed.sum();
    long skippedBefore = skipped.sum();
    Duration busyBefore = usage.processorTime();
    long begun = System.nanoTime();
    Waiting.pause(time);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double busy = usage.processorTime().minus(busyBefore).toNanos() / 1e9;
    long messages = delivered.sum() - deliveredBefore;
    String what =
        Row.format("Swarm of %d peers, %d known to each, period 1 s: ", peers.size(), KNOWN);
    new Row(
            what + "messages delivered / failed / skipped a second",
            Row.format(
                "%,.0f / %.0f / %.0f",
                messages / seconds,
                (failed.sum() - failedBefore) / seconds,
                (skipped.sum() - skippedBefore) / seconds),
            Row.format("%,d / 0 / 0", peers.size() * KNOWN))
        .print();
    new Row(
            what + "processor",
            Row.format(
                "%.2f of a core, %.2f ms a message", busy / seconds, busy * 1_000 / messages),
            "< 0.50 of a core")
        .print();
    new Row(what + "resident memory", usage.residentMebibytes() + " MiB", "< 400 MB").print();
    new Row(
            what + "threads",
            Integer.toString(ManagementFactory.getThreadMXBean().getThreadCount()),
            "< 50")
        .print();
  }
}
