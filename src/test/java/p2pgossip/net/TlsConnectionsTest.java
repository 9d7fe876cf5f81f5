package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Failure.Kind;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.RecordingService.TurnedAway;
import p2pgossip.testing.Words;

/// Connections over real TLS, between parties that trust each other: how long each step may take,
/// how many there may be, and how they end.
class TlsConnectionsTest extends SecureTrial {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(2);

  private static ServerLimits limits(Duration headTime, Duration idleTime) {
    return new ServerLimits(
        32_768, 100, 100, 50, headTime, SHORT, idleTime, SHORT, EventLimits.DEFAULT);
  }

  @Test
  void aStreamThatFallsSilentOverTlsIsGivenUp() throws IOException {
    StreamLimits impatient = new StreamLimits(8, LONG, LONG, 1_000_000, 1_000, 10_000_000);
    try (ServedPeer peer = served.serve();
        PeerStreams streams = new PeerStreams(Instant::now, impatient, calling.security)) {
      Followed followed = new Followed();
      PeerStreams.Following _ = streams.follow(peer.address(), followed);
      assertThat(followed.reason()).matches(Words.of("nothing came … 2 s"));
    }
  }

  @Test
  void aSilentCalledPeerIsGivenUp() throws IOException {
    StreamLimits impatient = new StreamLimits(8, SHORT, SHORT, 1_000_000, 1_000, 10_000_000);
    try (ServerSocket silent = new ServerSocket(0, 10, HERE);
        HttpPeerClient quick =
            new HttpPeerClient(ClientLimits.DEFAULT.withTime(SHORT), calling.security);
        PeerStreams streams = new PeerStreams(Instant::now, impatient, calling.security)) {
      PeerAddress address = new PeerAddress(HERE, silent.getLocalPort());
      assertThat(Told.of(quick, new Request.Handshake(address)))
          .isEqualTo(new Failure(Kind.TIMED_OUT, "no answer within 0.3 s"));
      Followed followed = new Followed();
      PeerStreams.Following _ = streams.follow(address, followed);
      assertThat(followed.reason()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void bothVersionsAreSpoken(String version) throws Exception {
    try (ServedPeer peer = served.serve();
        SSLSocket socket = socket(peer, version)) {
      socket.startHandshake();
      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
      assertThat(socket.getSession().getPeerCertificates())
          .containsExactly(served.own.certificate());
      socket.getOutputStream().write(RawConnection.get("/").getBytes());
      assertThat(new String(socket.getInputStream().readNBytes(15))).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  private SSLSocket socket(ServedPeer peer, String version) throws IOException {
    SSLContext context = calling.security.calling();
    SSLSocket socket =
        (SSLSocket)
            trustingAnybody(context).getSocketFactory().createSocket(HERE, peer.server.port());
    socket.setSoTimeout(10_000);
    socket.setEnabledProtocols(new String[] {version});
    return socket;
  }

  private static SSLContext trustingAnybody(SSLContext model) {
    try {
      SSLContext context = SSLContext.getInstance(model.getProtocol());
      context.init(null, new TrustManager[] {new TrustsAnybody()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSilentCallerOrHalfAHandshakeIsClosedInTime() throws IOException {
    byte[] half = {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3};
    // A caller that is slow to begin on a busy machine must not be taken for a silent one.
    try (ServedPeer peer = served.serve(limits(SHORT, Duration.ofSeconds(4)), 0);
        RawConnection silent = peer.connect();
        RawConnection begun = peer.connect();
        RawConnection oneByte = peer.connect()) {
      begun.send(half);
      oneByte.send(new byte[] {0x16});
      assertThat(begun.isClosedInSilence()).isTrue();
      assertThat(oneByte.isClosedInSilence()).isTrue();
      assertThat(silent.isClosedInSilence()).isTrue();
      String reason = "it began a TLS handshake and did not finish it within 0.3 s";
      await()
          .untilAsserted(
              () ->
                  assertThat(peer.service.turnedAway)
                      .containsExactly(new TurnedAway(HERE, reason), new TurnedAway(HERE, reason)));
    }
  }

  @Test
  void aCallerThatIsSilentAfterTheHandshakeIsClosedInTime() throws Exception {
    // The handshake may take its time; the connection ends because nothing follows.
    try (ServedPeer peer = served.serve(limits(Duration.ofSeconds(30), LONG), 0);
        SSLSocket socket = socket(peer, "TLSv1.3")) {
      socket.startHandshake();
      try {
        assertThat(socket.getInputStream().read()).isNegative();
      } catch (SSLException e) {
        assertThat(e).hasMessageContaining("close");
      }
      assertThat(peer.service.turnedAway).isEmpty();
    }
  }

  @Test
  void undetectedConnectionsCountAgainstTheLimit() throws IOException {
    List<RawConnection> waiting = new ArrayList<>();
    ServerLimits few =
        new ServerLimits(32_768, 5, 100, 50, SHORT, SHORT, SHORT, SHORT, EventLimits.DEFAULT);
    try (ServedPeer peer = served.serve(few, 0)) {
      for (int i = 0; i < 12; i++) {
        waiting.add(peer.connect().send(new byte[] {0x16}));
      }
      // They are all closed in the end, and a real caller gets through, but not always at once: on
      // a busy machine its connection may be closed as well.
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  Told.of(client, new Request.Handshake(peer.address()))
                      instanceof Reply.Introduced);
    } finally {
      for (RawConnection connection : waiting) {
        connection.close();
      }
    }
  }

  @Test
  void aFrozenPeerAnswersWhenItThaws() throws IOException {
    try (ServedPeer peer = served.serve()) {
      peer.server.freeze(true);
      Told told = new Told();
      client.send(new Request.Handshake(peer.address()), told);
      assertThatThrownBy(() -> await().atMost(SHORT).until(() -> told.count() > 0))
          .isInstanceOf(ConditionTimeoutException.class);
      peer.server.freeze(false);
      assertThat(told.outcome()).isInstanceOf(Reply.Introduced.class);
    }
  }

  @Test
  void closingAndCuttingEndConnectionsOfAllKinds() throws Exception {
    for (boolean cut : new boolean[] {true, false}) {
      try (ServedPeer peer = served.serve();
          RawConnection silent = peer.connect();
          RawConnection begun = peer.connect();
          SSLSocket socket = socket(peer, "TLSv1.3")) {
        begun.send(new byte[] {0x16});
        socket.startHandshake();
        socket.getOutputStream().write(RawConnection.get("/").getBytes());
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        if (cut) {
          peer.server.cut();
        } else {
          peer.server.close();
        }
        assertThat(silent.isClosedInSilence()).isTrue();
        assertThat(isClosedOrReset(begun)).isTrue();
        try {
          socket.getInputStream().readAllBytes();
        } catch (SSLException e) {
          assertThat(e).hasMessageContaining("close");
        }
        assertThat(peer.service.turnedAway).isEmpty();
      }
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
  void aBodyThatBreaksOffHalfwayIsNoMessage(String rest) throws Exception {
    String head = "POST /message HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";
    try (ServedPeer peer = served.serve();
        SSLSocket socket = socket(peer, "TLSv1.3")) {
      socket.getOutputStream().write((head + "Expect: 100-continue\r\n" + rest).getBytes());
      // By then it waits for more of the body.
      assertThat(socket.getInputStream().readNBytes("HTTP/1.1 100".length()))
          .asString()
          .isEqualTo("HTTP/1.1 100");
      peer.server.cut();
      peer.threads.awaitPending(Duration.ofSeconds(20));
      peer.threads.awaitPending(Duration.ofSeconds(20));

      assertThat(peer.service.heard).isEmpty();
      assertThat(peer.service.failed).isEmpty();
    }
  }

  /// Waits until the server has closed the connection. If it had not read everything, the system
  /// reports a reset.
  private static boolean isClosedOrReset(RawConnection connection) throws IOException {
    try {
      return connection.isClosedInSilence();
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
      return true;
    }
  }

  @Test
  void aConnectionIsKeptAndALongAnswerArrivesComplete() throws IOException {
    try (ServedPeer peer = served.serve()) {
      String text = "x".repeat(30_000);
      for (int i = 0; i < 20; i++) {
        assertThat(Told.of(client, new Request.Tell(peer.address(), new Message(text, null))))
            .isInstanceOf(Reply.Heard.class);
      }
      assertThat(peer.service.heard).hasSize(20);
    }
  }
}
