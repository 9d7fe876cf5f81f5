package p2pgossip.net;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds all requests while a peer is frozen, and passes them on when it thaws. The server's
/// connections bound how many it can hold. Thread-safe.
final class FreezeHandler implements HttpHandler {

  // Guarded by this.
  private final List<HttpServerExchange> held = new ArrayList<>();
  private @Nullable HttpHandler next;
  private boolean frozen;

  /// Sets the handler of requests; must be called before the first request.
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
        // Held once Undertow has released it, so that it can be resumed at any time.
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> hold(exchange));
        return;
      }
    }
    if (handler == null) {
      throw new IllegalStateException("a request came before there was a handler");
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
