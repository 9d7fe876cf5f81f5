package p2pgossip.net;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;

/// Lets through only callers that speak TLS; tells the others in plain HTTP and closes their
/// connections.
final class HttpsOnly implements HttpHandler {

  private final HttpHandler next;
  private final PeerService service;

  HttpsOnly(HttpHandler next, PeerService service) {
    this.next = next;
    this.service = service;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (exchange.getConnection().getSslSession() != null) {
      next.handleRequest(exchange);
      return;
    }
    service.turnedAway(
        exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress(),
        "it speaks plain HTTP, and this peer HTTPS only; start it with --tls, or this one without");
    Problems.sendAndHangUp(exchange, StatusCodes.BAD_REQUEST, TlsFailures.HTTPS_ONLY);
  }
}
