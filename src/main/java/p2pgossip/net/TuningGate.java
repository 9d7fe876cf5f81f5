package p2pgossip.net;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;

/// Lets only those change a peer whom it allows to.
final class TuningGate {

  private TuningGate() {}

  /// Whether the caller of a request may change the peer; if not, it is refused.
  static boolean admits(HttpServerExchange exchange, PeerService service) {
    String refusal = service.tuningRefusal(CallerCertificates.keyOf(exchange));
    if (refusal == null) {
      return true;
    }
    Problems.send(exchange, StatusCodes.FORBIDDEN, refusal);
    return false;
  }
}
