package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.net.RecordingService.Asked;
import p2pgossip.net.RecordingService.Connected;
import p2pgossip.net.RecordingService.Heard;
import p2pgossip.net.RecordingService.Left;

/// What a peer answers to valid requests, as bytes over a socket.
class PeerServerTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final String CALLER_JSON =
      "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":1,\"nanos\":0},"
          + "\"port\":19001,\"host_alias\":null}";
  private static final Peer CALLER =
      new Peer(Instant.parse("2026-11-22T06:45:06Z"), Duration.ofSeconds(1), 19001, null, Set.of());

  /// A copy without its end.
  private static final String COPY =
      "{\"id\":\"a1\",\"origin\":\"10.0.0.3:8080\",\"born\":\"2026-11-22T06:45:06Z\",\"hops\":3,"
          + "\"copy\":41";

  private static Copy copyOf(String text) {
    Rumor rumor =
        new Rumor(
            new RumorId("a1"),
            PeerAddress.parse("10.0.0.3:8080"),
            Instant.parse("2026-11-22T06:45:06Z"),
            text);
    return new Copy(rumor, 3, 41);
  }

  private ServedPeer peer;

  @BeforeEach
  void open() throws IOException {
    peer = new ServedPeer();
  }

  @AfterEach
  void close() {
    peer.close();
  }

  private RawAnswer ask(String request) throws IOException {
    try (RawConnection connection = peer.connect()) {
      return connection.send(request).answer();
    }
  }

  private static Map<String, String> withoutDate(RawAnswer answer) {
    answer.headers().remove("date");
    return answer.headers();
  }

  @Test
  void theHandshakeIsTheOriginalsWithWhatIsOffered() throws IOException {
    RawAnswer answer = ask(RawConnection.get("/"));
    String body =
        "{\"started\":\"2026-11-22T06:45:06.601679016Z\",\"period\":{\"secs\":5,\"nanos\":0},"
            + "\"port\":"
            + peer.server.port()
            + ",\"host_alias\":null,\"offers\":[\"sender\"]}";
    assertThat(answer.status()).isEqualTo(200);
    assertThat(withoutDate(answer))
        .isEqualTo(
            Map.of(
                "content-type",
                "application/json",
                "content-length",
                Integer.toString(body.length()),
                "connection",
                "keep-alive",
                "keep-alive",
                "timeout=30"));
    assertThat(answer.body()).isEqualTo(body);
  }

  @Test
  void aConnectionThatCloseAsksForGetsNoKeepAlive() throws IOException {
    RawAnswer answer = ask("GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
    assertThat(answer.closesConnection()).isTrue();
    assertThat(answer.headers()).doesNotContainKey("keep-alive");
  }

  @Test
  void nobodyKnownIsAnEmptyObject() throws IOException {
    RawAnswer answer = ask(RawConnection.get("/known_peers"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(answer.body()).isEqualTo("{}");
  }

  @Test
  void knownPeersAreTheOriginals() throws IOException {
    peer.service.known.put(new PeerAddress(HERE, 19001), CALLER);
    assertThat(ask(RawConnection.get("/known_peers")).body())
        .isEqualTo("{\"127.0.0.1:19001\":" + CALLER_JSON + "}");
  }

  @Test
  void aListOfThousandsStaysUnder64KiB() throws IOException {
    for (int port = 1; port <= 5_000; port++) {
      peer.service.known.put(new PeerAddress(HERE, port), CALLER);
    }
    assertThat(ask(RawConnection.get("/known_peers")).body()).hasSizeBetween(65_000, 65_535);
  }

  @Test
  void aCallerIsConnectedAndToldInTheOriginalsWords() throws IOException {
    RawAnswer answer = ask(RawConnection.post("/connect", CALLER_JSON));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("text/plain; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo("You, 127.0.0.1:19001  are now connected and a `known_peer`. ");
    assertThat(peer.service.connected).containsExactly(new Connected(HERE, CALLER));
  }

  @ParameterizedTest
  @CsvSource({"false, 400, Bad Request", "true, 503, Service Unavailable"})
  void aCallerThatIsTurnedAwayIsToldWhy(boolean busy, int status, String title) throws IOException {
    peer.service.connecting = _ -> new Answer.Refused("no room", busy);
    RawAnswer answer = ask(RawConnection.post("/connect", CALLER_JSON));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\""
                + title
                + "\",\"status\":"
                + status
                + ",\"detail\":\"no room\"}");
  }

  @Test
  void aMessageIsHeardAndEchoed() throws IOException {
    RawAnswer answer = ask(RawConnection.post("/message", "{\"message\":\"[random_message]\"}"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(answer.body()).isEqualTo("{\"message\":\"[random_message]\"}");
    assertThat(peer.service.heard)
        .containsExactly(new Heard(HERE, new Message("[random_message]", null)));
  }

  @Test
  void theSenderOfAMessageIsHeardAndNotEchoed() throws IOException {
    assertThat(
            ask(RawConnection.post(
                    "/message", "{\"message\":\"hé\",\"from\":\"10.0.0.7:8080\",\"new\":1}"))
                .body())
        .isEqualTo("{\"message\":\"hé\"}");
    assertThat(peer.service.heard)
        .containsExactly(new Heard(HERE, new Message("hé", PeerAddress.parse("10.0.0.7:8080"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-8",
        "Application/JSON",
        "application/gossip+json",
        "text/json ;x=y"
      })
  void everyJsonContentTypeIsAccepted(String contentType) throws IOException {
    assertThat(ask(RawConnection.post("/message", contentType, "{\"message\":\"a\"}")).status())
        .isEqualTo(200);
  }

  @Test
  void theLargestBodyIsAccepted() throws IOException {
    String text = "x".repeat(32_768 - "{\"message\":\"\"}".length());
    RawAnswer answer = ask(RawConnection.post("/message", "{\"message\":\"" + text + "\"}"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).hasSize(32_768);
  }

  @Test
  void aBodyInChunksAndPiecesIsAccepted() throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send(
          "POST /message HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"mes\r\n");
      connection.send("8\r\nsage\":\"a\r\n");
      connection.send("2\r\n\"}\r\n0\r\n\r\n");
      assertThat(connection.answer().body()).isEqualTo("{\"message\":\"a\"}");
    }
  }

  @Test
  void aCallerThatWaitsForTheGoAheadGetsIt() throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send(
          "POST /message HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
              + "Content-Length: 15\r\nExpect: 100-continue\r\n\r\n");
      assertThat(connection.answerWithoutBody().status()).isEqualTo(100);
      connection.send("{\"message\":\"a\"}");
      assertThat(connection.answer().body()).isEqualTo("{\"message\":\"a\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/known_peers", "/state"})
  void headHasTheHeadersOfGet(String path) throws IOException {
    try (RawConnection connection = peer.connect()) {
      Map<String, String> headers = withoutDate(connection.send(RawConnection.get(path)).answer());
      RawAnswer head =
          connection.send(RawConnection.get(path).replace("GET", "HEAD")).answerWithoutBody();
      assertThat(head.status()).isEqualTo(200);
      assertThat(withoutDate(head)).isEqualTo(headers);
      // Nothing of a body comes before the next answer.
      assertThat(connection.send(RawConnection.get("/")).answer().status()).isEqualTo(200);
    }
  }

  @Test
  void theHeadOfAStreamEndsAtOnce() throws IOException {
    try (RawConnection connection = peer.connect()) {
      RawAnswer head =
          connection.send(RawConnection.get("/events").replace("GET", "HEAD")).answerWithoutBody();
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.contentType()).isEqualTo("text/event-stream");
      assertThat(connection.send(RawConnection.get("/")).answer().status()).isEqualTo(200);
    }
    assertThat(peer.service.watchers).isEmpty();
  }

  @Test
  void theAnswerToARumourSaysWhetherItWasNews() throws IOException {
    peer.service.hearing = Hearing.KNOWN;
    assertThat(
            ask(RawConnection.post(
                    "/message",
                    "{\"message\":\"hé\",\"from\":\"10.0.0.7:8080\",\"rumor\":" + COPY + "}}"))
                .body())
        .isEqualTo("{\"message\":\"hé\",\"hearing\":\"known\"}");
    assertThat(peer.service.heard)
        .containsExactly(
            new Heard(HERE, Message.passing(copyOf("hé"), PeerAddress.parse("10.0.0.7:8080"))));
  }

  @Test
  void aQuestionForRumoursIsAnswered() throws IOException {
    peer.service.rumors =
        new Reply.Exchanged(List.of(copyOf("It rains")), Set.of(new RumorId("b2")));
    RawAnswer answer =
        ask(
            RawConnection.post(
                "/rumors",
                "{\"from\":\"10.0.0.7:8080\",\"purpose\":\"reconcile\",\"have\":[\"b2\"]}"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(answer.body())
        .isEqualTo("{\"wanted\":[\"b2\"],\"copies\":[" + COPY + ",\"text\":\"It rains\"}]}");
    assertThat(peer.service.asked)
        .containsExactly(
            new Asked(
                HERE,
                PeerAddress.parse("10.0.0.7:8080"),
                new Digest(Set.of(new RumorId("b2")), Digest.Purpose.RECONCILE)));
  }

  @Test
  void aGoodbyeIsAcceptedWithoutABody() throws IOException {
    try (RawConnection connection = peer.connect()) {
      RawAnswer answer =
          connection.send(RawConnection.post("/leave", CALLER_JSON)).answerWithoutBody();
      assertThat(answer.status()).isEqualTo(204);
      assertThat(connection.send(RawConnection.get("/")).answer().status()).isEqualTo(200);
    }
    assertThat(peer.service.left).containsExactly(new Left(HERE, CALLER));
  }

  @Test
  void aPeerShowsItself() throws IOException {
    RawAnswer answer = ask(RawConnection.get("/state"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(answer.body())
        .startsWith("{\"at\":\"2026-11-22T07:00:00Z\",\"address\":\"127.0.0.1:")
        .endsWith("\"periods\":0,\"neighbors\":[],\"rumors\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | GET, HEAD, OPTIONS",
        "/known_peers | GET, HEAD, OPTIONS",
        "/state | GET, HEAD, OPTIONS",
        "/events | GET, HEAD, OPTIONS",
        "/connect | POST, OPTIONS",
        "/rumors | POST, OPTIONS",
        "/leave | POST, OPTIONS",
        "/message | POST, OPTIONS",
        "/settings | GET, HEAD, PATCH, OPTIONS",
        "* | GET, HEAD, POST, PATCH, OPTIONS"
      })
  void optionsListsTheMethodsOfAPath(String path, String allowed) throws IOException {
    try (RawConnection connection = peer.connect()) {
      RawAnswer answer =
          connection.send(RawConnection.get(path).replace("GET", "OPTIONS")).answerWithoutBody();
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.headers()).containsEntry("allow", allowed);
      assertThat(connection.send(RawConnection.get("/")).answer().status()).isEqualTo(200);
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInTurn() throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send(
          RawConnection.post("/message", "{\"message\":\"a\"}")
              + RawConnection.get("/known_peers")
              + RawConnection.post("/message", "{\"message\":\"b\"}"));
      assertThat(connection.answer().body()).isEqualTo("{\"message\":\"a\"}");
      assertThat(connection.answer().body()).isEqualTo("{}");
      assertThat(connection.answer().body()).isEqualTo("{\"message\":\"b\"}");
    }
  }

  @Test
  void aCallerThatAsksForItGetsItsConnectionClosed() throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
      assertThat(connection.answer().closesConnection()).isTrue();
      assertThat(connection.isClosedInSilence()).isTrue();
    }
  }

  @Test
  void aCallerFromIpv6IsSeenAsSuch() throws IOException {
    InetAddress six = InetAddress.ofLiteral("::1");
    try (PeerServer server = PeerServer.open(peer.threads, six, 0, new Random(1))) {
      RecordingService service = new RecordingService(server.port());
      server.serve(service);
      try (RawConnection connection = new RawConnection(server.address())) {
        connection.send(RawConnection.post("/message", "{\"message\":\"a\"}")).answer();
      }
      assertThat(service.heard).containsExactly(new Heard(six, new Message("a", null)));
    }
  }

  @Test
  void aCallerFromIpv4IsSeenAsSuchByAServerOfBoth() throws IOException {
    InetAddress every = InetAddress.ofLiteral("::");
    try (PeerServer server = PeerServer.open(peer.threads, every, 0, new Random(1))) {
      RecordingService service = new RecordingService(server.port());
      server.serve(service);
      try (RawConnection connection =
          new RawConnection(new InetSocketAddress("127.0.0.1", server.port()))) {
        connection.send(RawConnection.post("/message", "{\"message\":\"a\"}")).answer();
      }
      assertThat(service.heard)
          .containsExactly(new Heard(InetAddress.ofLiteral("127.0.0.1"), new Message("a", null)));
    }
  }
}
