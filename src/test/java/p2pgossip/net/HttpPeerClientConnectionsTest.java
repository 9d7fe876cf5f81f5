package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Failure.Kind;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.original.ReservedPort;

/// The connections of the client: how long they are kept, and how many there are.
class HttpPeerClientConnectionsTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Message HELLO = new Message("hello", null);
  private static final String ECHO =
      ScriptedServer.answer(200, "application/json", "{\"message\":\"hello\"}");

  private static ScriptedServer echoingForEver() throws IOException {
    return new ScriptedServer(
        visitor -> {
          while (true) {
            visitor.readRequest();
            visitor.say(ECHO);
          }
        });
  }

  @Test
  void aConnectionIsUsedAgain() throws IOException {
    try (ScriptedServer server = echoingForEver();
        HttpPeerClient client = new HttpPeerClient()) {
      for (int i = 0; i < 5; i++) {
        assertThat(Told.of(client, new Request.Tell(server.address(), HELLO)))
            .isEqualTo(new Reply.Heard(Hearing.UNSAID));
      }
      assertThat(server.visits()).isEqualTo(1);
    }
  }

  @Test
  void aRequestOnAStaleConnectionIsTriedAgainOnAFreshOne() throws IOException {
    AtomicInteger visits = new AtomicInteger();
    try (ScriptedServer server =
            new ScriptedServer(
                visitor -> {
                  boolean first = visits.incrementAndGet() == 1;
                  visitor.readRequest();
                  visitor.say(ECHO);
                  visitor.readRequest();
                  if (!first) {
                    visitor.say(ECHO);
                  }
                });
        HttpPeerClient client = new HttpPeerClient()) {
      Request.Tell tell = new Request.Tell(server.address(), HELLO);
      assertThat(Told.of(client, tell)).isEqualTo(new Reply.Heard(Hearing.UNSAID));
      assertThat(Told.of(client, tell)).isEqualTo(new Reply.Heard(Hearing.UNSAID));
      assertThat(server.visits()).isEqualTo(2);
    }
  }

  @Test
  void aFreshConnectionThatBreaksIsNotTriedAgain() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.Visitor::readRequest);
        HttpPeerClient client = new HttpPeerClient()) {
      assertThat(Told.of(client, new Request.Tell(server.address(), HELLO)))
          .isInstanceOfSatisfying(
              Failure.class, it -> assertThat(it.kind()).isEqualTo(Kind.UNREACHABLE));
      assertThat(server.visits()).isEqualTo(1);
    }
  }

  @Test
  void aRestartedPeerIsReachedAtOnce() throws IOException {
    try (NetworkThreads threads = new NetworkThreads(2);
        ReservedPort place = new ReservedPort();
        HttpPeerClient client = new HttpPeerClient()) {
      int port = place.endpoint().port();
      try (PeerServer server = PeerServer.open(threads, HERE, port, new Random(1))) {
        server.serve(new RecordingService(port));
        Request.Tell tell = new Request.Tell(new PeerAddress(HERE, port), HELLO);
        assertThat(Told.of(client, tell)).isEqualTo(new Reply.Heard(Hearing.UNSAID));
      }
      Request.Tell tell = new Request.Tell(new PeerAddress(HERE, port), HELLO);
      assertThat(Told.of(client, tell))
          .isEqualTo(new Failure(Kind.UNREACHABLE, "nothing listens there"));
      try (PeerServer server = PeerServer.open(threads, HERE, port, new Random(1))) {
        server.serve(new RecordingService(port));
        assertThat(Told.of(client, tell)).isEqualTo(new Reply.Heard(Hearing.UNSAID));
      }
    }
  }

  @Test
  void anIdleConnectionIsClosed() throws IOException {
    AtomicInteger left = new AtomicInteger();
    ClientLimits limits =
        new ClientLimits(
            Duration.ofSeconds(5),
            100,
            10,
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            65_536,
            65_536,
            100);
    try (ScriptedServer server =
            new ScriptedServer(
                visitor -> {
                  visitor.readRequest();
                  visitor.say(ECHO);
                  visitor.waitForLeaving();
                  left.incrementAndGet();
                });
        HttpPeerClient client = new HttpPeerClient(limits)) {
      Told.of(client, new Request.Tell(server.address(), HELLO));
      await().until(() -> left.get() == 1);
    }
  }

  /// If a period were longer than a connection is kept, each message would open one.
  @Test
  void aConnectionIsKeptForAsLongAsTheOtherEndSays() throws IOException {
    Duration shortly = Duration.ofMillis(100);
    ClientLimits limits =
        new ClientLimits(
            Duration.ofSeconds(5), 100, 10, shortly, Duration.ofMinutes(1), 65_536, 65_536, 100);
    AtomicInteger gone = new AtomicInteger();
    try (ScriptedServer patient = echoing("timeout=30", () -> {});
        ScriptedServer silent = echoing(null, gone::incrementAndGet);
        ScriptedServer hasty = echoing("timeout=0", gone::incrementAndGet);
        HttpPeerClient client = new HttpPeerClient(limits)) {
      List<ScriptedServer> all = List.of(patient, silent, hasty);
      all.forEach(server -> Told.of(client, new Request.Tell(server.address(), HELLO)));
      await().until(() -> gone.get() == 2);
      all.forEach(server -> Told.of(client, new Request.Tell(server.address(), HELLO)));
      assertThat(all).extracting(ScriptedServer::visits).containsExactly(1, 2, 2);
    }
  }

  @Test
  void noConnectionIsKeptLongerThanTheLimitWhateverTheOtherEndSays() throws IOException {
    Duration shortly = Duration.ofMillis(100);
    ClientLimits limits =
        new ClientLimits(Duration.ofSeconds(5), 100, 10, shortly, shortly, 65_536, 65_536, 100);
    AtomicInteger gone = new AtomicInteger();
    try (ScriptedServer patient = echoing("timeout=99999", gone::incrementAndGet);
        HttpPeerClient client = new HttpPeerClient(limits)) {
      Told.of(client, new Request.Tell(patient.address(), HELLO));
      await().until(() -> gone.get() == 1);
    }
  }

  /// Answers each request on a connection until the client leaves it.
  ///
  /// @param keepAlive sent with each answer; null for nothing
  private static ScriptedServer echoing(@Nullable String keepAlive, Runnable left)
      throws IOException {
    String answer =
        keepAlive == null
            ? ECHO
            : ECHO.replace("\r\n\r\n", "\r\nKeep-Alive: " + keepAlive + "\r\n\r\n");
    return new ScriptedServer(
        visitor -> {
          try {
            while (true) {
              visitor.readRequest();
              visitor.say(answer);
            }
          } finally {
            left.run();
          }
        });
  }

  @Test
  void requestsBeyondThePoolOfOnePeerWaitTheirTurn() throws IOException {
    ClientLimits limits =
        new ClientLimits(
            Duration.ofSeconds(5),
            100,
            2,
            Duration.ofMillis(2_500),
            Duration.ofMillis(2_500),
            65_536,
            65_536,
            100);
    try (ServedPeer peer = new ServedPeer();
        HttpPeerClient client = new HttpPeerClient(limits)) {
      List<Told> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        all.add(new Told());
        client.send(new Request.Tell(peer.address(), HELLO), all.getLast());
      }
      assertThat(all).allMatch(told -> told.outcome().equals(new Reply.Heard(Hearing.UNSAID)));
    }
  }

  /// The neighbours of a peer may all write to it at the same moment, period after period.
  @Test
  void burstsToOnePeerShareTheSameFewConnections() throws IOException {
    try (ScriptedServer server = echoingForEver();
        HttpPeerClient client = new HttpPeerClient()) {
      for (int burst = 0; burst < 3; burst++) {
        List<Told> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
          all.add(new Told());
          client.send(new Request.Tell(server.address(), HELLO), all.getLast());
        }
        assertThat(all).allMatch(told -> told.outcome().equals(new Reply.Heard(Hearing.UNSAID)));
      }
      assertThat(server.visits()).isLessThanOrEqualTo(ClientLimits.DEFAULT.connectionsPerPeer());
    }
    // All peers of the largest measured swarm keep theirs.
    assertThat(200 * ClientLimits.DEFAULT.connectionsPerPeer())
        .isLessThan(ClientLimits.DEFAULT.connections());
  }

  @Test
  void requestsBeyondTheWholePoolWaitTheirTurn() throws IOException {
    ClientLimits limits =
        new ClientLimits(
            Duration.ofSeconds(5),
            2,
            2,
            Duration.ofMillis(2_500),
            Duration.ofMillis(2_500),
            65_536,
            65_536,
            100);
    try (ServedPeer one = new ServedPeer();
        ServedPeer other = new ServedPeer();
        ServedPeer third = new ServedPeer();
        HttpPeerClient client = new HttpPeerClient(limits)) {
      List<Told> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        for (ServedPeer peer : List.of(one, other, third)) {
          all.add(new Told());
          client.send(new Request.Tell(peer.address(), HELLO), all.getLast());
        }
      }
      assertThat(all).allMatch(told -> told.outcome().equals(new Reply.Heard(Hearing.UNSAID)));
    }
  }
}
