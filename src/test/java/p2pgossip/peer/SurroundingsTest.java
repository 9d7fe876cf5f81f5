package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.SocketException;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.OwnAddresses;
import p2pgossip.testing.Recorder;

/// Checks of the machine's interfaces while the program runs.
class SurroundingsTest {

  private static final InetAddress CABLE = InetAddress.ofLiteral("192.0.2.1");
  private static final InetAddress RADIO = InetAddress.ofLiteral("198.51.100.7");
  private static final OwnAddresses BY_CABLE = new OwnAddresses(Set.of(CABLE));
  private static final OwnAddresses BY_BOTH = new OwnAddresses(Set.of(CABLE, RADIO));

  private final InstantSource time = InstantSource.system();
  private final Recorder<OwnAddresses> told = new Recorder<>();
  private final Surroundings surroundings =
      new Surroundings(new WallClock(time, time), this::addresses);

  private Set<InetAddress> now = Set.of(CABLE);
  private boolean readable = true;

  private Set<InetAddress> addresses() throws SocketException {
    if (!readable) {
      throw new SocketException("no interface can be read");
    }
    return now;
  }

  @Test
  void reportsTheAddressesAtOnceAndThenOnlyChanges() {
    surroundings.listen(told);
    surroundings.look();
    assertThat(told).containsExactly(BY_CABLE);

    now = Set.of(CABLE, RADIO);
    surroundings.look();
    surroundings.look();
    assertThat(told).containsExactly(BY_CABLE, BY_BOTH);

    now = Set.of(CABLE);
    surroundings.look();
    assertThat(told).containsExactly(BY_CABLE, BY_BOTH, BY_CABLE);
  }

  @Test
  void keepsTheLastAddressesIfNoneCanBeRead() {
    surroundings.listen(told);
    readable = false;
    surroundings.look();
    assertThat(told).containsExactly(BY_CABLE);

    readable = true;
    now = Set.of(CABLE, RADIO);
    surroundings.look();
    assertThat(told).containsExactly(BY_CABLE, BY_BOTH);
  }

  @Test
  void reportsNothingToAForgottenListener() {
    surroundings.listen(told);
    surroundings.forget(told);
    now = Set.of(RADIO);
    surroundings.look();
    assertThat(told).containsExactly(BY_CABLE);
  }
}
