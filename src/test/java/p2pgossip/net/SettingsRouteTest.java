package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Tuning;
import p2pgossip.wire.TuningJson;

/// `GET` and `PATCH /settings`, byte by byte.
class SettingsRouteTest {

  private static final PeerSettings TUNABLE = PeerSettings.DEFAULT.withTunable(true);
  private static final String SLOWER = "{\"period\":{\"secs\":9,\"nanos\":0}}";

  @AutoClose private final ServedPeer peer;
  @AutoClose private final RawConnection connection;

  SettingsRouteTest() throws IOException {
    peer = new ServedPeer();
    connection = peer.connect();
  }

  @BeforeEach
  void allow() {
    peer.service.settings = TUNABLE;
  }

  private RawAnswer patch(String contentType, String from, String body) throws IOException {
    return connection
        .send(
            RawConnection.post("/settings", contentType, body)
                .replace("POST", "PATCH")
                .replace("Host:", from + "Host:"))
        .answer();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/merge-patch+json", "application/json; charset=utf-8"})
  void aChangeIsMadeAndAnsweredWithTheNewSettings(String contentType) throws IOException {
    RawAnswer answer = patch(contentType, "P2pgossip-From: 10.0.0.7:8080\r\n", SLOWER);
    assertThat(answer.status()).isEqualTo(200);
    PeerSettings slower = TUNABLE.withPeriod(Duration.ofSeconds(9));
    assertThat(answer.body()).isEqualTo(new String(TuningJson.writeSettings(slower), UTF_8));
    assertThat(peer.service.tuned)
        .containsExactly(
            new RecordingService.Tuned(
                InetAddress.getLoopbackAddress(),
                PeerAddress.parse("10.0.0.7:8080"),
                new Tuning(Duration.ofSeconds(9), null, null, null, null, null, null)));
    assertThat(connection.send(RawConnection.get("/settings")).answer().body())
        .isEqualTo(answer.body());
  }

  @Test
  void nothingIsShownOrChangedWhereItIsNotAllowed() throws IOException {
    peer.service.settings = PeerSettings.DEFAULT;
    RawAnswer answer = connection.send(RawConnection.get("/settings")).answer();
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body())
        .contains(
            "this peer's settings are its own; its user can allow others to change them"
                + " (--allow-tuning)");
    assertThat(patch("application/json", "", SLOWER).status()).isEqualTo(403);
    assertThat(peer.service.tuned).isEmpty();
  }

  @Test
  void aPeerThatAllowsItTellsARumour() throws IOException {
    RawAnswer answer =
        connection.send(RawConnection.post("/begin", "{\"message\":\"It rains\"}")).answer();
    assertThat(answer.status()).isEqualTo(204);
    assertThat(peer.service.begun).containsExactly("It rains");

    assertThat(connection.send(RawConnection.get("/begin")).answer().status()).isEqualTo(405);
    assertThat(connection.send(RawConnection.post("/begin", "{}")).answer().status())
        .isEqualTo(400);
    peer.service.settings = PeerSettings.DEFAULT;
    assertThat(
            connection
                .send(RawConnection.post("/begin", "{\"message\":\"It rains\"}"))
                .answer()
                .status())
        .isEqualTo(403);
    assertThat(peer.service.begun).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"period\":{\"secs\":9,\"nanos\":0},\"update\":7}",
        "{\"period\":{\"secs\":9,\"nanos\":0},\"failure_limit\":1}"
      })
  void anInvalidChangeChangesNothing(String body) throws IOException {
    assertThat(patch("application/json", "", body).status()).isEqualTo(400);
    assertThat(peer.service.tuned).isEmpty();
    assertThat(connection.send(RawConnection.get("/")).answer().status()).isEqualTo(200);
  }

  @Test
  void aSenderThatIsNoAddressIsRefused() throws IOException {
    RawAnswer answer = patch("application/json", "P2pgossip-From: the teacher\r\n", SLOWER);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "the header P2pgossip-From must be an address such as 10.0.0.7:8080, not"
                + " \\\"the teacher\\\"");
    assertThat(peer.service.tuned).isEmpty();
  }

  @Test
  void anotherContentTypeIsRefused() throws IOException {
    assertThat(patch("text/plain", "", SLOWER).status()).isEqualTo(415);
  }

  @Test
  void anotherMethodIsRefused() throws IOException {
    RawAnswer answer = connection.send(RawConnection.post("/settings", SLOWER)).answer();
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("allow", "GET, HEAD, PATCH, OPTIONS");
  }
}
