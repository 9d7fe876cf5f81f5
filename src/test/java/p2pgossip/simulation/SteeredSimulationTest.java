package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;
import p2pgossip.testing.Recorder;
import p2pgossip.topology.Ring;

class SteeredSimulationTest {

  private static final int PEERS = 8;
  private static final PeerSettings FLOODING =
      PeerSettings.DEFAULT
          .withPeriod(Duration.ofMillis(500))
          .withSentences(false)
          .withSpreading(Spreading.DEFAULT.withStrategy(Strategy.FLOOD));

  private final SimulatedNetwork network =
      SimulatedNetwork.start(
          new SimulationPlan(PEERS, new Ring(), FLOODING, 7),
          new VirtualTime(),
          NetworkListener.NONE);
  private final Recorder<String> heard = new Recorder<>();

  private PeerAddress at(int number) {
    return network.members().get(number - 1).address();
  }

  private int reachedBy(int number) {
    RumorId rumor = network.spread(at(number), "the tram is late");
    assertThat(rumor).isNotNull();
    network.pass(Duration.ofSeconds(10));
    return network.log().hearers(rumor).size();
  }

  @Test
  void aWiredNetworkIsConnectedAsItsTopologyHasIt() {
    assertThat(network.unconnected()).isZero();
    assertThat(network.snapshot(0).neighbors())
        .extracting(neighbor -> neighbor.address())
        .containsExactlyInAnyOrder(at(2), at(8));
    assertThat(network.members())
        .extracting(NetworkMember::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void whoeverIsKilledHearsNothingAndIsBackAfterARestart() {
    network.kill(at(4));
    network.kill(at(8));

    assertThat(network.members().get(3).running()).isFalse();
    assertThat(network.spread(at(4), "it is over")).isNull();
    assertThat(reachedBy(1)).isEqualTo(3);

    assertThat(network.restart(at(4))).isCompletedWithValueMatching(NetworkMember::running);
    assertThat(network.restart(at(8))).isCompleted();
    network.pass(Duration.ofSeconds(60));
    assertThat(network.unconnected()).isZero();
    assertThat(reachedBy(1)).isEqualTo(PEERS);
  }

  @Test
  void whoeverStartsAgainHearsRumorsAnewAndKeepsTheTimeAtWhichItFirstDid() {
    network.change(it -> it.withSpreading(Spreading.DEFAULT.withStrategy(Strategy.ANTI_ENTROPY)));
    RumorId rumor = network.tell(0, "the tram is late");
    network.pass(Duration.ofSeconds(10));
    Map<PeerAddress, Instant> first = Map.copyOf(network.log().hearers(rumor));
    Recorder<PeerAddress> hearers = new Recorder<>();
    var _ =
        network.listen(
            (peer, event) -> {
              if (event instanceof GossipEvent.RumorHeard) {
                hearers.accept(peer);
              }
            });

    var _ = network.restart(at(4));
    network.pass(Duration.ofSeconds(10));

    assertThat(hearers.all()).containsExactly(at(4));
    assertThat(network.log().hearers(rumor)).hasSize(PEERS).isEqualTo(first);
  }

  @Test
  void whoeverLeavesIsGoneAMomentLater() {
    CompletableFuture<Void> gone = network.leave(at(4));

    assertThat(gone).isNotDone();
    network.pass(Duration.ofSeconds(2));
    assertThat(gone).isCompleted();
    assertThat(network.members().get(3).running()).isFalse();
    assertThat(network.leave(at(4))).isCompleted();
  }

  @Test
  void aFrozenPeerAnswersOnceItHasThawed() {
    network.faults().begin(new Fault.Freeze<>(at(2)));
    network.faults().begin(new Fault.Freeze<>(at(8)));
    assertThat(reachedBy(1)).isEqualTo(1);

    network.faults().endAll();
    network.pass(Duration.ofSeconds(60));
    assertThat(reachedBy(1)).isEqualTo(PEERS);
  }

  @Test
  void whatIsLostNeverArrivesAndWhatIsLateArrivesLate() {
    network.faults().begin(new Fault.Block<>(new Path.Between<>(at(1), at(8))));
    network
        .faults()
        .begin(
            new Fault.Delay<>(
                new Path.Between<>(at(1), at(2)), Duration.ofSeconds(2), Duration.ZERO));
    Instant told = network.now();
    RumorId rumor = network.spread(at(1), "the tram is late");

    network.pass(Duration.ofSeconds(4));

    Map<PeerAddress, Instant> hearers = network.log().hearers(rumor);
    assertThat(hearers).hasSize(PEERS);
    assertThat(Duration.between(told, hearers.get(at(2))))
        .isBetween(Duration.ofMillis(2_000), Duration.ofMillis(2_002));
    assertThat(new ArrayList<>(hearers.keySet()).getLast()).isEqualTo(at(8));
  }

  @Test
  void aRequestThatIsTooLateFailsOnceAndArrivesAllTheSame() {
    network
        .faults()
        .begin(
            new Fault.Delay<>(
                new Path.OneWay<>(at(1), at(2)), Duration.ofSeconds(8), Duration.ZERO));
    Recorder<GossipEvent> events = new Recorder<>();
    var _ =
        network.listen(
            (peer, event) -> {
              if (peer.equals(at(1))) {
                events.accept(event);
              }
            });
    RumorId rumor = network.spread(at(1), "the tram is late");

    network.pass(Duration.ofSeconds(20));

    assertThat(events)
        .filteredOn(
            event ->
                event instanceof GossipEvent.CopyFailed it && it.to().equals(at(2))
                    || event instanceof GossipEvent.CopyDelivered other && other.to().equals(at(2)))
        .singleElement()
        .isInstanceOf(GossipEvent.CopyFailed.class);
    assertThat(network.log().hearers(rumor)).hasSize(PEERS);
  }

  @Test
  void whatIsDoubledArrivesTwiceAndIsAnsweredOnceForItsSender() {
    network.faults().begin(new Fault.Duplicate<>(new Path.OneWay<>(at(1), at(2)), 1));
    Recorder<GossipEvent> events = new Recorder<>();
    var _ =
        network.listen(
            (peer, event) -> {
              switch (event) {
                case GossipEvent.RumorHeard it when peer.equals(at(2)) -> events.accept(it);
                case GossipEvent.RumorRepeated it
                    when peer.equals(at(2)) && at(1).equals(it.sender().address()) ->
                    events.accept(it);
                case GossipEvent.CopyDelivered it
                    when peer.equals(at(1)) && it.to().equals(at(2)) ->
                    events.accept(it);
                default -> {
                  // A copy in the other direction, or a connection.
                }
              }
            });

    assertThat(reachedBy(1)).isEqualTo(PEERS);

    assertThat(events)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(
            GossipEvent.RumorHeard.class,
            GossipEvent.RumorRepeated.class,
            GossipEvent.CopyDelivered.class);
  }

  @Test
  void whereAllIsDoubledAPeerLeavesOnce() {
    network.faults().begin(new Fault.Duplicate<>(new Path.Everywhere<>(), 1));
    var _ =
        network.listen(
            (peer, event) -> {
              if (event instanceof GossipEvent.PeerLeft left && left.peer().equals(at(4))) {
                heard.accept(peer + " was left");
              }
            });

    CompletableFuture<Void> gone = network.leave(at(4));
    network.pass(Duration.ofSeconds(10));

    assertThat(gone).isCompleted();
    assertThat(heard).containsExactlyInAnyOrder(at(3) + " was left", at(5) + " was left");
  }

  @Test
  void aRequestFailsOnlyWhereBothCopiesOfItAreLost() {
    network.change(it -> it.withFailureLimit(1_000));
    network.faults().begin(new Fault.Loss<>(new Path.OneWay<>(at(1), at(2)), 0.5));
    network.faults().begin(new Fault.Duplicate<>(new Path.OneWay<>(at(1), at(2)), 1));
    int[] ended = new int[2];
    var _ =
        network.listen(
            (peer, event) -> {
              if (peer.equals(at(1))) {
                switch (event) {
                  case GossipEvent.CopyDelivered it when it.to().equals(at(2)) -> ended[0]++;
                  case GossipEvent.CopyFailed it when it.to().equals(at(2)) -> ended[1]++;
                  default -> {
                    // Not about a copy on this path.
                  }
                }
              }
            });
    for (int i = 0; i < 400; i++) {
      RumorId _ = network.tell(0, "rumour " + i);
      network.pass(Duration.ofMillis(100));
    }
    network.pass(Duration.ofSeconds(10));

    int asked = ended[0] + ended[1];
    assertThat(asked).isGreaterThan(100);
    // Each is lost with probability 0.25; the bounds are four standard errors.
    assertThat(ended[1] / (double) asked).isCloseTo(0.25, within(4 * 0.433 / Math.sqrt(asked)));
  }

  @Test
  void whereAllIsDoubledPeersFindTheirPlacesAgain() {
    network.faults().begin(new Fault.Duplicate<>(new Path.Everywhere<>(), 1));
    network.kill(at(4));
    network.pass(Duration.ofSeconds(10));
    assertThat(network.restart(at(4))).isCompleted();
    network.pass(Duration.ofSeconds(60));

    assertThat(network.unconnected()).isZero();
    assertThat(reachedBy(4)).isEqualTo(PEERS);
  }

  @Test
  void aPartitionKeepsItsSidesApart() {
    Set<PeerAddress> near = Set.of(at(1), at(2), at(3), at(4));
    Set<PeerAddress> far = Set.of(at(5), at(6), at(7), at(8));
    network.faults().begin(new Fault.Partition<>(List.of(near, far)));

    assertThat(reachedBy(1)).isEqualTo(4);
  }

  @Test
  void whatIsDueIsDoneInTheOrderInWhichItWasAskedFor() {
    Instant begun = network.now();
    for (int pause : new int[] {20, 10, 20}) {
      int number = heard.size();
      heard.accept("asked");
      network.later(
          Duration.ofMillis(pause),
          () -> heard.accept(number + " at " + Duration.between(begun, network.now()).toMillis()));
    }

    network.pass(Duration.ofMillis(19));
    assertThat(heard).containsExactly("asked", "asked", "asked", "1 at 10");
    network.pass(Duration.ofMillis(1));
    assertThat(heard).endsWith("1 at 10", "0 at 20", "2 at 20");
  }

  @Test
  void whoeverListensHearsWhoComesAndGoesUntilItStops() {
    var listening =
        network.listen(
            new NetworkListener() {
              @Override
              public void joined(NetworkMember member, PeerSettings settings) {
                heard.accept("joined " + member.number() + " " + settings.period());
              }

              @Override
              public void ended(NetworkMember member) {
                heard.accept("ended " + member.number());
              }

              @Override
              public void happened(PeerAddress member, GossipEvent event) {
                if (event instanceof GossipEvent.Stopped) {
                  heard.accept("stopped " + member.ip().getHostAddress());
                }
              }
            });
    network.kill(at(3));
    network.kill(at(3));
    var _ = network.restart(at(3));
    listening.close();
    network.kill(at(3));

    assertThat(heard).containsExactly("stopped 10.0.0.3", "ended 3", "joined 3 PT0.5S");
  }

  @Test
  void aPeerThatIsAddedHearsAndIsFoundAgainByItsNeighbors() {
    NetworkMember added = network.add(3).join();
    network.pass(Duration.ofSeconds(2));

    assertThat(added).isEqualTo(new NetworkMember(PEERS + 1, at(PEERS + 1), false, true));
    assertThat(network.members()).hasSize(PEERS + 1).endsWith(added);
    assertThat(network.snapshot(PEERS).neighbors()).hasSize(3);
    assertThat(network.unconnected()).isZero();
    assertThat(network.snapshot(PEERS).settings()).isEqualTo(FLOODING);
    PeerAddress neighbor = network.snapshot(PEERS).neighbors().getFirst().address();
    var _ = network.restart(neighbor);
    network.kill(added.address());
    var _ = network.restart(added.address());
    network.pass(Duration.ofSeconds(60));
    assertThat(network.unconnected()).isZero();
    assertThat(reachedBy(1)).isEqualTo(PEERS + 1);
  }

  /// Each peer says when it started, and by that is told from its neighbours.
  @Test
  void neighborsThatStartAtTheSameMomentConnect() {
    for (int number : new int[] {4, 5}) {
      assertThat(network.restart(at(number))).isCompleted();
    }
    var _ = network.add(PEERS);
    var _ = network.add(PEERS + 1);
    network.pass(Duration.ofSeconds(60));

    assertThat(network.unconnected()).isZero();
  }

  @Test
  void aMemberHasAsManyNeighborsAsTheTopologyGivesItOnAverage() {
    assertThat(network.usualNeighbors()).isEqualTo(2);
    network.add(100).join();

    assertThat(network.snapshot(PEERS).neighbors()).hasSizeLessThanOrEqualTo(PEERS);
    assertThat(new SimulatedNetwork(3, FLOODING, 7).usualNeighbors()).isEqualTo(1);
  }

  @Test
  void settingsChangeForAllOrForOneAndForThoseThatStartLater() {
    network.change(at(2), it -> it.withPeriod(Duration.ofSeconds(3)));
    network.kill(at(3));
    network.change(it -> it.withPaused(true));
    var _ = network.restart(at(3));

    assertThat(network.snapshot(0).settings()).isEqualTo(FLOODING.withPaused(true));
    assertThat(network.snapshot(1).settings())
        .isEqualTo(FLOODING.withPaused(true).withPeriod(Duration.ofSeconds(3)));
    assertThat(network.snapshot(2).settings()).isEqualTo(FLOODING.withPaused(true));
  }

  @Test
  void aStepIsOnePeriodAlsoWhilePausedAndWhatIsForgottenIsGone() {
    network.change(it -> it.withPaused(true));
    RumorId rumor = network.spread(at(1), "the tram is late");
    network.pass(Duration.ofSeconds(2));
    assertThat(network.log().hearers(rumor)).hasSize(1);

    network.stepPeriod(at(1));
    network.pass(Duration.ofSeconds(2));
    assertThat(network.log().hearers(rumor)).hasSize(3);
    network.stepPeriod();
    network.pass(Duration.ofSeconds(2));
    assertThat(network.log().hearers(rumor)).hasSizeGreaterThan(3);

    network.forgetRumors(at(1));
    assertThat(network.snapshot(0).rumors()).isEmpty();
    assertThat(network.snapshot(1).rumors()).hasSize(1);
  }
}
