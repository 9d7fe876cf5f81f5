package p2pgossip.peer;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Outgoing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.net.PeerClient;

/// The goodbyes of one peer. A peer that gets a goodbye asks back whether it is true, since anybody
/// can send one. A goodbye is done when that question was answered, when it was believed without
/// one, or when it failed. Thread-safe.
final class Farewells {

  /// Peers to which a goodbye is being sent, or which have not asked back yet.
  private final Set<PeerAddress> open = new HashSet<>();

  /// Says goodbye and waits until all goodbyes are done, for `limit` at most.
  void say(List<Outgoing> goodbyes, PeerClient client, Duration limit) {
    synchronized (this) {
      goodbyes.forEach(goodbye -> open.add(goodbye.request().to()));
    }
    for (Outgoing goodbye : goodbyes) {
      client.send(goodbye.request(), new Goodbye(goodbye.request().to()));
    }
    await(limit);
  }

  private synchronized void await(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      long left = limit.toNanos();
      while (!open.isEmpty() && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A peer has asked and is told that this one leaves.
  ///
  /// @param by the address that it gives; null if it gives none
  synchronized void read(@Nullable PeerAddress by) {
    if (by != null) {
      end(by);
    }
  }

  private synchronized void end(PeerAddress by) {
    if (open.remove(by) && open.isEmpty()) {
      notifyAll();
    }
  }

  private final class Goodbye implements PeerClient.Outcome {

    private final PeerAddress to;

    private Goodbye(PeerAddress to) {
      this.to = to;
    }

    @Override
    public void answered(Reply reply, Duration roundTrip) {
      if (!(reply instanceof Reply.Released(boolean checking)) || !checking) {
        end(to);
      }
    }

    @Override
    public void failed(Failure failure) {
      end(to);
    }
  }
}
