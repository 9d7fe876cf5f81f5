package p2pgossip.net;

import io.undertow.server.HttpHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.StreamSourceConduit;

/// Handles damage in chunked bodies. Undertow throws an [IllegalArgumentException] for a trailer
/// whose name is not ASCII, but an [IOException] for any other damage; here both are the caller's
/// fault.
final class ChunkedBodies {

  private ChunkedBodies() {}

  /// Makes any damage of a body reach its reader as an [IOException].
  static HttpHandler checked(HttpHandler next) {
    return exchange -> {
      if (exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING)) {
        exchange.addRequestWrapper((factory, _) -> new Checked(factory.create()));
      }
      next.handleRequest(exchange);
    };
  }

  private static final class Checked extends WatchedConduit {

    private Checked(StreamSourceConduit next) {
      super(next);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      try {
        return super.read(target);
      } catch (IllegalArgumentException e) {
        throw damaged(e);
      }
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
      try {
        return super.read(targets, offset, length);
      } catch (IllegalArgumentException e) {
        throw damaged(e);
      }
    }

    private static IOException damaged(IllegalArgumentException cause) {
      return new IOException("a chunked body with a damaged trailer", cause);
    }
  }
}
