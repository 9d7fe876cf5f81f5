package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Failure.Kind;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.original.ReservedPort;
import p2pgossip.testing.Words;

/// The client, calling servers that are not peers, or bad ones.
class HttpPeerClientRubbishTest extends ScriptedCalls {

  private Object tell(ScriptedServer opened) throws IOException {
    try (ScriptedServer server = opened) {
      return Told.of(client, new Request.Tell(server.address(), new Message("hello", null)));
    }
  }

  private static Consumer<Object> notAPeerSince(String words) {
    return outcome ->
        assertThat(outcome)
            .isInstanceOfSatisfying(
                Failure.class,
                failure -> {
                  assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_A_PEER);
                  assertThat(failure.reason()).matches(Words.of(words));
                });
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
        "[] | a peer … object, not an array",
        "'' | … ends too early"
      })
  void jsonThatDescribesNoPeerIsNotAPeer(String body, String what) throws IOException {
    assertThat(handshakeWith(ScriptedServer.saying(200, JSON, body)))
        .satisfies(notAPeerSince("it answered 200 but not with a peer's handshake: " + what));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  void anAnswerWithoutABodyIsNoPeer(int status) throws IOException {
    assertThat(
            handshakeWith(
                ScriptedServer.saying(
                    "HTTP/1.1 " + status + " Fine\r\nContent-Type: application/json\r\n\r\n")))
        .satisfies(notAPeerSince("it answered " + status + " but … handshake: … ends too early"));
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
        .satisfies(
            notAPeerSince(
                "it answered 200 but not with the peers that it knows: … object, not an array"));
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
}
