package p2pgossip.net;

import io.undertow.server.HttpServerExchange;

/// Connections whose callers have proven that they know the password. When connections or memory
/// are short, they don't give way to callers that have not.
public final class ProvenConnections {

  private ProvenConnections() {}

  /// Records that the caller of a request has proven itself, for the whole connection. Called for
  /// an authenticated request, before it is answered.
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
