package p2pgossip.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.experiment.Counterpart;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.topology.Topology;

class SpreadTheoryTest {

  private static Counterpart peers(String topology, Strategy strategy, Interest interest) {
    return Counterpart.of(
        20,
        Topology.parse(topology),
        0,
        new Spreading(strategy, 2, interest, Copy.MOST_HOPS),
        Duration.ofMillis(500),
        List.of(),
        1);
  }

  @Test
  void whereTheSettingsFitItIsThePredictionOfTheLaboratory() {
    Counterpart peers = peers("complete", Strategy.PUSH, Interest.NEVER_LOST);
    SpreadTheory theory = SpreadTheory.of(peers);

    assertThat(theory.prediction()).isEqualTo(Predictions.of(peers.settings()));
    assertThat(((Prediction.Curve) theory.prediction()).hasBand()).isTrue();
    assertThat(theory.period()).isEqualTo(Duration.ofMillis(500));
    assertThat(theory.words())
        .startsWith("Theory: exact mean and the band of 90 % of all runs")
        .endsWith(peers.leftOutWords());
  }

  @Test
  void whereTheWiringDiffersItIsThatOfPeersWhoAllKnowOneAnotherAndSaysWhatThatDoes() {
    Counterpart peers = peers("ring", Strategy.PUSH, Interest.NEVER_LOST);
    SpreadTheory theory = SpreadTheory.of(peers);

    assertThat(theory.prediction())
        .isEqualTo(
            Predictions.of(peers("complete", Strategy.PUSH, Interest.NEVER_LOST).settings()));
    assertThat(theory.words())
        .contains("Theory's curve is for peers that all know one another.", "so it takes longer");
  }

  @Test
  void whereNothingIsKnownItSaysWhy() {
    SpreadTheory flood = SpreadTheory.of(peers("complete", Strategy.FLOOD, Interest.NEVER_LOST));
    SpreadTheory lost =
        SpreadTheory.of(peers("ring", Strategy.PUSH_PULL, InterestLabel.parse("counter:2")));

    assertThat(flood.prediction()).isInstanceOf(Prediction.Unknown.class);
    assertThat(flood.words()).contains("a copy is passed on at once, not once a period");
    assertThat(lost.prediction()).isInstanceOf(Prediction.Unknown.class);
    assertThat(lost.words()).isEqualTo(lost.prediction().words());
  }
}
