package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Password;

/// Which callers a peer with a password lets in, over real connections.
class PasswordGateTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final PeerAddress CALLER = new PeerAddress(HERE, 9);
  private static final Password SESAME = Password.of("open sesame");
  private static final Password BARLEY = Password.of("open barley");
  private static final String OLDER =
      "Digest username=\"peer\", realm=\"p2pgossip\", nonce=\"x\", uri=\"/\","
          + " qop=auth, nc=00000001, cnonce=\"y\", response=\"0\"";

  private final Credentials caller = new Credentials(CALLER, SESAME);

  @AutoClose private final ServedPeer peer = serve(SESAME);
  @AutoClose private final HttpPeerClient client = new HttpPeerClient();

  private static ServedPeer serve(@Nullable Password password) {
    try {
      return new ServedPeer(ServerLimits.DEFAULT, 0, null, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object ask(Request request) {
    return Told.of(client.by(() -> caller), request);
  }

  private Object handshake() {
    return ask(new Request.Handshake(peer.address()));
  }

  private static Failure unauthorized(String reason) {
    return new Failure(Failure.Kind.UNAUTHORIZED, reason);
  }

  @Test
  void aCallerThatKnowsThePasswordIsLetInAndHeard() {
    assertThat(handshake()).isEqualTo(new Reply.Introduced(peer.service.self()));
    for (int i = 1; i <= 3; i++) {
      assertThat(ask(new Request.Tell(peer.address(), new Message("hello", null))))
          .isInstanceOf(Reply.Heard.class);
    }
    assertThat(peer.service.heard).hasSize(3);
    assertThat(peer.service.turnedAway).isEmpty();
  }

  @Test
  void aCallerWithoutPasswordIsRefusedAndBothSidesSaySo() {
    caller.set(null);
    assertThat(handshake())
        .isEqualTo(
            unauthorized(
                "it lets in only peers that know its password; give this peer the same one"));
    await().until(() -> !peer.service.turnedAway.isEmpty());
    assertThat(peer.service.turnedAway.first().source()).isEqualTo(HERE);
    assertThat(peer.service.turnedAway.first().reason()).startsWith("it has shown no password");
  }

  @Test
  void aCallerWithAnotherPasswordIsRefusedAndBothSidesSaySo() {
    caller.set(BARLEY);
    assertThat(handshake()).isEqualTo(unauthorized("its password differs from this peer's"));
    assertThat(peer.service.turnedAway)
        .containsExactly(new RecordingService.TurnedAway(HERE, "its password differs"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/known_peers", "/state", "/events", "/settings", "/connect", "/nowhere"})
  void nothingIsSaidToACallerWithoutPassword(String path) throws IOException {
    try (RawConnection connection = peer.connect()) {
      RawAnswer answer = connection.send(RawConnection.get(path)).answer();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers())
          .containsEntry("www-authenticate", "P2pgossip realm=\"p2pgossip\"");
      assertThat(answer.body())
          .contains(
              "\"detail\":\"this peer lets in only peers that know its password and prove it as"
                  + " p2pgossip 1.1 does; a peer of version 1.0 must be updated\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic cGVlcjpvcGVuIHNlc2FtZQ==",
        "Digest",
        OLDER,
        "P2pgossip",
        "P2pgossip session=\"\", counter=0, digest=\"\", mac=\"\"",
        "P2pgossip session=\"AAAAAAAAAAAAAAAAAAAAAA\", counter=1,"
            + " digest=\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\","
            + " mac=\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"",
        "P2pgossip \u00e9"
      })
  void rubbishIsRefusedInOrder(String shown) throws IOException {
    try (RawConnection connection = peer.connect()) {
      String request = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + shown + "\r\n\r\n";
      assertThat(connection.send(request).answer().status()).isEqualTo(401);
      assertThat(connection.send(RawConnection.get("/")).answer().status()).isEqualTo(401);
    }
  }

  @Test
  void anOlderKindOfProofIsAnsweredWithTheAdviceToUpdateOnBothSides() throws IOException {
    try (RawConnection connection = peer.connect()) {
      RawAnswer answer =
          connection
              .send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + OLDER + "\r\n\r\n")
              .answer();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers().get("www-authenticate")).doesNotContain("Digest");
      assertThat(answer.body()).contains(" version 1.0 ");
      assertThat(peer.service.turnedAway)
          .containsExactly(
              new RecordingService.TurnedAway(
                  HERE,
                  "it proves its password in the older way, which can be relayed; update it to"
                      + " 1.1"));
    }
  }

  @Test
  void aCalledPeerThatDoesNotKnowThePasswordIsToldNothing() throws IOException {
    try (ServedPeer open = new ServedPeer()) {
      assertThat(
              Told.of(
                  client.by(() -> caller),
                  new Request.Tell(open.address(), new Message("secret", null))))
          .isEqualTo(unauthorized("it has no password, but this peer has one"));
      assertThat(open.service.heard).isEmpty();
    }
  }

  @Test
  void aChangedPasswordTakesEffectAtOnce() {
    assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
    peer.credentials.set(BARLEY);
    assertThat(handshake()).isInstanceOf(Failure.class);
    caller.set(BARLEY);
    assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
    peer.credentials.set(null);
    caller.set(null);
    assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
  }

  @Test
  void aCallerWhoseSessionIsForgottenIsIntroducedAnewUnnoticed() {
    assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
    peer.credentials.set(BARLEY);
    peer.credentials.set(SESAME);
    assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
    assertThat(peer.service.turnedAway).isEmpty();
  }

  @Test
  void aPeerIsNotIntroducedToItself() {
    Credentials self = new Credentials(peer.address(), SESAME);
    assertThat(Told.of(client.by(() -> self), new Request.Handshake(peer.address())))
        .isEqualTo(
            new Failure(
                Failure.Kind.UNAUTHORIZED,
                "it did not show that it knows the password of this peer: it answered an"
                    + " introduction with status 400; another peer than the called one may have"
                    + " answered"));
  }

  /// As when a router has the address, and forwards connections.
  @Test
  void aCallerAtAnyOfItsNamedAddressesIsIntroduced() throws IOException {
    try (NetworkThreads threads = new NetworkThreads(2);
        PeerServer server = PeerServer.open(threads, HERE, 0, new Random(1));
        Relay router = new Relay(server.address(), said -> said, said -> said)) {
      PeerAddress announced = new PeerAddress(InetAddress.ofLiteral("192.0.2.7"), server.port());
      server.serve(
          new RecordingService(server.port()),
          new Credentials(announced, Set.of(router.address()), SESAME));

      assertThat(ask(new Request.Handshake(router.address()))).isInstanceOf(Reply.Introduced.class);
    }
  }

  @Test
  void aStreamOfEventsRequiresThePassword() {
    try (PeerStreams streams = new PeerStreams(Instant::now)) {
      assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
      Ending welcome = new Ending();
      PeerStreams.Following _ = streams.follow(peer.address(), caller, welcome);
      await().until(() -> welcome.seen);

      Ending stranger = new Ending();
      PeerStreams.Following _ = streams.follow(peer.address(), stranger);
      await().until(() -> stranger.reason != null);
      assertThat(stranger.reason)
          .isEqualTo("it lets in only peers that know its password; give this peer the same one");
    }
  }

  private static final class Ending implements PeerStreams.Listener {

    private volatile boolean seen;
    private volatile @Nullable String reason;

    @Override
    public void seen(PeerSnapshot snapshot, Instant receivedAt) {
      seen = true;
    }

    @Override
    public void happened(GossipEvent event) {}

    @Override
    public void ended(String why) {
      reason = why;
    }
  }
}
