package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;

/// Who is let in by a peer with a password, over real connections.
class PasswordGateTest {

  private static final String GUESS =
      "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
          + "Authorization: Digest username=\"peer\", realm=\"p2pgossip\", nonce=\"x\", uri=\"/\","
          + " qop=auth, nc=00000001, cnonce=\"y\", response=\"0\"\r\n\r\n";

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final Credentials door = new Credentials(Password.of("open sesame"));
  private final Credentials caller = new Credentials(Password.of("open sesame"));

  @AutoClose private final ServedPeer peer = serve(door);

  /// Patient: who guesses gets the last answer almost as late as a client gives up by default.
  @AutoClose
  private final HttpPeerClient client =
      new HttpPeerClient(ClientLimits.DEFAULT.withTime(Duration.ofSeconds(30)));

  private static ServedPeer serve(Credentials credentials) {
    try {
      return new ServedPeer(credentials);
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
  void whoKnowsThePasswordIsLetInAndHeard() {
    assertThat(handshake()).isEqualTo(new Reply.Introduced(peer.service.self()));
    for (int i = 1; i <= 3; i++) {
      assertThat(ask(new Request.Tell(peer.address(), new Message("hello", null))))
          .isInstanceOf(Reply.Heard.class);
    }
    assertThat(peer.service.heard).hasSize(3);
    assertThat(peer.service.turnedAway).isEmpty();
  }

  @Test
  void whoShowsNoneIsRefusedAndItIsSaidOnBothSides() {
    caller.set(null);
    assertThat(handshake())
        .isEqualTo(
            unauthorized(
                "it lets in only those who know its password; give this peer the same one"));
    await().until(() -> !peer.service.turnedAway.isEmpty());
    assertThat(peer.service.turnedAway)
        .containsOnly(new RecordingService.TurnedAway(HERE, "it has shown no password"));
  }

  @Test
  void whoHasAnotherIsRefusedAndItIsSaidOnBothSides() {
    caller.set(Password.of("open barley"));
    assertThat(handshake()).isEqualTo(unauthorized("it has another password than this peer"));
    assertThat(peer.service.turnedAway)
        .containsExactly(new RecordingService.TurnedAway(HERE, "it has another password"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/known_peers", "/state", "/events", "/settings", "/connect", "/nowhere"})
  void nothingIsSaidToWhoShowsNone(String path) throws IOException {
    try (RawConnection connection = peer.connect()) {
      RawAnswer answer = connection.send(RawConnection.get(path)).answer();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers().get("www-authenticate"))
          .startsWith("Digest realm=\"p2pgossip\", qop=\"auth\", algorithm=SHA-256, ");
      assertThat(answer.body()).contains("this peer lets in only those who know its password");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic cGVlcjpvcGVuIHNlc2FtZQ==",
        "Digest",
        "Digest ",
        "Digest =,=,,\"",
        "Digest username=\"peer\", realm=\"p2pgossip\", nonce=\"x\", uri=\"/\", response=\"\"",
        "digest nonce=\"\u00e9\", response=\"0\", qop=auth, uri=\"/\", nc=0, cnonce=\"\""
      })
  void rubbishIsRefusedInOrder(String shown) throws IOException {
    try (RawConnection connection = peer.connect()) {
      String request = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + shown + "\r\n\r\n";
      assertThat(connection.send(request).answer().status()).isEqualTo(401);
      assertThat(connection.send(RawConnection.get("/")).answer().status()).isEqualTo(401);
    }
  }

  @Test
  void whoGuessesIsAnsweredEverLaterAndThenTurnedAwayWhileOthersComeAndGo() {
    assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
    Credentials guesser = new Credentials(null);
    Instant begun = Instant.now();
    for (int guess = 1; guess <= WrongTries.MOST; guess++) {
      guesser.set(Password.of("guess " + guess));
      assertThat(Told.of(client.by(() -> guesser), new Request.Handshake(peer.address())))
          .isEqualTo(unauthorized("it has another password than this peer"));
    }
    // 0.25 + 0.5 + 1 + 2 + 4 s
    assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofMillis(7_700));
    guesser.set(Password.of("open sesame"));
    assertThat(Told.of(client.by(() -> guesser), new Request.Handshake(peer.address())))
        .isEqualTo(
            unauthorized("it takes no more passwords for a while, after too many wrong ones"));
    // It comes from the same address, but has shown before that it knows the password.
    assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
  }

  /// Those who may come back are waited for a short time: a try in which the machine was too busy to
  /// answer them all within it shows nothing.
  @Test
  void whoGuessesWhileTooManyAreWaitedForIsTurnedAwayAtOnce() throws IOException {
    boolean inTime = false;
    while (!inTime) {
      try (ServedPeer served = new ServedPeer(door);
          RawConnection asking = served.connect();
          RawConnection guessing = served.connect()) {
        long begun = System.nanoTime();
        for (int i = 0; i < PasswordGate.WAITING; i++) {
          asking.send(RawConnection.get("/"));
        }
        for (int i = 0; i < PasswordGate.WAITING; i++) {
          assertThat(asking.answer().status()).isEqualTo(401);
        }
        RawAnswer answer = guessing.send(GUESS).answer();
        inTime = System.nanoTime() - begun < PasswordGate.TO_COME_BACK.toNanos();
        if (inTime) {
          assertThat(answer.status()).isEqualTo(429);
          assertThat(answer.headers()).containsEntry("retry-after", "60");
        }
      }
    }
  }

  @Test
  void whoAsksForAPasswordAndDoesNotKnowItIsToldNothing() throws IOException {
    try (ServedPeer open = new ServedPeer()) {
      assertThat(Told.of(client.by(() -> caller), new Request.Handshake(open.address())))
          .isEqualTo(
              unauthorized(
                  "it has no password, or another one: it did not show that it knows that of this"
                      + " peer"));
      assertThat(open.service.heard).isEmpty();
    }
  }

  @Test
  void aPasswordThatIsChangedActsAtOnce() {
    assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
    door.set(Password.of("open barley"));
    assertThat(handshake()).isInstanceOf(Failure.class);
    caller.set(Password.of("open barley"));
    assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
    door.set(null);
    caller.set(null);
    assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
  }

  @Test
  void aStreamOfEventsIsForThoseWhoKnowThePassword() {
    try (PeerStreams streams = new PeerStreams(Instant::now)) {
      assertThat(handshake()).isInstanceOf(Reply.Introduced.class);
      Ending welcome = new Ending();
      PeerStreams.Following _ = streams.follow(peer.address(), caller, welcome);
      await().until(() -> welcome.seen);

      Ending stranger = new Ending();
      PeerStreams.Following _ = streams.follow(peer.address(), stranger);
      await().until(() -> stranger.reason != null);
      assertThat(stranger.reason)
          .isEqualTo("it lets in only those who know its password; give this peer the same one");
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
