package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.simulation.SimulatedNetwork;

/// When a rumour is over, for each strategy, observed of engines in virtual time.
class RumorsOverTest {

  private static final int PEERS = 12;

  private final WholeNetwork network = new WholeNetwork();

  private SimulatedNetwork put(Strategy strategy, boolean paused) {
    PeerSettings settings =
        PeerSettings.DEFAULT
            .withPeriod(Duration.ofMillis(200))
            .withSentences(false)
            .withPaused(paused)
            .withSpreading(Spreading.DEFAULT.withStrategy(strategy));
    SimulatedNetwork engines = new SimulatedNetwork(PEERS, settings, 7);
    for (int i = 0; i < PEERS; i++) {
      network.note(new Observation.Seen(engines.snapshot(i)));
    }
    engines.listen((peer, event) -> network.note(new Observation.Happened(peer, event)));
    return engines;
  }

  private SimulatedNetwork ring(Strategy strategy) {
    SimulatedNetwork engines = put(strategy, false);
    for (int i = 0; i < PEERS; i++) {
      engines.connect(i, (i + 1) % PEERS);
    }
    engines.pass(Duration.ofMillis(100));
    return engines;
  }

  private Spread spread(RumorId rumor) {
    return Objects.requireNonNull(network.spread(rumor));
  }

  private void pass(SimulatedNetwork engines, Duration time) {
    engines.pass(time);
    network.age(engines.now());
  }

  @ParameterizedTest
  @EnumSource
  void aRumorIsOverOnceNothingCarriesItHoweverOftenPeersAsk(Strategy strategy) {
    SimulatedNetwork engines = ring(strategy);
    RumorId rumor = engines.tell(3, "Have you heard?");
    Instant lastCopy = engines.now();
    boolean over = false;
    for (int i = 0; i < 300 && !over; i++) {
      pass(engines, Duration.ofMillis(100));
      Spread spread = spread(rumor);
      over = spread.isOver();
      for (CopyTrip trip : spread.trips()) {
        lastCopy = trip.sent().isAfter(lastCopy) ? trip.sent() : lastCopy;
      }
    }
    assertThat(over).isTrue();
    long copies = engines.log().copies(rumor);
    Spread ended = spread(rumor);
    assertThat(ended.copies()).isEqualTo(copies);
    assertThat(Objects.requireNonNull(ended.ending()).at())
        .isAfterOrEqualTo(lastCopy.plus(RumorTracks.SETTLING));

    pass(engines, Duration.ofSeconds(20));
    assertThat(engines.log().copies(rumor)).as("it really was").isEqualTo(copies);
    assertThat(spread(rumor)).isSameAs(ended);
  }

  @Test
  void aRumorThatIsPushedForEverIsNeverOver() {
    SimulatedNetwork engines = put(Strategy.PUSH, false);
    engines.connectAll();
    for (int i = 0; i < PEERS; i++) {
      Spreading spreading =
          Spreading.DEFAULT.withStrategy(Strategy.PUSH).withInterest(Interest.NEVER_LOST);
      engines.change(engines.address(i), it -> it.withSpreading(spreading));
    }
    RumorId rumor = engines.tell(3, "Have you heard?");
    pass(engines, Duration.ofSeconds(30));

    assertThat(spread(rumor).isOver()).isFalse();
    long toLast = SpreadFigures.of(spread(rumor)).copiesToLast();
    pass(engines, Duration.ofSeconds(30));
    assertThat(SpreadFigures.of(spread(rumor)).copiesToLast()).isEqualTo(toLast);
  }

