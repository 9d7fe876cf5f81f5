package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.simulation.SimulatedNetwork;
import p2pgossip.testing.Recorder;

/// Compares what is observed of engines on a simulated network with what they know themselves.
class EngineSpreadTest {

  private static final int PEERS = 24;

  private final Recorder<Observation> seen = new Recorder<>();

  private SimulatedNetwork network(Strategy strategy) {
    PeerSettings settings =
        PeerSettings.DEFAULT
            .withPeriod(Duration.ofMillis(200))
            .withSentences(false)
            .withSpreading(Spreading.DEFAULT.withStrategy(strategy));
    SimulatedNetwork engines = new SimulatedNetwork(PEERS, settings, 7);
    for (int i = 0; i < PEERS; i++) {
      seen.accept(new Observation.Seen(engines.snapshot(i)));
    }
    engines.listen((peer, event) -> seen.accept(new Observation.Happened(peer, event)));
    return engines;
  }

  private static WholeNetwork networkOf(List<Observation> observations) {
    WholeNetwork network = new WholeNetwork();
    observations.forEach(network::note);
    return network;
  }

  private static Spread spread(WholeNetwork network, RumorId rumor) {
    return Objects.requireNonNull(network.spread(rumor));
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void agreesWithTheEnginesForEachStrategy(Strategy strategy) {
    SimulatedNetwork engines = network(strategy);
    engines.connectAll();
    RumorId rumor = engines.tell(3, "Have you heard?");
    engines.pass(Duration.ofSeconds(5));
    WholeNetwork network = networkOf(seen.all());
    Spread spread = spread(network, rumor);

    assertThat(spread.population()).isEqualTo(PEERS);
    assertThat(spread.copies()).isEqualTo(engines.log().copies(rumor));
    assertThat(
            spread.arrivals().values().stream()
                .collect(Collectors.toMap(Arrival::peer, Arrival::at)))
        .isEqualTo(engines.log().hearers(rumor));
    assertThat(spread.trips())
        .hasSize(engines.log().copies(rumor))
        .allMatch(
            trip -> trip.fate() == CopyTrip.Fate.NEWS || trip.fate() == CopyTrip.Fate.DUPLICATE)
        .allMatch(trip -> trip.sent().isBefore(Objects.requireNonNull(trip.ended())));
    assertThat(spread.duplicates()).isEqualTo(spread.copies() - (spread.arrivals().size() - 1));
  }

  @Test
  void knowsTheNeighborsAndPeriodsOfEachEngine() {
    SimulatedNetwork engines = network(Strategy.PUSH_PULL);
    engines.connectAll();
    engines.pass(Duration.ofSeconds(3));
    WholeNetwork network = networkOf(seen.all());

    for (int i = 0; i < PEERS; i++) {
      PeerSnapshot truth = engines.snapshot(i);
      assertThat(network.peer(truth.address()))
          .isEqualTo(
              new ObservedPeer(
                  truth.address(),
                  truth.self(),
                  truth.settings(),
                  truth.periods(),
                  truth.neighbors().stream()
                      .collect(Collectors.toMap(Acquaintance::address, Function.identity())),
                  true,
                  true));
    }
  }

  @Test
  void givesTheFiguresOfTheoryForAFloodOnARing() {
    SimulatedNetwork engines = network(Strategy.FLOOD);
    for (int i = 0; i < PEERS; i++) {
      engines.connect(i, (i + 1) % PEERS);
    }
    engines.pass(Duration.ofMillis(100));
    RumorId rumor = engines.tell(0, "Have you heard?");
    engines.pass(Duration.ofSeconds(1));
    SpreadFigures figures = SpreadFigures.of(spread(networkOf(seen.all()), rumor));

    // 2|E| - (n - 1) copies, and one less for each link on which two cross: the two fronts meet in
    // one peer, or on one link.
    assertThat(figures.reached()).isEqualTo(PEERS);
    assertThat(figures.copies()).isBetween(PEERS + 0L, PEERS + 1L);
    assertThat(figures.duplicates()).isEqualTo(figures.copies() - (PEERS - 1));
    assertThat(figures.redundancy()).isEqualTo((double) figures.copies() / (PEERS - 1) - 1);
    assertThat(figures.longestHops()).isBetween(PEERS / 2, PEERS - 1);
    assertThat(figures.tLast()).isEqualTo(lastHearing(engines, rumor));
    assertThat(figures.t99()).isEqualTo(figures.tLast());
  }

  private static Duration lastHearing(SimulatedNetwork engines, RumorId rumor) {
    List<Instant> hearings = engines.log().hearers(rumor).values().stream().sorted().toList();
    return Duration.between(hearings.getFirst(), hearings.getLast());
  }

  @Test
  void countsPeriodsAsTheEnginesDo() {
    SimulatedNetwork engines = network(Strategy.PUSH);
    engines.connectAll();
    RumorId rumor = engines.tell(3, "Have you heard?");
    Map<PeerAddress, Long> periodsAtBirth = new HashMap<>();
    for (int i = 0; i < PEERS; i++) {
      periodsAtBirth.put(engines.snapshot(i).address(), engines.snapshot(i).periods());
    }
    engines.pass(Duration.ofSeconds(5));
    Spread spread = spread(networkOf(seen.all()), rumor);

    for (int i = 0; i < PEERS; i++) {
      PeerSnapshot truth = engines.snapshot(i);
      long atHearing = truth.rumors().getFirst().period();
      assertThat(Objects.requireNonNull(spread.arrivals().get(truth.address())).periods())
          .isEqualTo(atHearing - Objects.requireNonNull(periodsAtBirth.get(truth.address())));
    }
    assertThat(SpreadCurve.of(spread).rounds().getLast().reached()).isEqualTo(PEERS);
  }

  @Test
  void givesTheSameResultForAnyOrderOfThePeersReports() {
    SimulatedNetwork engines = network(Strategy.PUSH_PULL);
    engines.connectAll();
    RumorId rumor = engines.tell(3, "Have you heard?");
    engines.pass(Duration.ofSeconds(5));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    Map<PeerAddress, Duration> delays = new HashMap<>();
    for (Observation it : seen) {
      if (!delays.containsKey(observer(it))) {
        delays.put(observer(it), Duration.ofMillis(random.nextInt(400)));
      }
    }
    List<Observation> late =
        seen.stream()
            .sorted(
                Comparator.comparing(
                    it -> it.at().plus(Objects.requireNonNull(delays.get(observer(it))))))
            .toList();
    Spread inOrder = spread(networkOf(seen.all()), rumor);
    Spread outOfOrder = spread(networkOf(late), rumor);

    assertThat(late).isNotEqualTo(seen.all());
    assertThat(SpreadFigures.of(outOfOrder)).isEqualTo(SpreadFigures.of(inOrder));
    assertThat(times(outOfOrder)).isEqualTo(times(inOrder));
    assertThat(outOfOrder.trips())
        .map(WatchedNetwork::unnumbered)
        .map(trip -> List.of(trip.from(), trip.to(), trip.sent(), trip.fate()))
        .containsExactlyInAnyOrderElementsOf(
            inOrder.trips().stream()
                .map(trip -> List.of(trip.from(), trip.to(), trip.sent(), trip.fate()))
                .toList());
  }

  private static Map<PeerAddress, Instant> times(Spread spread) {
    return spread.arrivals().values().stream()
        .collect(Collectors.toMap(Arrival::peer, Arrival::at));
  }

  private static PeerAddress observer(Observation observation) {
    return switch (observation) {
      case Observation.Happened it -> it.observer();
      case Observation.Seen it -> it.snapshot().address();
      case Observation.LostSight _,
          Observation.FaultsChanged _,
          Observation.RunBegan _,
          Observation.RunEnded _,
          Observation.RumorRecalled _ ->
          throw new AssertionError("there is none: " + observation);
    };
  }

  @Test
  void givesTheSameResultFromItsOwnObservations() {
    SimulatedNetwork engines = network(Strategy.PUSH_PULL);
    engines.connectAll();
    RumorId rumor = engines.tell(3, "Have you heard?");
    engines.pass(Duration.ofMillis(350));
    WholeNetwork network = networkOf(seen.all());
    int soFar = seen.size();
    engines.pass(Duration.ofSeconds(5));
    WholeNetwork retold = networkOf(network.toObservations());
    seen.all().subList(soFar, seen.size()).forEach(retold::note);

    assertThat(SpreadFigures.of(spread(retold, rumor)))
        .isEqualTo(SpreadFigures.of(spread(networkOf(seen.all()), rumor)));
    assertThat(spread(retold, rumor).arrivals())
        .isEqualTo(spread(networkOf(seen.all()), rumor).arrivals());
  }
}
