package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;

class PeerLabelsTest {

  private static List<String> shortened(String... addresses) {
    List<PeerAddress> peers = Stream.of(addresses).map(PeerAddress::parse).toList();
    PeerLabels labels = PeerLabels.of(peers);
    return peers.stream().map(labels::of).toList();
  }

  @Test
  void peersOfOneMachineAreToldApartByTheirPorts() {
    assertThat(shortened("127.0.0.1:8080", "127.0.0.1:8081")).containsExactly(":8080", ":8081");
    assertThat(shortened("[::1]:8080", "[::1]:8081")).containsExactly(":8080", ":8081");
    assertThat(shortened("10.0.0.7:8080")).containsExactly(":8080");
  }

  @Test
  void machinesThatAllUseOnePortAreToldApartByTheRestOfTheirAddresses() {
    assertThat(shortened("10.0.0.1:8080", "10.0.0.250:8080")).containsExactly(".1", ".250");
    assertThat(shortened("10.0.0.1:8080", "10.0.0.2:8080", "10.0.1.1:8080"))
        .containsExactly(".0.1", ".0.2", ".1.1");
    assertThat(shortened("10.0.0.1:8080", "10.200.0.1:8080")).containsExactly(".0.0.1", ".200.0.1");
  }

  @Test
  void allElseIsWrittenWhole() {
    assertThat(shortened("10.0.0.1:8080", "10.0.0.2:8081"))
        .containsExactly("10.0.0.1:8080", "10.0.0.2:8081");
    assertThat(shortened("10.0.0.1:8080", "192.168.0.1:8080"))
        .containsExactly("10.0.0.1:8080", "192.168.0.1:8080");
    assertThat(shortened("10.0.0.1:8080", "[::1]:8080"))
        .containsExactly("10.0.0.1:8080", "[::1]:8080");
    assertThat(shortened("10.0.0.1:8080", "10.0.0.2:8081", "10.0.0.3:8081"))
        .containsExactly("10.0.0.1:8080", "10.0.0.2:8081", "10.0.0.3:8081");
  }
}
