package p2pgossip.net;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/// Closes the connection once the answer is sent; ending the exchange in the usual way would wait
/// for the rest of the request.
enum HangUp implements IoCallback {
  INSTANCE;

  /// How long the caller gets to read the answer.
  private static final long MILLIS = 500;

  @Override
  public void onComplete(HttpServerExchange exchange, Sender sender) {
    Visit visit = Visit.of(exchange);
    if (visit == null || !(exchange.getConnection() instanceof HttpServerConnection connection)) {
      IoUtils.safeClose(exchange.getConnection());
      return;
    }
    try {
      StreamConnection spoken = connection.getChannel();
      spoken.getSourceChannel().suspendReads();
      spoken.getSinkChannel().shutdownWrites();
      spoken.getSinkChannel().flush();
      Lingering.end(visit, MILLIS);
    } catch (IOException e) {
      // The caller is gone already.
      IoUtils.safeClose(exchange.getConnection());
    }
  }

  @Override
  public void onException(HttpServerExchange exchange, Sender sender, IOException exception) {
    // The caller is gone already.
    IoUtils.safeClose(exchange.getConnection());
  }
}
