package p2pgossip.net;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.SslClientAuthMode;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.ssl.SslConnection;

/// Holds a connection until its first byte shows whether the caller speaks TLS. A caller that
/// speaks what this peer speaks is let in. A caller that speaks TLS to a plain peer gets an answer
/// that makes its TLS fail at once. A plain caller of a TLS peer is let in only to be told so.
///
/// Each connection is handled by its own IO thread.
final class TlsDetector {

  interface Listener {

    /// @param reason follows a colon
    void turnedAway(InetAddress source, String reason);
  }

  /// A TLS record that holds a part of a handshake: RFC 8446, section 5.1.
  private static final byte HANDSHAKE = 0x16;

  private static final String PLAIN_ONLY =
      "this peer speaks plain HTTP only; start it with --tls, or the one that calls it without";

  private static final OptionMap TLS_OPTIONS =
      OptionMap.create(
          Options.SSL_ENABLED_PROTOCOLS,
          Sequence.of(TransportSecurity.PROTOCOLS),
          Options.SSL_CLIENT_AUTH_MODE,
          SslClientAuthMode.REQUESTED);

  private final HttpOpenListener next;
  private final Callers callers;
  private final ServerLimits limits;
  private final @Nullable UndertowXnioSsl tls;
  private final Listener listener;
  private final Set<StreamConnection> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// @param next takes the connections that are let in
  /// @param callers is told of every connection that comes and goes
  /// @param security null if this peer speaks plain HTTP
  TlsDetector(
      HttpOpenListener next,
      Callers callers,
      ServerLimits limits,
      @Nullable TransportSecurity security,
      Listener listener) {
    this.next = next;
    this.callers = callers;
    this.limits = limits;
    this.listener = listener;
    tls =
        security == null
            ? null
            : new UndertowXnioSsl(
                Xnio.getInstance(NetworkThreads.class.getClassLoader()),
                TLS_OPTIONS,
                security.serving());
  }

  /// Takes a connection just after it was accepted.
  void receive(StreamConnection connection) {
    waiting.add(connection);
    Visit visit = callers.receive(connection);
    // Joins the listeners that others set later; none can be removed.
    connection.setCloseListener(
        _ -> {
          waiting.remove(connection);
          callers.left(connection, visit);
        });
    XnioExecutor.Key timer = closeAfter(connection, limits.firstByteTime().toMillis());
    ConduitStreamSourceChannel source = connection.getSourceChannel();
    source.setConduit(
        new CountedConduit(
            source.getConduit(),
            visit,
            callers,
            limits.requestBytes(tls != null),
            limits.heldBytes(tls != null)));
    source.setReadListener(_ -> read(visit, timer));
    if (closed) {
      IoUtils.safeClose(connection);
    } else {
      read(visit, timer);
    }
  }

  /// Closes the waiting connections. Later ones are closed at once.
  void close() {
    closed = true;
    waiting.forEach(IoUtils::safeClose);
  }

  private static XnioExecutor.Key closeAfter(StreamConnection connection, long millis) {
    return connection
        .getIoThread()
        .executeAfter(() -> IoUtils.safeClose(connection), millis, TimeUnit.MILLISECONDS);
  }

  private void read(Visit visit, XnioExecutor.Key timer) {
    StreamConnection connection = visit.connection();
    ConduitStreamSourceChannel source = connection.getSourceChannel();
    PooledByteBuffer buffer = next.getBufferPool().allocate();
    boolean handedOn = false;
    try {
      int count = source.read(buffer.getBuffer());
      if (count > 0) {
        timer.remove();
        source.suspendReads();
        source.setReadListener(null);
        buffer.getBuffer().flip();
        handedOn = true;
        listen(visit, buffer);
      } else if (count == 0) {
        source.resumeReads();
      } else {
        timer.remove();
        IoUtils.safeClose(connection);
      }
    } catch (IOException e) {
      // It broke before anything was sent.
      timer.remove();
      IoUtils.safeClose(connection);
    } finally {
      if (!handedOn) {
        buffer.close();
      }
    }
  }

  private void listen(Visit visit, PooledByteBuffer begun) throws IOException {
    StreamConnection connection = visit.connection();
    boolean speaksTls = begun.getBuffer().get(begun.getBuffer().position()) == HANDSHAKE;
    if (!speaksTls) {
      waiting.remove(connection);
      ConduitStreamSourceChannel source = connection.getSourceChannel();
      source.setConduit(new BegunConduit(source.getConduit(), begun));
      letIn(connection, visit);
    } else if (tls != null) {
      secure(visit, begun, tls);
    } else {
      begun.close();
      turnAway(connection);
    }
  }

