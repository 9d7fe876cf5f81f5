package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "127.255.255.254", "::1", "::ffff:127.9.9.9"})
  void allOfLoopbackIsOneSource(String address) {
    Source source = Source.of(InetAddress.ofLiteral(address));
    assertThat(source).isEqualTo(Source.of(InetAddress.getLoopbackAddress()));
    assertThat(source.isLoopback()).isTrue();
    assertThat(source).hasToString("127.0.0.0/8");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, 10.0.0.7",
    "::ffff:10.0.0.7, 10.0.0.7",
    "0:0:0:0:0:ffff:a00:7, 10.0.0.7",
    "2001:db8::1, 2001:db8::/64",
    "2001:db8::ffff:ffff:ffff:ffff, 2001:db8::/64",
    "2001:db8:0:1::1, 2001:db8:0:1::/64",
    "fe80::1, fe80::/64",
    "::2, ::/64"
  })
  void anIpv4AddressCountsByItselfAndAnIpv6OneByItsFirst64Bits(String address, String source) {
    assertThat(Source.of(InetAddress.ofLiteral(address))).hasToString(source);
    assertThat(Source.of(InetAddress.ofLiteral(address)).isLoopback()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, ::ffff:10.0.0.7, true",
    "10.0.0.7, 10.0.0.8, false",
    "2001:db8::1, 2001:db8::abcd:0:0:1, true",
    "2001:db8:0:1::1, 2001:db8:0:2::1, false"
  })
  void addressesThatOneHostCanHaveAreOneSource(String one, String other, boolean same) {
    assertThat(
            Source.of(InetAddress.ofLiteral(one)).equals(Source.of(InetAddress.ofLiteral(other))))
        .isEqualTo(same);
  }

  @Test
  void eachLinkHasItsOwnLinkLocalNetwork() throws UnknownHostException {
    Source first = Source.of(scoped("fe80::1", 1));
    assertThat(first).isEqualTo(Source.of(scoped("fe80::2", 1)));
    assertThat(first).isNotEqualTo(Source.of(scoped("fe80::1", 2))).hasToString("fe80::/64%1");
  }

  @Test
  void aScopeCountsForLinkLocalAddressesOnly() throws UnknownHostException {
    assertThat(Source.of(scoped("2001:db8::1", 3)))
        .isEqualTo(Source.of(InetAddress.ofLiteral("2001:db8::2")));
    assertThat(Source.of(scoped("::1", 1)).isLoopback()).isTrue();
    byte[] mapped = new byte[16];
    Arrays.fill(mapped, 10, 12, (byte) -1);
    mapped[12] = 127;
    assertThat(Source.of(Inet6Address.getByAddress(null, mapped, 1)).isLoopback()).isTrue();
  }

  private static InetAddress scoped(String address, int scope) throws UnknownHostException {
    return Inet6Address.getByAddress(null, InetAddress.ofLiteral(address).getAddress(), scope);
  }
}
