package p2pgossip.net;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.LocalPeers;

/// Follows what happens to other peers, by `GET /events`: one connection for each, one thread for
/// all. To be asked only of peers that offer it. Thread-safe; never blocks its caller, except
/// [#close].
///
/// Whoever sends what is none of that, too much of it, or nothing at all, is followed no longer.
/// The thread starts with the first stream. It is a daemon.
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

  /// What is heard of one peer. Called on a thread that serves the other streams too, never twice
  /// at a time: it must return at once.
  public interface Listener {

    /// All that there is to be seen of the peer at this moment: first of all, and again where
    /// events have been left out because there were too many for the connection.
    ///
    /// @param snapshot with the address under which the peer is followed, whatever it calls itself
    /// @param receivedAt by the clock of this program
    void seen(PeerSnapshot snapshot, Instant receivedAt);

    void happened(GossipEvent event);

    /// Nothing more will come. Told once, and not at all where this side has closed the stream.
    ///
    /// @param reason in words, fit to stand behind a colon
    void ended(String reason);
  }

  /// A peer that is followed.
  public interface Following extends AutoCloseable {

    /// The listener is told no more, except by a call that is under way. Idempotent.
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
  /// @param own is told of all connections, so that the servers of this process know their callers
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

  /// Follows the peer at `address`. Where that can't even be begun, because there are too many
  /// streams or this is closed, the listener is told so by the caller's own thread, before this
  /// returns.
  public Following follow(PeerAddress address, Listener listener) {
    return follow(address, Credentials.none(), listener);
  }

  /// The same, on behalf of somebody who may know a password. He must have asked before who is
  /// there, which introduces him.
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
              : "as many peers are followed already as may be (" + limits.streams() + ")");
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
              1, Timeout.of(limits.connecting()), Timeout.of(limits.silence()), security, own);
    }
    streams.add(stream);
    return reactor;
  }

  /// How many peers are followed.
  public int count() {
    return streams.size();
  }

  /// Ends every stream, each listener being told, and waits for the thread about a second at most.
  /// Idempotent.
  @Override
  public void close() {
    HttpReactor ending;
    synchronized (this) {
      closed = true;
      ending = reactor;
      reactor = null;
    }
    streams.forEach(FollowedStream::cut);
    // The thread first: once it has ended, no listener is called twice at a time by what follows.
    if (ending != null) {
      ending.close();
    }
    streams.forEach(stream -> stream.end(ConnectionFailures.closing().reason()));
  }
}
