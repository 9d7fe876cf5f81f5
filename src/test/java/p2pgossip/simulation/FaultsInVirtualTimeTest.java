package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fate;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;

/// Faults between two peers that know each other, and how the peers find together again.
class FaultsInVirtualTimeTest {

  private static final Duration PERIOD = Duration.ofMillis(100);

  /// Retries for as long as a test lasts.
  private static final PeerSettings PATIENT =
      PeerSettings.DEFAULT.withPeriod(PERIOD).withFailureLimit(1_000);

  private final SimulatedNetwork network = new SimulatedNetwork(3, PATIENT, 7);
  private final Lives lives = new Lives(network);
  private final PeerAddress one = network.address(0);
  private final PeerAddress other = network.address(1);

  @BeforeEach
  void connectTwo() {
    network.connect(1, 0);
    network.pass(Duration.ofSeconds(1));
    assertThat(lives.areConnected(0, 1)).isTrue();
  }

  private void begin(Fault<PeerAddress> fault) {
    assertThat(network.faults().begin(fault)).isTrue();
  }

  private Fault<PeerAddress> partition() {
    return new Fault.Partition<>(List.of(Set.of(one), Set.of(other)));
  }

  @Test
  void aBlockedMessageFailsExactlyWhenALossShows() {
    begin(new Fault.Block<>(new Path.OneWay<>(one, other)));
    int sent = lives.of(0, GossipEvent.MessageSent.class).size();
    network.pass(Duration.ofSeconds(3));

    GossipEvent.MessageSent first = lives.of(0, GossipEvent.MessageSent.class).get(sent);
    GossipEvent.MessageFailed failed = lives.of(0, GossipEvent.MessageFailed.class).getFirst();
    assertThat(Duration.between(first.at(), failed.at())).isEqualTo(Fate.LOSS_SHOWS_AFTER);
    assertThat(lives.standing(0, 1)).isEqualTo(Standing.UNREACHABLE);
  }

  @Test
  void aPartitionHealsAndBothFindEachOtherAgain() {
    begin(partition());
    network.pass(Duration.ofSeconds(5));
    assertThat(lives.standing(0, 1)).isEqualTo(Standing.UNREACHABLE);
    assertThat(lives.standing(1, 0)).isEqualTo(Standing.UNREACHABLE);

    network.faults().endAll();
    network.pass(Duration.ofSeconds(30));

    assertThat(lives.areConnected(0, 1)).isTrue();
  }

  @Test
  void aTotalLossIsLikeABlock() {
    begin(new Fault.Loss<>(new Path.OneWay<>(one, other), 1));
    network.pass(Duration.ofSeconds(5));

    assertThat(lives.standing(0, 1)).isEqualTo(Standing.UNREACHABLE);
  }

  @Test
  void aLossOfZeroIsLikeNoFault() {
    begin(new Fault.Loss<>(new Path.Everywhere<>(), 0));

    requireUndisturbed();
  }

  @Test
  void aFaultElsewhereDoesNothingHere() {
    PeerAddress elsewhere = network.address(2);
    begin(new Fault.Block<>(new Path.Around<>(Set.of(elsewhere))));
    begin(new Fault.Freeze<>(elsewhere));
    begin(new Fault.Freeze<>(PeerAddress.parse("192.0.2.1:8080")));

    requireUndisturbed();
  }

  private void requireUndisturbed() {
    int before = lives.of(0, GossipEvent.MessageDelivered.class).size();
    network.pass(PERIOD.multipliedBy(20));

    for (int peer = 0; peer < 2; peer++) {
      assertThat(lives.of(peer, GossipEvent.MessageFailed.class)).isEmpty();
    }
    assertThat(lives.of(0, GossipEvent.MessageDelivered.class)).hasSize(before + 20);
  }

  @Test
  void whereAllIsDoubledPeersConnectAsUsual() {
    begin(new Fault.Duplicate<>(new Path.Everywhere<>(), 1));
    network.connect(2, 0);
    network.pass(Duration.ofSeconds(1));

    assertThat(lives.areConnected(0, 2)).isTrue();
    assertThat(lives.of(0, GossipEvent.PeerRestarted.class)).isEmpty();
  }

  @Test
  void peersThatLostOneAnotherDuringAFaultConnectAtOnceWhenToldTo() {
    network.change(it -> it.withFailureLimit(3));
    begin(partition());
    network.pass(Duration.ofMinutes(1));
    network.faults().endAll();
    network.pass(Duration.ofMillis(10));
    assertThat(lives.standing(0, 1)).as("it was called").isNull();
    assertThat(lives.standing(1, 0)).as("it was asked for").isEqualTo(Standing.UNREACHABLE);

    network.reconnect();
    network.pass(Duration.ofMillis(10));

    assertThat(lives.areConnected(0, 1)).isTrue();
  }

  @Test
  void requestsThatFailOnlyAfterAFaultHasEndedAreRetried() {
    // Paused, so that all messages set off while the fault is in force.
    network.change(it -> it.withPaused(true));
    network.pass(Duration.ofSeconds(1));
    begin(partition());
    network.stepPeriod();
    network.faults().endAll();
    network.reconnect();
    network.pass(Fate.LOSS_SHOWS_AFTER);
    for (int peer = 0; peer < 2; peer++) {
      assertThat(lives.of(peer, GossipEvent.PeerUnreachable.class)).hasSize(1);
    }

    network.pass(Duration.ofSeconds(10));

    assertThat(lives.areConnected(0, 1)).isTrue();
  }

  @Test
  void aHandshakeThatFailsOnlyAfterAFaultHasEndedIsRetried() {
    begin(partition());
    network.kill(other);
    network.pass(Duration.ofSeconds(1));
    assertThat(network.restart(other)).isCompleted();
    network.connect(1, 0);
    network.faults().endAll();
    network.reconnect();
    network.pass(Fate.LOSS_SHOWS_AFTER);
    assertThat(lives.of(1, GossipEvent.ConnectFailed.class)).hasSize(1);

    network.pass(Duration.ofSeconds(30));

    assertThat(lives.areConnected(0, 1)).isTrue();
  }
}
