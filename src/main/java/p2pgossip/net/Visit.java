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

/// One caller's connection to a server: where it comes from, what it has sent since its last
/// request was answered, and whether the caller has proven who it is. Thread-safe.
final class Visit {

  private static final AttachmentKey<Visit> KEY = AttachmentKey.create(Visit.class);

  private final StreamConnection connection;
  private final StreamSourceConduit wire;
  private final InetSocketAddress remote;
  private final Source source;
  private final OwnConnections own;
  private final Intake intake;

  /// Bytes since the last request was answered, whoever sent them.
  private final AtomicLong received = new AtomicLong();

  private volatile boolean proven;
  private volatile boolean following;
  private volatile boolean over;
  private volatile boolean headUnderWay = true;
  private final AtomicInteger answers = new AtomicInteger();
  private volatile boolean begun;
  private volatile long lastMoved;

  /// @param connection just as it was accepted
  /// @param sources tells how an address counts
  /// @param now a number that grows with each that is given
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

  /// The visit that a request belongs to; null in a handler that no [PeerServer] has put together.
  static @Nullable Visit of(HttpServerExchange exchange) {
    return exchange.getConnection().getAttachment(KEY);
  }

  void attachTo(HttpServerExchange exchange) {
    exchange.getConnection().putAttachment(KEY, this);
  }

  StreamConnection connection() {
    return connection;
  }

  /// What comes over the wire, before anybody counts or decrypts it.
  StreamSourceConduit wire() {
    return wire;
  }

  Source source() {
    return source;
  }

  /// Whether the caller has shown that it knows the password, or is a peer of this process. Such a
  /// caller gives way to nobody that has not.
  boolean isProven() {
    return proven || own.include(remote);
  }

  void prove() {
    proven = true;
    intake.release(this);
  }

  /// It follows events: this is bounded elsewhere, and ends when the caller wants.
  void follow() {
    following = true;
  }

  /// Whether it may be cut off for the sake of another.
  boolean mayYield() {
    return !following && !isProven();
  }

  /// When something came or was answered the last time, in the order of all visits of the server.
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

  /// Whether a request has begun to come at any time.
  boolean hasBegun() {
    return begun;
  }

  /// The first bytes of a request have come.
  void begin() {
    begun = true;
  }

  /// Whether the head of a request is still to come, or to come to its end.
  boolean isHeadUnderWay() {
    return headUnderWay;
  }

  /// How many requests were answered; by this a head is told from the one before.
  int answers() {
    return answers.get();
  }

  void headArrived() {
    headUnderWay = false;
  }

  /// Something has come.
  ///
  /// @param held what a request that has begun takes beside its bytes, as bytes; counted with the
  ///     first
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

  /// Closes the connection at once. From any thread.
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

  /// Nothing more is wanted from the caller; what it sends is thrown away.
  void leave() {
    over = true;
    intake.release(this);
  }
}
