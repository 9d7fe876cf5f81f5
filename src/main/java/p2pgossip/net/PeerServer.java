package p2pgossip.net;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.xnio.Options;
import p2pgossip.gossip.PeerAddress;

/// One peer's HTTP server. It listens from [#open] on, answers with 503 until [#serve], and then asks
/// the [PeerService] behind it, on the shared IO threads of [NetworkThreads].
public final class PeerServer implements AutoCloseable {

  private static final int HEAD_BYTES = 16 * 1024;
  private static final int HEADERS = 64;

  /// Of a body over the limit this much is read, so that its sender gets to see the answer and can
  /// go on with the connection; a longer one costs it the connection.
  private static final long DRAINED_BYTES = 1024 * 1024;

  private final Undertow undertow;
  private final GracefulShutdownHandler gate;
  private final PeerRoutes routes;
  private final ServerLimits limits;
  private final InetSocketAddress address;
  private final AtomicBoolean closed = new AtomicBoolean();

  /// Listens with the default limits.
  ///
  /// @see #open(NetworkThreads, InetAddress, int, RandomGenerator, ServerLimits)
  public static PeerServer open(
      NetworkThreads threads, InetAddress bind, int port, RandomGenerator random)
      throws BindException {
    return open(threads, bind, port, random, ServerLimits.DEFAULT);
  }

  /// Listens.
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
    return new PeerServer(threads, bind, port, random, limits);
  }

  private PeerServer(
      NetworkThreads threads,
      InetAddress bind,
      int port,
      RandomGenerator random,
      ServerLimits limits)
      throws BindException {
    this.limits = limits;
    routes = new PeerRoutes(limits, random);
    gate = new GracefulShutdownHandler(routes);
    undertow =
        Undertow.builder()
            .setWorker(threads.worker())
            .setByteBufferPool(threads.buffers())
            .addHttpListener(port, bind.getHostAddress(), gate)
            .setSocketOption(Options.TCP_NODELAY, true)
            .setSocketOption(Options.CONNECTION_HIGH_WATER, limits.connections())
            .setSocketOption(Options.CONNECTION_LOW_WATER, limits.connections())
            .setSocketOption(Options.READ_TIMEOUT, (int) limits.idleTime().toMillis())
            .setSocketOption(Options.WRITE_TIMEOUT, (int) limits.idleTime().toMillis())
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, (int) limits.idleTime().toMillis())
            .setServerOption(
                UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) limits.headTime().toMillis())
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, DRAINED_BYTES)
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, HEAD_BYTES)
            .setServerOption(UndertowOptions.MAX_HEADERS, HEADERS)
            .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
            .build();
    start(bind, port);
    address = (InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress();
  }

  private void start(InetAddress bind, int port) throws BindException {
    try {
      undertow.start();
    } catch (RuntimeException e) {
      if (e.getCause() instanceof SocketException cause) {
        throw bindException(bind, port, cause);
      }
      throw e;
    }
  }

  private static BindException bindException(InetAddress bind, int port, SocketException cause) {
    String host = PeerAddress.text(bind);
    String said = String.valueOf(cause.getMessage());
    String words;
    if (said.contains("in use")) {
      words = "port " + port + " of " + host + " is taken by another program; choose another one";
    } else if (said.contains("Permission denied")) {
      words = "port " + port + " is reserved; choose one from 1024 to 65535";
    } else if (said.contains("assign requested")) {
      words = host + " is not an address of this machine";
    } else {
      words = "port " + port + " of " + host + " can't be listened at: " + said;
    }
    BindException exception = new BindException(words);
    exception.initCause(cause);
    return exception;
  }

  /// From now on requests are answered by `service`.
  public void serve(PeerService service) {
    routes.serve(service);
  }

  /// The port that it listens at.
  public int port() {
    return address.getPort();
  }

  /// Where it listens; the unspecified address where it listens at every address of the machine.
  public InetSocketAddress address() {
    return address;
  }

  /// Takes no more requests, lets those under way end for a short time, closes every connection and
  /// frees the port. Idempotent. Takes up to the limits' closing time, so it belongs on a thread that
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
    // In this order, because stopping cuts the answers that are still on their way.
    gate.shutdown();
    try {
      gate.awaitShutdown(limits.closingTime().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      undertow.stop();
    }
  }
}