  @Test
  void aRumorThatWaitsAtPausedPeersIsNotOver() {
    SimulatedNetwork engines = ring(Strategy.FLOOD);
    for (int i = 0; i < PEERS; i++) {
      engines.change(engines.address(i), it -> it.withPaused(true));
    }
    RumorId rumor = engines.tell(3, "Have you heard?");
    pass(engines, Duration.ofMinutes(1));

    assertThat(spread(rumor).isOver()).isFalse();
    for (int i = 0; i < PEERS; i++) {
      engines.change(engines.address(i), it -> it.withPaused(false));
    }
    pass(engines, Duration.ofSeconds(5));
    assertThat(spread(rumor).isOver()).isTrue();
    SpreadFigures figures = SpreadFigures.of(spread(rumor));
    assertThat(figures.reached()).isEqualTo(PEERS);
    assertThat(figures.tLast()).as("without the minute's pause").isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aRumorThatAntiEntropyHasNotBroughtToAllIsNotOver() {
    SimulatedNetwork engines = ring(Strategy.ANTI_ENTROPY);
    RumorId rumor = engines.tell(3, "Have you heard?");
    pass(engines, Duration.ofMillis(100));
    assertThat(spread(rumor).isOver()).isFalse();

    pass(engines, Duration.ofSeconds(20));
    assertThat(spread(rumor).isOver()).isTrue();
    assertThat(spread(rumor).arrivals()).hasSize(PEERS);
  }

  @ParameterizedTest
  @EnumSource
  void theEndOfItsRunEndsIt(Strategy strategy) {
    SimulatedNetwork engines = ring(strategy);
    List<PeerAddress> members = new ArrayList<>();
    for (int i = 0; i < PEERS; i++) {
      members.add(engines.snapshot(i).address());
    }
    Run run = new Run(1, "a trial", "one", 1, "ring", 7, 0, members, Run.Time.VIRTUAL, false);
    network.note(new Observation.RunBegan(engines.now(), run));
    RumorId rumor = engines.tell(3, "Have you heard?");
    pass(engines, Duration.ofMillis(1));
    network.note(new Observation.RunEnded(engines.now(), 1));

    Spread ended = spread(rumor);
    assertThat(ended.isOver()).isTrue();
    assertThat(ended.conditions().run()).isEqualTo(run);
    assertThat(ended.trips()).noneMatch(trip -> trip.fate() == CopyTrip.Fate.UNDER_WAY);
    pass(engines, Duration.ofSeconds(10));
    assertThat(spread(rumor)).isSameAs(ended);
    assertThat(ended.population()).isEqualTo(PEERS);
  }

  @Test
  void theSameIdInAnotherRunIsAnotherRumor() {
    WatchedNetwork seen = new WatchedNetwork();
    seen.seen(WatchedNetwork.ANN);
    Run run =
        new Run(1, null, null, 1, "ring", 7, 0, List.of(WatchedNetwork.ANN), Run.Time.REAL, false);
    seen.network.note(new Observation.RunBegan(WatchedNetwork.at(0), run));
    seen.told(1, WatchedNetwork.ANN);
    seen.network.note(new Observation.RunEnded(WatchedNetwork.at(10), 1));
    Spread first = seen.spread();
    seen.told(5_000, WatchedNetwork.ANN);
    seen.told(6_000, WatchedNetwork.BOB);

    assertThat(seen.spread()).isSameAs(first);
    assertThat(seen.network.rumors())
        .extracting(summary -> summary.key().text())
        .containsExactly("r1.2", "r1");
    assertThat(Objects.requireNonNull(seen.network.spread(new RumorId("r1.2"))).rumor())
        .isEqualTo(first.rumor());
  }

  @ParameterizedTest
  @EnumSource
  void anotherStrategyChangesNothingOfARumorThatIsOver(Strategy strategy) {
    for (Strategy next : EnumSet.complementOf(EnumSet.of(strategy))) {
      SimulatedNetwork engines = ring(strategy);
      RumorId rumor = engines.tell(3, "Have you heard?");
      pass(engines, Duration.ofSeconds(20));
      Spread ended = spread(rumor);
      long copies = engines.log().copies(rumor);
      assertThat(ended.isOver()).as("%s", strategy).isTrue();
      for (int i = 0; i < PEERS; i++) {
        engines.change(
            engines.address(i), it -> it.withSpreading(it.spreading().withStrategy(next)));
      }
      pass(engines, Duration.ofSeconds(10));

      assertThat(engines.log().copies(rumor)).as("%s, then %s", strategy, next).isEqualTo(copies);
      assertThat(spread(rumor)).isSameAs(ended);
    }
  }

  @Test
  void recordsTheSettingsOfItsSpreadAndTheirChanges() {
    SimulatedNetwork engines = ring(Strategy.PUSH);
    RumorId rumor = engines.tell(3, "Have you heard?");
    pass(engines, Duration.ofMillis(250));
    Instant changed = engines.now();
    for (int i = 0; i < PEERS; i++) {
      engines.change(
          engines.address(i), it -> it.withSpreading(it.spreading().withStrategy(Strategy.FLOOD)));
    }
    pass(engines, Duration.ofSeconds(20));

    Conditions conditions = spread(rumor).conditions();
    assertThat(conditions.settings())
        .extracting(it -> it.spreading().strategy())
        .containsExactly(Strategy.PUSH, Strategy.FLOOD);
    assertThat(conditions.settings().getLast().from()).isAfterOrEqualTo(changed);
    assertThat(conditions.mixed()).isFalse();
  }
}
