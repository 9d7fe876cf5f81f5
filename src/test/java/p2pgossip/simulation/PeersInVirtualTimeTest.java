package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Standing;
import p2pgossip.gossip.Strategy;
import p2pgossip.gossip.Tuning;
import p2pgossip.scenario.NameChoice;
import p2pgossip.steering.NetworkListener;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Ring;

/// What a few peers do with each other.
class PeersInVirtualTimeTest {

  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final PeerSettings QUICK = PeerSettings.DEFAULT.withPeriod(PERIOD);
  private static final PeerSettings SLOW = QUICK.withPeriod(Duration.ofDays(1));
  private static final PeerSettings TUNABLE = QUICK.withTunable(true);
  private static final Tuning TUNING =
      new Tuning(Duration.ofSeconds(7), null, null, null, null, null, null);

  private static PeerSettings by(Strategy strategy) {
    return QUICK.withSentences(false).withSpreading(Spreading.DEFAULT.withStrategy(strategy));
  }

  /// Peers that are connected in a row: each to the one before.
  private static SimulatedNetwork row(int size, PeerSettings settings) {
    SimulatedNetwork network = new SimulatedNetwork(size, settings, 7);
    for (int peer = 1; peer < size; peer++) {
      network.connect(peer, peer - 1);
    }
    network.pass(Duration.ofSeconds(1));
    return network;
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void everyStrategyTellsTheNeighbourOnce(Strategy strategy) {
    SimulatedNetwork network = row(2, by(strategy));
    Lives lives = new Lives(network);

    RumorId rumor = network.tell(0, "It rains");
    network.pass(Duration.ofSeconds(5));

    assertThat(lives.of(1, GossipEvent.RumorHeard.class))
        .extracting(heard -> heard.copy().rumor().id())
        .containsExactly(rumor);
    if (strategy == Strategy.PULL || strategy == Strategy.ANTI_ENTROPY) {
      assertThat(lives.of(1, GossipEvent.RumorsAnswered.class)).isNotEmpty();
    }
    for (int peer = 0; peer < 2; peer++) {
      assertThat(lives.of(peer, GossipEvent.RumorsUnanswered.class)).isEmpty();
      assertThat(lives.of(peer, GossipEvent.Trouble.class)).isEmpty();
    }
  }

  @Test
  void aRumorReachesAllAndTheOriginalsHearItsTextOnly() {
    SimulatedNetwork network =
        SimulatedNetwork.start(
            new SimulationPlan(8, 2, new Complete(), by(Strategy.FLOOD), 1, Latency.usual(), false),
            new VirtualTime(),
            NetworkListener.NONE);
    Lives lives = new Lives(network);

    RumorId rumor = network.tell(0, "a rumour");
    network.pass(Duration.ofSeconds(5));

    assertThat(network.log().hearers(rumor).keySet())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 6).mapToObj(network::address).toList());
    for (int original = 6; original < 8; original++) {
      // It does not say that it knows it, so each of the others tells it.
      assertThat(lives.of(original, GossipEvent.MessageReceived.class))
          .hasSize(6)
          .allMatch(received -> received.text().equals("a rumour"));
      assertThat(lives.of(original, GossipEvent.CopySent.class)).isEmpty();
      assertThat(network.snapshot(original).settings().spreading().strategy())
          .isEqualTo(Strategy.DIRECT);
      assertThat(network.peer(original).steered().self().offers()).isEmpty();
    }
  }

  @Test
  void anOriginalStaysOneWhateverIsChanged() {
    SimulatedNetwork network =
        SimulatedNetwork.start(
            new SimulationPlan(3, 1, new Complete(), QUICK, 1, Latency.usual(), false),
            new VirtualTime(),
            NetworkListener.NONE);

    network.change(it -> it.withTunable(true).withPaused(true));
    var _ = network.restart(network.address(2));
    var _ = network.add(2);

    assertThat(network.members())
        .extracting(it -> it.original())
        .containsExactly(false, false, true, false);
    assertThat(network.snapshot(1).settings()).isEqualTo(QUICK.withTunable(true).withPaused(true));
    assertThat(network.snapshot(2).settings())
        .isEqualTo(QUICK.withTunable(true).withPaused(true).asOriginal());
    assertThat(network.snapshot(3).settings()).isEqualTo(QUICK.withTunable(true).withPaused(true));
  }

  @Test
  void aPeerThatLeavesIsForgottenByAll() {
    SimulatedNetwork network = new SimulatedNetwork(3, QUICK.withKeep(false), 7);
    network.connectAll();
    Lives lives = new Lives(network);

    assertThat(network.leave(network.address(2))).isNotDone();
    network.pass(Duration.ofSeconds(2));

    for (int peer = 0; peer < 2; peer++) {
      assertThat(lives.of(peer, GossipEvent.PeerLeft.class))
          .extracting(GossipEvent.PeerLeft::peer)
          .containsExactly(network.address(2));
      assertThat(lives.standing(peer, 2)).isNull();
    }
    assertThat(lives.areConnected(0, 1)).isTrue();
  }

  @Test
  void aPeerThatTheUserAskedForIsWaitedForAfterItsGoodbye() {
    SimulatedNetwork network = row(2, QUICK);
    Lives lives = new Lives(network);

    var _ = network.leave(network.address(0));
    network.pass(Duration.ofSeconds(2));

    assertThat(lives.of(1, GossipEvent.PeerLeft.class)).hasSize(1);
    assertThat(lives.standing(1, 0)).isEqualTo(Standing.UNREACHABLE);
  }

  @Test
  void bothSidesSayThatTheyKnowEachOther() {
    SimulatedNetwork network = row(2, QUICK);
    network.pass(Duration.ofSeconds(30));

    for (int peer = 0; peer < 2; peer++) {
      assertThat(network.snapshot(peer).neighbors())
          .hasSize(1)
          .allMatch(PeerSnapshot.Acquaintance::isMutual);
    }
  }

  @Test
  void aPeerLearnsFromItsNeighborWhomThatKnows() {
    SimulatedNetwork network = row(3, QUICK);
    Lives lives = new Lives(network);

    network.change(network.address(2), it -> it.withUpdate(true).withText("me"));
    network.pass(Duration.ofSeconds(2));

    assertThat(lives.standing(2, 0)).isEqualTo(Standing.LEARNED);
    assertThat(lives.standing(0, 2)).isNull();
    assertThat(lives.of(0, GossipEvent.MessageReceived.class))
        .extracting(GossipEvent.MessageReceived::text)
        .contains("me");
  }

  @Test
  void aLongerPeriodTakesEffectAtOnceAndAShorterOneToo() {
    SimulatedNetwork network = row(2, QUICK);
    Lives lives = new Lives(network);
    network.change(it -> it.withPeriod(SLOW.period()));
    network.pass(Duration.ofMinutes(1));
    assertThat(lives.of(0, GossipEvent.PeriodBegan.class)).isEmpty();

    network.change(it -> it.withPeriod(PERIOD));
    network.pass(PERIOD.multipliedBy(10));
    assertThat(lives.of(0, GossipEvent.PeriodBegan.class)).hasSizeBetween(10, 11);
  }

  @Test
  void aPeerCanStartPaused() {
    SimulatedNetwork network = row(2, QUICK.withPaused(true));
    Lives lives = new Lives(network);
    network.pass(Duration.ofMinutes(1));
    assertThat(lives.of(0, GossipEvent.PeriodBegan.class)).isEmpty();

    network.change(it -> it.withPaused(false));
    network.pass(PERIOD.multipliedBy(10));
    assertThat(lives.of(0, GossipEvent.PeriodBegan.class)).hasSizeBetween(10, 11);
  }

  @Test
  void aPeerThatNoLongerAllowsItIsNotTunedAndTheOtherIsTold() {
    SimulatedNetwork network = row(2, TUNABLE);
    Lives lives = new Lives(network);
    network.change(network.address(0), _ -> QUICK);

    network.peer(1).steered().tune(List.of(network.address(0)), TUNING);
    network.pass(Duration.ofSeconds(1));

    GossipEvent.TuningFailed failed = lives.of(1, GossipEvent.TuningFailed.class).getFirst();
    assertThat(failed.tuning()).isTrue();
    assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.REFUSED);
    assertThat(failed.failure().reason()).contains("--allow-tuning");
    assertThat(network.snapshot(0).settings()).isEqualTo(QUICK);
    assertThat(lives.standing(1, 0)).isEqualTo(Standing.CONNECTED);
  }

  @Test
  void allThatAllowItAreTunedAtOnce() {
    SimulatedNetwork network = new SimulatedNetwork(4, TUNABLE, 7);
    network.change(network.address(3), _ -> QUICK);
    network.connectAll();
    List<PeerAddress> others = IntStream.range(1, 4).mapToObj(network::address).toList();

    network.peer(0).steered().tune(others, TUNING);
    network.pass(Duration.ofMillis(10));

    assertThat(IntStream.range(1, 4).mapToObj(it -> network.peer(it).steered().settings().period()))
        .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7), PERIOD);
  }

  private static SimulatedNetwork named(NameChoice names) {
    return SimulatedNetwork.start(
        new SimulationPlan(12, 2, new Ring(), by(Strategy.PUSH), 3, Latency.usual(), false)
            .withNames(names::of),
        new VirtualTime(),
        NetworkListener.NONE);
  }

  @Test
  void peersHaveNamesAndTheirNeighboursLearnThem() {
    SimulatedNetwork network = named(NameChoice.FIRST_NAMES);

    assertThat(network.peer(0).steered().self().name()).isEqualTo(new PeerName("Ana"));
    assertThat(network.peer(11).steered().self().name()).isNull();
    assertThat(network.snapshot(1).neighbors())
        .extracting(it -> it.address(), it -> it.name())
        .containsExactlyInAnyOrder(
            tuple(network.address(0), new PeerName("Ana")),
            tuple(network.address(2), new PeerName("Chloe")));
  }

  @Test
  void namesChangeNothingInARun() {
    SimulatedNetwork unnamed = named(NameChoice.PORTS);
    SimulatedNetwork named = named(NameChoice.LETTERS);
    RumorId one = unnamed.tell(0, "a rumour");
    RumorId other = named.tell(0, "a rumour");
    unnamed.pass(Duration.ofSeconds(5));
    named.pass(Duration.ofSeconds(5));

    assertThat(other).isEqualTo(one);
    assertThat(named.log().hearers(other)).isEqualTo(unnamed.log().hearers(one));
  }
}
