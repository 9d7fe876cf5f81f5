package p2pgossip.net;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.nio.command.RequestExecutionCommand;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.password.CallersSession;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Meeting;
import p2pgossip.net.password.Password;

/// One request in progress: leases or opens a connection, sends, reads the answer, and reports the
/// outcome once, whatever comes first: the answer, a failure, the time limit or the closing of the
/// client. These come from different threads; the first takes over all resources to clean up.
final class Exchange {

  private final Request request;
  private final PeerRequest message;
  private final Credentials credentials;
  private final PeerClient.Outcome outcome;
  private final Connections connections;
  private final ClientLimits limits;
  private final AnswerReader reader;
  private final @Nullable TransportSecurity security;
  private final Introductions introductions;
  private final Consumer<Exchange> ended;
  private final long startedAt = System.nanoTime();

  // Guarded by this.
  private boolean done;
  private boolean retried;
  private int introduced;
  private @Nullable PoolEntry<PeerAddress, IOSession> entry;
  private @Nullable Future<?> timer;
  private @Nullable Future<?> step;

  Exchange(
      Request request,
      Credentials credentials,
      PeerClient.Outcome outcome,
      Connections connections,
      ClientLimits limits,
      AnswerReader reader,
      @Nullable TransportSecurity security,
      Introductions introductions,
      Consumer<Exchange> ended) {
    this.request = request;
    this.credentials = credentials;
    this.outcome = outcome;
    this.connections = connections;
    this.limits = limits;
    this.reader = reader;
    this.security = security;
    this.introductions = introductions;
    this.ended = ended;
    message = PeerRequest.of(request);
  }

  void start(Future<?> newTimer) {
    synchronized (this) {
      timer = newTimer;
    }
    follow(connections.lease(request.to(), callback(this::leased)));
  }

  void timeUp() {
    fail(ConnectionFailures.timedOut(limits.time()));
  }

  void fail(Failure failure) {
    if (finish(null)) {
      Guarded.run(() -> outcome.failed(failure));
    }
  }

  private void leased(PoolEntry<PeerAddress, IOSession> leased) {
    IOSession session;
    synchronized (this) {
      if (!done) {
        entry = leased;
      }
      session = leased.getConnection();
      if (done) {
        connections.giveBack(leased);
        return;
      }
    }
    if (session != null && session.isOpen()) {
      execute(session, true);
    } else {
      open(leased);
    }
  }

  private void open(PoolEntry<PeerAddress, IOSession> leased) {
    leased.discardConnection(CloseMode.IMMEDIATE);
    follow(connections.open(request.to(), callback(this::opened)));
  }

  private void opened(IOSession session) {
    synchronized (this) {
      if (done || entry == null) {
        session.close(CloseMode.IMMEDIATE);
        return;
      }
      entry.assignConnection(session);
    }
    execute(session, false);
  }

  /// Sends the request; with a password, once it is certain which peer is at the other end of this
  /// connection.
  private void execute(IOSession session, boolean reused) {
    Password password = credentials.password();
    PeerAddress self = credentials.self();
    if (password == null || self == null) {
      send(session, reused, Admittance.withoutPassword(credentials));
      return;
    }
    String fingerprint = TransportSecurity.fingerprintShown(session, security);
    CallersSession known = introductions.session(credentials, request.to(), fingerprint);
    if (known != null && !reused && security == null && message.body() != null) {
      probe(session, Admittance.of(credentials, known, PeerRequest.probe()));
    } else if (known != null) {
      send(session, reused, Admittance.of(credentials, known, message));
    } else if (mayIntroduce()) {
      Meeting meeting = new Meeting(self, request.to(), fingerprint);
      introductions.introduce(
          credentials, password, meeting, session, new Introduced(session, reused));
    } else {
      fail(new Failure(Failure.Kind.UNAUTHORIZED, "it keeps no session with this peer"));
    }
  }

  /// Checks that the other end of a fresh connection knows the session before anything is sent to
  /// it: the peer may have ended, and another program may listen at its port. Over TLS its key has
  /// shown that already.
  private void probe(IOSession session, Admittance admittance) {
    Attempt attempt =
        new Attempt(
            PeerRequest.probe(),
            request.to().toString(),
            admittance.shown(),
            limits.answerBytes(),
            false,
            new Attempt.Listener() {
              @Override
              public void answered(HttpAnswer answer) {
                Exchange.this.completed(() -> probed(session, admittance, answer));
              }

              @Override
              public void failed(Exception cause, boolean answerBegun) {
                attemptFailed(cause, false);
              }
            });
    enqueue(session, attempt);
  }

  private void probed(IOSession session, Admittance admittance, HttpAnswer answer) {
    if (!answer.cut() && admittance.isForgotten(answer)) {
      execute(session, false);
      return;
    }
    try {
      admittance.require(answer);
    } catch (FailedRequest e) {
      fail(e.failure());
      return;
    }
    execute(session, true);
  }

  /// Twice at most: once because they have not met yet, once because the other peer has forgotten
  /// the session.
  private synchronized boolean mayIntroduce() {
    return !done && ++introduced <= 2;
  }

