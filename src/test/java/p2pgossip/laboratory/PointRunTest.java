package p2pgossip.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import p2pgossip.experiment.PointRunner;
import p2pgossip.experiment.RunListener;
import p2pgossip.experiment.ScenarioRunner;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.network.SpreadFigures;
import p2pgossip.population.PopulationRun;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Scale;

/// What opens is the run that was counted.
class PointRunTest {

  private static final Axis FANOUTS = SampleSweeps.axis(Parameter.FANOUT, "1, 3");

  private static Outcome outcome(Experiment experiment, int point, int repetition)
      throws Exception {
    return new PointRunner(experiment, VirtualStage.MAKER).run(point, repetition, () -> false);
  }

  @Test
  void onArraysItsFieldHasTheSameRounds() throws Exception {
    Experiment experiment = SampleSweeps.experiment(9, FANOUTS);
    PointRun.Field field = (PointRun.Field) PointRun.of(experiment, 1, 7);
    Outcome counted = outcome(experiment, 1, 7);

    try (PopulationRun same = new PopulationRun(field.settings().plan(), field.settings().seed())) {
      same.toTheEnd();
      assertThat((double) same.lastHeard()).isEqualTo(counted.value(Measure.T_LAST));
      assertThat(same.informed() / 40.0).isEqualTo(counted.value(Measure.REACHED));
    }
  }

  @Test
  void inVirtualTimeItsNetworkHasTheSameFigures() throws Exception {
    Experiment experiment = SampleSweeps.draft(Scale.VIRTUAL, 9, FANOUTS).experiment();
    PointRun.Network network = (PointRun.Network) PointRun.of(experiment, 1, 4);
    Outcome counted = outcome(experiment, 1, 4);
    SpreadFigures figures =
        new ScenarioRunner(VirtualStage.MAKER)
            .run(network.scenario(), new RunListener() {}, () -> false)
            .runs()
            .getFirst()
            .rumors()
            .getFirst()
            .figures();

    assertThat(figures.reached() / 40.0).isEqualTo(counted.value(Measure.REACHED));
    assertThat(Objects.requireNonNull(figures.tLast()).toNanos() / 1e9)
        .isEqualTo(counted.value(Measure.T_LAST));
  }

  @Test
  void peersOnArraysCanBeSeenAsPeersInStep() {
    Experiment experiment = SampleSweeps.experiment(9, FANOUTS);
    PointRun.Network network = (PointRun.Network) PointRun.asPeers(experiment, 1, 7);

    assertThat(network.scenario().traits().inStep()).isTrue();
    assertThat(network.scenario().peers()).isEqualTo(40);
    assertThat(network.scenario().settings().spreading().fanout()).isEqualTo(3);
    assertThat(network.scenario().seed()).isEqualTo(experiment.seed(1, 7));
  }

  @Test
  void moreThanAPictureHoldsIsRefusedInWords() {
    Experiment experiment =
        SampleSweeps.experiment(
            2,
            SampleSweeps.axis(Parameter.TOPOLOGY, "ring, complete"),
            SampleSweeps.axis(Parameter.PEERS, "401, 2000, 2001"));

    assertThat(PointRun.asPeers(experiment, 1, 0)).isInstanceOf(PointRun.Network.class);
    assertThat(PointRun.asPeers(experiment, 2, 0))
        .isEqualTo(new PointRun.Nothing("A live graph shows up to 2,000 peers; here are 2,001."));
    assertThat(PointRun.asPeers(experiment, 3, 0).words())
        .startsWith("All 401 peers know one another, ");
    assertThat(PointRun.of(experiment, 3, 0)).isInstanceOf(PointRun.Field.class);
  }

  @Test
  void simulatedPeersThatAllKnowOneAnotherCanBeWatchedUpToALimit() {
    Experiment experiment =
        SampleSweeps.draft(Scale.VIRTUAL, 2, SampleSweeps.axis(Parameter.PEERS, "400, 401"))
            .experiment();

    assertThat(PointRun.of(experiment, 0, 0)).isInstanceOf(PointRun.Network.class);
    assertThat(PointRun.of(experiment, 1, 0)).isInstanceOf(PointRun.Nothing.class);
  }
}
