package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests and connections that exceed a peer's limits, break off, or are not HTTP, as bytes over
/// a socket.
class PeerServerLimitsTest extends ServerTrial {

  private static final Duration LONG = Duration.ofSeconds(30);

  private void reopen(ServerLimits limits) throws IOException {
    peer.close();
    peer = new ServedPeer(limits);
  }

  @Test
  void aBodyThatDoesNotArriveIsGivenUp() throws IOException {
    reopen(limits(LONG, SHORT, LONG));
    try (RawConnection connection = peer.connect()) {
      RawAnswer answer = connection.send(HEAD + "Content-Length: 20\r\n\r\n{\"mess").answer();
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.closesConnection()).isTrue();
      assertThat(answer.body())
          .isEqualTo(problem(408, "Request Time-out", "the body did not arrive within 200 ms"));
      assertThat(connection.isClosedInSilence()).isTrue();
    }
    assertThat(peer.service.heard).isEmpty();
  }

  @Test
  void aHeadWithoutEndIsGivenUp() throws IOException {
    reopen(limits(SHORT, LONG, LONG));
    try (RawConnection connection = peer.connect()) {
      connection.send("GET / HTTP/1.1\r\nHo");
      assertThat(connection.isClosedInSilence()).isTrue();
    }
  }

  @Test
  void aConnectionWithoutRequestIsGivenUp() throws IOException {
    // Long enough for a busy machine to get from the connection to its request.
    reopen(limits(LONG, LONG, Duration.ofSeconds(2)));
    try (RawConnection fresh = peer.connect();
        RawConnection used = peer.connect()) {
      assertThat(used.send(GOOD).answer().status()).isEqualTo(200);
      assertThat(fresh.isClosedInSilence()).isTrue();
      assertThat(used.isClosedInSilence()).isTrue();
    }
  }

  /// The part before the cut is a complete message by itself; only its length shows that more
  /// belongs to it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 40\r\n\r\n{\"message\":\"cut off\"}",
        "Transfer-Encoding: chunked\r\n\r\n15\r\n{\"message\":\"cut off\"}\r\n",
        "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"message\":\"cut off\"}"
      })
  void aBodyThatIsCutOffHalfwayIsNoMessage(String rest) throws IOException {
    try (RawConnection inOnePiece = peer.connect();
        RawConnection inTwo = peer.connect()) {
      inOnePiece.send(HEAD + rest).finish(5_000);
      inTwo.send(HEAD + rest.substring(0, rest.length() - 9));
      // Answered only after the server has had time for the first piece of the other.
      assertThat(sent(GOOD)).isEqualTo(200);
      inTwo.send(rest.substring(rest.length() - 9)).finish(5_000);
      assertThat(sent(GOOD)).isEqualTo(200);
    }
    assertThat(peer.service.heard)
        .extracting(heard -> heard.message().text())
        .containsExactly("good", "good");
  }

  private int sent(String request) throws IOException {
    try (RawConnection connection = peer.connect()) {
      return connection.send(request).answer().status();
    }
  }

  @Test
  void tooManyBodiesAtOnceAreRefused() throws IOException {
    reopen(new ServerLimits(32_768, 100, 100, 1, LONG, LONG, LONG, SHORT, EventLimits.DEFAULT));
    String halfway = HEAD + "Content-Length: 15\r\n\r\n{\"mess";
    try (RawConnection first = peer.connect();
        RawConnection second = peer.connect();
        RawConnection whole = peer.connect()) {
      first.send(halfway);
      // One of the two is too many, whichever the server reads first.
      second.send(halfway);
      await().until(() -> first.hasAnswer() || second.hasAnswer());
      assertThat(whole.send(GOOD).answer().status()).isEqualTo(200);
      first.send("age\":\"a\"}");
      second.send("age\":\"b\"}");
      assertThat(List.of(first.answer().status(), second.answer().status()))
          .containsExactlyInAnyOrder(200, 503);
    }
  }

  @Test
  void moreConnectionsThanAllowedWaitUntilOneIsClosed() throws IOException {
    reopen(new ServerLimits(32_768, 2, 100, 50, LONG, LONG, LONG, SHORT, EventLimits.DEFAULT));
    try (RawConnection first = peer.connect();
        RawConnection second = peer.connect();
        RawConnection third = peer.connect()) {
      first.send(GOOD).answer();
      second.send(GOOD).answer();
      third.send(GOOD);
      second.send(GOOD).answer();
      assertThat(third.hasAnswer()).isFalse();
      first.leave();
      assertThat(third.answer().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0001\u0002\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET  HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost here\r\n\r\n",
        "POST /message HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n",
        "POST /message HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: x\r\n\r\n"
      })
  void rubbishIsGivenUpAndOthersAreServed(String bytes) throws IOException {
    try (RawConnection bad = peer.connect();
        RawConnection good = peer.connect()) {
      bad.send(bytes);
      assertThat(good.send(GOOD).answer().status()).isEqualTo(200);
    }
    assertThat(peer.service.failed).isEmpty();
  }

  @Test
  void aHeadOfManyHeadersIsGivenUp() throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(100) + "\r\n");
      assertThat(connection.answerWithoutBody().status()).isEqualTo(400);
    }
  }

  @Test
  void aHeadOfManyBytesIsGivenUp() throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send("GET / HTTP/1.1\r\nA: " + "b".repeat(20_000) + "\r\n\r\n");
      RawAnswer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(431);
      assertThat(answer.closesConnection()).isTrue();
      assertThat(answer.body())
          .isEqualTo(
              problem(
                  431,
                  "Request Header Fields Too Large",
                  "the head of the request is larger than 16384 bytes"));
      assertThat(connection.isClosedInSilence()).isTrue();
    }
  }
}
