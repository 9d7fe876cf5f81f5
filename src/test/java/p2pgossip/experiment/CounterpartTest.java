package p2pgossip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Arrival;
import p2pgossip.network.Conditions;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.Run;
import p2pgossip.network.Spread;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Topology;

class CounterpartTest {

  private static final Instant BIRTH = Instant.parse("2026-11-29T05:00:00Z");
  private static final Spreading PUSH = new Spreading(Strategy.PUSH, 2, Interest.NEVER_LOST, 40);
  private static final Duration PERIOD = Duration.ofMillis(500);
  private static final Fault<PeerAddress> LOSS = new Fault.Loss<>(new Path.Everywhere<>(), 0.2);
  private static final Fault<PeerAddress> DELAY =
      new Fault.Delay<>(new Path.Everywhere<>(), Duration.ofMillis(30), Duration.ZERO);

  private static PeerAddress peer(int number) {
    return PeerAddress.parse("127.0.0.1:" + (9_000 + number));
  }

  private static Run run(String topology, int originals) {
    return run(topology, originals, false);
  }

  private static Run run(String topology, int originals, boolean inStep) {
    return new Run(
        1,
        null,
        null,
        1,
        topology,
        7,
        originals,
        IntStream.range(0, 20).mapToObj(CounterpartTest::peer).toList(),
        inStep ? Run.Time.VIRTUAL : Run.Time.REAL,
        inStep);
  }

  private static Conditions.InForce from(double seconds, Spreading spreading) {
    return new Conditions.InForce(at(seconds), spreading, PERIOD);
  }

  private static Instant at(double seconds) {
    return BIRTH.plusMillis(Math.round(1_000 * seconds));
  }

  private static @Nullable Counterpart of(Conditions conditions) {
    return of(conditions, 0);
  }

  private static @Nullable Counterpart of(Conditions conditions, int origin) {
    Rumor rumor = new Rumor(new RumorId("r1"), peer(origin), BIRTH, "Psst");
    Spread spread =
        new Spread(
            rumor,
            rumor.id(),
            Map.of(peer(origin), new Arrival(peer(origin), null, BIRTH, 0, 0, 0, true)),
            20,
            List.of(),
            0,
            0,
            0,
            conditions,
            null);
    return Counterpart.of(MeasuredSpread.of(spread, at(5), _ -> true));
  }

  private static Counterpart known(Conditions conditions) {
    return Objects.requireNonNull(of(conditions));
  }

  @Test
  void aRumorHasTheSettingsOfItsOriginTheWiringOfItsRunAndTheLossEverywhere() {
    Counterpart it =
        known(
            new Conditions(
                run("ring", 0),
                List.of(from(0, PUSH)),
                false,
                List.of(new Conditions.FaultSpan(LOSS, BIRTH, null)),
                List.of()));

    assertThat(it.settings())
        .isEqualTo(new PopulationSettings(20, Topology.parse("ring"), PUSH, 0.2, Crashes.NONE, 7));
    assertThat(it.period()).isEqualTo(PERIOD);
    assertThat(it.leftOutWords())
        .isEqualTo(
            "It leaves out that peers begin their periods at moments of their own and not in step,"
                + " so a copy is often passed on within the same period, and the rumour is somewhat"
                + " faster.");
  }

  @Test
  void whereThePeersWereInStepNothingIsLeftOut() {
    Conditions conditions =
        new Conditions(run("ring", 0, true), List.of(from(0, PUSH)), false, List.of(), List.of());

    assertThat(known(conditions).leftOutWords()).isEmpty();
  }

  @Test
  void withoutSettingsThereIsNone() {
    assertThat(of(new Conditions(run("ring", 0), List.of(), false, List.of(), List.of()))).isNull();
  }

  /// The file of a recording may be somebody else's.
  @ParameterizedTest
  @CsvSource({
    "torus, true",
    "small-world:4:0.1, true",
    "file:mine.graphml, false",
    "nonsense, false",
  })
  void aWiringThatIsNotKnownIsLeftOut(String label, boolean fits) {
    Counterpart it =
        known(new Conditions(run(label, 0), List.of(from(0, PUSH)), false, List.of(), List.of()));

    assertThat(it.settings().topology()).isEqualTo(fits ? Topology.parse(label) : new Complete());
    assertThat(it.leftOutWords().contains("it is not known here which peers know each other"))
        .isEqualTo(!fits);
  }

  @Test
  void whatItLeavesOutIsSaidWithWhatThatDoes() {
    Counterpart it =
        known(
            new Conditions(
                run("ring", 3),
                List.of(from(0, PUSH.withStrategy(Strategy.PULL)), from(2, PUSH)),
                false,
                List.of(
                    new Conditions.FaultSpan(LOSS, BIRTH, null),
                    new Conditions.FaultSpan(DELAY, BIRTH, null),
                    new Conditions.FaultSpan(LOSS, at(1), null)),
                List.of()));

    assertThat(it.settings().loss()).isEqualTo(0.2);
    assertThat(it.leftOut())
        .hasSize(6)
        .contains(
            "3 of the peers pass nothing on, so it takes longer",
            "there is a delay of 30 ms everywhere, so it may take longer or not reach all",
            "answers get lost as well as questions, so pulling takes longer",
            "faults came or went while it spread, so it may take longer or not reach all",
            "the settings changed while it spread, and these are the first");
  }

  @Test
  void severalLossesMultiplyAndATotalOneIsNoSetting() {
    Fault<PeerAddress> all = new Fault.Loss<>(new Path.Everywhere<>(), 1);
    Counterpart it =
        Counterpart.of(20, new Complete(), 0, PUSH, PERIOD, List.of(LOSS, LOSS, all), 1);

    assertThat(it.settings().loss()).isCloseTo(0.36, within(1e-12));
    assertThat(it.leftOutWords()).contains("there is a loss of 100 % everywhere");
  }

  @ParameterizedTest
  @CsvSource({"line, 0, false", "line, 6, true", "complete, 6, false"})
  void whereItBeganIsSaidWhereThatMatters(String topology, int origin, boolean said) {
    Conditions conditions =
        new Conditions(run(topology, 0), List.of(from(0, PUSH)), false, List.of(), List.of());

    assertThat(
            Objects.requireNonNull(of(conditions, origin))
                .leftOut()
                .contains("it began at peer 7, and here at the first"))
        .isEqualTo(said);
  }
}
