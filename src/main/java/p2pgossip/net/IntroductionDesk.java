package p2pgossip.net;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.Source;
import p2pgossip.net.password.BadProof;
import p2pgossip.net.password.CalledPairing;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Meeting;
import p2pgossip.net.password.Password;

/// Accepts the introductions of callers to one peer, in two requests: the second proves that the
/// caller knows the password, and its answer proves that this peer knows it too.
///
/// A caller must name the address at which it is reached, and must have called an address of this
/// peer, so that nothing said here can be relayed from another peer. No arithmetic runs on the
/// threads that serve requests.
final class IntroductionDesk {

  static final String FIRST = "/introduction";
  static final String SECOND = "/introduction/confirmation";

  /// How long a caller may take between its two requests.
  static final Duration BETWEEN = Duration.ofSeconds(3);

  /// The most callers between their two requests at a time.
  static final int MOST_PENDING = 256;

  private static final int RETRY_SECONDS = 1;

  private final Credentials credentials;
  private final PeerService service;
  private final Strangers strangers;
  private final String fingerprint;
  private final BodyReader bodies;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  /// @param fingerprint of this peer's certificate; empty without TLS
  IntroductionDesk(
      Credentials credentials,
      PeerService service,
      Strangers strangers,
      String fingerprint,
      ServerLimits limits) {
    this.credentials = credentials;
    this.service = service;
    this.strangers = strangers;
    this.fingerprint = fingerprint;
    bodies = new BodyReader(limits);
  }

  /// Answers the first request of an introduction.
  void takeFirst(HttpServerExchange exchange, Password password) {
    Meeting meeting;
    try {
      meeting = meeting(exchange);
    } catch (IllegalArgumentException e) {
      Problems.send(exchange, StatusCodes.BAD_REQUEST, String.valueOf(e.getMessage()));
      return;
    }
    read(exchange, CalledPairing.FIRST_BYTES, body -> new First(exchange, meeting, password, body));
  }

  /// Answers the second.
  void takeSecond(HttpServerExchange exchange, Password password) {
    read(exchange, CalledPairing.SECOND_BYTES, body -> new Second(exchange, password, body));
  }

  /// @throws IllegalArgumentException with a reason for the caller, when it does not say who it is,
  ///     or has called another peer
  private Meeting meeting(HttpServerExchange exchange) {
    PeerAddress caller = address(exchange.getRequestHeaders().getFirst(PeerRoutes.FROM));
    PeerAddress called = address(exchange.getRequestHeaders().getFirst(Headers.HOST));
    if (caller == null) {
      throw new IllegalArgumentException(
          "an introduction needs the header " + PeerRoutes.FROM + ", with the caller's address");
    }
    if (called == null || !isHere(called, exchange)) {
      throw new IllegalArgumentException(
          "this peer is not at "
              + Quote.of(String.valueOf(exchange.getRequestHeaders().getFirst(Headers.HOST)))
              + "; an introduction is for the peer that was called");
    }
    if (isHere(caller, exchange)) {
      throw new IllegalArgumentException(caller + " is this peer itself");
    }
    return new Meeting(caller, called, fingerprint);
  }

  /// Whether this peer is at an address: the local one of this connection, or one that the user has
  /// named.
  private boolean isHere(PeerAddress address, HttpServerExchange exchange) {
    InetSocketAddress local = exchange.getConnection().getLocalAddress(InetSocketAddress.class);
    return credentials.isSelf(address)
        || (address.port() == local.getPort() && address.ip().equals(local.getAddress()));
  }

