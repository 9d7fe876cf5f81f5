package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that a web page could make a browser send.
class BrowserGateTest {

  @AutoClose private final ServedPeer peer;

  BrowserGateTest() throws IOException {
    peer = new ServedPeer();
  }

  private RawAnswer answerTo(String headers) throws IOException {
    try (RawConnection connection = peer.connect()) {
      String body = "{\"message\":\"psst\"}";
      return connection
          .send(
              "POST /message HTTP/1.1\r\n"
                  + headers
                  + "Content-Type: application/json\r\nContent-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body)
          .answer();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.org", "null", "http://127.0.0.1:8080", ""})
  void aPageIsRefusedWhereverItComesFrom(String origin) throws IOException {
    RawAnswer answer = answerTo("Host: 127.0.0.1:8080\r\nOrigin: " + origin + "\r\n");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("a web page may not talk to a peer");
    assertThat(peer.service.heard).isEmpty();
  }

  /// A browser sends no `Origin` when it loads an image, a script or a style sheet of a page.
  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "same-origin", "CROSS-SITE", ""})
  void aRequestThatABrowserMakesForAPageIsRefused(String site) throws IOException {
    RawAnswer answer = answerTo("Host: 127.0.0.1:8080\r\nSec-Fetch-Site: " + site + "\r\n");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("a web page may not talk to a peer");
    assertThat(peer.service.heard).isEmpty();
  }

  @Test
  void anAddressTypedIntoABrowserIsAnswered() throws IOException {
    assertThat(answerTo("Host: 127.0.0.1:8080\r\nSec-Fetch-Site: none\r\n").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:8080",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:80",
        "2130706433",
        "127.1"
      })
  void aNameThatIsNotOursIsRefused(String host) throws IOException {
    RawAnswer answer = answerTo("Host: " + host + "\r\n");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("call this peer by its IP address, not by the name");
    assertThat(peer.service.heard).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:8080",
        "127.0.0.1",
        "10.0.0.7:1",
        "[::1]:8080",
        "[2001:db8::1]",
        "localhost",
        "LocalHost:8080"
      })
  void anyAddressIsAccepted(String host) throws IOException {
    assertThat(answerTo("Host: " + host + "\r\n").status()).isEqualTo(200);
    assertThat(peer.service.heard).hasSize(1);
  }

  @Test
  void preflightRequestsOfABrowserAreRefusedToo() throws IOException {
    try (RawConnection connection = peer.connect()) {
      RawAnswer answer =
          connection
              .send(
                  "OPTIONS /message HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://example.org\r\n"
                      + "Access-Control-Request-Method: POST\r\n\r\n")
              .answer();
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
    }
  }
}
