package p2pgossip.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.laboratory.RoundState;
import p2pgossip.laboratory.RoundsMaker;
import p2pgossip.laboratory.SingleRun;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.testing.Recorder;
import p2pgossip.topology.Topology;

class RoundsApartTest {

  private static final long MUCH = 8L << 30;

  private static PopulationSettings settings(int peers, String topology, Crashes crashes) {
    return new PopulationSettings(
        peers,
        Topology.parse(topology),
        new Spreading(Strategy.PUSH, 2, Interest.NEVER_LOST, Copy.MOST_HOPS),
        0.25,
        crashes,
        5);
  }

  private static Recorder<String> rounds(RoundsMaker maker, PopulationSettings settings)
      throws InterruptedException {
    Recorder<String> rounds = new Recorder<>();
    maker.run(settings, state -> rounds.accept(words(state, settings)));
    return rounds;
  }

  private static String words(RoundState state, PopulationSettings settings) {
    String knowing =
        IntStream.range(0, Math.ceilDiv(settings.peers(), Long.SIZE))
            .mapToObj(word -> Long.toHexString(state.knowing(word)))
            .collect(Collectors.joining(","));
    String crashed =
        state.round() == settings.crashes().afterRound()
            ? IntStream.range(0, settings.peers())
                .filter(state::isCrashed)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","))
            : "";
    return "%s: %s of %s, %s copies; %s; %s"
        .formatted(
            state.round(), state.informed(), state.living(), state.copies(), knowing, crashed);
  }

  /// The numbers of peers fill words of 64 bits, or don't.
  @ParameterizedTest
  @CsvSource({"64, complete, 0, 0", "200, small-world:4:0.1, 0.3, 2", "1, complete, 0, 0"})
  void itShowsTheRoundsThatTheSameRunInThisProcessShows(
      int peers, String topology, double crash, int after) throws Exception {
    PopulationSettings settings = settings(peers, topology, new Crashes(crash, after));
    Recorder<String> here = rounds(SingleRun.HERE, settings);

    assertThat(rounds(new RoundsApart(1, MUCH), settings).all()).isEqualTo(here.all());
    assertThat(here.all()).hasSizeGreaterThan(peers == 1 ? 0 : 3);
  }

  @Test
  void whatDoesNotFitIsRefusedByTheOtherProcess() {
    assertThatThrownBy(
            () ->
                rounds(
                    new RoundsApart(1, 200 << 20), settings(20_000_000, "random:20", Crashes.NONE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20000000 peers take about ");
  }

  @Test
  void aHeavyRunIsMadeApartAndALightOneHere() throws Exception {
    Recorder<String> asked = new Recorder<>();
    FittingRounds fitting =
        new FittingRounds(
            (settings, _) -> asked.accept("here " + settings.peers()),
            (settings, _) -> asked.accept("apart " + settings.peers()));

    fitting.run(settings(1_000, "ring", Crashes.NONE), _ -> {});
    fitting.run(settings(500_000_000, "random:9", Crashes.NONE), _ -> {});

    assertThat(asked).containsExactly("here 1000", "apart 500000000");
  }
}
