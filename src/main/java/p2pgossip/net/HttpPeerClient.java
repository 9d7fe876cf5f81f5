package p2pgossip.net;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Request;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.LocalPeers;

/// Sends requests over HTTP/1.1 on kept connections, with two IO threads, one timer and one thread
/// for introductions however many requests are in progress. Follows no redirects.
///
/// The threads start with the first request. They are daemons, so they don't keep the process
/// alive.
public final class HttpPeerClient implements PeerClient {

  private static final Credentials NOBODY = Credentials.none();

  private final ClientLimits limits;
  private final @Nullable TransportSecurity security;
  private final LocalPeers local;
  private final OwnConnections own;
  private final AnswerReader reader;
  private final LongAdder bytes = new LongAdder();
  private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();

  // Guarded by this.
  private @Nullable Running running;
  private volatile boolean closed;

  private record Running(
      Connections connections, CallingThreads threads, Introductions introductions) {}

  public HttpPeerClient() {
    this(ClientLimits.DEFAULT);
  }

  public HttpPeerClient(ClientLimits limits) {
    this(limits, null);
  }

  /// @param security null for plain HTTP
  public HttpPeerClient(ClientLimits limits, @Nullable TransportSecurity security) {
    this(limits, security, new LocalPeers(""), new OwnConnections());
  }

  /// @param security null for plain HTTP
  /// @param local the peers of this process, which need no introduction
  /// @param own receives all connections, so that the servers of this process recognize their
  ///     callers
  public HttpPeerClient(
      ClientLimits limits,
      @Nullable TransportSecurity security,
      LocalPeers local,
      OwnConnections own) {
    this.limits = limits;
    this.own = own;
    this.security = security;
    this.local = local;
    reader = new AnswerReader(limits.knownPeers());
  }

  /// The bytes that it has sent and received over plain HTTP, with the heads of all messages; over
  /// TLS they are not counted.
  public long bytes() {
    return bytes.sum();
  }

  /// Sends as a peer that knows no password.
  @Override
  public void send(Request request, Outcome outcome) {
    send(request, NOBODY, outcome);
  }

  /// A client for the owner of `credentials`. Closing it does nothing.
  ///
  /// @param credentials read for each request
  public PeerClient by(Supplier<Credentials> credentials) {
    return new PeerClient() {
      @Override
      public void send(Request request, Outcome outcome) {
        HttpPeerClient.this.send(request, credentials.get(), outcome);
      }

      @Override
      public void close() {
        // All clients share the connections.
      }
    };
  }

  /// If the client is closed, the outcome is reported on the caller's thread.
  private void send(Request request, Credentials credentials, Outcome outcome) {
    if (credentials.password() != null && !Admittance.isHidden(request.to(), security)) {
      outcome.failed(Admittance.notEncrypted());
      return;
    }
    Running current = running();
    if (current == null) {
      outcome.failed(ConnectionFailures.closing());
      return;
    }
    Exchange exchange =
        new Exchange(
            request,
            credentials,
            outcome,
            current.connections(),
            limits,
            reader,
            security,
            current.introductions(),
            underWay::remove);
    underWay.add(exchange);
    try {
      Future<?> timer =
          current
              .threads()
              .timer()
              .schedule(exchange::timeUp, limits.time().toNanos(), TimeUnit.NANOSECONDS);
      exchange.start(timer);
    } catch (RuntimeException e) {
      exchange.fail(
          closed ? ConnectionFailures.closing() : ConnectionFailures.of(e, limits.time()));
    }
    if (closed) {
      // close() may have missed it.
      exchange.fail(ConnectionFailures.closing());
    }
  }

  private synchronized @Nullable Running running() {
    if (running == null && !closed) {
      running = start();
    }
    return closed ? null : running;
  }

  private Running start() {
    Connections connections = new Connections(limits, security, own, bytes);
    CallingThreads threads = new CallingThreads();
    long idleNanos = limits.idleTime().toNanos();
    Future<?> _ =
        threads
            .timer()
            .scheduleWithFixedDelay(
                connections::closeExpired, idleNanos / 2, idleNanos / 2, TimeUnit.NANOSECONDS);
    return new Running(connections, threads, new Introductions(local, threads));
  }

  @Override
  public void close() {
    Running ending;
    synchronized (this) {
      closed = true;
      ending = running;
      running = null;
    }
    if (ending == null) {
      return;
    }
    ending.threads().close();
    // Fails them before their connections are closed, so that each reports the right reason.
    for (Exchange exchange : underWay) {
      exchange.fail(ConnectionFailures.closing());
    }
    ending.connections().close();
  }
}
