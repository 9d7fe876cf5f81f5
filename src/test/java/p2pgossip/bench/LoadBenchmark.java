package p2pgossip.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.net.password.Password;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.peer.WordLists;

/// How a peer without a window, in a process of its own, performs under heavy load: whether its two
/// neighbours, which are in this process, hear from it every second all the time, how much memory,
/// threads and files it takes, and whether it is as before in the end. Once without and once with a
/// password, which the callers do not know.
///
/// Arguments, all optional: seconds of each kind of load (10).
public final class LoadBenchmark {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final String PASSWORD = "only for this measurement";

  private final Path log = Files.createTempFile("p2pgossip-load", ".log");
  private final List<HeardPeriods> neighbors = List.of(new HeardPeriods(), new HeardPeriods());
  private final String title;
  private final @Nullable String password;
  private final Duration time;

  @FunctionalInterface
  private interface Pressure {
    void run();
  }

  private LoadBenchmark(String title, @Nullable String password, Duration time) throws IOException {
    this.title = title;
    this.password = password;
    this.time = time;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Duration time = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 10);
    new LoadBenchmark("Under load", null, time).run();
    new LoadBenchmark("Under load, with a password", PASSWORD, time).run();
  }

  private void run() throws IOException, InterruptedException {
    int port = freePort();
    BuiltProgram program =
        BuiltProgram.with("--headless", "--period", "1", "--port", Integer.toString(port))
            .withoutCache();
    Process process =
        program.start(log, password == null ? Map.of() : Map.of("P2PGOSSIP_PASSWORD", password));
    try (PeerRuntime runtime = new PeerRuntime(WordLists.sentences(), 1)) {
      Strangers strangers = new Strangers(new InetSocketAddress(LOOPBACK, port));
      awaitAnswer(strangers, process);
      List<RunningPeer> peers = new ArrayList<>();
      for (HeardPeriods heard : neighbors) {
        peers.add(neighbor(runtime, heard, new PeerAddress(LOOPBACK, port)));
      }
      Waiting.until(
          "both neighbours hear from the peer",
          () -> neighbors.stream().allMatch(heard -> heard.count() > 2));
      measure(program, process, strangers);
      peers.forEach(RunningPeer::close);
    } finally {
      process.destroy();
      process.waitFor();
      Files.delete(log);
    }
  }

  private RunningPeer neighbor(PeerRuntime runtime, HeardPeriods heard, PeerAddress peer)
      throws IOException {
    PeerSettings settings = PeerSettings.DEFAULT.withPeriod(PeerSettings.LONGEST_PERIOD);
    PeerConfig config =
        new PeerConfig(0, null, settings, List.of(peer))
            .withPassword(password == null ? null : Password.of(password));
    return RunningPeer.start(config, runtime, (GossipEvent event) -> heard.happened(event));
  }

  private void awaitAnswer(Strangers strangers, Process process) throws IOException {
    while (true) {
      try {
        strangers.freshCall();
        return;
      } catch (IOException e) {
        if (!process.isAlive()) {
          throw new IOException("the program ended:\n" + Files.readString(log), e);
        }
        LockSupport.parkNanos(5_000_000);
      }
    }
  }

  private void measure(BuiltProgram program, Process process, Strangers strangers)
      throws IOException, InterruptedException {
    try (PeakUsage peak = new PeakUsage(new ProcessUsage(process.pid()))) {
      phase("calm, before", strangers, () -> Waiting.pause(time));
      ProcessUsage usage = new ProcessUsage(process.pid());
      long memory = usage.residentMebibytes();
      int threads = usage.threads();
      int files = usage.openFiles();
      phase("64 connections that ask without a pause", strangers, () -> strangers.press(time));
      phase("60 readers that never read", strangers, () -> strangers.neverRead(time));
      phase("500 requests begun and never ended", strangers, () -> strangers.halfOpen(time));
      phase("10,000 connections of one request each", strangers, strangers::comeAndGo);
      phase("all of this at once", strangers, () -> strangers.allAtOnce(time));
      long over = System.nanoTime();
      Duration fresh = strangers.freshCall();
      Waiting.until("its files are as few as before", () -> hasAsFewFiles(usage, files));
      double recovered = (System.nanoTime() - over) / 1e9;
      phase("calm, after", strangers, () -> Waiting.pause(time));
      program.ask(process, "GC.run");
      row(
          "a fresh caller right afterwards is answered",
          Row.format("within %.1f ms", fresh.toNanos() / 1e6),
          "< 100 ms");
      row(
          "resident memory before / at most / afterwards, collected",
          Row.format(
              "%d / %d / %d MiB", memory, peak.residentMebibytes(), usage.residentMebibytes()),
          "bounded: the heap by 192 MiB");
      row(
          "threads before / at most / afterwards",
          Row.format("%d / %d / %d", threads, peak.threads(), usage.threads()),
          "no more with more callers");
      row(
          "open files before / at most / afterwards",
          Row.format(
              "%d / %d / %d, as few as before after %.1f s",
              files, peak.openFiles(), usage.openFiles(), recovered),
          "as few as before");
      long lost = neighbors.stream().mapToLong(heard -> heard.lost(System.nanoTime())).sum();
      int heard = neighbors.stream().mapToInt(HeardPeriods::count).sum();
      row(
          "messages to its two neighbours that came in / are missing",
          Row.format("%d / %d", heard, lost),
          "none missing");
    }
  }

  private static boolean hasAsFewFiles(ProcessUsage usage, int files) {
    try {
      return usage.openFiles() <= files;
    } catch (IOException e) {
      return false;
    }
  }

  private void phase(String what, Strangers strangers, Pressure pressure) {
    long answeredBefore = strangers.answered();
    long brokenBefore = strangers.broken();
    long begun = System.nanoTime();
    pressure.run();
    long ended = System.nanoTime();
    long answered = strangers.answered() - answeredBefore;
    long broken = strangers.broken() - brokenBefore;
    double[] straying =
        neighbors.stream()
            .flatMap(heard -> heard.straying(begun, ended).stream())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    String periods =
        straying.length == 0
            ? "over before a period began"
            : Row.format(
                "%.1f ms in the median, %.1f ms at most (of %d)",
                Row.median(straying), straying[straying.length - 1], straying.length);
    String requests =
        answered + broken == 0
            ? ""
            : Row.format(
                "; %,.0f requests answered a second, %d came to nothing",
                answered / ((ended - begun) / 1e9), broken);
    row(
        what + ": periods stray from the second by",
        periods + requests,
        "beside the calm; a period is 1,000 ms");
  }

  private void row(String what, String figure, String expected) {
    new Row(title + ": " + what, figure, expected).print();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      return socket.getLocalPort();
    }
  }
}