  private final class Introduced implements Introducer.Outcome {

    private final IOSession session;
    private final boolean reused;

    Introduced(IOSession session, boolean reused) {
      this.session = session;
      this.reused = reused;
    }

    @Override
    public void met() {
      Exchange.this.completed(() -> execute(session, reused));
    }

    @Override
    public void failed(FailedRequest failure) {
      fail(failure.failure());
    }

    @Override
    public void broken(Exception cause, boolean answerBegun) {
      attemptFailed(cause, reused && !answerBegun);
    }
  }

  private void send(IOSession session, boolean reused, Admittance admittance) {
    boolean list = request instanceof Request.AskKnownPeers;
    Attempt attempt =
        new Attempt(
            message,
            request.to().toString(),
            admittance.shown(),
            list ? limits.knownPeersBytes() : limits.answerBytes(),
            list,
            new Attempt.Listener() {
              @Override
              public void answered(HttpAnswer answer) {
                if (admittance.isForgotten(answer) && !answer.cut()) {
                  execute(session, true);
                } else {
                  Exchange.this.answered(answer, admittance, session);
                }
              }

              @Override
              public void failed(Exception cause, boolean answerBegun) {
                attemptFailed(cause, reused && !answerBegun);
              }
            });
    enqueue(session, attempt);
  }

  private static void enqueue(IOSession session, Attempt attempt) {
    session.enqueue(
        new RequestExecutionCommand(attempt, HttpCoreContext.create()), Command.Priority.NORMAL);
    if (!session.isOpen()) {
      attempt.failed(new ConnectionClosedException());
    }
  }

  /// A connection whose other end has not proven who it is, but should have, is not reused.
  private void answered(HttpAnswer answer, Admittance admittance, IOSession session) {
    try {
      admittance.require(answer);
    } catch (FailedRequest e) {
      fail(e.failure());
      return;
    }
    if (!finish(answer)) {
      return;
    }
    Duration roundTrip = Duration.ofNanos(System.nanoTime() - startedAt);
    try {
      Reply reply = identified(reader.read(request, answer), session);
      Guarded.run(() -> outcome.answered(reply, roundTrip));
    } catch (FailedRequest e) {
      Guarded.run(() -> outcome.failed(e.failure()));
    }
  }

  /// Remembers the key at the other end, now that a peer has answered.
  private Reply identified(Reply reply, IOSession session) throws FailedRequest {
    if (security != null
        && reply instanceof Reply.Introduced introduced
        && session instanceof TransportSecurityLayer layer) {
      SSLSession shown = layer.getTlsDetails().getSSLSession();
      return introduced.withIdentity(security.meet(request.to(), shown));
    }
    return reply;
  }

  /// The other end can close a kept connection at any time, even just as it is reused. Then there
  /// is no answer, and a fresh connection shows whether the peer is still there.
  private void attemptFailed(Exception cause, boolean stale) {
    PoolEntry<PeerAddress, IOSession> retry = null;
    synchronized (this) {
      if (!done && stale && !retried) {
        retried = true;
        retry = entry;
      }
    }
    if (retry != null) {
      open(retry);
    } else {
      fail(ConnectionFailures.of(cause, limits.time()));
    }
  }

  /// Remembers what to cancel when the exchange ends, unless it has ended already.
  private void follow(Future<?> next) {
    boolean late;
    synchronized (this) {
      late = done;
      step = next;
    }
    if (late) {
      next.cancel(true);
    }
  }

  /// @param answer after which the connection can be reused, unless it was cut; null if there was
  ///     none
  /// @return whether this call was the first, and so must report the outcome
  private boolean finish(@Nullable HttpAnswer answer) {
    PoolEntry<PeerAddress, IOSession> finished;
    Future<?> pending;
    synchronized (this) {
      if (done) {
        return false;
      }
      done = true;
      finished = entry;
      entry = null;
      pending = step;
      if (timer != null) {
        timer.cancel(false);
      }
    }
    if (pending != null) {
      pending.cancel(true);
    }
    if (finished != null && answer != null && !answer.cut()) {
      connections.giveBack(finished, answer.keptOpen());
    } else if (finished != null) {
      connections.discard(finished);
    }
    ended.accept(this);
    return true;
  }

  private <T> FutureCallback<T> callback(Consumer<T> completed) {
    return new FutureCallback<>() {
      @Override
      public void completed(T result) {
        Exchange.this.completed(() -> completed.accept(result));
      }

      @Override
      public void failed(Exception cause) {
        fail(ConnectionFailures.of(cause, limits.time()));
      }

      @Override
      public void cancelled() {
        // This exchange cancels it only after it has ended; otherwise the client is closing.
        fail(ConnectionFailures.closing());
      }
    };
  }

  /// Runs the next step; if it throws, the outcome is still reported.
  private void completed(Runnable next) {
    try {
      next.run();
    } catch (RuntimeException e) {
      fail(ConnectionFailures.of(e, limits.time()));
    }
  }
}
