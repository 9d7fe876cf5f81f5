package p2pgossip;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.Narrator;
import p2pgossip.journal.SettingsInWords;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.peer.Target;
import p2pgossip.peer.TargetResolver;
import p2pgossip.steering.NetworkListener;
import p2pgossip.swarm.Swarm;
import p2pgossip.swarm.SwarmPlan;

/// A swarm without a window: prints what happens to its first peer, one event a line, until the
/// process is told to end.
final class HeadlessSwarm {

  /// How long to wait for all links, so that a link that is not answered doesn't keep the others
  /// waiting.
  private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(10);

  private static final long LOOK_MILLIS = 50;

  private final PrintStream log;
  private final LineFormat format = new LineFormat(ZoneId.systemDefault());

  HeadlessSwarm(PrintStream log) {
    this.log = log;
  }

  /// Runs until the process is told to end, or for `runFor` if it is given.
  ///
  /// @throws IOException when no port is free
  void run(LaunchOptions options, SwarmPlan plan, PeerRuntime runtime, @Nullable Duration runFor)
      throws IOException, InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    FirstPeer first = new FirstPeer(new Narrator(plan.settings()));
    try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
      Swarm swarm = Swarm.start(plan, runtime, first, _ -> {}, () -> false);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(swarm, runtime, ended), "end"));
      log.println(
          "p2pgossip: %s peers run, %s, from %s to %s."
              .formatted(
                  swarm.peers().size(),
                  plan.topology().label(),
                  swarm.peers().getFirst(),
                  swarm.peers().getLast()));
      reportTakenPorts(options.peer.port, swarm.peers());
      runtime
          .security()
          .ifPresent(
              it -> log.println("p2pgossip: " + Encryption.ownFingerprint(it.fingerprint())));
      if (options.gossip.failures != null) {
        log.println(
            "p2pgossip: as --failures says, " + SettingsInWords.forgetting(plan.settings()));
      }
      join(swarm, options, new TargetResolver(background));
      if (options.swarm.demo) {
        background.execute(() -> demonstrate(swarm, ended));
      }
      if (runFor != null && !ended.await(runFor.toMillis(), TimeUnit.MILLISECONDS)) {
        end(swarm, runtime, ended);
      }
      ended.await();
    }
  }

  /// Names the ports that were passed over: other programs may expect a peer at each port in the
  /// range.
  private void reportTakenPorts(@Nullable Integer first, List<PeerAddress> peers) {
    if (first == null || first == 0) {
      return;
    }
    Set<Integer> ports = peers.stream().map(PeerAddress::port).collect(Collectors.toSet());
    String taken =
        IntStream.range(first, Collections.max(ports))
            .filter(port -> !ports.contains(port))
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    if (!taken.isEmpty()) {
      log.println("p2pgossip: passed over, because they are taken: ports " + taken + ".");
    }
  }

  /// Makes the first peer tell a rumour once the peers know each other: one that is connected later
  /// might never hear it.
  private static void demonstrate(Swarm swarm, CountDownLatch ended) {
    Instant latest = Instant.now().plus(LONGEST_CONNECTING);
    try {
      while (swarm.unconnected() > 0 && Instant.now().isBefore(latest)) {
        if (ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
      swarm.spread(swarm.peers().getFirst(), SwarmPlan.DEMONSTRATED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void join(Swarm swarm, LaunchOptions options, TargetResolver resolver) {
    RunningPeer peer = swarm.peer(swarm.peers().getFirst());
    if (peer == null) {
      return;
    }
    for (Target target : options.namedTargets()) {
      resolver.resolve(
          target,
          found -> peer.connectToOne(found, _ -> {}),
          reason -> log.println("p2pgossip: could not connect to " + target + ": " + reason + "."));
    }
  }

  private static void end(Swarm swarm, PeerRuntime runtime, CountDownLatch ended) {
    swarm.close();
    runtime.close();
    ended.countDown();
  }

  /// Prints what happens to the first peer that reports an event.
  private final class FirstPeer implements NetworkListener {

    private final AtomicReference<PeerAddress> address = new AtomicReference<>();
    private final Narrator narrator;

    private FirstPeer(Narrator narrator) {
      this.narrator = narrator;
    }

    @Override
    public void happened(PeerAddress member, GossipEvent event) {
      address.compareAndSet(null, member);
      if (member.equals(address.get())) {
        Optional<JournalLine> line = narrator.narrate(event);
        line.ifPresent(it -> log.println(format.format(it)));
      }
    }
  }
}
