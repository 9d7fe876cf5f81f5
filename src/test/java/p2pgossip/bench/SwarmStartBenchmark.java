package p2pgossip.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.WordLists;
import p2pgossip.steering.NetworkListener;
import p2pgossip.swarm.Swarm;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Topology;

/// The time from asking for a swarm of 50 until all its peers are connected, each time in a fresh
/// JVM that has loaded no class of it yet. They send no sentences, of which there would be 2,450 a
/// second when all know each other.
///
/// Arguments, all optional: starts of each (7). With the label of a topology instead, one start in
/// this JVM, which prints its nanoseconds and those of the processor.
public final class SwarmStartBenchmark {

  private static final int PEERS = 50;
  private static final List<String> TOPOLOGIES = List.of("small-world:4:0.1", "complete");

  private SwarmStartBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0 && !args[0].chars().allMatch(Character::isDigit)) {
      startOnce(Topology.parse(args[0]));
      return;
    }
    int starts = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    for (String topology : TOPOLOGIES) {
      double[] seconds = new double[starts];
      double[] busySeconds = new double[starts];
      for (int i = 0; i < starts; i++) {
        String[] nanos = startElsewhere(topology).split(" ", -1);
        seconds[i] = Long.parseLong(nanos[0]) / 1e9;
        busySeconds[i] = Long.parseLong(nanos[1]) / 1e9;
      }
      new Row(
              Row.format(
                  "A swarm of %d, %s, from asking for it until all are connected, %d starts",
                  PEERS, topology, starts),
              Row.format(
                  "%.2f s in the median, %.2f s at most (%.2f s of processor time)",
                  Row.median(seconds),
                  Arrays.stream(seconds).max().orElse(0),
                  Row.median(busySeconds)),
              "< 3 s")
          .print();
    }
  }

  private static String startElsewhere(String topology) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            SwarmStartBenchmark.class.getName(),
            topology));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String nanos =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("a swarm did not start: " + nanos);
    }
    return nanos;
  }

  private static void startOnce(Topology topology) throws IOException {
    // Whichever links are drawn, their number is the same.
    int links = 2 * topology.edges(PEERS, new Random(1)).size();
    PeerSettings settings =
        PeerSettings.DEFAULT.withPeriod(Duration.ofSeconds(1)).withSentences(false);
    try (PeerRuntime runtime = new PeerRuntime(WordLists.sentences(), 1)) {
      ProcessUsage usage = ProcessUsage.ofThisProcess();
      Duration busyBefore = usage.processorTime();
      long begun = System.nanoTime();
      SwarmPlan plan = new SwarmPlan(PEERS, topology, settings, 1);
      try (Swarm swarm =
          Swarm.start(plan, runtime, NetworkListener.NONE, started -> {}, () -> false)) {
        Waiting.until("all are connected", () -> StandingSwarm.links(swarm) >= links);
        long nanos = System.nanoTime() - begun;
        System.out.println(nanos + " " + usage.processorTime().minus(busyBefore).toNanos());
      }
    }
  }
}
