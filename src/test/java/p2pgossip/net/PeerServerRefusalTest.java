package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.net.RecordingService.Failed;
import p2pgossip.testing.Words;

/// What a peer answers to invalid requests, as bytes over a socket.
class PeerServerRefusalTest extends ServerTrial {

  private static final String PEER_START =
      "\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":1,\"nanos\":0}";

  private RawAnswer refusedAndStillServed(String request) throws IOException {
    try (RawConnection connection = peer.connect()) {
      RawAnswer answer = connection.send(request).answer();
      assertThat(connection.send(GOOD).answer().body()).isEqualTo("{\"message\":\"good\"}");
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
      assertThat(peer.service.heard).hasSize(1);
      assertThat(peer.service.connected).isEmpty();
      return answer;
    }
  }

  /// Undertow takes it for an error of its own.
  @ParameterizedTest
  @ValueSource(strings = {"/message", "/nowhere", "/connect"})
  void anInvalidTrailerNameIsTheCallersFault(String path) throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send(
          "POST "
              + path
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n"
              + "12\r\n{\"message\":\"good\"}\r\n0\r\n\u00e9: x\r\n\r\n");
      connection.finish(2_000);
    }
    try (RawConnection next = peer.connect()) {
      assertThat(next.send(GOOD).answer().status()).isEqualTo(200);
    }
    assertThat(peer.service.failed).isEmpty();
    assertThat(peer.service.heard).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | … ends too early",
        "{\"message\": | … ends too early",
        "{'message':1} | not JSON: … line 1 column 3 …",
        "{} | \"message\" is missing",
        "{\"message\":7} | \"message\" … string, not a number",
        "{\"message\":\"a\",\"message\":\"a\"} | \"message\" is given twice",
        "[] | a message … object, not an array"
      })
  void aBadMessageIsRefusedInWords(String body, String detail) throws IOException {
    RawAnswer answer = refusedAndStillServed(RawConnection.post("/message", body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).matches(Words.of(problem(400, "Bad Request", detail)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | \"started\" is missing",
        "{\"started\":7} | \"started\" … string, not a number",
        "{"
            + PEER_START
            + ",\"port\":70000} | \"port\" … whole number … from 0 to 65535, not 70000",
        "{" + PEER_START + ",\"port\":1,\"port\":1} | \"port\" is given twice",
        "{"
            + PEER_START
            + ",\"port\":1,\"host_alias\":\"localhost\"} | \"host_alias\" … IP address … not"
            + " \"localhost\"",
        "null | a peer … object, not null"
      })
  void aBadPeerIsRefusedInWords(String body, String detail) throws IOException {
    RawAnswer answer = refusedAndStillServed(RawConnection.post("/connect", body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).matches(Words.of(problem(400, "Bad Request", detail)));
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() throws IOException {
    try (RawConnection connection = peer.connect()) {
      byte[] request = RawConnection.post("/message", "{\"message\":\"?\"}").getBytes(UTF_8);
      request[request.length - 3] = (byte) 0xc3;
      assertThat(connection.send(request).answer().body())
          .isEqualTo(problem(400, "Bad Request", "not UTF-8 at byte 12"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/jsonp", "", "application/x-www-form-urlencoded"})
  void anotherContentTypeIsRefused(String contentType) throws IOException {
    RawAnswer answer =
        refusedAndStillServed(RawConnection.post("/message", contentType, "{\"message\":\"a\"}"));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body())
        .isEqualTo(
            problem(
                415,
                "Unsupported Media Type",
                "the content type must be application/json, not \"" + contentType + "\""));
  }

  @Test
  void noContentTypeIsRefused() throws IOException {
    RawAnswer answer =
        refusedAndStillServed(
            "POST /connect HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}");
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body())
        .isEqualTo(
            problem(
                415,
                "Unsupported Media Type",
                "the body has no content type; send it as application/json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/message/", "//", "/known_peers/1", "/Message"})
  void anUnknownPathIsRefused(String path) throws IOException {
    RawAnswer answer = refusedAndStillServed(RawConnection.get(path));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            problem(
                404,
                "Not Found",
                "there is nothing at \""
                    + path
                    + "\"; a peer answers at /, /known_peers, /connect, /message, /rumors, /leave,"
                    + " /state, /settings, /begin and /events"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | / | GET, HEAD, OPTIONS",
        "DELETE | /known_peers | GET, HEAD, OPTIONS",
        "GET | /connect | POST, OPTIONS",
        "PUT | /message | POST, OPTIONS",
        "GOSSIP | /message | POST, OPTIONS"
      })
  void aWrongMethodIsRefusedWithTheRightOnes(String method, String path, String allowed)
      throws IOException {
    RawAnswer answer = refusedAndStillServed(RawConnection.get(path).replace("GET", method));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("allow", allowed);
    assertThat(answer.body())
        .isEqualTo(
            problem(
                405,
                "Method Not Allowed",
                path + " takes " + allowed + ", not \"" + method + "\""));
  }

  @Test
  void aBodyThatIsAnnouncedTooLargeIsRefused() throws IOException {
    RawAnswer answer = refusedAndHungUpOn(RawConnection.post("/message", "x".repeat(32_769)));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body())
        .isEqualTo(problem(413, "Request Entity Too Large", "the body is larger than 32768 bytes"));
  }

  @Test
  void aBodyInChunksThatGrowsTooLargeIsRefused() throws IOException {
    String chunk = "1000\r\n" + "x".repeat(4_096) + "\r\n";
    RawAnswer answer =
        refusedAndHungUpOn(
            HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(12) + "0\r\n\r\n");
    assertThat(answer.status()).isEqualTo(413);
  }

  private RawAnswer refusedAndHungUpOn(String request) throws IOException {
    try (RawConnection connection = peer.connect()) {
      RawAnswer answer = connection.send(request).answer();
      assertThat(answer.closesConnection()).isTrue();
      assertThat(connection.isClosedInSilence()).isTrue();
      return answer;
    }
  }

  @Test
  void aRefusedCallerIsNotReadAnyFurther() throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send(
          "POST /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 30000\r\n\r\nx");
      RawAnswer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.closesConnection()).isTrue();
      assertThat(connection.isClosedInSilence()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "gzip, identity", "nonsense"})
  void aBodyInACodingIsRefused(String coding) throws IOException {
    RawAnswer answer =
        refusedAndStillServed(
            HEAD + "Content-Encoding: " + coding + "\r\nContent-Length: 2\r\n\r\n{}");
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body())
        .contains("the body must be sent as it is, without the content encoding");
  }

  @Test
  void theCodingIdentityIsAccepted() throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send(
          HEAD + "Content-Encoding: identity\r\nContent-Length: 15\r\n\r\n{\"message\":\"a\"}");
      assertThat(connection.answer().status()).isEqualTo(200);
    }
  }

  /// RFC 9112, section 2.2: before the first request and after a body, together with it and later.
  @Test
  void emptyLinesBeforeARequestAreSkipped() throws IOException {
    try (RawConnection connection = peer.connect()) {
      assertThat(connection.send("\r\n" + GOOD).answer().status()).isEqualTo(200);
      assertThat(connection.send("\r\n\n\r\n" + GOOD + "\r\n").answer().status()).isEqualTo(200);
      assertThat(connection.send(GOOD + "\r\n" + GOOD).answer().status()).isEqualTo(200);
      assertThat(connection.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void anOversizedBodyCostsTheConnection() throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send(HEAD + "Content-Length: 9000000000\r\n\r\nx");
      RawAnswer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(413);
      assertThat(connection.isClosedInSilence()).isTrue();
    }
  }

  @Test
  void aCallerThatWaitsForTheGoAheadWithTooMuchIsRefusedAtOnce() throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send(HEAD + "Content-Length: 40000\r\nExpect: 100-continue\r\n\r\n");
      assertThat(connection.answer().status()).isEqualTo(413);
    }
  }

  @Test
  void whatFollowsABadRequestInOneGoIsStillServed() throws IOException {
    try (RawConnection connection = peer.connect()) {
      connection.send(
          RawConnection.post("/message", "bad")
              + RawConnection.get("/nowhere")
              + RawConnection.post("/message", "text/plain", "bad")
              + GOOD
              + RawConnection.post("/message", "x".repeat(40_000)));
      assertThat(
              List.of(
                  connection.answer().status(),
                  connection.answer().status(),
                  connection.answer().status(),
                  connection.answer().status(),
                  connection.answer().status()))
          .containsExactly(400, 404, 415, 200, 413);
    }
  }

  /// A proxy in front of this peer could interpret them differently (RFC 9112, sections 6.1 and
  /// 6.3, and 3.2).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 16\r\nContent-Length: 16\r\n",
        "Content-Length: 16\r\nContent-Length: 60\r\n",
        "Content-Length: 16, 16\r\n",
        "Content-Length: +16\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Content-Length: 16\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 16\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        "Transfer-Encoding: xchunked\r\nContent-Length: 16\r\n",
        "Transfer-Encoding : chunked\r\n",
        "Host: evil.example\r\nContent-Length: 16\r\n"
      })
  void aRequestWithAnAmbiguousEndOrHostIsRefused(String headers) throws IOException {
    try (RawConnection connection = peer.connect()) {
      RawAnswer answer =
          connection
              .send(
                  "POST /message HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                      + headers
                      + "\r\n{\"message\":\"hi\"}"
                      + RawConnection.get("/"))
              .answer();

      assertThat(answer.status()).isEqualTo(400);
      assertThat(connection.isClosedInSilence()).isTrue();
    }
    assertThat(peer.service.heard).isEmpty();
  }

  @Test
  void aFailureIsAnsweredAndReportedOnce() throws IOException {
    IllegalStateException trouble = new IllegalStateException("out of gossip");
    peer.service.breaking = message -> message.text().equals("bad") ? trouble : null;
    RawAnswer answer =
        refusedAndStillServed(RawConnection.post("/message", "{\"message\":\"bad\"}"));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body())
        .isEqualTo(problem(500, "Internal Server Error", "the peer failed at this request"));
    assertThat(peer.service.failed).containsExactly(new Failed("answering POST /message", trouble));
  }
}
