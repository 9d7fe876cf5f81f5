package p2pgossip.original;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the original answers to callers.
class OriginalPeerTest {

  private static final OriginalFlags QUICK = OriginalFlags.NONE.period(Duration.ofMillis(50));

  private static final OriginalFlags SLOW = OriginalFlags.NONE.period(Duration.ofDays(1));

  /// A peer's description of itself.
  static final String PEER =
      "{\"started\":\"2026-11-22T06:45:06.601679016Z\",\"period\":{\"secs\":5,\"nanos\":0},"
          + "\"port\":18081,\"host_alias\":null}";

  @Test
  void twoGossipWithEachOther() {
    try (OriginalPeer one = OriginalPeer.inItsFirstPause(OriginalPeer.UNHURRIED);
        OriginalPeer two = OriginalPeer.start(QUICK.connect(one.endpoint()))) {
      await().until(() -> one.messages().size() >= 3 && two.messages().size() >= 3);

      assertThat(one.messages()).containsOnly("[random_message]");
      assertThat(one.knownPeers()).isEqualTo(Map.of(two.endpoint(), two.self()));
      assertThat(two.knownPeers()).isEqualTo(Map.of(one.endpoint(), one.self()));
      assertThat(one.refused()).isEmpty();
      assertThat(two.refused()).isEmpty();
    }
  }

  @Test
  void introducesItselfWithFourFields() throws IOException {
    try (OriginalPeer peer = OriginalPeer.running(SLOW)) {
      HttpMessage answer = RawClient.get(peer.endpoint(), "/");

      assertThat(answer.headers()).containsEntry("content-type", "application/json");
      assertThat(answer.text())
          .isEqualTo(
              "{\"started\":\"%s\",\"period\":{\"secs\":86400,\"nanos\":0},\"port\":%d,\"host_alias\":null}"
                  .formatted(peer.self().started(), peer.endpoint().port()));
    }
  }

  @Test
  void bindsItsHostAliasAndAnnouncesIt() throws IOException {
    InetAddress alias = InetAddress.ofLiteral("127.0.0.2");
    try (OriginalPeer peer = OriginalPeer.running(SLOW.hostAlias(alias))) {
      assertThat(peer.endpoint().ip()).isEqualTo(alias);
      assertThat(RawClient.get(peer.endpoint(), "/").text())
          .endsWith("\"host_alias\":\"127.0.0.2\"}");
    }
  }

  @Test
  void storesEveryCallerUnderTheLoopbackAddress() throws IOException {
    try (OriginalPeer peer = OriginalPeer.running(SLOW)) {
      HttpMessage answer =
          RawClient.post(peer.endpoint(), "/connect", PEER.replace("null", "\"192.0.2.7\""));

      assertThat(answer.text())
          .isEqualTo("You, 127.0.0.1:18081  are now connected and a `known_peer`. ");
      assertThat(answer.headers()).containsEntry("content-type", "text/plain; charset=utf-8");
      assertThat(RawClient.get(peer.endpoint(), "/known_peers").text())
          .isEqualTo("{\"127.0.0.1:18081\":" + PEER.replace("null", "\"192.0.2.7\"") + "}");
    }
  }

  @Test
  void knowsNobodyAtFirst() throws IOException {
    try (OriginalPeer peer = OriginalPeer.running(SLOW)) {
      assertThat(RawClient.get(peer.endpoint(), "/known_peers").text()).isEqualTo("{}");
    }
  }