  private static @Nullable PeerAddress address(@Nullable String text) {
    try {
      return text == null ? null : PeerAddress.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void read(HttpServerExchange exchange, int length, StepMaker maker) {
    String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    if (!MediaTypes.OCTETS.equals(type)) {
      Problems.send(
          exchange,
          StatusCodes.UNSUPPORTED_MEDIA_TYPE,
          "the content type of an introduction must be " + MediaTypes.OCTETS);
      return;
    }
    if (exchange.getRequestContentLength() != length) {
      Problems.sendAndHangUp(
          exchange,
          StatusCodes.BAD_REQUEST,
          "this message of an introduction must have " + length + " bytes and a Content-Length");
      return;
    }
    bodies.read(
        exchange,
        (whole, body) -> {
          Step step = maker.make(body);
          // Begun once Undertow has released the exchange.
          whole.dispatch(SameThreadExecutor.INSTANCE, step::begin);
        });
  }

  private interface StepMaker {
    Step make(byte[] body);
  }

  /// One of the two requests, until its answer.
  private abstract class Step {

    final HttpServerExchange exchange;
    final InetAddress ip;
    final Source source;

    Step(HttpServerExchange exchange) {
      this.exchange = exchange;
      ip = exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress();
      source = Source.of(ip);
    }

    abstract void begin();

    final void answer(byte[] body) {
      later(late -> Answers.send(late, StatusCodes.OK, MediaTypes.OCTETS, body));
    }

    final void tryLater() {
      later(
          late -> {
            late.getResponseHeaders().put(Headers.RETRY_AFTER, RETRY_SECONDS);
            Problems.send(
                late,
                StatusCodes.SERVICE_UNAVAILABLE,
                "too many introductions are in progress; try again in a second");
          });
    }

    /// Continues on the thread of the connection.
    final void later(HttpHandler handler) {
      try {
        exchange.dispatch(exchange.getIoThread(), handler);
      } catch (RejectedExecutionException e) {
        // The threads have ended, and the connection is closed.
      }
    }

    final void failed(Throwable cause) {
      service.failed("answering an introduction", cause);
      later(
          late ->
              Problems.send(
                  late, StatusCodes.INTERNAL_SERVER_ERROR, "the peer failed at this request"));
    }
  }

  private final class First extends Step {

    private final Meeting meeting;
    private final Password password;
    private final byte[] body;

    First(HttpServerExchange exchange, Meeting meeting, Password password, byte[] body) {
      super(exchange);
      this.meeting = meeting;
      this.password = password;
      this.body = body;
    }

    @Override
    void begin() {
      strangers.arrived(source, new Strangers.Waiter(this::go, this::tryLater));
    }

    private void go() {
      if (pending.size() >= MOST_PENDING || !strangers.work(source, this::work)) {
        strangers.ended(source, false);
        tryLater();
      }
    }

    private void work() {
      try {
        CalledPairing pairing =
            CalledPairing.begin(password, meeting, reachedAt(), source, body, new SecureRandom());
        new Pending(pairing, password).await(exchange);
        answer(pairing.answer());
      } catch (BadProof e) {
        strangers.ended(source, true);
        later(late -> Problems.send(late, StatusCodes.BAD_REQUEST, e.reason()));
      } catch (RuntimeException | Error e) {
        strangers.ended(source, true);
        failed(e);
      }
    }

    /// A loopback address that a caller on another machine gives is its own machine's.
    private PeerAddress reachedAt() {
      PeerAddress said = meeting.caller();
      return said.ip().isLoopbackAddress() && !source.isLoopback()
          ? new PeerAddress(ip, said.port())
          : said;
    }
  }

  private final class Second extends Step {

    private final Password password;
    private final byte[] body;

    Second(HttpServerExchange exchange, Password password, byte[] body) {
      super(exchange);
      this.password = password;
      this.body = body;
    }

    @Override
    void begin() {
      Pending first = pending.get(CalledPairing.nameIn(body));
      if (first == null || !first.pairing.source().equals(source) || !first.end()) {
        later(
            late ->
                PasswordGate.challenge(
                    late,
                    PasswordGate.UNKNOWN_SESSION,
                    "no such introduction was begun here, or too long ago"));
      } else if (!strangers.work(source, () -> work(first))) {
        strangers.ended(source, false);
        tryLater();
      }
    }

    private void work(Pending first) {
      try {
        CalledPairing.Confirmed confirmed = first.pairing.confirm(body);
        boolean current =
            first.password.equals(password)
                && credentials.accept(confirmed.session(), first.password);
        strangers.ended(source, false);
        if (current) {
          answer(confirmed.answer());
        } else {
          refuse("the password has changed in the meantime");
        }
      } catch (BadProof e) {
        strangers.ended(source, true);
        service.turnedAway(ip, e.reason());
        refuse("that password differs from this peer's");
      } catch (RuntimeException | Error e) {
        strangers.ended(source, true);
        failed(e);
      }
    }

    private void refuse(String detail) {
      later(late -> PasswordGate.challenge(late, PasswordGate.CHALLENGE, detail));
    }
  }

  /// A caller between its two requests. It is resumed once, or given up.
  private final class Pending {

    private final CalledPairing pairing;
    private final Password password;
    private final AtomicBoolean over = new AtomicBoolean();

    Pending(CalledPairing pairing, Password password) {
      this.pairing = pairing;
      this.password = password;
    }

    void await(HttpServerExchange exchange) {
      pending.put(pairing.name(), this);
      try {
        XnioExecutor.Key _ =
            exchange
                .getIoThread()
                .executeAfter(this::giveUp, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        giveUp();
      }
    }

    private void giveUp() {
      if (end()) {
        strangers.ended(pairing.source(), true);
      }
    }

    /// @return whether it had not ended before
    boolean end() {
      pending.remove(pairing.name(), this);
      return over.compareAndSet(false, true);
    }
  }
}
