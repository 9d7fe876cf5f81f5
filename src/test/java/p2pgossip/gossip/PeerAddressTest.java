package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:8080", "10.0.0.7:1", "[::1]:65535", "[2001:db8::7:0:0:1]:8080"})
  void anAddressInTheFormOfTheWireIsReadAndWrittenTheSame(String text) {
    assertThat(PeerAddress.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "[0:0:0:0:0:0:0:1]:80, [::1]:80",
    "[2001:DB8:0:0:1:0:0:1]:80, [2001:db8::1:0:0:1]:80",
    "[2001:db8:0:1:1:1:1:1]:80, [2001:db8:0:1:1:1:1:1]:80",
    "[::ffff:127.0.0.1]:80, 127.0.0.1:80",
    "[::ffff:7f00:1]:80, 127.0.0.1:80",
    "[::FFFF:10.20.0.100]:80, 10.20.0.100:80",
    "[fe80:0:0:0:0:0:0:0]:80, [fe80::]:80"
  })
  void ipv6IsWrittenAsRfc5952Says(String text, String canonical) {
    assertThat(PeerAddress.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8080",
        "127.0.0.1",
        "127.0.0.1:",
        "127.0.0.1:0",
        "127.0.0.1:65536",
        "127.0.0.1:+80",
        "127.0.0.1:80 ",
        "127.1:80",
        "localhost:80",
        "::1:80",
        "[::1]",
        "[::1%eth0]:80",
        "[127.0.0.1:80",
        "0.0.0.0:80",
        "[::]:80",
        "224.0.0.1:80",
        "0127.0.0.1:80",
        "127.0.0.010:80",
        "127.00.0.1:80",
        "[::ffff:0127.0.0.1]:80",
        "[::ffff:127.0.0.010]:80",
        "[::ffff:127.1]:80",
        "[::1%1]:80",
        "[::00001]:80",
        "[::\u0661]:80",
        "\u0661.0.0.1:80",
        "0x7f.0.0.1:80",
        "2130706433:80",
        "127.0.0.1:080",
        "127.0.0.1: 80",
        "127.0.0.1:-80",
        "127.0.0.1:8\uff10",
        "[[::1]]:80",
        "127.0.0.1.:80",
        ".127.0.0.1:80",
        "[1::2::3]:80",
        "[0:0:0:0:0:0:0:0:1]:80"
      })
  void anythingElseIsRefusedInWords(String text) {
    assertThatThrownBy(() -> PeerAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".{10,}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0.0.0:80 | 0.0.0.0 stands for every address of a machine, not for one peer",
        "[fe80::1%lo]:8204 | \"fe80::1%lo\" has a scope (%lo), which only one machine knows",
        "0127.0.0.010:80 | \"0127.0.0.010\" has leading zeros, which some programs read as octal;"
            + " write \"127.0.0.10\"",
        "127.1:80 | \"127.1\" is not an IP address; an IPv4 address has four numbers, such as"
            + " 127.0.0.1",
        "::1:80 | \"::1:80\" is ambiguous; write an IPv6 address as [IPv6]:port"
      })
  void anErrorSaysWhatIsWrong(String text, String words) {
    assertThatThrownBy(() -> PeerAddress.parse(text)).hasMessage(words);
  }

  @Test
  void addressesStandInTheOrderOfTheirBytesIpv4First() {
    List<PeerAddress> inOrder =
        Stream.of(
                "9.255.0.1:8080",
                "10.0.0.2:79",
                "10.0.0.2:80",
                "200.0.0.1:80",
                "[::1]:80",
                "[2001:db8::1]:1",
                "[2001:db8::1]:2")
            .map(PeerAddress::parse)
            .toList();
    List<PeerAddress> shuffled = new ArrayList<>(inOrder);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(shuffled.stream().sorted().toList()).isEqualTo(inOrder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.2:80", "255.0.0.1:80", "[::1]:80"})
  void twoAreEqualIfIpAndPortAre(String text) {
    PeerAddress one = PeerAddress.parse(text);

    assertThat(one).isEqualTo(PeerAddress.parse(text)).hasSameHashCodeAs(PeerAddress.parse(text));
    assertThat(one).isNotEqualTo(new PeerAddress(one.ip(), 81));
    assertThat(one).isNotEqualTo(PeerAddress.parse("10.0.0.3:80"));
    assertThat(one).isNotEqualTo(PeerAddress.parse("[::2]:80"));
  }

  @Test
  void anIpv4AddressIsANumber() {
    assertThat(PeerAddress.parse("10.0.1.255:65535").ipv4Bits()).isEqualTo(0x0a0001ffL);
    assertThat(PeerAddress.parse("200.0.0.1:1").ipv4Bits()).isEqualTo(0xc8000001L);
    assertThat(PeerAddress.parse("[::1]:1").ipv4Bits()).isNegative();
  }
}
