package p2pgossip.net;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.LocalPeers;

/// Follows the events of other peers by `GET /events`: one connection for each, one thread for all.
/// For peers that offer it. Thread-safe; never blocks its caller, except [#close].
///
/// A peer that sends something else, too much, or nothing at all is no longer followed. The thread
/// starts with the first stream. It is a daemon.
public final class PeerStreams implements AutoCloseable {

  private final InstantSource clock;
  private final StreamLimits limits;
  private final @Nullable TransportSecurity security;
  private final LocalPeers local;
  private final Set<FollowedStream> streams = ConcurrentHashMap.newKeySet();

  private final OwnConnections own;

  // Guarded by this.
  private @Nullable HttpReactor reactor;
  private volatile boolean closed;

  /// Receives what happens to one peer. Called on a thread that serves the other streams too, one
  /// call at a time: it must return at once.
  public interface Listener {

    /// The whole state of the peer at this moment: at first, and again after events have been left
    /// out because there were too many for the connection.
    ///
    /// @param snapshot with the address under which the peer is followed, whatever address it gives
    /// @param receivedAt by this program's clock
    void seen(PeerSnapshot snapshot, Instant receivedAt);

    void happened(GossipEvent event);

    /// The stream has ended. Called once, and not at all if this side has closed it.
    ///
    /// @param reason follows a colon
    void ended(String reason);
  }

  /// A peer that is followed.
  public interface Following extends AutoCloseable {

    /// Stops the calls of the listener, except one in progress. Idempotent.
    @Override
    void close();
  }

  /// @param clock tells when a state was received
  public PeerStreams(InstantSource clock) {
    this(clock, StreamLimits.DEFAULT);
  }

  public PeerStreams(InstantSource clock, StreamLimits limits) {
    this(clock, limits, null);
  }

  /// @param security null for plain HTTP
  public PeerStreams(
      InstantSource clock, StreamLimits limits, @Nullable TransportSecurity security) {
    this(clock, limits, security, new LocalPeers(""), new OwnConnections());
  }

  /// @param security null for plain HTTP
  /// @param local the peers of this process, which need no introduction
  /// @param own receives all connections, so that the servers of this process recognize their
  ///     callers
  public PeerStreams(
      InstantSource clock,
      StreamLimits limits,
      @Nullable TransportSecurity security,
      LocalPeers local,
      OwnConnections own) {
    this.local = local;
    this.clock = clock;
    this.own = own;
    this.security = security;
    this.limits = limits;
  }

  /// Follows the peer at `address`. If that can't begin, because there are too many streams or this
  /// is closed, the listener is told on the caller's thread, before this returns.
  public Following follow(PeerAddress address, Listener listener) {
    return follow(address, Credentials.none(), listener);
  }

  /// As [#follow(PeerAddress, Listener)], for the owner of `credentials`, which must have been
  /// introduced by an earlier request.
  public Following follow(PeerAddress address, Credentials credentials, Listener listener) {
    FollowedStream stream =
        new FollowedStream(
            address, credentials, local, security, listener, limits, streams::remove);
    HttpReactor current = add(stream);
    if (current != null) {
      stream.start(current, new StreamContent(address, listener, clock, limits, stream::isOpen));
    } else {
      stream.end(
          closed
              ? ConnectionFailures.closing().reason()
              : "no more than " + limits.streams() + " peers can be followed at once");
    }
    return stream;
  }

  private synchronized @Nullable HttpReactor add(FollowedStream stream) {
    if (closed || streams.size() >= limits.streams()) {
      return null;
    }
    if (reactor == null) {
      reactor =
          new HttpReactor(
              1,
              Timeout.of(limits.connecting()),
              Timeout.of(limits.silence()),
              security,
              own,
              new LongAdder());
    }
    streams.add(stream);
    return reactor;
  }

  /// The number of peers that are followed.
  public int count() {
    return streams.size();
  }

  /// Ends every stream, reports that to each listener, and waits for the thread, about a second at
  /// most. Idempotent.
  @Override
  public void close() {
    HttpReactor ending;
    synchronized (this) {
      closed = true;
      ending = reactor;
      reactor = null;
    }
    streams.forEach(FollowedStream::cut);
    // The thread first: once it has ended, no listener is called concurrently by what follows.
    if (ending != null) {
      ending.close();
    }
    streams.forEach(stream -> stream.end(ConnectionFailures.closing().reason()));
  }
}
