package p2pgossip.peer;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.PeerClient;

/// The addresses that one name stands for, one of which may be a peer's. All are asked for a
/// handshake at once, until one answers as a peer. Thread-safe.
final class Candidates {

  private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);
  private static final long PAUSE_SECONDS = 10;

  private final List<PeerAddress> all;
  private final PeerClient client;
  private final ScheduledExecutorService scheduler;
  private final Targets targets;
  private final Consumer<PeerAddress> chosen;

  // Guarded by this.
  private final Set<PeerAddress> asked = new HashSet<>();
  private @Nullable PeerAddress waitedFor;
  private boolean over;

  /// @param client sends on behalf of this peer
  /// @param chosen receives the address that is connected to
  Candidates(
      List<PeerAddress> all,
      PeerClient client,
      ScheduledExecutorService scheduler,
      Targets targets,
      Consumer<PeerAddress> chosen) {
    this.all = List.copyOf(all);
    this.client = client;
    this.scheduler = scheduler;
    this.targets = targets;
    this.chosen = chosen;
  }

  void ask() {
    synchronized (this) {
      asked.addAll(all);
    }
    for (PeerAddress candidate : all) {
      client.send(new Request.Handshake(candidate), new Answer(candidate));
    }
  }

  private void answered(PeerAddress by) {
    PeerAddress before;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      before = waitedFor;
    }
    if (before == null) {
      targets.connect(by);
      chosen.accept(by);
    } else if (!before.equals(by) && targets.connectInstead(before, by)) {
      chosen.accept(by);
    }
  }

  private void failed(PeerAddress candidate) {
    boolean first;
    synchronized (this) {
      asked.remove(candidate);
      if (over || !asked.isEmpty()) {
        return;
      }
      first = waitedFor == null;
      waitedFor = all.getFirst();
    }
    if (first) {
      targets.connect(all.getFirst());
      chosen.accept(all.getFirst());
    } else if (!targets.waitsFor(all.getFirst())) {
      return;
    }
    try {
      var _ = scheduler.schedule(this::ask, PAUSE_SECONDS, TimeUnit.SECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} are not asked again: the program is ending", all, e);
    }
  }

  private final class Answer implements PeerClient.Outcome {

    private final PeerAddress candidate;

    private Answer(PeerAddress candidate) {
      this.candidate = candidate;
    }

    @Override
    public void answered(Reply reply, Duration roundTrip) {
      Candidates.this.answered(candidate);
    }

    @Override
    public void failed(Failure failure) {
      Candidates.this.failed(candidate);
    }
  }
}
