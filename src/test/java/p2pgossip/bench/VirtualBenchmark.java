package p2pgossip.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.simulation.SimulatedNetwork;
import p2pgossip.simulation.SimulationPlan;
import p2pgossip.simulation.VirtualTime;
import p2pgossip.steering.NetworkListener;
import p2pgossip.topology.Topology;

/// What engines in virtual time cost: `random:10`, push-pull, a period of one second, one rumour to
/// all. Processor time is that of the simulating thread, without the collector's.
///
/// Arguments, all optional: the numbers of peers (10000 100000). The first is run once before, so
/// that the code is compiled.
public final class VirtualBenchmark {

  private static final PeerSettings SETTINGS =
      PeerSettings.DEFAULT
          .withPeriod(Duration.ofSeconds(1))
          .withSentences(false)
          .withSpreading(new Spreading(Strategy.PUSH_PULL, 1, Interest.NEVER_LOST, 256));

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private VirtualBenchmark() {}

  public static void main(String[] args) {
    String[] numbers = args.length > 0 ? args : new String[] {"10000", "100000"};
    VirtualBenchmark benchmark = new VirtualBenchmark();
    Figures last = benchmark.run(Integer.parseInt(numbers[0]));
    for (String number : numbers) {
      int peers = Integer.parseInt(number);
      Figures figures = benchmark.run(peers);
      figures.print(last);
      last = figures;
    }
  }

  private Figures run(int peers) {
    long begun = System.nanoTime();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long atFirst = threads.getCurrentThreadCpuTime();
    SimulatedNetwork network =
        SimulatedNetwork.start(
            new SimulationPlan(peers, Topology.parse("random:10"), SETTINGS, 7),
            new VirtualTime(),
            NetworkListener.NONE);
    long wired = threads.getCurrentThreadCpuTime();
    RumorId rumor = network.tell(0, "the tram is late");
    int periods = 0;
    while (network.log().hearers(rumor).size() < peers) {
      network.pass(SETTINGS.period());
      periods++;
    }
    return new Figures(
        peers,
        periods,
        (wired - atFirst) / 1e9,
        (threads.getCurrentThreadCpuTime() - wired) / 1e9,
        (System.nanoTime() - begun) / 1e9,
        threads.getCurrentThreadAllocatedBytes() - allocated);
  }

  private record Figures(
      int peers, int periods, double wiring, double spreading, double seconds, long bytes) {

    private double microsEach() {
      return spreading * 1e6 / peers / periods;
    }

    private void print(Figures before) {
      String what = Row.format("%,d engines in virtual time, one rumour to all", peers);
      new Row(
              what + ": processor time to connect them / to spread it; in all by the clock",
              Row.format("%.2f / %.2f s; %.2f s", wiring, spreading, seconds),
              "10,000: 2 s; 100,000: 25 s")
          .print();
      new Row(
              what + ": for each peer and period, of " + periods,
              Row.format("%.1f µs", microsEach()),
              "<= 3 µs")
          .print();
      new Row(
              what + ": for each peer, beside the run before",
              Row.format(
                  "%.2f times the time, %.2f times the %.0f kB allocated",
                  (wiring + spreading)
                      / peers
                      / ((before.wiring + before.spreading) / before.peers),
                  (double) bytes / peers / ((double) before.bytes / before.peers),
                  before.bytes / 1e3 / before.peers),
              "1: linear in the peers")
          .print();
    }
  }
}
