package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.PeerAddress;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "8081, 127.0.0.1, 8081",
    "127.0.0.1:8081, 127.0.0.1, 8081",
    "[::1]:8081, ::1, 8081",
    "[0:0:0:0:0:0:0:1]:8081, ::1, 8081",
    "localhost:8081, localhost, 8081",
    "my-pc.example.:80, my-pc.example., 80",
    "' host:1 ', host, 1"
  })
  void isReadAsAPersonWritesIt(String text, String host, int port) {
    assertThat(Target.parse(text)).isEqualTo(new Target(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "localhost", ":8081", "localhost:", "localhost:http", "localhost:0",
        "localhost:65536", "0", "70000", "127.1:80", "1.2.3.4.5:80", "256.1.1.1:80", "::1:80",
        "[::1]", "[localhost]:80", "0.0.0.0:80", "224.0.0.1:80", "-pc:80", "a b:80", "a/b:80",
        "http://localhost:80"
      })
  void isRefusedInWordsWhenItIsNone(String text) {
    assertThatThrownBy(() -> Target.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".{20,}[^.]");
  }

  @Test
  void boundsAName() {
    String longest = "a.".repeat(126) + "b";

    assertThat(Target.isHostName(longest)).isTrue();
    assertThat(Target.isHostName(longest + "c")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1:8081, 127.0.0.1:8081", "'[::1]:8081', '[::1]:8081'", "host:1, host:1"})
  void isWrittenAsItIsRead(String text, String written) {
    assertThat(Target.parse(text)).hasToString(written);
  }

  @Test
  void knowsTheAddressOfALiteralWithoutLookingItUp() {
    assertThat(Target.parse("[::1]:8081").literal()).contains(PeerAddress.parse("[::1]:8081"));
    assertThat(Target.parse("localhost:8081").literal()).isEmpty();
  }

  @Test
  void prefersTheAddressThatPeersBind() throws UnknownHostException {
    assertThat(Target.parse("localhost:8081").resolve())
        .isEqualTo(PeerAddress.parse("127.0.0.1:8081"));
  }
}
