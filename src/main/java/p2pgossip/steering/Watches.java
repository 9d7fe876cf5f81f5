package p2pgossip.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;

/// The watchers of one peer. State and events are consistent, because both are read under the
/// peer's lock. Thread-safe.
public final class Watches {

  private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

  private final Lock lock;
  private final Supplier<PeerSnapshot> look;

  // Guarded by the lock.
  private final List<Watch> watches = new ArrayList<>();
  private @Nullable GossipEvent last;

  /// @param lock the peer's
  /// @param look reads the peer's whole state; called with the lock held
  public Watches(Lock lock, Supplier<PeerSnapshot> look) {
    this.lock = lock;
    this.look = look;
  }

  /// Begins a watch. A watch that begins after the end sees the last state and the end.
  public PeerWatch begin(PeerWatcher watcher) {
    Watch watch = new Watch(watcher);
    lock.lock();
    try {
      watches.add(watch);
      watch.refresh();
      if (last != null) {
        watch.tell(last);
      }
    } finally {
      lock.unlock();
    }
    return watch;
  }

  /// Publishes an event. Called with the lock held.
  public void tell(GossipEvent event) {
    for (Watch watch : watches) {
      watch.tell(event);
    }
  }

  /// Publishes the last event. Called with the lock held.
  public void end(GossipEvent event) {
    last = event;
    tell(event);
  }

  private final class Watch implements PeerWatch {

    private final PeerWatcher watcher;

    private Watch(PeerWatcher watcher) {
      this.watcher = watcher;
    }

    @Override
    public void refresh() {
      lock.lock();
      try {
        if (watches.contains(this)) {
          watcher.seen(look.get());
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        watches.remove(this);
      } finally {
        lock.unlock();
      }
    }

    private void tell(GossipEvent event) {
      try {
        watcher.happened(event);
      } catch (RuntimeException e) {
        LOG.error("A watcher failed on {}", event, e);
      }
    }
  }
}
