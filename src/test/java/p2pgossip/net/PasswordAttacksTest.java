package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.LocalPeers;
import p2pgossip.net.password.Password;
import p2pgossip.net.password.Proof;
import p2pgossip.testing.Recorder;

/// Attacks by somebody who does not know the password. With the digest authentication of version
/// 1.0, each of them but the guesses succeeds.
class PasswordAttacksTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Password SESAME = Password.of("open sesame");
  private static final String JSON = "application/json";
  private static final String TRUE_WORD = "{\"message\":\"the exam is at ten\"}";
  private static final String FALSE_WORD = "{\"message\":\"there is no exam\"}";
  private static final UnaryOperator<String> AS_IT_IS = said -> said;

  private final Credentials caller = new Credentials(new PeerAddress(HERE, 9), SESAME);

  @AutoClose private final ServedPeer peer = ServedPeer.guardedBy(SESAME);

  private static Request tell(PeerAddress to) {
    return new Request.Tell(to, new Message("the exam is at ten", null));
  }

  @Test
  void anOverheardRequestIsAcceptedOnce() throws IOException {
    try (RawConnection connection = peer.connect()) {
      String overheard = new ProvenRequests(peer).post("/message", TRUE_WORD);
      assertThat(connection.send(overheard).answer().status()).isEqualTo(200);
      assertThat(connection.send(overheard).answer().status()).isEqualTo(401);
      assertThat(connection.send(overheard).answer().status()).isEqualTo(401);
    }
    assertThat(peer.service.heard).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /message, application/json, false",
    "POST, /leave, application/json, true",
    "POST, /connect, application/json, true",
    "PATCH, /settings, application/json, true",
    "POST, /message?again, application/json, true",
    "POST, /message, application/x+json, true"
  })
  void aProofIsForNoOtherRequest(String method, String path, String type, boolean sameBody)
      throws IOException {
    ProvenRequests requests = new ProvenRequests(peer);
    Proof proof = requests.prove("POST", "/message", JSON, TRUE_WORD);
    String forged = requests.request(method, path, type, sameBody ? TRUE_WORD : FALSE_WORD, proof);
    try (RawConnection connection = peer.connect()) {
      assertThat(connection.send(forged).answer().status()).isIn(400, 401);
    }
    assertThat(peer.service.heard).isEmpty();
    assertThat(peer.service.left).isEmpty();
    assertThat(peer.service.connected).isEmpty();
    assertThat(peer.service.tuned).isEmpty();
  }

  @Test
  void aBodyOtherThanTheProvenOneIsNotHeard() throws IOException {
    ProvenRequests requests = new ProvenRequests(peer);
    Proof proof = requests.prove("POST", "/message", JSON, TRUE_WORD);
    try (RawConnection connection = peer.connect()) {
      RawAnswer answer =
          connection.send(requests.request("POST", "/message", JSON, FALSE_WORD, proof)).answer();
      assertThat(answer.status()).isEqualTo(400);
      // The caller did send a request with this number, so only it can be told that this is
      // another.
      assertThat(
              requests.session.isAnswer(
                  proof.counter(),
                  answer.headers().get("authentication-info"),
                  400,
                  answer.headers().get("content-type"),
                  answer.body().getBytes(UTF_8)))
          .isTrue();
    }
    assertThat(peer.service.heard).isEmpty();
  }

  /// A caller that knew the old password and has sent a part of a request achieves nothing with it.
  @Test
  void aBodyThatArrivesAfterThePasswordHasChangedIsNotHeard() {
    // Sometimes the password changes before the head is read.
    await().until(() -> sentAcrossAChange().contains("ended before its body arrived"));
    assertThat(peer.service.heard).isEmpty();
  }

  private String sentAcrossAChange() throws IOException {
    peer.credentials.set(SESAME);
    String request = new ProvenRequests(peer).post("/message", TRUE_WORD);
    int most = request.length() - 5;
    try (RawConnection slow = peer.connect();
        RawConnection other = peer.connect()) {
      slow.send(request.substring(0, most));
      assertThat(other.send(RawConnection.get("/")).answer().status()).isEqualTo(401);
      peer.credentials.set(Password.of("open barley"));
      RawAnswer answer = slow.send(request.substring(most)).answer();
      assertThat(answer.status()).isEqualTo(401);
      return answer.body();
    }
  }

  @Test
  void nobodySpeaksInTheNameOfAnother() throws IOException {
    ProvenRequests requests = new ProvenRequests(peer);
    try (RawConnection connection = peer.connect()) {
      assertThat(
              connection
                  .send(
                      requests.post("/message", "{\"message\":\"hi\",\"from\":\"127.0.0.1:4711\"}"))
                  .answer()
                  .status())
          .isEqualTo(403);
      String other =
          "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":1,\"nanos\":0},\"port\":4711}";
      assertThat(connection.send(requests.post("/leave", other)).answer().status()).isEqualTo(403);
      assertThat(connection.send(requests.post("/connect", other)).answer().status())
          .isEqualTo(403);
      assertThat(
              connection
                  .send(
                      requests.post(
                          "/rumors",
                          "{\"from\":\"127.0.0.1:4711\",\"purpose\":\"pull\",\"have\":[]}"))
                  .answer()
                  .status())
          .isEqualTo(403);
    }
    assertThat(peer.service.heard).isEmpty();
    assertThat(peer.service.left).isEmpty();
    assertThat(peer.service.connected).isEmpty();
    assertThat(peer.service.asked).isEmpty();
  }

  /// A session with the peer, through a relay that may change what is said.
  private PeerStreams streamsBy(Relay relay) {
    return new PeerStreams(
        Instant::now, StreamLimits.DEFAULT, null, knownAs(relay.address()), new OwnConnections());
  }

  private LocalPeers knownAs(PeerAddress address) {
    LocalPeers peers = new LocalPeers("");
    peers.add(address, peer.credentials);
    return peers;
  }

  @ParameterizedTest
  @CsvSource({
    // Another body, another status, another type, no proof, one byte less.
    "exam is at ten, exam was at ten",
    "HTTP/1.1 200 OK, HTTP/1.1 201 OK",
    "application/json, application/jsoN",
    "(?s)(200 OK.*)Authentication-Info, $1X-Authentication-Info",
    "Content-Length: 32, Content-Length: 31"
  })
  void anAnswerThatWasChangedIsNotBelieved(String was, String is) throws IOException {
    try (Relay relay =
            new Relay(peer.server.address(), AS_IT_IS, said -> said.replaceFirst(was, is));
        HttpPeerClient here =
            new HttpPeerClient(
                ClientLimits.DEFAULT, null, knownAs(relay.address()), new OwnConnections())) {
      assertThat(Told.of(here.by(() -> caller), tell(relay.address())))
          .isEqualTo(
              new Failure(
                  Failure.Kind.UNAUTHORIZED,
                  "its answer does not show that it comes from a peer with this password"));
      // The message has arrived; its answer was changed.
      assertThat(peer.service.heard).hasSize(1);
    }
  }

  @Test
  void anErrorWithoutProofIsBelievedToBeAnErrorAndNothingMore() throws IOException {
    String forged =
        ScriptedServer.answer(
            503,
            MediaTypes.PROBLEM,
            "{\"title\":\"x\",\"status\":503,\"detail\":\"the exam is cancelled\"}");
    try (ScriptedServer impostor = ScriptedServer.saying(forged);
        HttpPeerClient here =
            new HttpPeerClient(
                ClientLimits.DEFAULT, null, knownAs(impostor.address()), new OwnConnections())) {
      assertThat(Told.of(here.by(() -> caller), tell(impostor.address())))
          .isEqualTo(
              new Failure(
                  Failure.Kind.REFUSED,
                  "it refused, without showing that it knows the password (status 503)"));
    }
  }

  /// A peer has ended unnoticed by its neighbours, and another program listens on its port.
  @Test
  void aProgramThatTakesThePortOfAPeerHearsNothingThatIsMeantForIt() throws IOException {
    Recorder<String> overheard = new Recorder<>();
    try (ScriptedServer thief = new ScriptedServer(visitor -> listen(visitor, overheard));
        HttpPeerClient here =
            new HttpPeerClient(
                ClientLimits.DEFAULT, null, knownAs(thief.address()), new OwnConnections())) {
      for (int i = 0; i < 2; i++) {
        assertThat(Told.of(here.by(() -> caller), tell(thief.address())))
            .isEqualTo(
                new Failure(
                    Failure.Kind.UNAUTHORIZED,
                    "its answer does not show that it comes from a peer with this password"));
      }
    }
    assertThat(overheard).isNotEmpty().noneMatch(said -> said.contains("exam"));
  }

  /// Reads whatever comes, and keeps the connection open.
  private static void listen(ScriptedServer.Visitor visitor, Recorder<String> overheard)
      throws IOException {
    while (true) {
      overheard.accept(visitor.readRequest());
      visitor.say("HTTP/1.1 204 No Content\r\n\r\n");
    }
  }

  /// The answer to one request, given to another.
  @Test
  void anAnswerIsForOneRequestOnly() throws IOException {
    String[] kept = new String[1];
    try (Relay relay =
            new Relay(
                peer.server.address(),
                AS_IT_IS,
                said -> {
                  if (kept[0] == null && said.startsWith("HTTP/1.1 200")) {
                    kept[0] = said;
                  }
                  return kept[0] == null ? said : kept[0];
                });
        HttpPeerClient here =
            new HttpPeerClient(
                ClientLimits.DEFAULT, null, knownAs(relay.address()), new OwnConnections())) {
      assertThat(Told.of(here.by(() -> caller), tell(relay.address())))
          .isInstanceOf(Reply.Heard.class);
      assertThat(Told.of(here.by(() -> caller), tell(relay.address()))).isInstanceOf(Failure.class);
    }
  }

  private static String leaveOut(String said) {
    return Pattern.compile("mac: [^\\n]*\\ndata: [^\\n]*saying first[^\\n]*\\n\\n")
        .matcher(said)
        .replaceAll(event -> ":" + "-".repeat(event.group().length() - 3) + "\n\n");
  }

  static Stream<UnaryOperator<String>> changesOfEvents() {
    return Stream.of(
        said -> said.replace("it is so", "it is no"),
        PasswordAttacksTest::leaveOut,
        said -> said.replace("mac: ", "nac: "));
  }

  @ParameterizedTest
  @MethodSource("changesOfEvents")
  void eventsThatWereChangedOrLeftOutEndTheStream(UnaryOperator<String> change) throws IOException {
    AtomicBoolean changing = new AtomicBoolean();
    try (Relay relay =
            new Relay(
                peer.server.address(),
                AS_IT_IS,
                said -> changing.get() ? change.apply(said) : said);
        PeerStreams streams = streamsBy(relay)) {
      Followed followed = new Followed();
      PeerStreams.Following _ = streams.follow(relay.address(), caller, followed);
      followed.awaitState();
      changing.set(true);
      peer.service.happen(new GossipEvent.Trouble(Instant.EPOCH, "saying first", "it is so"));
      await().until(() -> relay.overheard().contains("it is so"));
      peer.service.happen(new GossipEvent.Trouble(Instant.EPOCH, "saying second", "it is"));
      assertThat(followed.reason())
          .isEqualTo("it sends an event without a valid proof of who sent it");
      assertThat(followed.events()).isEmpty();
    }
  }

  @Test
  void aStrangersStreamIsNotFollowed() throws IOException {
    try (ScriptedServer impostor =
            new ScriptedServer(
                visitor -> {
                  visitor.readRequest();
                  visitor.say(
                      "HTTP/1.1 200 OK\r\n"
                          + "Content-Type: text/event-stream\r\n"
                          + "Connection: close\r\n\r\n"
                          + "event: state\n"
                          + "data: {}\n\n");
                  visitor.waitForLeaving();
                });
        PeerStreams streams =
            new PeerStreams(
                Instant::now,
                StreamLimits.DEFAULT,
                null,
                knownAs(impostor.address()),
                new OwnConnections())) {
      Followed followed = new Followed();
      PeerStreams.Following _ = streams.follow(impostor.address(), caller, followed);
      assertThat(followed.reason())
          .isEqualTo("its answer does not show that it comes from a peer with this password");
      assertThat(followed.heard()).isEmpty();
    }
  }

  @Test
  void readersAreDisconnectedWhenThePasswordChanges() throws IOException {
    try (PeerStreams streams =
        new PeerStreams(
            Instant::now,
            StreamLimits.DEFAULT,
            null,
            knownAs(peer.address()),
            new OwnConnections())) {
      Followed followed = new Followed();
      PeerStreams.Following _ = streams.follow(peer.address(), caller, followed);
      followed.awaitState();
      peer.credentials.set(Password.of("open barley"));
      peer.service.happen(new GossipEvent.Trouble(Instant.EPOCH, "saying", "a secret"));
      assertThat(followed.reason()).isNotEmpty();
      assertThat(followed.events()).isEmpty();
    }
  }
}
