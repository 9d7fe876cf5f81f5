package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.RumorId;

/// A class in which each student is connected to the teacher, with and without learning each
/// other's peers. After an outage of up to ten minutes the network is restored within 30 s, and
/// after one of up to an hour within two minutes. A rumour told then reaches all peers.
class OutagesTest {

  private static final int TEACHER = 0;
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LATER = Duration.ofMinutes(2);

  private static SimulatedNetwork classOf(int peers, boolean update) {
    SimulatedNetwork network =
        new SimulatedNetwork(peers, PeerSettings.DEFAULT.withUpdate(update), 7);
    for (int student = 1; student < peers; student++) {
      network.connect(student, TEACHER);
    }
    network.pass(Duration.ofSeconds(40));
    assertThat(links(network)).hasSize(update ? peers * (peers - 1) : 2 * (peers - 1));
    return network;
  }

  /// The pairs of peers of which the first says that both know each other.
  private static Set<String> links(SimulatedNetwork network) {
    Set<String> links = new TreeSet<>();
    for (int peer = 0; peer < network.size(); peer++) {
      PeerSnapshot seen = network.snapshot(peer);
      for (PeerSnapshot.Acquaintance other : seen.neighbors()) {
        if (other.link() == Mutuality.MUTUAL) {
          links.add(seen.address() + " and " + other.address());
        }
      }
    }
    return links;
  }

  private static void requireAsBefore(
      SimulatedNetwork network, Set<String> before, Duration within) {
    network.pass(within);
    assertThat(links(network)).isEqualTo(before);
    for (int teller : new int[] {TEACHER, network.size() - 1}) {
      RumorId rumor = network.tell(teller, "it is over");
      network.pass(Duration.ofMinutes(1));
      assertThat(network.log().hearers(rumor)).hasSize(network.size());
    }
  }

  private static void cut(SimulatedNetwork network, IntPredicate side) {
    network.cut((from, to) -> side.test(index(network, from)) != side.test(index(network, to)));
  }

  private static int index(SimulatedNetwork network, PeerAddress address) {
    return network.peers().indexOf(network.find(address));
  }

  private static void heal(SimulatedNetwork network) {
    network.cut((from, to) -> false);
  }

  /// Makes an outage that ends, and waits until all know each other as before.
  private static void requireAsBeforeOnceOver(
      int peers, boolean update, Duration within, Consumer<SimulatedNetwork> outage) {
    SimulatedNetwork network = classOf(peers, update);
    Set<String> before = links(network);

    outage.accept(network);

    requireAsBefore(network, before, within);
  }

  @ParameterizedTest
  @CsvSource({
    "8, false, 5",
    "8, true, 5",
    "8, false, 60",
    "8, true, 60",
    "24, false, 60",
    "24, true, 60",
    "8, false, 600",
    "24, true, 600"
  })
  void aTeacherWhoseLinkWasDownIsKnownByAllAgain(int peers, boolean update, int seconds) {
    requireAsBeforeOnceOver(
        peers,
        update,
        SOON,
        network -> {
          cut(network, peer -> peer == TEACHER);
          network.pass(Duration.ofSeconds(seconds));
          heal(network);
        });
  }

  @ParameterizedTest
  @CsvSource({"8, false", "8, true", "24, false", "24, true"})
  void aTeacherThatWasKilledAndStartedAgainIsKnownByAllAgain(int peers, boolean update) {
    requireAsBeforeOnceOver(
        peers,
        update,
        SOON,
        network -> {
          network.peer(TEACHER).close();
          network.pass(Duration.ofSeconds(25));
          network.restart(network.address(TEACHER));
        });
  }

  @ParameterizedTest
  @CsvSource({"8, false", "24, true"})
  void aTeacherThatHasLeftAndComesBackIsKnownByAllAgain(int peers, boolean update) {
    requireAsBeforeOnceOver(
        peers,
        update,
        SOON,
        network -> {
          network.peer(TEACHER).leave();
          network.pass(Duration.ofSeconds(25));
          network.restart(network.address(TEACHER));
        });
  }

  @ParameterizedTest
  @CsvSource({"8, false, 10", "8, true, 10", "24, true, 10", "8, false, 60", "8, true, 60"})
  void aTeacherWhoseLidWasClosedIsKnownByAllAgain(int peers, boolean update, int minutes) {
    requireAsBeforeOnceOver(
        peers,
        update,
        minutes > 10 ? LATER : SOON,
        network -> {
          network.peer(TEACHER).stop();
          network.pass(Duration.ofMinutes(minutes));
          network.peer(TEACHER).goOn(true);
        });
  }

  @ParameterizedTest
  @CsvSource({"8, false, 1", "8, true, 1", "8, false, 0", "24, true, 0"})
  void aPeerThatWasStoppedForAMinuteKnowsAtOnceWhoHasForgottenIt(
      int peers, boolean update, int stopped) {
    requireAsBeforeOnceOver(
        peers,
        update,
        SOON,
        network -> {
          network.peer(stopped).stop();
          network.pass(Duration.ofSeconds(62));
          network.peer(stopped).goOn(false);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "8, false, 5",
    "8, true, 5",
    "24, true, 5",
    "8, false, 600",
    "8, true, 600",
    "24, false, 600",
    "24, true, 600",
    "8, true, 3600"
  })
  void theSidesOfAPartitionComeTogetherAgain(int peers, boolean update, int seconds) {
    requireAsBeforeOnceOver(
        peers,
        update,
        seconds > 600 ? LATER : SOON,
        network -> {
          cut(network, peer -> peer < peers / 2);
          network.pass(Duration.ofSeconds(seconds));
          heal(network);
        });
  }
}
