package p2pgossip.net;

import io.undertow.server.HttpServerExchange;

/// Connections whose callers have shown that they know the password. They give way to nobody that
/// has not: when places are short, or memory.
public final class ProvenConnections {

  private ProvenConnections() {}

  /// Takes note that the caller of a request has proven itself; this holds for the whole
  /// connection. To be called for an authenticated request, before it is answered.
  public static void prove(HttpServerExchange exchange) {
    Visit visit = Visit.of(exchange);
    if (visit != null) {
      visit.prove();
    }
  }

  /// Whether the caller of a request has proven itself on this connection, or is a peer of this
  /// process.
  public static boolean isProven(HttpServerExchange exchange) {
    Visit visit = Visit.of(exchange);
    return visit != null && visit.isProven();
  }
}
