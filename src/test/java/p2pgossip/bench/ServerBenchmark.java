package p2pgossip.bench;

import com.sun.management.OperatingSystemMXBean;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import p2pgossip.net.NetworkThreads;
import p2pgossip.net.PeerServer;

/// How fast `POST /message` is answered, compared with a bare Undertow handler that echoes the same
/// bytes: both under the same load from the same process, taking turns. On a busy machine the rates
/// vary a lot, the processor time for an answer less.
///
/// Arguments, all optional: rounds (15), seconds of each (1), connections (64).
public final class ServerBenchmark {

  private static final String JSON =
      "{\"message\":\"Have you heard? The baker's cat was seen at the harbour again, and this time"
          + " it had the mayor's hat on, says my aunt.\"}";

  private static final Duration WARM_UP = Duration.ofSeconds(4);

  private ServerBenchmark() {}

  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    Duration time = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 1);
    int connections = args.length > 2 ? Integer.parseInt(args[2]) : 64;
    Undertow bare = bare();
    bare.start();
    try (NetworkThreads threads = new NetworkThreads();
        PeerServer server =
            PeerServer.open(
                threads, InetAddress.getLoopbackAddress(), 0, new SplittableRandom(1))) {
      server.serve(new SilentPeer(server.port()));
      InetSocketAddress bareAddress =
          (InetSocketAddress) bare.getListenerInfo().getFirst().getAddress();
      try (KeepAliveLoad ofBare = new KeepAliveLoad(bareAddress, connections, "/message", JSON);
          KeepAliveLoad ofPeer =
              new KeepAliveLoad(server.address(), connections, "/message", JSON)) {
        compare(ofBare, ofPeer, rounds, time);
      }
    } finally {
      bare.stop();
    }
  }

  private static void compare(KeepAliveLoad bare, KeepAliveLoad peer, int rounds, Duration time)
      throws IOException {
    measure(bare, WARM_UP);
    measure(peer, WARM_UP);
    List<Round> bareRounds = new ArrayList<>();
    List<Round> peerRounds = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Round ofBare = measure(bare, time);
      Round ofPeer = measure(peer, time);
      bareRounds.add(ofBare);
      peerRounds.add(ofPeer);
      ratios.add(ofPeer.rate() / ofBare.rate());
      print("round " + round, ofBare, ofPeer, ratios.getLast());
    }
    Round ofBare = medians(bareRounds);
    Round ofPeer = medians(peerRounds);
    print("medians", ofBare, ofPeer, median(ratios));
    new Row(
            "Server: `POST /message` answered",
            describe(ofPeer),
            "a bare Undertow handler that echoes the same bytes: " + describe(ofBare))
        .print();
    new Row(
            "The same, as a ratio of the rates",
            Row.format("%.2f", median(ratios)),
            ">= 0.8 of the bare handler")
        .print();
  }

  private static Round measure(KeepAliveLoad load, Duration time) throws IOException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpuBefore = system.getProcessCpuTime();
    long begun = System.nanoTime();
    long answers = load.run(time);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double cpuMicros = (system.getProcessCpuTime() - cpuBefore) / 1e3;
    return new Round(answers / seconds, cpuMicros / answers);
  }

  private static void print(String what, Round bare, Round peer, double ratio) {
    System.out.printf(
        "%-10s bare %,8.0f/s %5.1f µs CPU   peer %,8.0f/s %5.1f µs CPU   ratio %.2f%n",
        what, bare.rate(), bare.cpuMicros(), peer.rate(), peer.cpuMicros(), ratio);
  }

  private static String describe(Round round) {
    return Row.format("%,.0f a second, %.1f µs of processor each", round.rate(), round.cpuMicros());
  }

  private static Round medians(List<Round> rounds) {
    return new Round(
        median(rounds.stream().map(Round::rate).toList()),
        median(rounds.stream().map(Round::cpuMicros).toList()));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /// @param rate answers a second
  /// @param cpuMicros processor time for each, of client and server together
  private record Round(double rate, double cpuMicros) {}

  private static Undertow bare() {
    return Undertow.builder()
        .addHttpListener(0, InetAddress.getLoopbackAddress().getHostAddress())
        .setHandler(
            exchange ->
                exchange
                    .getRequestReceiver()
                    .receiveFullBytes(
                        (ended, body) -> {
                          ended.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
                          ended.getResponseSender().send(ByteBuffer.wrap(body));
                        }))
        .build();
  }
}
