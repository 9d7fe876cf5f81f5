package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.wire.PeerSnapshotJson;

/// Follows scripted servers.
abstract class ScriptedStreams {

  static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  static final Instant THEN = Instant.parse("2026-11-22T07:00:00Z");

  static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
  static final String EVENT =
      "data: {\"type\":\"period-began\",\"at\":\"2026-11-22T07:00:00Z\",\"number\":1,"
          + "\"neighbors\":0}\n\n";
  static final GossipEvent PERIOD = new GossipEvent.PeriodBegan(THEN, 1, null, 0);

  PeerStreams streams = new PeerStreams(() -> NOW);

  @AfterEach
  void close() {
    streams.close();
  }

  static PeerSnapshot snapshot(PeerAddress address) {
    return new PeerSnapshot(
        THEN,
        address,
        new Peer(THEN, Duration.ofSeconds(5), address.port(), null, Set.of()),
        PeerSettings.DEFAULT,
        3,
        List.of(),
        List.of());
  }

  static String state(PeerAddress address) {
    return "event: state\ndata: "
        + new String(PeerSnapshotJson.write(snapshot(address)), UTF_8)
        + "\n\n";
  }

  static final String STATE = state(PeerAddress.parse("10.0.0.7:8080"));

  Followed follow(ScriptedServer server) {
    Followed followed = new Followed();
    PeerStreams.Following _ = streams.follow(server.address(), followed);
    return followed;
  }

  /// Sends all of it, and then nothing, but keeps the connection open.
  static ScriptedServer staying(String said) throws IOException {
    return new ScriptedServer(
        visitor -> {
          visitor.readRequest();
          visitor.say(said);
          visitor.waitForLeaving();
        });
  }

  String reasonFor(String said) throws IOException {
    try (ScriptedServer server = staying(said)) {
      return follow(server).reason();
    }
  }
}
