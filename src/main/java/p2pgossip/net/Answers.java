package p2pgossip.net;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The only way to send a whole answer: to a request of a session, it adds the proof of who
/// answers.
final class Answers {

  private static final byte[] NOTHING = {};

  private Answers() {}

  /// Answers, and ends the exchange.
  ///
  /// @param contentType null without a body
  static void send(
      HttpServerExchange exchange, int status, @Nullable String contentType, byte[] body) {
    prepare(exchange, status, contentType, body);
    if (body.length == 0) {
      exchange.endExchange();
    } else {
      exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }
  }

  /// Sets everything of an answer but its body, which must be sent exactly as given here.
  static void prepare(
      HttpServerExchange exchange, int status, @Nullable String contentType, byte[] body) {
    exchange.setStatusCode(status);
    if (contentType != null) {
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, contentType);
    }
    Admitted admitted = Admitted.by(exchange);
    if (admitted != null) {
      boolean bodiless = exchange.getRequestMethod().equals(Methods.HEAD);
      exchange
          .getResponseHeaders()
          .put(
              Headers.AUTHENTICATION_INFO,
              admitted.prove(
                  status, contentType == null ? "" : contentType, bodiless ? NOTHING : body));
    }
  }
}
