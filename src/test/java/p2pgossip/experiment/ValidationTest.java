package p2pgossip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.scenario.ComparedFigure;
import p2pgossip.scenario.ComparedFigure.Kind;
import p2pgossip.scenario.Estimate;

class ValidationTest {

  private static final String CLAIM = "a claim";

  private static Measuring measuring(boolean quick) {
    return new Measuring(1, quick, 1, _ -> {});
  }

  private static List<String> verdicts(Measuring measuring) {
    return measuring.figures().stream().map(ComparedFigure::verdict).toList();
  }

  /// The whole of it stands in `./run.sh validate`; here are the rounds alone, quickly.
  @Test
  void roundsAgreeWithWhatIsKnownOfThem() throws InterruptedException {
    Measuring measuring = measuring(true);
    new RoundsClaims(measuring).compare();

    assertThat(measuring.figures()).allMatch(ComparedFigure::holds).hasSizeGreaterThan(30);
    assertThat(measuring.figures()).extracting(ComparedFigure::source).doesNotContain("");
  }

  /// Not in step, as real peers are.
  @Test
  void periodsAtRandomPhasesAreAsSeenElsewhere() throws InterruptedException {
    Measuring measuring = measuring(true);
    new PhasesClaims(measuring, new RoundsClaims(measuring)).compare();

    assertThat(measuring.figures()).hasSize(6).allMatch(ComparedFigure::holds);
    // In step it takes longer: a copy is never passed on in the round in which it was sent.
    for (int i = 0; i < 6; i += 2) {
      assertThat(measuring.figures().get(i).ours())
          .isGreaterThan(measuring.figures().get(i + 1).ours());
    }
  }

  @Test
  void exactFiguresMayDifferByThreeAndAHalfStandardErrors() {
    Measuring measuring = measuring(false);
    measuring.exact(CLAIM, 10, new Estimate(10.34, 0.1), "", "");
    measuring.exact(CLAIM, 10, new Estimate(9.66, 0.1), "", "");
    measuring.exact(CLAIM, 10, new Estimate(10.36, 0.1), "", "");
    measuring.exact(CLAIM, 24, new Estimate(24, 0), "", "");
    measuring.exact(CLAIM, 24, new Estimate(25, Double.NaN), "", "");

    assertThat(verdicts(measuring)).containsExactly("agrees", "agrees", "OFF", "agrees", "OFF");
  }

  @Test
  void seenFiguresHaveAnErrorOfTheirOwnAndRoundedOnesATolerance() {
    Measuring measuring = measuring(false);
    // 3.5 * 0.1 * sqrt(1 + 3) + 0.05
    measuring.seen(CLAIM, 10, 0.1, new Estimate(10.74, 0.1), 300, 100, "", "");
    measuring.seen(CLAIM, 10, 0.1, new Estimate(10.76, 0.1), 300, 100, "", "");
    measuring.about(CLAIM, Kind.PUBLISHED, 10, 1, new Estimate(11.34, 0.1), "", "");
    measuring.about(CLAIM, Kind.ASYMPTOTIC, 10, 1, new Estimate(11.36, 0.1), "", "");
    measuring.notComparable(CLAIM, "a reason", "");

    assertThat(verdicts(measuring))
        .containsExactly("agrees", "OFF", "agrees", "OFF", "not comparable");
  }

  @Test
  void aQuickMeasurementMakesATwentiethOfTheRuns() {
    assertThat(measuring(true).runs(1_000)).isEqualTo(50);
    assertThat(measuring(true).runs(20)).isEqualTo(2);
    assertThat(measuring(true).runs(40_000)).isEqualTo(1_000);
    assertThat(measuring(false).runs(1_000)).isEqualTo(1_000);
  }

  @Test
  void floodingAgreesExactly() throws InterruptedException {
    Measuring measuring = measuring(true);
    new ReachClaims(measuring).compare();

    assertThat(measuring.figures())
        .filteredOn(figure -> figure.kind() == Kind.EXACT)
        .hasSize(11)
        .allSatisfy(figure -> assertThat(figure.ours()).isCloseTo(figure.expected(), within(1e-9)));
  }
}
