package p2pgossip.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.NetworkThreads;
import p2pgossip.net.PeerClient;
import p2pgossip.net.PeerServer;
import p2pgossip.net.ServerLimits;

/// The cost of sending, with various candidates behind [PeerClient]: as many messages as possible
/// with 64 in progress at a time, to eight peers in the same process. Each candidate runs in a JVM
/// of its own. Processor time and memory are those of the whole process, including the servers.
///
/// Arguments, all optional: names of candidates.
public final class SendingBenchmark {

  private static final int AT_ONCE = 64;
  private static final int PEERS = 8;

  /// On two slow processors, which the messages use fully, the compilers need this long.
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private static final Duration MEASURED = Duration.ofSeconds(10);
  private static final String CHILD = "--child";

  private final PeerClient client;
  private final List<PeerAddress> targets;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final LongAdder answered = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean saidOnce = new AtomicBoolean();

  private SendingBenchmark(PeerClient client, List<PeerAddress> targets) {
    this.client = client;
    this.targets = targets;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2 && args[0].equals(CHILD)) {
      measure(SendingCandidate.valueOf(args[1]));
      return;
    }
    System.out.printf(
        "%-24s %10s %18s %8s %10s %8s%n",
        "client", "messages/s", "CPU s per 1,000", "threads", "RSS MiB", "failed");
    for (SendingCandidate candidate : SendingCandidate.values()) {
      if (args.length == 0 || List.of(args).contains(candidate.name())) {
        fork(candidate);
      }
    }
  }

  private static void fork(SendingCandidate candidate) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    int status =
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-Dorg.jboss.logging.provider=slf4j",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                SendingBenchmark.class.getName(),
                CHILD,
                candidate.name())
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException(candidate + " could not be measured");
    }
  }

  private static void measure(SendingCandidate candidate) throws IOException, InterruptedException {
    try (NetworkThreads threads = new NetworkThreads()) {
      List<PeerServer> servers = new ArrayList<>();
      List<PeerAddress> targets = new ArrayList<>();
      for (int i = 0; i < PEERS; i++) {
        PeerServer server =
            PeerServer.open(
                threads,
                InetAddress.getLoopbackAddress(),
                0,
                new SplittableRandom(i),
                ServerLimits.DEFAULT,
                candidate.security());
        server.serve(new SilentPeer(server.port()));
        servers.add(server);
        targets.add(new PeerAddress(InetAddress.getLoopbackAddress(), server.port()));
      }
      try (PeerClient client = candidate.open()) {
        new SendingBenchmark(client, targets).run(candidate);
      }
      servers.forEach(PeerServer::close);
    }
  }

  private void run(SendingCandidate candidate) throws IOException, InterruptedException {
    sendFor(WARM_UP);
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = answered.sum();
    long cpuBefore = system.getProcessCpuTime();
    long begun = System.nanoTime();
    sendFor(MEASURED);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double cpu = (system.getProcessCpuTime() - cpuBefore) / 1e9;
    long messages = answered.sum() - before;
    System.out.printf(
        "%-24s %,10.0f %18.3f %8d %10d %8d%n",
        candidate,
        messages / seconds,
        cpu / messages * 1_000,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ProcessUsage.ofThisProcess().residentMebibytes(),
        failed.sum());
    new Row(
            "Client: messages sent, 64 at a time, with " + candidate.words(),
            Row.format(
                "%,.0f a second, %.0f µs of processor each",
                messages / seconds, cpu / messages * 1e6),
            "each beside the others; the servers' part is in it")
        .print();
  }

  /// Keeps that many in progress from one thread, as an engine does; the outcomes free the places.
  private void sendFor(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      free.acquire();
      send();
    }
    free.acquire(AT_ONCE);
    free.release(AT_ONCE);
  }

  private void send() {
    PeerAddress to = targets.get(Math.floorMod(next.getAndIncrement(), targets.size()));
    client.send(
        new Request.Tell(to, new Message("Have you heard? The baker's cat was seen again.", null)),
        new PeerClient.Outcome() {
          @Override
          public void answered(Reply reply, Duration roundTrip) {
            answered.increment();
            free.release();
          }

          @Override
          public void failed(Failure failure) {
            if (saidOnce.compareAndSet(false, true)) {
              System.err.println(failure);
            }
            failed.increment();
            free.release();
          }
        });
  }
}
