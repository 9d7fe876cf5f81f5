package p2pgossip.net;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Failure.Kind;
import p2pgossip.gossip.Request;

/// Calls scripted servers with a client of little patience.
abstract class ScriptedCalls {

  static final InetAddress HERE = InetAddress.getLoopbackAddress();
  static final Duration SHORT = Duration.ofMillis(400);
  static final String JSON = "application/json";
  static final String PEER =
      "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":1,\"nanos\":0},"
          + "\"port\":18082,\"host_alias\":null}";

  final HttpPeerClient client = new HttpPeerClient();
  final HttpPeerClient impatient = new HttpPeerClient(ClientLimits.DEFAULT.withTime(SHORT));

  @AfterEach
  void close() {
    client.close();
    impatient.close();
  }

  static Failure notAPeer(String reason) {
    return new Failure(Kind.NOT_A_PEER, reason);
  }

  Object handshakeWith(ScriptedServer opened) throws IOException {
    try (ScriptedServer server = opened) {
      return Told.of(client, new Request.Handshake(server.address()));
    }
  }
}
