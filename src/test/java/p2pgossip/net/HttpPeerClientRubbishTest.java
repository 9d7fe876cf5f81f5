package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Failure.Kind;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.original.ReservedPort;

/// The client, calling servers that are not peers, or bad ones.
class HttpPeerClientRubbishTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final String JSON = "application/json";
  private static final String PEER =
      "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":1,\"nanos\":0},"
          + "\"port\":18082,\"host_alias\":null}";

  private final HttpPeerClient client = new HttpPeerClient();
  private final HttpPeerClient impatient = new HttpPeerClient(ClientLimits.DEFAULT.withTime(SHORT));

  @AfterEach
  void close() {
    client.close();
    impatient.close();
  }

  private static Failure notAPeer(String reason) {
    return new Failure(Kind.NOT_A_PEER, reason);
  }

  private Object handshakeWith(ScriptedServer opened) throws IOException {
    try (ScriptedServer server = opened) {
      return Told.of(client, new Request.Handshake(server.address()));
    }
  }

  private Object tell(ScriptedServer opened) throws IOException {
    try (ScriptedServer server = opened) {
      return Told.of(client, new Request.Tell(server.address(), new Message("hello", null)));
    }
  }

  private Object askWhomItKnows(ScriptedServer opened) throws IOException {
    try (ScriptedServer server = opened) {
      return Told.of(client, new Request.AskKnownPeers(server.address()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | text/html; charset=utf-8 | 200 with text/html for GET /",
        "200 | text/plain | 200 with text/plain for GET /",
        "404 | text/html | 404 for GET /",
        "405 | text/html | 405 for GET /",
        "301 | text/html | 301, a redirect, for GET /"
      })
  void anOrdinaryWebServerIsRecognized(int status, String contentType, String how)
      throws IOException {
    assertThat(handshakeWith(ScriptedServer.saying(status, contentType, "<html>hello</html>")))
        .isEqualTo(notAPeer("it answers as a web server, not as a p2pgossip peer (" + how + ")"));
  }

  @Test
  void aPeerInAnotherContentTypeIsNotAPeer() throws IOException {
    assertThat(handshakeWith(ScriptedServer.saying(200, "text/html", PEER)))
        .isEqualTo(
            notAPeer(
                "it answers as a web server, not as a p2pgossip peer (200 with text/html for GET"
                    + " /)"));
    assertThat(
            handshakeWith(
                ScriptedServer.saying(
                    "HTTP/1.1 200 OK\r\nContent-Length: " + PEER.length() + "\r\n\r\n" + PEER)))
        .isEqualTo(
            notAPeer(
                "it answers as a web server, not as a p2pgossip peer (200 without a content type"
                    + " for GET /)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"status\":\"ok\"} | \"started\" is missing",
        "[] | a peer must be an object, not an array",
        "'' | the JSON ends too early"
      })
  void jsonThatDescribesNoPeerIsNotAPeer(String body, String what) throws IOException {
    assertThat(handshakeWith(ScriptedServer.saying(200, JSON, body)))
        .isEqualTo(notAPeer("it answered 200 but not with a peer's handshake: " + what));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  void anAnswerWithoutABodyIsNoPeer(int status) throws IOException {
    assertThat(
            handshakeWith(
                ScriptedServer.saying(
                    "HTTP/1.1 " + status + " Fine\r\nContent-Type: application/json\r\n\r\n")))
        .isEqualTo(
            notAPeer(
                "it answered "
                    + status
                    + " but not with a peer's handshake: the JSON ends too early"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_10.0\r\n",
        "220 mail.example.org ESMTP\r\n",
        "hello\n\n",
        "HTTP/2.0 200 OK\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n"
      })
  void anAnswerThatIsNotHttpIsRecognized(String bytes) throws IOException {
    assertThat(handshakeWith(ScriptedServer.saying(bytes)))
        .isEqualTo(notAPeer("it does not answer in HTTP, as a p2pgossip peer would"));
  }

  @Test
  void binaryRubbishIsNoPeer() throws IOException {
    Random random = new Random(20261122);
    for (int i = 0; i < 50; i++) {
      byte[] bytes = new byte[random.nextInt(1, 20_000)];
      random.nextBytes(bytes);
      Object outcome =
          handshakeWith(
              new ScriptedServer(
                  visitor -> {
                    visitor.readRequest();
                    visitor.say(bytes);
                  }));
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> assertThat(failure.kind()).isIn(Kind.NOT_A_PEER, Kind.UNREACHABLE));
    }
  }

  @Test
  void aServerThatSpeaksFirstIsNoPeer() throws IOException {
    assertThat(
            handshakeWith(
                new ScriptedServer(
                    visitor -> {
                      visitor.say("220 mail.example.org ESMTP\r\n");
                      visitor.waitForLeaving();
                    })))
        .isEqualTo(notAPeer("it does not answer in HTTP, as a p2pgossip peer would"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n"
      })
  void anAnswerThatBreaksOffBeforeItsBodyIsNone(String bytes) throws IOException {
    assertThat(handshakeWith(ScriptedServer.saying(bytes)))
        .isEqualTo(new Failure(Kind.UNREACHABLE, "it closed the connection without a full answer"));
  }

  @Test
  void aHandshakeThatBreaksOffIsNone() throws IOException {
    assertThat(
            handshakeWith(
                ScriptedServer.saying(
                    ScriptedServer.answer(200, JSON, PEER).replaceFirst(".{20}$", ""))))
        .isEqualTo(new Failure(Kind.UNREACHABLE, "it closed the connection without a full answer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"long line", "many headers"})
  void anOversizedHeadIsNotAPeers(String what) throws IOException {
    String headers =
        what.equals("long line") ? "A: " + "b".repeat(9_000) + "\r\n" : "A: b\r\n".repeat(101);
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + PEER.length()
            + "\r\n"
            + headers
            + "\r\n"
            + PEER;
    assertThat(handshakeWith(ScriptedServer.saying(answer)))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_A_PEER));
  }

  @Test
  void aHugeHandshakeIsNone() throws IOException {
    assertThat(handshakeWith(ScriptedServer.saying(200, JSON, " ".repeat(100_000) + PEER)))
        .isEqualTo(notAPeer("its answer is longer than a peer's would be"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 9000000000000\r\n\r\n",
        "\r\n",
        "Transfer-Encoding: chunked\r\n\r\n"
      })
  void anEndlessAnswerIsCut(String framing) throws IOException {
    String piece =
        framing.startsWith("T") ? "400\r\n" + " ".repeat(1_024) + "\r\n" : " ".repeat(1_024);
    AtomicInteger left = new AtomicInteger();
    Object outcome =
        handshakeWith(
            new ScriptedServer(
                visitor -> {
                  visitor.readRequest();
                  visitor.say("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + framing);
                  try {
                    while (true) {
                      visitor.say(piece);
                    }
                  } finally {
                    left.incrementAndGet();
                  }
                }));
    assertThat(outcome).isEqualTo(notAPeer("its answer is longer than a peer's would be"));
    await().until(() -> left.get() == 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A: b\r\n", "no colon and no end "})
  void anEndlessHeadIsCut(String piece) throws IOException {
    assertThat(
            handshakeWith(
                new ScriptedServer(
                    visitor -> {
                      visitor.readRequest();
                      visitor.say("HTTP/1.1 200 OK\r\n");
                      while (true) {
                        visitor.say(piece);
                      }
                    })))
        .isEqualTo(notAPeer("its answer starts with more headers than a peer's would"));
  }

  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

  static Stream<Arguments> endlessParts() {
    String body = CHUNKED + "1\r\n{\r\n";
    return Stream.of(
        Arguments.of("", "\r\n"),
        Arguments.of("HTTP/1.1 100 Continue\r\n", "A: b\r\n"),
        Arguments.of(CHUNKED + "1;", "extension"),
        Arguments.of(body, "0"),
        Arguments.of(body + "0\r\n", "A: b\r\n"),
        Arguments.of(body + "0\r\n", "A"),
        Arguments.of(body + "0\r\nA: b\r\n", " folded\r\n"));
  }

  /// The parts before and after a body, and between its pieces, are bounded too.
  @ParameterizedTest
  @MethodSource("endlessParts")
  void anEndlessPartOfAnAnswerIsCut(String start, String piece) throws IOException {
    assertThat(endless(client, start, piece))
        .isEqualTo(notAPeer("its answer starts with more headers than a peer's would"));
  }

  /// None of them is kept, so they cost nothing but time.
  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"})
  void endlessAnnouncementsOfAnAnswerAreGivenUpInTime(String announcement) throws IOException {
    assertThat(endless(impatient, "", announcement))
        .isEqualTo(new Failure(Kind.TIMED_OUT, "no answer within 0.4 s"));
  }

  /// A server that sends one thing again and again until its connection is closed.
  private static Object endless(HttpPeerClient caller, String start, String piece)
      throws IOException {
    String many = piece.repeat(1 + 1_024 / piece.length());
    AtomicInteger left = new AtomicInteger();
    try (ScriptedServer server =
        new ScriptedServer(
            visitor -> {
              visitor.readRequest();
              visitor.say(start);
              try {
                while (true) {
                  visitor.say(many);
                }
              } finally {
                left.incrementAndGet();
              }
            })) {
      Object outcome = Told.of(caller, new Request.Handshake(server.address()));
      await().until(() -> left.get() == 1);
      return outcome;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 413, 429, 500, 503})
  void aRefusalInTheOriginalsWayHasItsStatus(int status) throws IOException {
    assertThat(
            tell(ScriptedServer.saying("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n")))
        .isEqualTo(new Failure(Kind.REFUSED, "it refused: status " + status));
  }

  @Test
  void aRefusalInWordsIsPassedOnOnOneLine() throws IOException {
    String problem = "{\"detail\":\"not\\ntoday,\\u0007 " + "x".repeat(300) + "\"}";
    assertThat(tell(ScriptedServer.saying(400, "application/problem+json", problem)))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
              assertThat(failure.reason())
                  .startsWith("it refused: not today, xxx")
                  .hasSizeLessThan(250);
            });
  }

  @Test
  void aMessageToAnOrdinaryWebServerFails() throws IOException {
    assertThat(tell(ScriptedServer.saying(404, "text/html", "<html>no</html>")))
        .isEqualTo(
            notAPeer(
                "it answers as a web server, not as a p2pgossip peer (404 for POST /message)"));
  }

  @Test
  void theBeginningOfAHugeListIsUsed() throws IOException {
    StringBuilder list = new StringBuilder("{");
    for (int i = 0; i < 20_000; i++) {
      list.append("\"10.0.").append(i / 250).append('.').append(i % 250 + 1).append(":80\":");
      list.append(PEER).append(',');
    }
    assertThat(askWhomItKnows(ScriptedServer.saying(200, JSON, list.toString())))
        .isInstanceOfSatisfying(
            Reply.Known.class,
            known -> {
              assertThat(known.peers()).hasSize(5_000);
              assertThat(known.peers()).containsKey(PeerAddress.parse("10.0.0.1:80"));
              assertThat(known.ignored()).isBetween(3_000, 5_000);
            });
  }

  @Test
  void theBeginningOfAListThatBreaksOffIsUsed() throws IOException {
    String list = "{\"10.0.0.1:80\":" + PEER + ",\"10.0.0.2:80\":{\"star";
    assertThat(
            askWhomItKnows(
                ScriptedServer.saying(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 5000\r\n\r\n"
                        + list)))
        .isInstanceOfSatisfying(
            Reply.Known.class,
            known -> {
              assertThat(known.peers().keySet()).containsExactly(PeerAddress.parse("10.0.0.1:80"));
              assertThat(known.ignored()).isEqualTo(1);
            });
  }

  @Test
  void aListInAnotherContentTypeIsRefused() throws IOException {
    assertThat(askWhomItKnows(ScriptedServer.saying(200, "text/plain", "{}")))
        .isEqualTo(
            notAPeer(
                "it answers as a web server, not as a p2pgossip peer (200 with text/plain for GET"
                    + " /known_peers)"));
  }

  @Test
  void aListThatIsNotAnObjectIsRefused() throws IOException {
    assertThat(askWhomItKnows(ScriptedServer.saying(200, JSON, "[]")))
        .isEqualTo(
            notAPeer(
                "it answered 200 but not with the peers that it knows: known peers must be an"
                    + " object, not an array"));
  }

  @Test
  void anAnswerThatEndsWithTheConnectionIsComplete() throws IOException {
    assertThat(
            askWhomItKnows(
                ScriptedServer.saying(
                    "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{}")))
        .isEqualTo(new Reply.Known(Map.of(), 0));
  }

  @Test
  void aPortOnWhichNothingListensIsReported() {
    try (ReservedPort nobody = new ReservedPort()) {
      PeerAddress there = new PeerAddress(HERE, nobody.endpoint().port());
      assertThat(Told.of(client, new Request.Handshake(there)))
          .isEqualTo(new Failure(Kind.UNREACHABLE, "nothing listens there"));
    }
  }

  @Test
  void aServerThatHangsIsGivenUpInTime() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.Visitor::waitForLeaving)) {
      assertThat(Told.of(impatient, new Request.Handshake(server.address())))
          .isEqualTo(new Failure(Kind.TIMED_OUT, "no answer within 0.4 s"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n"
      })
  void aServerThatTricklesIsGivenUpInTime(String start) throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            visitor -> {
              visitor.readRequest();
              visitor.say(start);
              visitor.say("{");
              visitor.waitForLeaving();
            })) {
      assertThat(Told.of(impatient, new Request.Handshake(server.address())))
          .isEqualTo(new Failure(Kind.TIMED_OUT, "no answer within 0.4 s"));
    }
  }

  @Test
  void aServerThatDoesNotEvenAcceptIsGivenUpInTime() throws IOException {
    List<SocketChannel> fill = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, HERE)) {
      // Its queue is full after a few: further connections are not even refused.
      for (int i = 0; i < 4; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(HERE, full.getLocalPort()));
        fill.add(channel);
      }
      PeerAddress to = new PeerAddress(HERE, full.getLocalPort());
      assertThat(Told.of(impatient, new Request.Handshake(to)))
          .isEqualTo(new Failure(Kind.TIMED_OUT, "no answer within 0.4 s"));
    } finally {
      for (SocketChannel channel : fill) {
        channel.close();
      }
    }
  }
}
