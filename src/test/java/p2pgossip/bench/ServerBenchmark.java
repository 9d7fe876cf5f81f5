package p2pgossip.bench;

import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import p2pgossip.net.NetworkThreads;
import p2pgossip.net.PeerServer;

/// How fast `POST /message` is answered, beside a bare Undertow handler that echoes the same bytes:
/// both under the same load from the same process, in turns.
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
    bare.run(WARM_UP);
    peer.run(WARM_UP);
    List<Double> bareRates = new ArrayList<>();
    List<Double> peerRates = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      double bareRate = bare.run(time) / (double) time.toSeconds();
      double peerRate = peer.run(time) / (double) time.toSeconds();
      print("round " + round, bareRate, peerRate, peerRate / bareRate);
      bareRates.add(bareRate);
      peerRates.add(peerRate);
      ratios.add(peerRate / bareRate);
    }
    print("medians", median(bareRates), median(peerRates), median(ratios));
  }

  private static void print(String what, double bareRate, double peerRate, double ratio) {
    System.out.printf(
        "%-10s bare %,8.0f/s   peer %,8.0f/s   ratio %.2f%n", what, bareRate, peerRate, ratio);
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

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
