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
/// [#open] on; whoever calls before [#serve] waits until then.
///
/// It is put together from Undertow's listener rather than by `Undertow` itself, which would answer
/// before there is a peer to ask, and leave kept-alive connections open when it stops.
public final class PeerServer implements AutoCloseable {

  private static final int HEADERS = 64;

  /// Each takes many times its bytes, and a peer asks for none.
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

  /// Takes a port, with the default limits.
  ///
  /// @see #open(NetworkThreads, InetAddress, int, RandomGenerator, ServerLimits)
  public static PeerServer open(
      NetworkThreads threads, InetAddress bind, int port, RandomGenerator random)
      throws BindException {
    return open(threads, bind, port, random, ServerLimits.DEFAULT);
  }

  /// Takes a port.
  ///
  /// @param port 0 takes any free one; see [#port]
  /// @param random picks the sample where more peers are known than an answer holds; used under a
  /// lock
  /// @throws BindException when that is not possible, saying why in words fit for the user
  public static PeerServer open(
      NetworkThreads threads,
      InetAddress bind,
      int port,
      RandomGenerator random,
      ServerLimits limits)
      throws BindException {
    return open(threads, bind, port, random, limits, null);
  }

  /// Takes a port.
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

  /// Takes a port at each of several addresses.
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

  /// @param sources tells how an address counts
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
      // The server was closed between the call and its being taken: the caller sees that itself.
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
        // HTTP/1.1 keeps connections open without saying so, but wants Keep-Alive named there.
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

  /// From now on requests are answered by `service`. To be called once.
  public void serve(PeerService service) {
    serve(service, Credentials.none());
  }

  /// The same, for those only who know the password.
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

  /// The port that it listens at.
  public int port() {
    return address.getPort();
  }

  /// Where it listens, or the first of such addresses; the unspecified address where it listens at
  /// every address of the machine.
  public InetSocketAddress address() {
    return address;
  }

  /// How many are connected at the moment.
  int callers() {
    return callers.count();
  }

  /// How many peers of this process are connected at the moment.
  int ownCallers() {
    return callers.countProven();
  }

  /// How many follow the peer's events at the moment.
  public int followers() {
    EventFeed events = feed;
    return events == null ? 0 : events.followers();
  }

  /// While it is frozen, connections and requests are taken but none is answered; once it thaws,
  /// they are, in the order in which they came. Any thread.
  public void freeze(boolean frozen) {
    freezeHandler.freeze(frozen);
  }

  /// Frees the port and closes every connection at once, whatever is under way. Waits for nothing.
  /// Idempotent.
  public void cut() {
    if (closed.compareAndSet(false, true)) {
      sockets.close();
      tlsDetector.close();
      connections.closeConnections();
    }
  }

  /// Frees the port, lets the requests under way end for a short time, and closes every connection.
  /// Idempotent. Takes up to the limits' closing time, so it belongs on a thread that may wait.
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
    // First nobody new, then those under way: closing their connections would cut their answers.
    sockets.close();
    try {
      GracefulShutdownHandler open = gate;
      EventFeed events = feed;
      if (open != null && events != null) {
        open.shutdown();
        // Streams end only when they are told to.
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
      // The threads have been ended before, against the rule, and the connections with them.
    }
  }
}
