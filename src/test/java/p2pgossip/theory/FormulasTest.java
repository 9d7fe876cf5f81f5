package p2pgossip.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.theory.RoundsToAll.Calls;

class FormulasTest {

  private static double exact(Calls calls, int peers, double p) {
    return new RoundsToAll(calls, peers, 1, 1 - p).mean();
  }

  /// The constants are seen to be nearly the same from 10^3 to 10^5 peers.
  @ParameterizedTest
  @CsvSource({"1, 1.2, 1.0, 0.05", "0.5, 2.2, 2.6, 1.5"})
  void exactMeansExceedTheFormulasByTheConstantsThatWereSeen(
      double p, double push, double pull, double pushPull) {
    int peers = 1_000;

    assertThat(exact(Calls.PUSH, peers, p) - Formulas.pushRounds(peers, p))
        .isCloseTo(push, within(0.1));
    assertThat(exact(Calls.PULL, peers, p) - Formulas.pullRounds(peers, p))
        .isCloseTo(pull, within(0.15));
    assertThat(exact(Calls.PUSH_PULL, peers, p) - Formulas.pushPullRounds(peers, p))
        .isCloseTo(pushPull, within(0.1));
  }

  @Test
  void theMeanOfPushIsWithinItsBounds() {
    for (int peers : new int[] {100, 512, 1_000}) {
      assertThat(exact(Calls.PUSH, peers, 1))
          .isBetween(Formulas.leastPushRounds(peers), Formulas.greatestPushRounds(peers));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 0.066", "0, 0.368", "1, 0.692", "2, 0.873"})
  void allAreReachedWithTheProbabilityOfKermarrec(double c, double probability) {
    assertThat(Formulas.allReached(c)).isCloseTo(probability, within(5e-4));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0.798", "3, 0.940", "4, 0.980", "5, 0.993"})
  void aFixedFanoutReachesTheShareOfTheGiantComponent(double fanout, double share) {
    assertThat(Formulas.shareReached(fanout)).isCloseTo(share, within(1.5e-3));
  }

  @Test
  void aTreeHasNoRedundancy() {
    assertThat(Formulas.redundancy(24, 25)).isZero();
    assertThat(Formulas.redundancy(576, 25)).isEqualTo(23);
    assertThat(Formulas.residue(1.7)).isCloseTo(0.18, within(0.005));
  }

  @Test
  void theLogisticCurveStartsAndEndsRight() {
    assertThat(MeanField.susceptibleInfected(1, 0.01, 0)).isCloseTo(0.01, within(1e-12));
    assertThat(MeanField.susceptibleInfected(2, 0.5, 1))
        .isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
    assertThat(MeanField.susceptibleInfected(1, 0.01, 100)).isCloseTo(1, within(1e-12));
  }

  /// Demers et al. 1987, section 1.4: 20 % with k = 1, 6 % with k = 2.
  @ParameterizedTest
  @CsvSource({"1, 0.20", "2, 0.06"})
  void theResidueIsThatOfTheDifferentialEquations(double k, double residue) {
    MeanField.Shares end = MeanField.susceptibleInfectedRemoved(k, 1e-6, 200);

    assertThat(MeanField.residue(k)).isCloseTo(residue, within(0.005));
    assertThat(end.susceptible()).isCloseTo(MeanField.residue(k), within(1e-4));
    assertThat(end.infected()).isCloseTo(0, within(1e-6));
    assertThat(end.removed()).isCloseTo(1 - end.susceptible(), within(1e-6));
  }

  @Test
  void floodingTakesTheStepsToTheFarthestPeer() {
    int[][] line = {{1}, {0, 2}, {1, 3}, {2}, {}};

    assertThat(Flooding.from(0, 5, peer -> line[peer])).isEqualTo(new Flooding(3, 4));
    assertThat(Flooding.from(1, 5, peer -> line[peer])).isEqualTo(new Flooding(2, 4));
    assertThat(new Flooding(3, 4).copies(3)).isEqualTo(3);
    assertThat(new Flooding(1, 25).copies(300)).isEqualTo(576);
  }
}
