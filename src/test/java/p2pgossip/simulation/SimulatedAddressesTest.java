package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.PeerAddress;

class SimulatedAddressesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 249, 250, 62_499, 62_500, 1_234_567, SimulatedAddresses.MOST - 1})
  void theAddressOfAPeerLeadsBackToIt(int index) {
    assertThat(SimulatedAddresses.index(SimulatedAddresses.of(index))).isEqualTo(index);
  }

  @Test
  void theFirstStandInARow() {
    assertThat(SimulatedAddresses.of(0)).hasToString("10.0.0.1:8080");
    assertThat(SimulatedAddresses.of(250)).hasToString("10.0.1.1:8080");
    assertThat(SimulatedAddresses.of(62_500)).hasToString("10.1.0.1:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0:8080",
        "10.0.0.251:8080",
        "10.0.250.1:8080",
        "10.0.0.1:8081",
        "11.0.0.1:8080",
        "127.0.0.1:8080",
        "[::1]:8080"
      })
  void otherAddressesLeadNowhere(String address) {
    assertThat(SimulatedAddresses.index(PeerAddress.parse(address))).isNegative();
  }
}
