package p2pgossip.net;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.StreamSourceConduit;
import p2pgossip.gossip.Source;

/// One caller's connection to a server: where it comes from, how much it has sent since its last
/// request was answered, and whether it has proven itself. Thread-safe.
final class Visit {

  private static final AttachmentKey<Visit> KEY = AttachmentKey.create(Visit.class);

  private final StreamConnection connection;
  private final StreamSourceConduit wire;
  private final InetSocketAddress remote;
  private final Source source;
  private final OwnConnections own;
  private final Intake intake;

  /// Bytes since the last request was answered.
  private final AtomicLong received = new AtomicLong();

  private volatile boolean proven;
  private volatile boolean following;
  private volatile boolean over;
  private volatile boolean headUnderWay = true;
  private final AtomicInteger answers = new AtomicInteger();
  private volatile boolean begun;
  private volatile long lastMoved;

  /// @param connection just as it was accepted
  /// @param sources determines how an address counts
  /// @param now a number that grows with each visit
  Visit(
      StreamConnection connection,
      Function<InetAddress, Source> sources,
      OwnConnections own,
      Intake intake,
      long now) {
    this.connection = connection;
    this.own = own;
    this.intake = intake;
    wire = connection.getSourceChannel().getConduit();
    remote = connection.getPeerAddress(InetSocketAddress.class);
    source = sources.apply(remote.getAddress());
    lastMoved = now;
  }

  /// The visit of a request; null in a handler that was not built by a [PeerServer].
  static @Nullable Visit of(HttpServerExchange exchange) {
    return exchange.getConnection().getAttachment(KEY);
  }

  void attachTo(HttpServerExchange exchange) {
    exchange.getConnection().putAttachment(KEY, this);
  }

  StreamConnection connection() {
    return connection;
  }

  /// The bytes on the wire, before they are counted or decrypted.
  StreamSourceConduit wire() {
    return wire;
  }

  Source source() {
    return source;
  }

  /// Whether the caller has proven that it knows the password, or is a peer of this process. Such a
  /// caller doesn't give way to one that has not.
  boolean isProven() {
    return proven || own.include(remote);
  }

  void prove() {
    proven = true;
    intake.release(this);
  }

  /// The caller reads events: that is bounded elsewhere, and ends when the caller wants.
  void follow() {
    following = true;
  }

  /// Whether it may be cut to make room for another.
  boolean mayYield() {
    return !following && !isProven();
  }

  /// When something last arrived or was answered, in the order of all visits of the server.
  long lastMoved() {
    return lastMoved;
  }

  /// Whether more may be read from this caller now.
  boolean mayBeRead() {
    return isProven() || intake.hasRoom();
  }

  /// Bytes since the last request was answered.
  long received() {
    return received.get();
  }

  /// Whether a request has ever begun to arrive.
  boolean hasBegun() {
    return begun;
  }

  /// The first bytes of a request have arrived.
  void begin() {
    begun = true;
  }

  /// Whether the head of a request is expected or has not ended.
  boolean isHeadIncomplete() {
    return headUnderWay;
  }

  /// The number of answered requests; it distinguishes a head from the one before.
  int answers() {
    return answers.get();
  }

  void headArrived() {
    headUnderWay = false;
  }

  /// Bytes have arrived.
  ///
  /// @param held counted once for a request that has begun, in addition to its bytes
  void took(long bytes, long held, long now) {
    lastMoved = now;
    boolean first = received.getAndAdd(bytes) == 0;
    if (!isProven()) {
      intake.take(this, first ? bytes + held : bytes);
    }
  }

  void answered(long now) {
    lastMoved = now;
    received.set(0);
    answers.incrementAndGet();
    headUnderWay = true;
    intake.release(this);
  }

  /// Closes the connection at once. Called from any thread.
  void cut() {
    over = true;
    try {
      connection.getIoThread().execute(() -> IoUtils.safeClose(connection));
    } catch (RejectedExecutionException e) {
      // The threads have ended, and the connection with them.
    }
  }

  /// Whether the connection is closed, or as good as closed.
  boolean isOver() {
    return over;
  }

  /// Nothing more is expected from the caller; what it sends is thrown away.
  void leave() {
    over = true;
    intake.release(this);
  }
}
