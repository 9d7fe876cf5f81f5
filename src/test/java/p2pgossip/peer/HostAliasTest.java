package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The addresses of a name at which a peer of this machine is reached.
class HostAliasTest {

  private static final InetAddress OURS = InetAddress.ofLiteral("192.0.2.8");

  private static List<InetAddress> addresses(String... literals) {
    return Arrays.stream(literals).map(InetAddress::ofLiteral).toList();
  }

  private static HostAlias lookUp(String... literals) throws UnknownHostException {
    return HostAlias.lookUp(
        "teacher.example",
        _ -> addresses(literals).toArray(InetAddress[]::new),
        address -> address.equals(OURS) || address.isLoopbackAddress());
  }

  @Test
  void allAddressesOfANameAreThePeersAndTheFirstOfThisMachineIsAnnounced()
      throws UnknownHostException {
    HostAlias alias = lookUp("2001:db8::8", "127.0.1.1", "192.0.2.7", "192.0.2.8", "192.0.2.7");

    assertThat(alias.host()).isEqualTo("teacher.example");
    assertThat(alias.addresses())
        .isEqualTo(addresses("192.0.2.8", "127.0.1.1", "192.0.2.7", "2001:db8::8"));
    assertThat(alias.announced()).isEqualTo(OURS);
    assertThat(alias.unannounced()).isEqualTo(addresses("127.0.1.1", "192.0.2.7", "2001:db8::8"));
  }

  @Test
  void ifThisMachineHasNoneTheFirstIsAnnounced() throws UnknownHostException {
    assertThat(lookUp("2001:db8::8", "192.0.2.7", "192.0.2.6").addresses())
        .isEqualTo(addresses("192.0.2.7", "192.0.2.6", "2001:db8::8"));
    assertThat(lookUp("127.0.0.1", "::1").announced())
        .isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
  }

  @Test
  void aLinkLocalAddressIsUsedOnlyIfThereIsNoOther() throws UnknownHostException {
    assertThat(lookUp("fe80::1", "192.0.2.7").addresses()).isEqualTo(addresses("192.0.2.7"));
    assertThat(lookUp("fe80::1").addresses()).isEqualTo(addresses("fe80::1"));
  }

  @Test
  void aNameForTooManyAddressesIsRefusedInWords() throws UnknownHostException {
    String[] most =
        IntStream.rangeClosed(1, Names.MOST_ADDRESSES)
            .mapToObj(last -> "192.0.2." + last)
            .toArray(String[]::new);
    String[] more = Arrays.copyOf(most, most.length + 1);
    more[most.length] = "192.0.2.200";

    assertThat(lookUp(most).addresses()).hasSize(Names.MOST_ADDRESSES);
    assertThatThrownBy(() -> lookUp(more))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"teacher.example\" stands for 33 addresses, more than 32");
  }

  @Test
  void addressesOfThisMachineAreBoundOrAllIfItHasNone() throws Exception {
    HostAlias here = new HostAlias("a", addresses("192.0.2.7", "127.0.0.1", "127.0.0.3"));
    HostAlias elsewhere = new HostAlias("b", addresses("192.0.2.7", "192.0.2.8"));

    assertThat(Binding.addressesFor(here)).isEqualTo(addresses("127.0.0.1", "127.0.0.3"));
    assertThat(Binding.addressesFor(elsewhere)).isEqualTo(addresses("0.0.0.0"));
    assertThat(Binding.addressesFor(null)).isEqualTo(addresses("127.0.0.1"));
  }

  @Test
  void aLiteralIsNotLookedUp() throws UnknownHostException {
    assertThat(Set.copyOf(HostAlias.lookUp("192.0.2.9").addresses()))
        .containsExactly(InetAddress.ofLiteral("192.0.2.9"));
  }
}