  @Test
  void echoesAMessageWithoutItsExtraFields() throws IOException {
    try (OriginalPeer peer = OriginalPeer.running(SLOW)) {
      HttpMessage answer =
          RawClient.post(peer.endpoint(), "/message", "{\"from\":\"me\",\"message\":\"psst\"}");

      assertThat(answer.text()).isEqualTo("{\"message\":\"psst\"}");
      assertThat(peer.messages()).containsExactly("psst");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PEER,
        "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":0,\"nanos\":1},\"port\":0}",
        "{\"port\":65535,\"started\":\"2026-11-22T06:45:06.5+01:00\","
            + "\"period\":{\"nanos\":0,\"secs\":1},\"host_alias\":\"127.0.0.2\"}",
        "{\"started\":\"2026-11-22T06:45:06.123456789-00:30\",\"period\":{\"secs\":1,\"nanos\":0},"
            + "\"port\":1,\"host_alias\":\"::1\",\"extra\":{\"a\":[1,2]}}"
      })
  void takesAPeer(String body) throws IOException {
    try (OriginalPeer peer = OriginalPeer.running(SLOW)) {
      assertThat(RawClient.post(peer.endpoint(), "/connect", body).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "T06:45:06.601679016Z | t06:45:06Z",
        "T06:45:06.601679016Z | T06:45:06z",
        "T06:45:06.601679016Z | T06:45:06",
        "T06:45:06.601679016Z | T06:45:06.Z",
        "T06:45:06.601679016Z | T06:45:06.1234567890Z",
        "T06:45:06.601679016Z | T25:45:06Z",
        "2026-11-22T           | 2026-02-30T",
        "\"secs\":5,\"nanos\":0 | \"secs\":5",
        "\"secs\":5,\"nanos\":0 | \"nanos\":0",
        "\"secs\":5,\"nanos\":0 | \"secs\":5,\"nanos\":0,\"millis\":0",
        "\"secs\":5,\"nanos\":0 | \"secs\":5.0,\"nanos\":0",
        "\"secs\":5,\"nanos\":0 | \"secs\":-5,\"nanos\":0",
        "\"secs\":5,\"nanos\":0 | \"secs\":\"5\",\"nanos\":0",
        "{\"secs\":5,\"nanos\":0} | 5",
        "18081                  | 65536",
        "18081                  | -1",
        "18081                  | \"18081\"",
        "\"port\":18081,        | ~~",
        "\"port\":18081         | \"port\":18081,\"port\":18081",
        "\"host_alias\":null    | \"host_alias\":\"localhost\"",
        "\"host_alias\":null    | \"host_alias\":\"127.1\"",
        "\"host_alias\":null    | \"host_alias\":\"127.0.0.1:80\"",
        "\"host_alias\":null    | \"host_alias\":\"[::1]\"",
        "\"host_alias\":null    | \"host_alias\":7",
        "\"host_alias\":null}   | \"host_alias\":null",
      })
  void refusesAnInvalidPeerWithoutAReason(String right, String wrong) throws IOException {
    String body = PEER.replace(right, wrong);
    assertThat(body).isNotEqualTo(PEER);
    try (OriginalPeer peer = OriginalPeer.running(SLOW)) {
      HttpMessage answer = RawClient.post(peer.endpoint(), "/connect", body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).isEmpty();
      assertThat(peer.knownPeers()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "\"psst\"",
        "{\"message\":null}",
        "{\"message\":1}",
        "{\"message\":\"psst\",\"message\":\"psst\"}",
        "{\"message\":\"psst\"} ."
      })
  void refusesAnInvalidMessageWithoutAReason(String body) throws IOException {
    try (OriginalPeer peer = OriginalPeer.running(SLOW)) {
      HttpMessage answer = RawClient.post(peer.endpoint(), "/message", body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).isEmpty();
      assertThat(peer.messages()).isEmpty();
      assertThat(peer.refused()).extracting(Received::what).containsExactly("POST /message");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/message",
    "GET,/connect",
    "POST,/",
    "POST,/known_peers",
    "DELETE,/",
    "GET,/known_peers/",
    "GET,/favicon.ico"
  })
  void findsNothingBehindAnotherMethodOrPath(String method, String path) throws IOException {
    try (OriginalPeer peer = OriginalPeer.running(SLOW)) {
      HttpMessage answer =
          RawClient.ask(
              peer.endpoint(),
              HttpMessage.request(method, path, peer.endpoint()).with("application/json", PEER));

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).isEmpty();
    }
  }

  @Test
  void refusesABodyOfAnotherContentType() throws IOException {
    try (OriginalPeer peer = OriginalPeer.running(SLOW)) {
      HttpMessage request =
          HttpMessage.request("POST", "/message", peer.endpoint())
              .with("text/plain", "{\"message\":\"psst\"}");

      assertThat(RawClient.ask(peer.endpoint(), request).status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @CsvSource({"32768,200", "32769,413"})
  void acceptsBodiesUpToALength(int bytes, int status) throws IOException {
    String frame = "{\"message\":\"\"}";
    String body = frame.replace("\"\"", '"' + "a".repeat(bytes - frame.length()) + '"');
    try (OriginalPeer peer = OriginalPeer.running(SLOW)) {
      HttpMessage answer = RawClient.post(peer.endpoint(), "/message", body);

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.text()).isEqualTo(status == 200 ? body : "");
    }
  }

  @Test
  void takesAChunkedBody() throws IOException {
    try (OriginalPeer peer = OriginalPeer.running(SLOW);
        RawClient client = new RawClient(peer.endpoint())) {
      client.send(
          """
          POST /message HTTP/1.1\r
          Content-Type: application/json\r
          Transfer-Encoding: chunked\r
          \r
          c\r
          {"message":"\r
          6\r
          psst"}\r
          0\r
          \r
          """);

      assertThat(client.response().text()).isEqualTo("{\"message\":\"psst\"}");
    }
  }

  @Test
  void answersAnythingButHttpWithAnEmptyError() throws IOException {
    try (OriginalPeer peer = OriginalPeer.running(SLOW);
        RawClient client = new RawClient(peer.endpoint())) {
      client.send("\u0016\u0003\u0001 hello\r\n\r\n");

      HttpMessage answer = client.response();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).isEmpty();
    }
  }

  @Test
  void answersManyRequestsOnOneConnection() throws IOException {
    try (OriginalPeer peer = OriginalPeer.running(SLOW);
        RawClient client = new RawClient(peer.endpoint())) {
      HttpMessage request = HttpMessage.request("GET", "/", peer.endpoint());

      String first = client.ask(request).text();
      assertThat(client.ask(request).text()).isEqualTo(first);
    }
  }

  @Test
  void leavesNoThreadBehind() {
    OriginalPeer peer = OriginalPeer.running(QUICK);
    String name = "original " + peer.endpoint();
    assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).contains(name);
    peer.close();
    peer.close();

    // Its executor ends a moment before its thread.
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain(name));
  }
}
