package p2pgossip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import p2pgossip.scenario.ScaleSample.Figure;

class ScaleComparisonTest {

  private static ScaleTrial trial(double copies, Double... heard) {
    return new ScaleTrial(List.of(heard), 4, copies);
  }

  private static ScaleComparison comparison(ScaleSample... samples) {
    return new ScaleComparison(
        "a trial", "push", 1, 4, Duration.ofSeconds(1), null, List.of(samples), "");
  }

  @Test
  void theTimeOfAShareIsThatOfAWholePeer() {
    ScaleTrial trial = trial(2, 0.0, 0.5, 1.5);

    assertThat(trial.time(50)).isEqualTo(0.5);
    assertThat(trial.time(51)).isEqualTo(1.5);
    assertThat(trial.time(99)).isNull();
    assertThat(trial.last()).isEqualTo(1.5);
    assertThat(trial.reached()).isEqualTo(0.75);
    assertThat(trial.share(0.4)).isEqualTo(0.25);
  }

  @Test
  void aCurveOnArraysIsATimeForEachPeer() {
    assertThat(ScaleTrial.ofCurve(new int[] {1, 2, 2, 4}, 5, 1).heard())
        .containsExactly(0.0, 1.0, 3.0, 3.0);
  }

  @Test
  void aSampleHasTheFiguresOfItsRuns() {
    ScaleSample sample =
        ScaleSample.of(
            ComparedScale.VIRTUAL,
            List.of(trial(2, 0.0, 1.0, 2.0, 3.0), trial(3, 0.0, 2.0, 4.0), trial(4, 0.0)));

    assertThat(sample.figure(Figure.T50))
        .isEqualTo(new ScaleSample.Measured(Figure.T50, new Estimate(1.5, 0.5), 2));
    assertThat(sample.figure(Figure.T99).runs()).isEqualTo(1);
    assertThat(sample.figure(Figure.COPIES).estimate().mean()).isEqualTo(3);
    assertThat(sample.figure(Figure.COPIES).estimate().standardError())
        .isCloseTo(Math.sqrt(1 / 3.0), within(1e-12));
  }

  @Test
  void theCurveHasABandOfNineRunsInTen() {
    List<ScaleTrial> trials =
        IntStream.rangeClosed(1, 20)
            .mapToObj(late -> trial(1, 0.0, late / 10.0, late / 10.0, late / 10.0))
            .toList();
    List<ScaleSample.Coverage> rounds = ScaleSample.of(ComparedScale.ARRAYS, trials).curve();

    assertThat(rounds).extracting(ScaleSample.Coverage::time).containsExactly(0.0, 1.0, 2.0);
    assertThat(rounds.get(1).mean()).isCloseTo(0.25 + 0.75 / 2, within(1e-12));
    assertThat(rounds.get(1).low()).isEqualTo(0.25);
    assertThat(rounds.get(1).high()).isEqualTo(1);
  }

  @Test
  void scalesAgreeWithinThreeStandardErrors() {
    ScaleSample real =
        ScaleSample.of(
            ComparedScale.REAL,
            List.of(trial(2, 0.0, 1.0, 2.0, 3.0), trial(2, 0.0, 2.0, 3.0, 4.0)));
    ScaleSample near =
        ScaleSample.of(
            ComparedScale.VIRTUAL,
            List.of(trial(2, 0.0, 2.0, 3.0, 4.0), trial(2, 0.0, 3.0, 4.0, 5.0)));
    ScaleSample costly =
        ScaleSample.of(
            ComparedScale.VIRTUAL,
            List.of(trial(2.5, 0.0, 1.0, 2.0, 3.0), trial(2.5, 0.0, 2.0, 3.0, 4.0)));

    assertThat(comparison(real, near).agrees()).isTrue();
    assertThat(comparison(real, near).differences())
        .extracting(ScaleComparison.Difference::figure)
        .containsExactly(Figure.T50, Figure.T99, Figure.COPIES);
    assertThat(comparison(real, costly).differences())
        .filteredOn(difference -> !difference.agrees())
        .extracting(ScaleComparison.Difference::figure, ScaleComparison.Difference::difference)
        .containsExactly(tuple(Figure.COPIES, 0.5));
  }

  @Test
  void onlyWhatIsRunAlikeIsCompared() {
    ScaleSample virtual =
        ScaleSample.of(ComparedScale.VIRTUAL, List.of(trial(2, 0.0), trial(2, 0.0)));
    ScaleSample arrays =
        ScaleSample.of(ComparedScale.ARRAYS, List.of(trial(9, 0.0), trial(9, 0.0)));

    assertThat(comparison(virtual, arrays).differences()).isEmpty();
  }
}