  private void letIn(StreamConnection spoken, Visit visit) {
    ConduitStreamSourceChannel source = spoken.getSourceChannel();
    source.setConduit(
        new HeadConduit(source.getConduit(), visit, limits.headBytes(), () -> refuseHead(spoken)));
    callers.speaks(spoken, visit);
    next.handleEvent(spoken, null);
  }

  private void refuseHead(StreamConnection spoken) {
    String detail = "the head of the request is larger than " + limits.headBytes() + " bytes";
    try {
      spoken
          .getSinkChannel()
          .write(
              ByteBuffer.wrap(Problems.bare(StatusCodes.REQUEST_HEADER_FIELDS_TOO_LARGE, detail)));
      spoken.getSinkChannel().shutdownWrites();
      spoken.getSinkChannel().flush();
      XnioExecutor.Key _ = closeAfter(spoken, limits.closingTime().toMillis());
    } catch (IOException e) {
      // The caller is gone already.
      IoUtils.safeClose(spoken);
    }
  }

  private void secure(Visit visit, PooledByteBuffer begun, UndertowXnioSsl ssl) {
    StreamConnection connection = visit.connection();
    ConduitStreamSourceChannel source = connection.getSourceChannel();
    source.setConduit(new BegunConduit(source.getConduit(), begun));
    SslConnection secured = ssl.wrapExistingConnection(connection, TLS_OPTIONS, false);
    Handshake handshake = new Handshake(visit);
    secured.getHandshakeSetter().set(_ -> handshake.done());
    connection.setCloseListener(
        _ -> {
          handshake.hungUp();
          // The TLS connection does not notice by itself, and would keep its buffers.
          IoUtils.safeClose(secured);
        });
    letIn(secured, visit);
  }

  private void turnAway(StreamConnection connection) throws IOException {
    report(
        connection,
        "it speaks HTTPS, and this peer plain HTTP; start this one with --tls, or it without");
    connection.getSinkChannel().write(ByteBuffer.wrap(Problems.bare(400, PLAIN_ONLY)));
    connection.getSinkChannel().shutdownWrites();
    connection.getSinkChannel().flush();
    // Closing a connection with unread input loses the answer. Little is still to come, and the
    // sender closes when it has read the answer.
    XnioExecutor.Key _ = closeAfter(connection, limits.closingTime().toMillis());
    connection.getSourceChannel().setReadListener(source -> drain(source, connection));
    connection.getSourceChannel().resumeReads();
  }

  private static void drain(StreamSourceChannel source, StreamConnection connection) {
    ByteBuffer rest = ByteBuffer.allocate(1_024);
    try {
      if (source.read(rest) < 0) {
        IoUtils.safeClose(connection);
      }
    } catch (IOException e) {
      IoUtils.safeClose(connection);
    }
  }

  private void report(StreamConnection connection, String reason) {
    InetSocketAddress source = connection.getPeerAddress(InetSocketAddress.class);
    if (source != null && !closed) {
      Guarded.run(() -> listener.turnedAway(source.getAddress(), reason));
    }
  }

  /// A handshake in progress, which ends in time or is ended.
  private final class Handshake {

    private final Visit visit;
    private final StreamConnection connection;
    private final InetAddress source;
    private final XnioExecutor.Key timer;
    private final AtomicBoolean over = new AtomicBoolean();

    private Handshake(Visit visit) {
      this.visit = visit;
      connection = visit.connection();
      source = connection.getPeerAddress(InetSocketAddress.class).getAddress();
      timer =
          connection
              .getIoThread()
              .executeAfter(this::timeUp, limits.headTime().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void done() {
      if (over.compareAndSet(false, true)) {
        timer.remove();
        waiting.remove(connection);
        XnioExecutor.Key _ =
            connection
                .getIoThread()
                .executeAfter(
                    this::silent, limits.firstByteTime().toMillis(), TimeUnit.MILLISECONDS);
      }
    }

    private void silent() {
      if (!visit.hasBegun()) {
        IoUtils.safeClose(connection);
      }
    }

    private void hungUp() {
      fail(
          "it began a TLS handshake and hung up: it does not accept this peer's certificate, or"
              + " knows neither TLS 1.2 nor 1.3");
    }

    private void timeUp() {
      fail(
          "it began a TLS handshake and did not finish it within "
              + ConnectionFailures.seconds(limits.headTime()));
      IoUtils.safeClose(connection);
    }

    private void fail(String reason) {
      if (over.compareAndSet(false, true)) {
        timer.remove();
        if (!closed) {
          Guarded.run(() -> listener.turnedAway(source, reason));
        }
      }
    }
  }
}
