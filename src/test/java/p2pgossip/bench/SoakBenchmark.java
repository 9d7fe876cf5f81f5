package p2pgossip.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.WordLists;
import p2pgossip.steering.NetworkListener;
import p2pgossip.swarm.Swarm;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Topology;

/// Whether a swarm of 50 that runs for a long time stays the same: its memory, its threads, and
/// that each rumour reaches all. All events are folded into the picture of the network, as in a
/// window. Prints its table to standard output as it goes.
///
/// Arguments, all optional: minutes (30), period in milliseconds (1000), topology
/// (small-world:4:0.1).
public final class SoakBenchmark {

  private static final int PEERS = 50;
  private static final Duration BETWEEN_RUMORS = Duration.ofSeconds(10);
  private static final int RUMORS_IN_A_SAMPLE = 3;

  /// The usual relative difference between samples.
  private static final double TOLERATED = 0.03;

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final ProcessUsage usage = ProcessUsage.ofThisProcess();
  private final List<Sample> samples = new ArrayList<>();
  private final Counts counts = new Counts();
  private final long begun = System.nanoTime();

  private SoakBenchmark() {}

  /// @param residentMebibytes before garbage is collected
  /// @param heapMebibytes after that
  private record Sample(
      double minutes, long residentMebibytes, double heapMebibytes, int threads) {}

  /// Counts sent messages and rare events. Each counter is used by many threads.
  private static final class Counts implements NetworkListener {
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder trouble = new LongAdder();

    @Override
    public void happened(PeerAddress member, GossipEvent event) {
      switch (event) {
        case GossipEvent.MessageDelivered _, GossipEvent.CopyDelivered _ -> delivered.increment();
        case GossipEvent.MessageFailed _, GossipEvent.CopyFailed _ -> failed.increment();
        case GossipEvent.MessageSkipped _ -> skipped.increment();
        case GossipEvent.PeerUnreachable _, GossipEvent.Trouble _ -> trouble.increment();
        default -> {
          // Nothing else is counted.
        }
      }
    }
  }

  public static void main(String[] args) throws IOException {
    double minutes = args.length > 0 ? Double.parseDouble(args[0]) : 30;
    Duration period = Duration.ofMillis(args.length > 1 ? Long.parseLong(args[1]) : 1_000);
    Topology topology = Topology.parse(args.length > 2 ? args[2] : "small-world:4:0.1");
    new SoakBenchmark().run(minutes, period, topology);
  }

  private void run(double minutes, Duration period, Topology topology) throws IOException {
    System.out.printf(
        "A swarm of %d, %s, period %d ms, with sentences; a rumour every %d s, for %.0f"
            + " minutes%n%n",
        PEERS, topology.label(), period.toMillis(), BETWEEN_RUMORS.toSeconds(), minutes);
    System.out.println(
        "| minute | resident, MiB | heap after a collection, MiB | threads | delivered | failed |"
            + " skipped | peers lost, or trouble | rumours | that did not reach all |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    int links = 2 * topology.edges(PEERS, new Random(1)).size();
    SwarmPlan plan = new SwarmPlan(PEERS, topology, PeerSettings.DEFAULT.withPeriod(period), 1);
    try (PeerRuntime runtime = new PeerRuntime(WordLists.sentences(), 1);
        Swarm swarm = Swarm.start(plan, runtime, counts, started -> {}, () -> false);
        SwarmGossip gossip = new SwarmGossip(swarm, new Random(1))) {
      Waiting.until("all are connected", () -> StandingSwarm.links(swarm) >= links);
      int rumors = 0;
      int leftOut = 0;
      while (System.nanoTime() - begun < minutes * 60e9) {
        for (int i = 0; i < RUMORS_IN_A_SAMPLE; i++) {
          long asked = System.nanoTime();
          SwarmGossip.Told told =
              gossip.tell("Rumour " + rumors, period.multipliedBy(2), BETWEEN_RUMORS);
          rumors++;
          if (!told.reachedAll()) {
            leftOut++;
          }
          Waiting.pause(BETWEEN_RUMORS.minusNanos(System.nanoTime() - asked));
        }
        sample(rumors, leftOut);
      }
    }
    conclude();
  }

  private void sample(int rumors, int leftOut) throws IOException {
    long resident = usage.residentMebibytes();
    System.gc();
    Sample sample =
        new Sample(
            (System.nanoTime() - begun) / 60e9,
            resident,
            memory.getHeapMemoryUsage().getUsed() / 1_048_576.0,
            ManagementFactory.getThreadMXBean().getThreadCount());
    samples.add(sample);
    System.out.println(
        Row.format(
            "| %.1f | %d | %.1f | %d | %d | %d | %d | %d | %d | %d |",
            sample.minutes(),
            sample.residentMebibytes(),
            sample.heapMebibytes(),
            sample.threads(),
            counts.delivered.sum(),
            counts.failed.sum(),
            counts.skipped.sum(),
            counts.trouble.sum(),
            rumors,
            leftOut));
  }

  /// Compares the last third with the second: in the first, everything that is bounded fills up.
  private void conclude() {
    System.out.println();
    if (samples.size() < 6) {
      System.out.println("Too short to be compared.");
      return;
    }
    compare("resident memory, MiB", Sample::residentMebibytes);
    compare("heap after a collection, MiB", Sample::heapMebibytes);
    compare("threads", Sample::threads);
  }

  private void compare(String what, ToDoubleFunction<Sample> figure) {
    int third = samples.size() / 3;
    double[] second = sorted(samples.subList(third, 2 * third), figure);
    double[] last = sorted(samples.subList(2 * third, samples.size()), figure);
    double more = Row.median(last) / Row.median(second) - 1;
    System.out.println(
        Row.format(
            "%s: in the second third %s, in the last %s: %s",
            what, inWords(second), inWords(last), verdict(more)));
  }

  private static String inWords(double[] sorted) {
    return Row.format(
        "%.1f in the median (%.1f to %.1f)",
        Row.median(sorted), sorted[0], sorted[sorted.length - 1]);
  }

  private static String verdict(double more) {
    return more > TOLERATED
        ? Row.format("%.1f %% MORE", more * 100)
        : Row.format("flat (%+.1f %%)", more * 100);
  }

  private static double[] sorted(List<Sample> of, ToDoubleFunction<Sample> figure) {
    return of.stream().mapToDouble(figure).sorted().toArray();
  }
}
