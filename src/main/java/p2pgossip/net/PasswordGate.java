package p2pgossip.net;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;

/// Lets only those in who know the password, where there is one: HTTP's digest authentication with SHA-256
/// (RFC 7616), by which neither side sends the password and each shows the other that it knows it. Who
/// guesses is answered later each time, and in the end not at all.
final class PasswordGate implements HttpHandler {

  /// So long it may take to come back with what a challenge asked for, before it is said that somebody
  /// could not.
  static final Duration TO_COME_BACK = Duration.ofSeconds(2);

  /// Answers that are held back, and those who may come back, at a time.
  static final int WAITING = 256;

  private final Credentials credentials;
  private final PeerService service;
  private final HttpHandler next;
  private final LongSupplier nanos;
  private final WrongTries wrongTries;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile @Nullable Checked checked;

  /// The nonces by which one password is shown. With another, nobody has shown yet that he knows it.
  private record Checked(Password password, Nonces nonces) {}

  /// @param credentials whose password is wanted
  /// @param next answers those who are let in
  PasswordGate(Credentials credentials, PeerService service, HttpHandler next) {
    this(credentials, service, next, System::nanoTime);
  }

  PasswordGate(Credentials credentials, PeerService service, HttpHandler next, LongSupplier nanos) {
    this.credentials = credentials;
    this.service = service;
    this.next = next;
    this.nanos = nanos;
    wrongTries = new WrongTries(nanos);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Password password = credentials.password();
    if (password == null) {
      next.handleRequest(exchange);
      return;
    }
    Nonces nonces = noncesFor(password);
    DigestHeader shown =
        DigestHeader.ofScheme(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION));
    if (shown == null) {
      ask(exchange, nonces);
      return;
    }
    String nonce = shown.get("nonce");
    Duration turnedAwayFor = wrongTries.turnedAwayFor(source(exchange));
    if (!turnedAwayFor.isZero() && !nonces.isProven(nonce)) {
      turnAway(exchange, turnedAwayFor);
      return;
    }
    if (!isRight(password, shown, exchange)) {
      nonces.tryOut(nonce);
      refuse(exchange, nonces);
      return;
    }
    switch (nonces.judge(nonce)) {
      case GOOD -> {
        nonces.prove(nonce);
        exchange
            .getResponseHeaders()
            .put(Headers.AUTHENTICATION_INFO, proof(password, shown, exchange));
        next.handleRequest(exchange);
      }
      // The password was right: this is no try.
      case STALE, FOREIGN ->
          challenge(exchange, nonces.next(), true, "that nonce is too old; take this one");
    }
  }

  private Nonces noncesFor(Password password) {
    Checked current = checked;
    if (current != null && current.password().equals(password)) {
      return current.nonces();
    }
    synchronized (this) {
      current = checked;
      if (current == null || !current.password().equals(password)) {
        current = new Checked(password, new Nonces(nanos));
        checked = current;
        wrongTries.forget();
      }
      return current.nonces();
    }
  }

  private static boolean isRight(
      Password password, DigestHeader shown, HttpServerExchange exchange) {
    String expected =
        password.response(
            exchange.getRequestMethod().toString(),
            uri(exchange),
            shown.get("nonce"),
            shown.get("nc"),
            shown.get("cnonce"));
    return shown.get("uri").equals(uri(exchange))
        && shown.has("qop", "auth")
        && Password.isSame(expected, shown.get("response"));
  }

  private static String proof(Password password, DigestHeader shown, HttpServerExchange exchange) {
    String count = shown.get("nc");
    String clientNonce = shown.get("cnonce");
    return "qop=auth, rspauth=\""
        + password.answerResponse(uri(exchange), shown.get("nonce"), count, clientNonce)
        + "\", cnonce=\""
        + clientNonce
        + "\", nc="
        + count;
  }

  private static String uri(HttpServerExchange exchange) {
    String query = exchange.getQueryString();
    return query.isEmpty() ? exchange.getRequestURI() : exchange.getRequestURI() + '?' + query;
  }

  /// Somebody has shown no password. If it is a peer that knows it, it comes back at once.
  private void ask(HttpServerExchange exchange, Nonces nonces) {
    String nonce = nonces.next();
    InetAddress source = source(exchange);
    if (waiting.incrementAndGet() > WAITING) {
      waiting.decrementAndGet();
    } else {
      later(exchange, TO_COME_BACK, () -> missed(source, nonces.isUsed(nonce)));
    }
    challenge(exchange, nonce, false, "this peer lets in only those who know its password");
  }

  private void missed(InetAddress source, boolean cameBack) {
    waiting.decrementAndGet();
    if (!cameBack && wrongTries.turnedAwayFor(source).isZero()) {
      service.turnedAway(source, "it has shown no password");
    }
  }

  private void refuse(HttpServerExchange exchange, Nonces nonces) {
    InetAddress source = source(exchange);
    Duration pause = wrongTries.add(source);
    service.turnedAway(source, "it has another password");
    if (waiting.incrementAndGet() > WAITING) {
      waiting.decrementAndGet();
      turnAway(exchange, WrongTries.MEMORY);
      return;
    }
    // Undertow ends what nobody has taken on.
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () ->
            later(
                exchange,
                pause,
                () -> {
                  waiting.decrementAndGet();
                  Connectors.executeRootHandler(
                      late ->
                          challenge(
                              late,
                              nonces.next(),
                              false,
                              "that is another password than this peer's"),
                      exchange);
                }));
  }

  private void turnAway(HttpServerExchange exchange, Duration time) {
    long seconds = Math.max(1, time.plusMillis(999).toSeconds());
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, seconds);
    Problems.send(
        exchange,
        StatusCodes.TOO_MANY_REQUESTS,
        "too many wrong passwords came from there; try again in " + seconds + " s");
  }

  private static void challenge(
      HttpServerExchange exchange, String nonce, boolean stale, String detail) {
    exchange
        .getResponseHeaders()
        .put(
            Headers.WWW_AUTHENTICATE,
            "Digest realm=\""
                + Password.REALM
                + "\", qop=\"auth\", algorithm=SHA-256, charset=UTF-8, nonce=\""
                + nonce
                + (stale ? "\", stale=true" : "\""));
    Problems.send(exchange, StatusCodes.UNAUTHORIZED, detail);
  }

  private static void later(HttpServerExchange exchange, Duration pause, Runnable task) {
    try {
      XnioExecutor.Key _ =
          exchange.getIoThread().executeAfter(task, pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The threads have ended, and whoever waits is hung up on.
    }
  }

  private static InetAddress source(HttpServerExchange exchange) {
    return exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress();
  }
}
