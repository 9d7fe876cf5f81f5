package p2pgossip.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.peer.WordLists;

/// The processor time of a window that nobody touches, with 20 peers known and a period of 5 s. The
/// others run in this process and are not counted: once they only listen, once each sends to the
/// window every 5 s too. To be compared with [DotBenchmark].
///
/// Arguments, all optional: seconds measured (60), seconds before that (300: until then the
/// compilers of the JVM take more than the rest).
public final class IdleWindowBenchmark {

  private static final int PEERS = 20;
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final Path log =
      Files.createDirectories(Path.of("target", "bench")).resolve("idle-window.log");
  private final Duration measured;
  private final Duration settling;

  private IdleWindowBenchmark(Duration measured, Duration settling) throws IOException {
    this.measured = measured;
    this.settling = settling;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int measured = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    int settling = args.length > 1 ? Integer.parseInt(args[1]) : 300;
    IdleWindowBenchmark benchmark =
        new IdleWindowBenchmark(Duration.ofSeconds(measured), Duration.ofSeconds(settling));
    try (VirtualScreen screen = new VirtualScreen()) {
      benchmark.measure(screen, false);
      benchmark.measure(screen, true);
    }
  }

  private void measure(VirtualScreen screen, boolean othersSend)
      throws IOException, InterruptedException {
    int port = freePort();
    LongAdder heard = new LongAdder();
    try (PeerRuntime runtime = new PeerRuntime(WordLists.sentences(), 1)) {
      PeerAddress window = new PeerAddress(InetAddress.ofLiteral("127.0.0.1"), port);
      PeerSettings settings = PeerSettings.DEFAULT.withPeriod(PERIOD).withPaused(!othersSend);
      List<RunningPeer> others = new ArrayList<>();
      Process process =
          BuiltProgram.with("--port", Integer.toString(port), "--period", "5")
              .withCache()
              .start(log, screen.environment());
      try {
        Waiting.until("the window is drawn", screen::showsForm);
        for (int i = 0; i < PEERS; i++) {
          others.add(
              RunningPeer.start(
                  new PeerConfig(0, null, settings, List.of(window)),
                  runtime,
                  event -> {
                    if (event instanceof GossipEvent.MessageReceived) {
                      heard.increment();
                    }
                  }));
          // Staggered, like peers that people start.
          Waiting.pause(PERIOD.dividedBy(PEERS));
        }
        Waiting.pause(settling);
        print(new ProcessUsage(process.pid()), heard, othersSend);
      } finally {
        process.destroy();
        process.waitFor();
        others.forEach(RunningPeer::close);
      }
    }
  }

  private void print(ProcessUsage usage, LongAdder heard, boolean othersSend) throws IOException {
    long heardBefore = heard.sum();
    double load = usage.load(measured);
    double expected = (double) PEERS * measured.toMillis() / PERIOD.toMillis();
    long messages = heard.sum() - heardBefore;
    System.out.printf("%d messages came from the window in %s%n", messages, measured);
    if (messages < expected / 2) {
      throw new IllegalStateException("the window did not send as it should have");
    }
    new Row(
            Row.format(
                "An idle window, %d peers known, period 5 s, over %d s; %s",
                PEERS,
                measured.toSeconds(),
                othersSend ? "the others send as often" : "the others only listen"),
            Row.format("%.1f %% of a core; %d MiB resident", 100 * load, usage.residentMebibytes()),
            "< 3 % of a core")
        .print();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
