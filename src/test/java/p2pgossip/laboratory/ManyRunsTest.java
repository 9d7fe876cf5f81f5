package p2pgossip.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;
import p2pgossip.scenario.RepeatedRuns;
import p2pgossip.topology.Complete;

class ManyRunsTest {

  private static PopulationSettings settings(int peers, Interest interest) {
    return new PopulationSettings(
        peers,
        new Complete(),
        new Spreading(Strategy.PUSH, 1, interest, Copy.MOST_HOPS),
        0,
        Crashes.NONE,
        5);
  }

  private static RunsSummary summary(ManyRuns runs) {
    AwaitedEnd end = new AwaitedEnd();
    runs.begin(end);
    assertThat(end.awaited()).isEqualTo("ended");
    return Objects.requireNonNull(runs.take());
  }

  @Test
  void sumUpToTheFiguresOfTheSameRepetitions() throws InterruptedException {
    PopulationSettings settings = settings(300, InterestLabel.parse("counter:2"));
    RunsSummary summary = summary(new ManyRuns(settings, 400));
    RepeatedRuns same = Repetitions.onArrays(settings.plan(), 5, 400, 1);

    assertThat(summary.done()).isEqualTo(400);
    assertThat(summary.rounds()).isEqualTo(same.rounds());
    assertThat(summary.copies()).isEqualTo(same.copiesPerPeer());
    assertThat(summary.residue().mean()).isCloseTo(1 - same.reached().mean(), within(1e-12));
    assertThat(summary.complete()).isEqualTo(same.complete());
    assertThat(summary.residues()).hasSize(400).isSorted();
    assertThat(summary.lasts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(400);
  }

  @Test
  void haveABandThatRisesRoundTheMean() throws InterruptedException {
    PopulationSettings settings = settings(300, Interest.NEVER_LOST);
    RunsSummary summary = summary(new ManyRuns(settings, 400));
    RepeatedRuns same = Repetitions.onArrays(settings.plan(), 5, 400, 1);

    assertThat(summary.middle()).isSorted().hasSameSizeAs(same.informed());
    for (int round = 0; round < summary.middle().size(); round++) {
      assertThat(same.informed().get(round) / 300)
          .isBetween(summary.low().get(round) - 1e-3, summary.high().get(round) + 1e-3);
    }
    assertThat(summary.low().get(8)).isLessThan(summary.high().get(8));
    assertThat(summary.rounds(0.5)).isBetween(summary.rounds(0.05), summary.rounds(0.95));
    assertThat(summary.longer()[summary.rounds(0.95)]).isLessThanOrEqualTo(0.05);
    assertThat(summary.reachNinetyNine()).isEqualTo(1);
    assertThat(summary.ninetyNine().orElseThrow().mean()).isLessThan(summary.rounds().mean());
  }

  /// A band of shares that are rounded for each run must not depend on the order of long and short
  /// runs: a run that has ended counts on.
  @Test
  void countARunThatHasEndedOnWithItsLastShare() {
    RunsSummary summary = summary(new ManyRuns(settings(40, InterestLabel.parse("coin:1")), 300));

    assertThat(summary.middle().getLast()).isCloseTo(1 - summary.residues().get(150), within(0.03));
    assertThat(summary.low()).isSorted();
  }

  @Test
  void whatIsDoneStaysWhenTheRestIsCalledOff() {
    ManyRuns runs = new ManyRuns(settings(20_000, Interest.NEVER_LOST), ManyRuns.MOST);
    AwaitedEnd end = new AwaitedEnd();
    Work work = runs.begin(end);
    RunsSummary[] first = new RunsSummary[1];
    await().until(() -> (first[0] = runs.take()) != null);
    work.close();

    assertThat(end.awaited()).isEqualTo("called off");
    RunsSummary last = runs.take();
    assertThat(last == null ? first[0].done() : last.done()).isBetween(1, ManyRuns.MOST - 1);
  }

  @Test
  void aPresetHasTheFiguresOfItsSource() {
    assertThat(Preset.LAN.transmissions(1_000)).isEqualTo(16);
    assertThat(Preset.LAN.transmissions(999)).isEqualTo(12);
    assertThat(Preset.WAN.period()).isEqualTo(Duration.ofMillis(500));
    assertThat(Preset.WAN.fanout()).isEqualTo(4);
    assertThat(Preset.LOCAL.transmissions(9)).isEqualTo(2);
  }

  @Test
  void aDeploymentCostsEachPeerWhatItSends() {
    Deployment network = new Deployment(500, Duration.ofMillis(200), 3, 12, 0.01, 300, 0.5);
    RunsSummary summary = summary(new ManyRuns(network.settings(), 100));

    assertThat(network.messages(summary)).isCloseTo(6, within(0.3));
    assertThat(network.seconds(7)).isCloseTo(1.4, within(1e-12));
    assertThat(network.mostMessages()).isEqualTo(15);
  }
}
