package p2pgossip.net;

import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptingChannel;
import p2pgossip.gossip.Source;
import p2pgossip.net.password.Credentials;

/// One peer's HTTP server, on the shared IO threads of [NetworkThreads]. It holds its port from
/// [#open] on; callers that come before [#serve] wait until then.
///
/// It is built from Undertow's listener rather than from `Undertow` itself, which would answer
/// before there is a peer, and leaves kept connections open when it stops.
public final class PeerServer implements AutoCloseable {

  private static final int HEADERS = 64;

  /// Each takes many times its bytes, and no peer sends any.
  private static final int PARAMETERS = 16;

  private final HttpOpenListener connections;
  private final ServerSockets sockets;
  private final InetSocketAddress address;
  private final NetworkThreads threads;
  private final RandomGenerator random;
  private final ServerLimits limits;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Callers callers;
  private final FreezeHandler freezeHandler = new FreezeHandler();
  private final TlsDetector tlsDetector;
  private final boolean secure;

  /// Of the certificate that is shown; empty without TLS.
  private final String fingerprint;

  private volatile @Nullable PeerService served;
  private volatile @Nullable GracefulShutdownHandler gate;
  private volatile @Nullable EventFeed feed;

  /// Binds a port, with the default limits.
  ///
  /// @see #open(NetworkThreads, InetAddress, int, RandomGenerator, ServerLimits)
  public static PeerServer open(
      NetworkThreads threads, InetAddress bind, int port, RandomGenerator random)
      throws BindException {
    return open(threads, bind, port, random, ServerLimits.DEFAULT);
  }

  /// Binds a port.
  ///
  /// @param port 0 takes any free one; see [#port]
  /// @param random picks the sample if more peers are known than an answer holds; used under a lock
  /// @throws BindException when that is not possible, with a reason for the user
  public static PeerServer open(
      NetworkThreads threads,
      InetAddress bind,
      int port,
      RandomGenerator random,
      ServerLimits limits)
      throws BindException {
    return open(threads, bind, port, random, limits, null);
  }

  /// Binds a port.
  ///
  /// @param security null for plain HTTP
  /// @see #open(NetworkThreads, InetAddress, int, RandomGenerator, ServerLimits)
  public static PeerServer open(
      NetworkThreads threads,
      InetAddress bind,
      int port,
      RandomGenerator random,
      ServerLimits limits,
      @Nullable TransportSecurity security)
      throws BindException {
    return open(threads, List.of(bind), port, random, limits, security);
  }

  /// Binds a port at each of several addresses.
  ///
  /// @param bind at least one
  /// @param security null for plain HTTP
  /// @see #open(NetworkThreads, InetAddress, int, RandomGenerator, ServerLimits)
  public static PeerServer open(
      NetworkThreads threads,
      List<InetAddress> bind,
      int port,
      RandomGenerator random,
      ServerLimits limits,
      @Nullable TransportSecurity security)
      throws BindException {
    return new PeerServer(threads, bind, port, random, limits, security, Source::of);
  }

  /// @param sources determines how an address counts
  PeerServer(
      NetworkThreads threads,
      List<InetAddress> bind,
      int port,
      RandomGenerator random,
      ServerLimits limits,
      @Nullable TransportSecurity security,
      Function<InetAddress, Source> sources)
      throws BindException {
    this.threads = threads;
    this.random = random;
    this.limits = limits;
    connections = new HttpOpenListener(threads.buffers(), httpOptions(limits));
    callers = new Callers(limits, sources, threads.own(), threads.intake());
    tlsDetector = new TlsDetector(connections, callers, limits, security, this::turnedAway);
    secure = security != null;
    fingerprint = security == null ? "" : security.fingerprint().text();
    sockets =
        ServerSockets.open(
            threads.worker(), bind, port, this::accept, socketOptions(threads, limits));
    address = sockets.address();
  }

