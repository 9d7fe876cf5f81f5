package p2pgossip.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.network.Role.CONNECTED;
import static p2pgossip.network.Role.HEARD_OF;
import static p2pgossip.network.Role.LEARNED;
import static p2pgossip.network.Role.PENDING;
import static p2pgossip.network.Role.REFUSED;
import static p2pgossip.network.Role.SELF;
import static p2pgossip.network.Role.UNREACHABLE;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.network.Role;

class PeerDeedTest {

  /// All others are known to this peer.
  private static Stream<Role> rolesFor(PeerDeed deed) {
    return Stream.of(Role.values())
        .filter(role -> deed.suits(role, role != SELF && role != HEARD_OF));
  }

  @Test
  void connectsToWhoeverIsNotConnected() {
    assertThat(rolesFor(PeerDeed.CONNECT))
        .containsExactly(LEARNED, PENDING, UNREACHABLE, REFUSED, HEARD_OF);
  }

  @Test
  void disconnectsFromNeighborsOnly() {
    assertThat(rolesFor(PeerDeed.DISCONNECT))
        .containsExactly(CONNECTED, LEARNED, PENDING, UNREACHABLE, REFUSED);
  }

  @Test
  void doesNotDropOneThatHasEndedAndWasNoNeighbor() {
    assertThat(PeerDeed.DISCONNECT.suits(UNREACHABLE, false)).isFalse();
    assertThat(PeerDeed.CONNECT.suits(UNREACHABLE, false)).isTrue();
  }

  @Test
  void sendsToThoseWhoAreMessagedOnly() {
    assertThat(rolesFor(PeerDeed.SEND)).containsExactly(CONNECTED, LEARNED);
  }

  @Test
  void copiesAnyAddress() {
    assertThat(rolesFor(PeerDeed.COPY_ADDRESS)).containsExactly(Role.values());
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECTED, true, Connect, Disconnect",
    "LEARNED, true, Connect, Drop",
    "PENDING, true, Try again now, Drop",
    "UNREACHABLE, true, Try again now, Drop",
    "UNREACHABLE, false, Connect, Drop",
    "REFUSED, true, Try again now, Drop",
    "HEARD_OF, false, Connect, Drop"
  })
  void isNamedByWhatItDoes(Role role, boolean neighbor, String connect, String disconnect) {
    assertThat(PeerDeed.CONNECT.text(role, neighbor)).isEqualTo(connect);
    assertThat(PeerDeed.DISCONNECT.text(role, neighbor)).isEqualTo(disconnect);
  }
}
