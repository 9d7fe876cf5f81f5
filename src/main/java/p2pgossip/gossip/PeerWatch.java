package p2pgossip.gossip;

/// A [PeerWatcher] at its place. Thread-safe.
public interface PeerWatch extends AutoCloseable {

  /// Has the watcher see the whole peer again, before this returns; not once it has been closed.
  void refresh();

  /// From now on the watcher is told no more, except by a call that is under way. Idempotent.
  @Override
  void close();
}
