package p2pgossip.gossip;

/// A [PeerWatcher] that is attached to a peer. Thread-safe.
public interface PeerWatch extends AutoCloseable {

  /// Shows the whole peer to the watcher again before this returns, unless this is closed.
  void refresh();

  /// Detaches the watcher, which is not called any more, except by a call that is already in
  /// progress. Idempotent.
  @Override
  void close();
}
