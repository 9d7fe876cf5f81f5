package p2pgossip.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.peer.WordLists;

/// How much memory another window in the same process takes: processes with one window, two and
/// three, each measured once it is at rest and its garbage is collected. The windows are 1280x800
/// each, side by side, and the first gossips with a peer outside, so that all of them do the same.
/// Medians, since the memory that the system has not taken back yet differs by some MiB.
public final class WindowMemoryBenchmark {

  private static final int MOST = 3;
  private static final int WIDTH = 1_280;
  private static final int HEIGHT = 800;
  private static final int ROUNDS = 3;

  private static final Duration SETTLING = Duration.ofSeconds(12);

  /// Of the serial collector's generations; used, in KiB.
  private static final Pattern USED =
      Pattern.compile("(?im)^ *(?:def new|DefNew|tenured).*used ([0-9]+)K");

  private final Path log =
      Files.createDirectories(Path.of("target", "bench")).resolve("window-memory.log");

  private WindowMemoryBenchmark() throws IOException {}

  private record Memory(double heapMebibytes, double residentMebibytes) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    WindowMemoryBenchmark benchmark = new WindowMemoryBenchmark();
    List<List<Memory>> seen = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < ROUNDS; round++) {
      for (int windows = 1; windows <= MOST; windows++) {
        seen.get(windows - 1).add(benchmark.of(windows));
      }
    }
    Memory one = median(seen.get(0));
    Memory two = median(seen.get(1));
    Memory three = median(seen.get(2));
    new Row(
            "Memory of a process with one window, which gossips with a peer outside",
            Row.format(
                "%.0f MiB resident, %.1f MiB of it used on the heap",
                one.residentMebibytes(), one.heapMebibytes()),
            "beside the lines below")
        .print();
    print("A second window in the same process adds", one, two, 1);
    print("A third adds", two, three, 1);
    print("Each of the two, on average", one, three, 2);
  }

  private static Memory median(List<Memory> seen) {
    return new Memory(median(seen, Memory::heapMebibytes), median(seen, Memory::residentMebibytes));
  }

  private static double median(List<Memory> seen, ToDoubleFunction<Memory> what) {
    return seen.stream()
        .mapToDouble(what)
        .boxed()
        .sorted(Comparator.naturalOrder())
        .skip(seen.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static void print(String what, Memory before, Memory after, int windows) {
    new Row(
            what,
            Row.format(
                "%.0f MiB resident, %.1f MiB used on the heap",
                (after.residentMebibytes() - before.residentMebibytes()) / windows,
                (after.heapMebibytes() - before.heapMebibytes()) / windows),
            "< 30 MB")
        .print();
  }

  private Memory of(int windows) throws IOException, InterruptedException {
    try (VirtualScreen screen = new VirtualScreen(Math.max(2, windows) * WIDTH, HEIGHT);
        PeerRuntime runtime = new PeerRuntime(WordLists.sentences(), 1)) {
      PeerAddress first = new PeerAddress(InetAddress.ofLiteral("127.0.0.1"), FreePorts.next());
      BuiltProgram program =
          BuiltProgram.with(
                  "--port", Integer.toString(first.port()), "--windows", Integer.toString(windows))
              .withCache();
      Process process = program.start(log, screen.environment());
      try {
        Waiting.until("the window is drawn", screen::showsForm);
        RunningPeer.start(
            new PeerConfig(0, null, PeerSettings.DEFAULT, List.of(first)), runtime, event -> {});
        Waiting.pause(SETTLING);
        program.ask(process, "GC.run");
        program.ask(process, "GC.run");
        Matcher used = USED.matcher(program.ask(process, "GC.heap_info"));
        double kibibytes = 0;
        while (used.find()) {
          kibibytes += Long.parseLong(used.group(1));
        }
        long resident = new ProcessUsage(process.pid()).residentMebibytes();
        System.out.printf(
            "%d windows: %d MiB resident, heap %.0f KiB%n", windows, resident, kibibytes);
        return new Memory(kibibytes / 1_024, resident);
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
  }
}
