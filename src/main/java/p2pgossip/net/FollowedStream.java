package p2pgossip.net;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.nio.command.RequestExecutionCommand;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.password.CallersSession;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.LocalPeers;

/// One peer that is followed: the connection to it, from its opening to the end.
final class FollowedStream implements PeerStreams.Following {

  private final PeerAddress address;
  private final Credentials credentials;
  private final LocalPeers local;
  private final @Nullable TransportSecurity security;
  private final PeerStreams.Listener listener;
  private final StreamLimits limits;
  private final Consumer<FollowedStream> gone;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile boolean closing;

  // Guarded by this.
  private @Nullable Future<IOSession> opening;
  private @Nullable IOSession session;

  /// @param gone called when it is over, for any reason
  FollowedStream(
      PeerAddress address,
      Credentials credentials,
      LocalPeers local,
      @Nullable TransportSecurity security,
      PeerStreams.Listener listener,
      StreamLimits limits,
      Consumer<FollowedStream> gone) {
    this.address = address;
    this.credentials = credentials;
    this.local = local;
    this.security = security;
    this.listener = listener;
    this.limits = limits;
    this.gone = gone;
  }

  /// @param content receives the stream
  void start(HttpReactor reactor, StreamContent content) {
    Future<IOSession> future;
    try {
      future = reactor.open(address, new Opening(content));
    } catch (RuntimeException e) {
      failed(e);
      return;
    }
    synchronized (this) {
      opening = future;
    }
    if (over.get()) {
      future.cancel(true);
    }
  }

  private void opened(IOSession open, StreamContent content) {
    synchronized (this) {
      session = open;
    }
    if (closing || over.get()) {
      open.close(CloseMode.IMMEDIATE);
      return;
    }
    open.setSocketTimeout(Timeout.of(limits.silence()));
    Admittance admittance = admittance(open);
    if (admittance == null) {
      end("it must be introduced before it can be followed");
      return;
    }
    content.require(admittance.events());
    StreamAnswer answer =
        new StreamAnswer(address.toString(), admittance, content, limits, this::end);
    open.enqueue(
        new RequestExecutionCommand(answer, HttpCoreContext.create()), Command.Priority.NORMAL);
    if (!open.isOpen()) {
      answer.failed(new ConnectionClosedException());
    }
  }

  /// The session that proves this side; the introduction was made by an earlier request. Null if
  /// this is another peer, or it has forgotten the session.
  private @Nullable Admittance admittance(IOSession open) {
    if (credentials.password() == null) {
      return Admittance.withoutPassword(credentials);
    }
    CallersSession met =
        Introductions.session(
            local, credentials, address, TransportSecurity.fingerprintShown(open, security));
    return met == null ? null : Admittance.ofStream(credentials, met, StreamAnswer.PATH);
  }

  private void failed(Exception cause) {
    end(ConnectionFailures.of(cause, limits.connecting()).reason());
  }

  /// Ends it because this program is closing its connections, and gives that as the reason. The
  /// reactor would wait for the end of what is in progress, and a stream has no end.
  void cut() {
    closing = true;
    disconnect();
  }

  /// Ends it and reports the reason, unless it is over already.
  void end(String reason) {
    if (finish()) {
      String told = closing ? ConnectionFailures.closing().reason() : reason;
      Guarded.run(() -> listener.ended(told));
    }
  }

  boolean isOpen() {
    return !over.get();
  }

  @Override
  public void close() {
    finish();
  }

  private boolean finish() {
    if (!over.compareAndSet(false, true)) {
      return false;
    }
    disconnect();
    gone.accept(this);
    return true;
  }

  private void disconnect() {
    Future<IOSession> unopened;
    IOSession open;
    synchronized (this) {
      unopened = opening;
      open = session;
    }
    if (unopened != null) {
      unopened.cancel(true);
    }
    if (open != null) {
      open.close(CloseMode.IMMEDIATE);
    }
  }

  private final class Opening implements FutureCallback<IOSession> {

    private final StreamContent content;

    Opening(StreamContent content) {
      this.content = content;
    }

    @Override
    public void completed(IOSession open) {
      try {
        opened(open, content);
      } catch (RuntimeException e) {
        FollowedStream.this.failed(e);
      }
    }

    @Override
    public void failed(Exception cause) {
      FollowedStream.this.failed(cause);
    }

    @Override
    public void cancelled() {
      end(ConnectionFailures.closing().reason());
    }
  }
}
