package p2pgossip.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.WordLists;
import p2pgossip.steering.NetworkListener;
import p2pgossip.swarm.Swarm;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Complete;

/// How fast a rumour reaches 50 real peers that all know each other, with a period of 200 ms and
/// the swarm's default strategy (fanout 3), and with how many copies.
///
/// ScaleCube Cluster 2.7.3 with the same period and fanout, measured on two cores: 546 ms in the
/// median, 33.5 copies a member.
///
/// Arguments, all optional: rumours (200).
public final class RumorBenchmark {

  private static final int PEERS = 50;
  private static final Duration PERIOD = Duration.ofMillis(200);
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final int UNCOUNTED = 10;

  private RumorBenchmark() {}

  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    PeerSettings settings = PeerSettings.DEFAULT.withPeriod(PERIOD).withSentences(false);
    SwarmPlan plan = new SwarmPlan(PEERS, new Complete(), settings, 1);
    try (PeerRuntime runtime = new PeerRuntime(WordLists.sentences(), 1);
        Swarm swarm = Swarm.start(plan, runtime, NetworkListener.NONE, started -> {}, () -> false);
        SwarmGossip gossip = new SwarmGossip(swarm, new Random(1))) {
      Waiting.until("all know one another", () -> StandingSwarm.knows(swarm, PEERS - 1));
      Waiting.pause(WARM_UP);
      List<SwarmGossip.Told> told = new ArrayList<>();
      for (int i = 0; i < UNCOUNTED + count; i++) {
        SwarmGossip.Told one =
            gossip.tell("Rumour " + i, PERIOD.multipliedBy(4), PERIOD.multipliedBy(40));
        if (i >= UNCOUNTED) {
          told.add(one);
        }
      }
      print(told);
    }
  }

  private static void print(List<SwarmGossip.Told> told) {
    String what =
        Row.format(
            "%d rumours among %d peers that all know one another, period %d ms, fanout %d: ",
            told.size(), PEERS, PERIOD.toMillis(), PeerSettings.DEFAULT.spreading().fanout());
    double[] millis = sorted(told, SwarmGossip.Told::millis);
    double median = Row.median(millis);
    double late = millis[(int) Math.ceil(0.95 * millis.length) - 1];
    new Row(
            what + "until the last has heard, median / 95 of 100 / slowest",
            Row.format(
                "%.0f / %.0f / %.0f ms, or %.1f / %.1f / %.1f periods",
                median,
                late,
                millis[millis.length - 1],
                median / PERIOD.toMillis(),
                late / PERIOD.toMillis(),
                millis[millis.length - 1] / PERIOD.toMillis()),
            "median <= 546 ms, that of ScaleCube Cluster")
        .print();
    double[] copies = sorted(told, it -> it.figures().copiesPerPeer());
    new Row(
            what + "copies per peer, mean / most for any rumour; most that one peer sent of one",
            Row.format(
                "%.1f / %.1f; %d",
                told.stream().mapToDouble(it -> it.figures().copiesPerPeer()).average().orElse(0),
                copies[copies.length - 1],
                told.stream().mapToLong(SwarmGossip.Told::mostOfOne).max().orElse(0)),
            "<= 8; ScaleCube Cluster: 33.5")
        .print();
    new Row(
            what + "those that left somebody out",
            Long.toString(told.stream().filter(it -> !it.reachedAll()).count()),
            "0")
        .print();
  }

  private static double[] sorted(
      List<SwarmGossip.Told> told, ToDoubleFunction<SwarmGossip.Told> figure) {
    return told.stream().mapToDouble(figure).sorted().toArray();
  }
}
