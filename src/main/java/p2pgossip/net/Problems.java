package p2pgossip.net;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import p2pgossip.wire.ProblemJson;

/// Answers that say what was wrong with a request.
final class Problems {

  private Problems() {}

  /// Answers, and ends the exchange. The connection stays usable where the request was read in full
  /// or can be.
  ///
  /// @param detail in words, as a sentence without a full stop
  static void send(HttpServerExchange exchange, int status, String detail) {
    Answers.send(exchange, status, MediaTypes.PROBLEM, write(status, detail));
  }

  /// Answers and closes the connection, for a request whose rest may never come.
  static void sendAndHangUp(HttpServerExchange exchange, int status, String detail) {
    exchange.setPersistent(false);
    byte[] body = write(status, detail);
    Answers.prepare(exchange, status, MediaTypes.PROBLEM, body);
    exchange.setResponseContentLength(body.length);
    exchange.getResponseSender().send(ByteBuffer.wrap(body), HangUp.INSTANCE);
  }

  /// A whole answer as it goes over the wire, for those who are not let in so far as to ask.
  static byte[] bare(int status, String detail) {
    String reason = StatusCodes.getReason(status);
    byte[] body = ProblemJson.write(status, reason, detail);
    byte[] head =
        "HTTP/1.1 %s %s\r\nContent-Type: %s\r\nContent-Length: %s\r\nConnection: close\r\n\r\n"
            .formatted(status, reason, MediaTypes.PROBLEM, body.length)
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
  }

  private static byte[] write(int status, String detail) {
    return ProblemJson.write(status, StatusCodes.getReason(status), detail);
  }
}
