package p2pgossip.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;

/// The watchers of one peer. State and events are consistent, because both are read under the
/// peer's lock.
final class Watches {

  private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

  private final Object lock;
  private final Supplier<PeerSnapshot> look;

  // Guarded by the lock.
  private final List<Watch> watches = new ArrayList<>();
  private @Nullable GossipEvent last;

  /// @param lock the peer's
  /// @param look reads the peer's whole state; called with the lock held
  Watches(Object lock, Supplier<PeerSnapshot> look) {
    this.lock = lock;
    this.look = look;
  }

  /// Begins a watch. A watch that begins after the end sees the last state and the end.
  PeerWatch begin(PeerWatcher watcher) {
    Watch watch = new Watch(watcher);
    synchronized (lock) {
      watches.add(watch);
      watch.refresh();
      if (last != null) {
        watch.tell(last);
      }
    }
    return watch;
  }

  /// Called with the lock held.
  void tell(GossipEvent event) {
    for (Watch watch : watches) {
      watch.tell(event);
    }
  }

  /// Publishes the last event. Called with the lock held.
  void end(GossipEvent event) {
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
      synchronized (lock) {
        if (watches.contains(this)) {
          watcher.seen(look.get());
        }
      }
    }

    @Override
    public void close() {
      synchronized (lock) {
        watches.remove(this);
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
