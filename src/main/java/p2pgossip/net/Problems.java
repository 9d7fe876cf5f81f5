package p2pgossip.net;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.xnio.channels.StreamSourceChannel;
import p2pgossip.wire.ProblemJson;

/// Answers that say what was wrong with a request.
final class Problems {

  private static final int SCRATCH_BYTES = 2_048;

  private Problems() {}

  /// Answers, and ends the exchange. The connection stays usable if the whole request has arrived;
  /// the rest of a refused request is not awaited.
  ///
  /// @param detail a sentence without a full stop
  static void send(HttpServerExchange exchange, int status, String detail) {
    if (hasArrived(exchange)) {
      Answers.send(exchange, status, MediaTypes.PROBLEM, write(status, detail));
    } else {
      sendAndHangUp(exchange, status, detail);
    }
  }

  /// Whether the whole request has arrived; reads and throws away what has.
  private static boolean hasArrived(HttpServerExchange exchange) {
    if (exchange.isRequestComplete()) {
      return true;
    }
    // Reading its body would ask for it.
    if (HttpContinue.requiresContinueResponse(exchange)) {
      return false;
    }
    StreamSourceChannel body = exchange.getRequestChannel();
    if (body == null) {
      return false;
    }
    ByteBuffer scratch = ByteBuffer.allocate(SCRATCH_BYTES);
    try {
      int count;
      do {
        scratch.clear();
        count = body.read(scratch);
      } while (count > 0);
      return count < 0;
    } catch (IOException e) {
      // Too much, or broken off: the request is not complete.
      return false;
    }
  }

  /// Answers and closes the connection, for a request whose rest may never come.
  static void sendAndHangUp(HttpServerExchange exchange, int status, String detail) {
    exchange.setPersistent(false);
    byte[] body = write(status, detail);
    Answers.prepare(exchange, status, MediaTypes.PROBLEM, body);
    exchange.setResponseContentLength(body.length);
    exchange.getResponseSender().send(ByteBuffer.wrap(body), HangUp.INSTANCE);
  }

  /// A complete answer in bytes, for callers that are refused before HTTP begins.
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
