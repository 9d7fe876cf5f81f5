package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Failure.Kind;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Request;

/// The client, calling servers whose answers are too large, too slow or without end.
class HttpPeerClientLimitsTest extends ScriptedCalls {

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
