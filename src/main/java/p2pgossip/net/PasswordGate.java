package p2pgossip.net;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import p2pgossip.net.password.CalledSession;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Password;
import p2pgossip.net.password.Proof;
import p2pgossip.net.password.RequestHead;

/// If there is a password, lets in only requests of a session, and introductions, which begin a
/// session. This costs no more than a MAC over the head of the request; the body is checked when it
/// has arrived.
final class PasswordGate implements HttpHandler {

  /// Asks for an introduction.
  static final String CHALLENGE = Proof.SCHEME + " realm=\"p2pgossip\"";

  /// Says that the session is not known here, or no longer, or that this is not a new request of
  /// it.
  static final String UNKNOWN_SESSION = Proof.SCHEME + " realm=\"p2pgossip\", error=\"session\"";

  /// A peer of version 1.0 shows these words to its user as they are.
  private static final String WANTED =
      "this peer lets in only peers that know its password and prove it as p2pgossip 1.1 does; a"
          + " peer of version 1.0 must be updated";

  private static final String DIGEST = "digest ";

  private final Credentials credentials;
  private final PeerService service;
  private final IntroductionDesk desk;
  private final String fingerprint;
  private final HttpHandler next;

  /// @param credentials with the password that is required
  /// @param desk accepts introductions
  /// @param fingerprint of this peer's certificate; empty without TLS
  /// @param next answers the callers that are let in
  PasswordGate(
      Credentials credentials,
      PeerService service,
      IntroductionDesk desk,
      String fingerprint,
      HttpHandler next) {
    this.credentials = credentials;
    this.service = service;
    this.desk = desk;
    this.fingerprint = fingerprint;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Password password = credentials.password();
    if (password == null) {
      next.handleRequest(exchange);
      return;
    }
    if (exchange.getRequestMethod().equals(Methods.POST)) {
      switch (exchange.getRequestPath()) {
        case IntroductionDesk.FIRST -> {
          desk.takeFirst(exchange, password);
          return;
        }
        case IntroductionDesk.SECOND -> {
          desk.takeSecond(exchange, password);
          return;
        }
        default -> {}
      }
    }
    String shown = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    if (shown == null) {
      ask(exchange);
      return;
    }
    Proof proof = Proof.read(shown);
    if (proof == null) {
      refuseOther(exchange, shown);
      return;
    }
    CalledSession session = credentials.accepted(proof.session());
    if (session == null || !session.takes(proof, headOf(exchange))) {
      challenge(
          exchange,
          UNKNOWN_SESSION,
          "this is not a new request of a known session; the caller must introduce"
              + " itself anew");
      return;
    }
    ProvenConnections.prove(exchange);
    new Admitted(session, proof).attachTo(exchange);
    next.handleRequest(exchange);
  }

  private RequestHead headOf(HttpServerExchange exchange) {
    return new RequestHead(
        exchange.getRequestMethod().toString(),
        target(exchange),
        header(exchange, Headers.HOST),
        header(exchange, FROM),
        header(exchange, Headers.CONTENT_TYPE),
        fingerprint);
  }

  private static final HttpString FROM = new HttpString(PeerRoutes.FROM);

  private static String header(HttpServerExchange exchange, HttpString name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static String target(HttpServerExchange exchange) {
    String query = exchange.getQueryString();
    return query.isEmpty() ? exchange.getRequestURI() : exchange.getRequestURI() + '?' + query;
  }

  private void ask(HttpServerExchange exchange) {
    service.turnedAway(
        source(exchange),
        exchange.getRequestHeaders().contains(FROM)
            ? "it has shown no password"
            : "it has shown no password, or proves it in the older way of version 1.0; then it must"
                + " be updated to 1.1");
    challenge(exchange, CHALLENGE, WANTED);
  }

  private void refuseOther(HttpServerExchange exchange, String shown) {
    boolean older = shown.regionMatches(true, 0, DIGEST, 0, DIGEST.length());
    if (older) {
      service.turnedAway(source(exchange), Admittance.OLDER_PROOF);
    }
    challenge(exchange, CHALLENGE, WANTED);
  }

  static void challenge(HttpServerExchange exchange, String challenge, String detail) {
    exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, challenge);
    Problems.send(exchange, StatusCodes.UNAUTHORIZED, detail);
  }

  private static InetAddress source(HttpServerExchange exchange) {
    return exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress();
  }
}