  private void accept(AcceptingChannel<? extends StreamConnection> channel) {
    try {
      for (StreamConnection connection = channel.accept();
          connection != null;
          connection = channel.accept()) {
        if (closed.get()) {
          IoUtils.safeClose(connection);
        } else {
          tlsDetector.receive(connection);
        }
      }
    } catch (ClosedChannelException e) {
      // The server was closed before it accepted the connection; the caller notices by itself.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void turnedAway(InetAddress source, String reason) {
    PeerService service = served;
    if (service != null) {
      service.turnedAway(source, reason);
    }
  }

  private static OptionMap httpOptions(ServerLimits limits) {
    return OptionMap.builder()
        .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, (int) limits.idleTime().toMillis())
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) limits.headTime().toMillis())
        .set(UndertowOptions.MAX_ENTITY_SIZE, 2L * limits.bodyBytes())
        .set(UndertowOptions.MAX_HEADER_SIZE, limits.headBytes())
        .set(UndertowOptions.MAX_PARAMETERS, PARAMETERS)
        .set(UndertowOptions.MAX_HEADERS, HEADERS)
        // HTTP/1.1 keeps connections open by default, but this option makes Undertow say so.
        .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, true)
        .getMap();
  }

  private static OptionMap socketOptions(NetworkThreads threads, ServerLimits limits) {
    return OptionMap.builder()
        .set(Options.WORKER_IO_THREADS, threads.worker().getIoThreadCount())
        .set(Options.REUSE_ADDRESSES, true)
        .set(Options.BACKLOG, limits.waitingConnections())
        .set(Options.TCP_NODELAY, true)
        .set(Options.CONNECTION_HIGH_WATER, limits.connections())
        .set(Options.CONNECTION_LOW_WATER, limits.connections())
        .set(Options.READ_TIMEOUT, (int) limits.idleTime().toMillis())
        .set(Options.WRITE_TIMEOUT, (int) limits.idleTime().toMillis())
        .getMap();
  }

  /// From now on `service` answers requests. Must be called once.
  public void serve(PeerService service) {
    serve(service, Credentials.none());
  }

  /// As [#serve(PeerService)], for callers that know the password.
  ///
  /// @param credentials the peer's own, whose password may change
  public void serve(PeerService service, Credentials credentials) {
    EventFeed events =
        new EventFeed(service, limits.events(), () -> credentials.password() == null);
    HttpHandler routes =
        KeptOpen.saying(
            limits.idleTime(),
            new HttpContinueReadHandler(
                new BrowserGate(
                    new PasswordGate(
                        credentials,
                        service,
                        new IntroductionDesk(
                            credentials, service, threads.strangers(), fingerprint, limits),
                        fingerprint,
                        new PeerRoutes(service, events, limits, random)))));
    GracefulShutdownHandler handler =
        new GracefulShutdownHandler(secure ? new HttpsOnly(routes, service) : routes);
    served = service;
    feed = events;
    freezeHandler.passTo(handler);
    callers.befriend(service::friends);
    connections.setRootHandler(callers.noting(ChunkedBodies.checked(freezeHandler)));
    gate = handler;
    sockets.accept();
  }

  /// The port on which it listens.
  public int port() {
    return address.getPort();
  }

  /// The address on which it listens, or the first of several; the unspecified address if it
  /// listens on every address of the machine.
  public InetSocketAddress address() {
    return address;
  }

  /// The number of callers connected now.
  int callers() {
    return callers.count();
  }

  /// The number of peers of this process connected now.
  int ownCallers() {
    return callers.countProven();
  }

  /// The number of readers of the peer's events now.
  public int followers() {
    EventFeed events = feed;
    return events == null ? 0 : events.followers();
  }

  /// While it is frozen, it accepts connections and requests but answers none; once it thaws, it
  /// answers them in the order in which they came. Called from any thread.
  public void freeze(boolean frozen) {
    freezeHandler.freeze(frozen);
  }

  /// Frees the port and closes every connection at once, whatever is in progress. Returns at once.
  /// Idempotent.
  public void cut() {
    if (closed.compareAndSet(false, true)) {
      sockets.close();
      tlsDetector.close();
      connections.closeConnections();
    }
  }

  /// Frees the port, lets the requests in progress end for a short time, and closes every
  /// connection. Idempotent. Takes up to the limits' closing time, so it must run on a thread that
  /// may wait.
  ///
  /// @throws IllegalStateException on a thread that serves requests: it would wait for itself
  @Override
  public void close() {
    if (NetworkThreads.isIoThread()) {
      throw new IllegalStateException("a server can't be closed from a thread that serves it");
    }
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    // No new callers first, then the requests in progress: closing their connections would cut
    // their answers.
    sockets.close();
    try {
      GracefulShutdownHandler open = gate;
      EventFeed events = feed;
      if (open != null && events != null) {
        open.shutdown();
        // Streams have no end of their own.
        events.close();
        open.awaitShutdown(limits.closingTime().toMillis());
      }
      closeConnections();
    } catch (InterruptedException e) {
      tlsDetector.close();
      connections.closeConnections();
      Thread.currentThread().interrupt();
    }
  }

  private void closeConnections() throws InterruptedException {
    try {
      tlsDetector.close();
      connections.closeConnections();
      threads.awaitPending(limits.closingTime());
    } catch (RejectedExecutionException e) {
      // The threads were closed before their servers, and the connections with them.
    }
  }
}
