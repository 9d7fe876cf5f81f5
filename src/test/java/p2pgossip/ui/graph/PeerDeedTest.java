package p2pgossip.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.network.Role.CONNECTED;
import static p2pgossip.network.Role.HEARD_OF;
import static p2pgossip.network.Role.LEARNED;
import static p2pgossip.network.Role.PENDING;
import static p2pgossip.network.Role.REFUSED;
import static p2pgossip.network.Role.UNREACHABLE;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import p2pgossip.network.Role;

class PeerDeedTest {

  private static Stream<Role> rolesFor(PeerDeed deed) {
    return Stream.of(Role.values()).filter(deed::suits);
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
  void sendsToThoseWhoAreMessagedOnly() {
    assertThat(rolesFor(PeerDeed.SEND)).containsExactly(CONNECTED, LEARNED);
  }

  @Test
  void copiesAnyAddress() {
    assertThat(rolesFor(PeerDeed.COPY_ADDRESS)).containsExactly(Role.values());
  }
}
