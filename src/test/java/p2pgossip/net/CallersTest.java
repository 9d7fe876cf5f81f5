package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.password.LocalPeers;

/// Callers that take as many of a peer's connections as they can get, beside callers that only want
/// to be served.
// Other systems have only one loopback address.
@EnabledOnOs({OS.LINUX, OS.WINDOWS})
class CallersTest {

  private static final int PLACES = 64;
  private static final Duration LONG = Duration.ofMinutes(5);

  private final List<RawConnection> open = new ArrayList<>();

  private static ServerLimits limits(int connections) {
    return new ServerLimits(
        32_768,
        connections,
        100,
        50,
        LONG,
        LONG,
        LONG,
        Duration.ofMillis(200),
        EventLimits.DEFAULT);
  }

  @AfterEach
  void hangUp() throws IOException {
    for (RawConnection connection : open) {
      connection.close();
    }
  }

  private RawConnection call(ServedPeer peer, int from) throws IOException {
    RawConnection connection = peer.connectFrom(from);
    open.add(connection);
    return connection;
  }

  private void assertServed(RawConnection connection) throws IOException {
    assertThat(connection.send(RawConnection.get("/")).answer().status()).isEqualTo(200);
  }

  @Test
  void silentCallersFromThreeAddressesKeepNobodyOut() throws IOException {
    try (ServedPeer peer = ServedPeer.countingAddresses(limits(PLACES))) {
      for (int i = 0; i < 3 * PLACES; i++) {
        call(peer, 2 + i % 3);
      }
      for (int i = 0; i < 5; i++) {
        assertServed(call(peer, 9));
      }
    }
  }

  @Test
  void aCallerWithFewConnectionsIsNotDisplacedByOneThatKeepsComing() throws IOException {
    try (ServedPeer peer = ServedPeer.countingAddresses(limits(PLACES))) {
      RawConnection one = call(peer, 9);
      RawConnection other = call(peer, 9);
      assertServed(one);
      assertServed(other);
      for (int i = 0; i < 3 * PLACES; i++) {
        call(peer, 2 + i % 3);
      }
      assertServed(one);
      assertServed(other);
    }
  }

  @Test
  void aFriendKeepsItsPlacesAmongCallersFromEverywhere() throws IOException {
    try (ServedPeer peer = ServedPeer.countingAddresses(limits(PLACES))) {
      peer.service.friends = Set.of(ServedPeer.asIfFromFar(InetAddress.ofLiteral("127.0.0.9")));
      RawConnection friend = call(peer, 9);
      assertServed(friend);
      for (int i = 0; i < 3 * PLACES; i++) {
        assertServed(call(peer, 10 + i));
      }
      assertServed(friend);
    }
  }

  @Test
  void anOwnPeerKeepsItsConnectionHoweverManyThereAre() throws IOException {
    OwnConnections own = new OwnConnections();
    try (NetworkThreads threads = new NetworkThreads(own);
        PeerServer server =
            PeerServer.open(
                threads, InetAddress.getLoopbackAddress(), 0, new Random(1), limits(PLACES));
        HttpPeerClient client =
            new HttpPeerClient(
                ClientLimits.DEFAULT.withTime(Duration.ofSeconds(30)),
                null,
                new LocalPeers(""),
                own)) {
      server.serve(new RecordingService(server.port()));
      PeerAddress address = new PeerAddress(InetAddress.getLoopbackAddress(), server.port());
      handshake(client, address);
      for (int i = 0; i < 3 * PLACES; i++) {
        open.add(new RawConnection(server.address()));
      }
      // On the connection that it has: the server would count a new one.
      for (int i = 0; i < 3; i++) {
        handshake(client, address);
      }
      assertThat(server.ownCallers()).isEqualTo(1);
    }
  }

  private static void handshake(HttpPeerClient client, PeerAddress address) {
    assertThat(Told.of(client, new Request.Handshake(address)))
        .isInstanceOf(Reply.Introduced.class);
  }

  @Test
  void fiveHundredCallersFromOneMachineAreAllServed() throws IOException {
    try (ServedPeer peer = new ServedPeer()) {
      for (int i = 0; i < 500; i++) {
        assertServed(call(peer, 1));
      }
      for (RawConnection connection : open) {
        assertServed(connection);
      }
    }
  }

  @Test
  void aCallerThatTakesAllPlacesOfReadersKeepsNoOtherOut() throws IOException {
    int readers = EventLimits.DEFAULT.listeners();
    try (ServedPeer peer = ServedPeer.countingAddresses(ServerLimits.DEFAULT)) {
      for (int i = 0; i < readers; i++) {
        call(peer, 2).send(RawConnection.get("/events"));
      }
      await().until(() -> peer.server.followers() == readers);

      RawAnswer oneMore = call(peer, 2).send(RawConnection.get("/events")).answer();
      RawAnswer another = call(peer, 9).send(RawConnection.get("/events")).answerWithoutBody();

      assertThat(oneMore.status()).isEqualTo(503);
      assertThat(another.status()).isEqualTo(200);
      assertThat(peer.server.followers()).isEqualTo(readers);
    }
  }

  /// The part before the cut is a complete message by itself, but its sender has announced more.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 40\r\n\r\n{\"message\":\"cut off\"}",
        "Transfer-Encoding: chunked\r\n\r\n15\r\n{\"message\":\"cut off\"}\r\n",
        "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"message\":\"cut off\"}"
      })
  void aBodyThatGivesWayHalfwayIsNoMessage(String rest) throws Exception {
    try (ServedPeer peer = ServedPeer.countingAddresses(limits(PLACES))) {
      String head =
          "POST /message HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";
      call(peer, 2).send(head + rest);
      await().until(() -> peer.threads.intake().held() >= head.length() + rest.length());
      for (int i = 0; i < PLACES; i++) {
        assertServed(call(peer, 2));
      }
      assertServed(call(peer, 9));
      peer.threads.awaitPending(Duration.ofSeconds(20));

      assertThat(peer.threads.intake().held()).isZero();
      assertThat(peer.service.heard).isEmpty();
      assertThat(peer.service.failed).isEmpty();
    }
  }

  @Test
  void aSilentConnectionIsSoonClosed() throws IOException {
    ServerLimits impatient =
        new ServerLimits(
            32_768, 64, 64, 50, Duration.ofMillis(200), LONG, LONG, LONG, EventLimits.DEFAULT);
    try (ServedPeer peer = new ServedPeer(impatient);
        RawConnection silent = peer.connect()) {
      assertThat(silent.isClosedInSilence()).isTrue();
    }
  }

  @Test
  void aCallerThatHasLeftIsForgotten() throws IOException {
    try (ServedPeer peer = ServedPeer.countingAddresses(limits(PLACES))) {
      for (int i = 0; i < 20; i++) {
        assertServed(call(peer, 2));
      }
      assertThat(peer.server.callers()).isEqualTo(20);
      hangUp();
      await().until(() -> peer.server.callers() == 0);
      assertThat(peer.threads.intake().held()).isZero();
    }
  }
}
