package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.testing.Words;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "8081, 127.0.0.1, 8081",
    "127.0.0.1:8081, 127.0.0.1, 8081",
    "[::1]:8081, ::1, 8081",
    "[0:0:0:0:0:0:0:1]:8081, ::1, 8081",
    "localhost:8081, localhost, 8081",
    "my-pc.example.:80, my-pc.example., 80",
    "' host:1 ', host, 1",
    ":8204, 127.0.0.1, 8204",
    "http://127.0.0.1:8204, 127.0.0.1, 8204",
    "HTTP://127.0.0.1:8204/, 127.0.0.1, 8204",
    "https://my-pc:8204/, my-pc, 8204",
    "127.0.0.1:8204/, 127.0.0.1, 8204",
    "http://[::1]:8204/, ::1, 8204",
    "[::ffff:127.0.0.1]:8204, 127.0.0.1, 8204",
    "0x7f.example:80, 0x7f.example, 80",
    "1.2.3.4.example:80, 1.2.3.4.example, 80"
  })
  void isReadAsAUserWritesIt(String text, String host, int port) {
    assertThat(Target.parse(text)).isEqualTo(new Target(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        ":",
        ":0",
        "localhost:",
        "localhost:http",
        "localhost:0",
        "localhost:65536",
        "0",
        "70000",
        "127.1:80",
        "1.2.3.4.5:80",
        "256.1.1.1:80",
        "::1:80",
        "[::1]",
        "[localhost]:80",
        "0.0.0.0:80",
        "224.0.0.1:80",
        "-pc:80",
        "a b:80",
        "a/b:80",
        "0127.0.0.1:80",
        "127.0.0.010:80",
        "[::ffff:127.0.0.010]:80",
        "0x7f.1:80",
        "0x7f.0.0.1:80",
        "0X7F:80",
        "2130706433:80",
        "127.0.0.1.:80",
        "pc.1:80",
        "127.0.0.1:080",
        "127.0.0.1:+80",
        "127.0.0.1:８０",
        "１２７.0.0.1:80",
        "８０８０",
        "[fe80::1%lo]:8204",
        "[fe80::1%1]:8204",
        "http://",
        "http:///",
        "http://127.0.0.1",
        "http://127.0.0.1:80/state",
        "ftp://127.0.0.1:80",
        "http://me@127.0.0.1:80",
        "127.0.0.1:80?x",
        "127.0.0.1:80#x",
        "127.0.0.1:80//",
        "a,b:80",
        "[[::1]]:80",
        "[::00001]:80"
      })
  void isRefusedInWordsWhenItIsInvalid(String text) {
    assertThatThrownBy(() -> Target.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".{20,}[^.]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "localhost|\"localhost\" has no port; write host:port, such as 127.0.0.1:8081",
        "[::1]|\"[::1]\" has no port; write host:port, such as 127.0.0.1:8081",
        "http://pc:80/state|\"http://pc:80/state\" has a path; write host:port alone, such as"
            + " 127.0.0.1:8081",
        "ftp://pc:80|\"ftp://pc:80\" is not the address of a peer, which speaks HTTP; write"
            + " host:port",
        "[fe80::1%lo]:8204|\"fe80::1%lo\" … scope (%lo)…",
        "0127.0.0.010:80|\"0127.0.0.010\" has leading zeros… \"127.0.0.10\"",
        "127.1:80|\"127.1\" is not an IP address…",
        "127.0.0.1:080|port \"080\" has leading zeros"
      })
  void anErrorSaysWhatToWriteInstead(String text, String words) {
    assertThatThrownBy(() -> Target.parse(text)).message().matches(Words.of(words));
  }

  @Test
  void severalAreReadFromOneText() {
    assertThat(Target.list(" 8081,localhost:1; http://pc:2/\t:8082 "))
        .extracting(Target::toString)
        .containsExactly("127.0.0.1:8081", "localhost:1", "pc:2", "127.0.0.1:8082");
    assertThat(Target.list(" , ")).isEmpty();
    assertThatThrownBy(() -> Target.list("8081,nonsense")).hasMessageContaining("\"nonsense\"");
    assertThatThrownBy(() -> Target.list("1 ".repeat(51))).hasMessage("at most 50 targets at once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0127.0.0.1", "127.1", "0x7f.1", "0x7f000001", "2130706433", "fe80::1%lo", "a b"})
  void aTextThatTheSystemReadsAsANumberIsNotLookedUp(String host) {
    assertThat(Target.isHost(host)).isFalse();
    assertThatThrownBy(() -> HostAlias.lookUp(host)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void boundsAName() {
    String longest = "a.".repeat(126) + "b";

    assertThat(Target.isHost(longest)).isTrue();
    assertThat(Target.isHost(longest + "c")).isFalse();
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
  void standsForAllAddressesOfAName() throws UnknownHostException {
    assertThat(Target.parse("localhost:8081").resolve())
        .contains(PeerAddress.parse("127.0.0.1:8081"));
  }
}
