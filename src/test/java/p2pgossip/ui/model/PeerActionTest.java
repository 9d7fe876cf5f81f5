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

class PeerActionTest {

  /// Every other peer is known to this one.
  private static Stream<Role> rolesFor(PeerAction action) {
    return Stream.of(Role.values())
        .filter(role -> action.suits(role, role != SELF && role != HEARD_OF));
  }

  @Test
  void connectsToWhoeverIsNotConnected() {
    assertThat(rolesFor(PeerAction.CONNECT))
        .containsExactly(LEARNED, PENDING, UNREACHABLE, REFUSED, HEARD_OF);
  }

  @Test
  void disconnectsFromNeighborsOnly() {
    assertThat(rolesFor(PeerAction.DISCONNECT))
        .containsExactly(CONNECTED, LEARNED, PENDING, UNREACHABLE, REFUSED);
  }

  @Test
  void doesNotDropOneThatHasEndedAndWasNoNeighbor() {
    assertThat(PeerAction.DISCONNECT.suits(UNREACHABLE, false)).isFalse();
    assertThat(PeerAction.CONNECT.suits(UNREACHABLE, false)).isTrue();
  }

  @Test
  void sendsToThoseWhoAreMessagedOnly() {
    assertThat(rolesFor(PeerAction.SEND)).containsExactly(CONNECTED, LEARNED);
  }

  @Test
  void sendsAtOnce() {
    assertThat(PeerAction.SEND.text(CONNECTED, true)).isEqualTo("Send a message now");
  }

  @Test
  void copiesAnyAddress() {
    assertThat(rolesFor(PeerAction.COPY_ADDRESS)).containsExactly(Role.values());
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
    assertThat(PeerAction.CONNECT.text(role, neighbor)).isEqualTo(connect);
    assertThat(PeerAction.DISCONNECT.text(role, neighbor)).isEqualTo(disconnect);
  }
}
