package p2pgossip;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.LineKind;
import p2pgossip.journal.Narrator;
import p2pgossip.journal.SettingsInWords;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.peer.Target;
import p2pgossip.peer.TargetResolver;

/// A peer without a window: prints what happens, one event a line, until the process is told to
/// end.
final class HeadlessPeer {

  private final PrintStream log;
  private final LineFormat format = new LineFormat(ZoneId.systemDefault());

  HeadlessPeer(PrintStream log) {
    this.log = log;
  }

  /// Runs until the process is told to end, or for `runFor` if it is given.
  ///
  /// @throws IOException when the port is taken or the address can't be bound
  void run(LaunchOptions options, PeerRuntime runtime, int port, @Nullable Duration runFor)
      throws IOException, InterruptedException {
    Narrator narrator = new Narrator(options.settings());
    HeadlessClass classroom =
        options
            .classPart()
            .map(part -> new HeadlessClass(part, runtime, words -> tell(narrator, words)))
            .orElse(null);
    PeerConfig asked = options.config(port);
    PeerConfig config = classroom == null ? asked : classroom.of(asked);
    CountDownLatch ended = new CountDownLatch(1);
    try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
      RunningPeer peer = RunningPeer.start(config, runtime, event -> narrate(narrator, event));
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> end(classroom, peer, runtime, ended), "end"));
      runtime
          .security()
          .ifPresent(security -> tell(narrator, Encryption.ownFingerprint(security.fingerprint())));
      if (classroom != null) {
        classroom.begun(peer);
      }
      if (options.gossip.failures != null) {
        tell(narrator, "As --failures says, " + SettingsInWords.forgetting(config.settings()));
      }
      TargetResolver resolver = new TargetResolver(background);
      for (Target target : options.namedTargets()) {
        resolver.resolve(
            target,
            found -> peer.connectToOne(found, _ -> {}),
            reason -> unresolved(narrator, target, reason));
      }
      if (runFor != null && !ended.await(runFor.toMillis(), TimeUnit.MILLISECONDS)) {
        end(classroom, peer, runtime, ended);
      }
      ended.await();
    }
  }

  private void narrate(Narrator narrator, GossipEvent event) {
    synchronized (narrator) {
      narrator.narrate(event).ifPresent(this::print);
    }
  }

  private void tell(Narrator narrator, String words) {
    synchronized (narrator) {
      print(narrator.tell(Instant.now(), LineKind.NOTE, null, words));
    }
  }

  /// Called on another thread than the peer's events, at any time; lines are still numbered in one
  /// sequence.
  private void unresolved(Narrator narrator, Target target, String reason) {
    String words = "Could not connect to " + target + ": " + reason + ".";
    synchronized (narrator) {
      print(narrator.tell(Instant.now(), LineKind.FAILED, null, words));
    }
  }

  private void print(JournalLine line) {
    log.println(format.format(line));
  }

  private static void end(
      @Nullable HeadlessClass classroom,
      RunningPeer peer,
      PeerRuntime runtime,
      CountDownLatch ended) {
    if (classroom != null) {
      classroom.close();
    }
    peer.close();
    runtime.close();
    ended.countDown();
  }
}
