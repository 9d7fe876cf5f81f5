package p2pgossip.net;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import org.xnio.IoUtils;

/// Closes the connection once the answer is out: to end the exchange in the usual way would be to
/// wait for the rest of the request.
enum HangUp implements IoCallback {
  INSTANCE;

  @Override
  public void onComplete(HttpServerExchange exchange, Sender sender) {
    IoUtils.safeClose(exchange.getConnection());
  }

  @Override
  public void onException(HttpServerExchange exchange, Sender sender, IOException exception) {
    // The caller is gone already; there is nobody left to tell.
    IoUtils.safeClose(exchange.getConnection());
  }
}
