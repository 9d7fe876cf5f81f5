package p2pgossip.net;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Sends a peer requests as bytes over a socket.
abstract class ServerTrial {

  static final Duration SHORT = Duration.ofMillis(200);
  static final String GOOD = RawConnection.post("/message", "{\"message\":\"good\"}");
  static final String HEAD =
      "POST /message HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";

  ServedPeer peer;

  @BeforeEach
  void open() throws IOException {
    peer = new ServedPeer();
  }

  @AfterEach
  void close() {
    peer.close();
  }

  static ServerLimits limits(Duration headTime, Duration bodyTime, Duration idleTime) {
    return new ServerLimits(
        32_768, 100, 100, 50, headTime, bodyTime, idleTime, SHORT, EventLimits.DEFAULT);
  }

  static String problem(int status, String title, String detail) {
    return "{\"type\":\"about:blank\",\"title\":\""
        + title
        + "\",\"status\":"
        + status
        + ",\"detail\":\""
        + detail.replace("\"", "\\\"")
        + "\"}";
  }
}
