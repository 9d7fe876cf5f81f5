package p2pgossip.net;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds all requests back while a peer is frozen, and passes them on when it thaws. How many it
/// can hold is bounded by the server's connections. Thread-safe.
final class FreezeHandler implements HttpHandler {

  // Guarded by this.
  private final List<HttpServerExchange> held = new ArrayList<>();
  private @Nullable HttpHandler next;
  private boolean frozen;

  /// Requests go to `handler`; before the first call there must be none.
  synchronized void passTo(HttpHandler handler) {
    next = handler;
  }

  void freeze(boolean nowFrozen) {
    List<HttpServerExchange> thawed;
    HttpHandler handler;
    synchronized (this) {
      frozen = nowFrozen;
      handler = next;
      if (nowFrozen || handler == null) {
        return;
      }
      thawed = List.copyOf(held);
      held.clear();
    }
    for (HttpServerExchange exchange : thawed) {
      exchange.dispatch(exchange.getIoThread(), handler);
    }
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HttpHandler handler;
    synchronized (this) {
      handler = next;
      if (frozen) {
        // Held once Undertow has let go of it, so that it can be taken up at any time.
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> hold(exchange));
        return;
      }
    }
    if (handler == null) {
      throw new IllegalStateException("a request came before there was anybody to answer it");
    }
    handler.handleRequest(exchange);
  }

  private void hold(HttpServerExchange exchange) {
    HttpHandler handler;
    synchronized (this) {
      handler = next;
      if (frozen || handler == null) {
        held.add(exchange);
        return;
      }
    }
    exchange.dispatch(exchange.getIoThread(), handler);
  }
}
