package p2pgossip.net;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.pool.StrictConnPool;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// The connections of an [HttpPeerClient], kept alive and bounded.
final class Connections implements AutoCloseable {

  private static final int IO_THREADS = 2;

  private final HttpReactor reactor;
  private final StrictConnPool<PeerAddress, IOSession> pool;
  private final Duration idleTime;
  private final Duration longestIdleTime;
  private volatile boolean closed;

  /// @param bytes counts those that are transferred over plain HTTP
  Connections(
      ClientLimits limits,
      @Nullable TransportSecurity security,
      OwnConnections own,
      LongAdder bytes) {
    idleTime = limits.idleTime();
    longestIdleTime = limits.longestIdleTime();
    pool =
        new StrictConnPool<>(
            limits.connectionsPerPeer(),
            limits.connections(),
            TimeValue.NEG_ONE_MILLISECOND,
            PoolReusePolicy.LIFO,
            null);
    reactor =
        new HttpReactor(
            IO_THREADS, Timeout.of(limits.time()), Timeout.DISABLED, security, own, bytes);
  }

  /// Requests a connection to `address`, or permission to open one.
  Future<PoolEntry<PeerAddress, IOSession>> lease(
      PeerAddress address, FutureCallback<PoolEntry<PeerAddress, IOSession>> callback) {
    return pool.lease(address, null, Timeout.DISABLED, callback);
  }

  Future<IOSession> open(PeerAddress address, FutureCallback<IOSession> callback) {
    return reactor.open(address, callback);
  }

  /// Returns a connection after a complete answer. It is reused if it is still open, and not for
  /// much longer than the other end keeps it open.
  ///
  /// @param keptOpen how long that is, as the other end says; null if it does not say
  void giveBack(PoolEntry<PeerAddress, IOSession> entry, @Nullable Duration keptOpen) {
    Duration usable = usable(keptOpen);
    if (usable.isPositive()) {
      entry.updateExpiry(TimeValue.of(usable));
      giveBack(entry);
    } else {
      discard(entry);
    }
  }

  /// Somewhat less than the other end says: a request that is sent just as it closes would be lost.
  private Duration usable(@Nullable Duration keptOpen) {
    if (keptOpen == null) {
      return idleTime;
    }
    Duration usable = keptOpen.dividedBy(5).multipliedBy(4);
    return usable.compareTo(longestIdleTime) > 0 ? longestIdleTime : usable;
  }

  /// Returns a connection that was not used.
  void giveBack(PoolEntry<PeerAddress, IOSession> entry) {
    IOSession session = entry.getConnection();
    boolean reusable = session != null && session.isOpen();
    if (reusable) {
      entry.updateState(null);
    }
    release(entry, reusable);
  }

  /// Closes a connection at once, whatever is in progress on it.
  void discard(PoolEntry<PeerAddress, IOSession> entry) {
    entry.discardConnection(CloseMode.IMMEDIATE);
    release(entry, false);
  }

  private void release(PoolEntry<PeerAddress, IOSession> entry, boolean reusable) {
    try {
      pool.release(entry, reusable);
    } catch (IllegalStateException e) {
      // The pool asks first whether it is closed, and then for the entry. If it is closed in
      // between, it no longer knows it.
      if (!closed) {
        throw e;
      }
    }
  }

  /// Closes connections that will not be reused.
  void closeExpired() {
    pool.closeExpired();
  }

  @Override
  public void close() {
    closed = true;
    pool.close(CloseMode.IMMEDIATE);
    reactor.close();
  }
}
