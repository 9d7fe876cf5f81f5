package p2pgossip.ui.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.network.MeasuredSpread.Phase;
import p2pgossip.network.SpreadCurve;
import p2pgossip.network.SpreadCurve.Round;
import p2pgossip.network.SpreadCurve.Step;
import p2pgossip.network.SpreadFigures;
import p2pgossip.network.SpreadLoad;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.SeriesLook;

class ChartKindsTest {

  private static final ChartKind COVERAGE = new CoverageChart();
  private static final ChartKind HEARERS = new HearersChart();
  private static final ChartKind DUPLICATES = new DuplicatesChart();

  private static final SpreadLoad LOAD = new SpreadLoad(List.of(3L, 2L, 0L, 0L));

  /// Four peers, one after another in half seconds, and a repeat long after.
  private static final DrawnSpread FOUR =
      new DrawnSpread(
          "Psst",
          SeriesLook.FIRST,
          new SpreadCurve(
              4,
              List.of(
                  step(0, 1, 0), step(0.5, 2, 0), step(1, 3, 1), step(1.5, 4, 1), step(9, 4, 2)),
              List.of(
                  new Round(0, 1, 1, 0),
                  new Round(1, 2, 3, 0),
                  new Round(2, 1, 4, 1),
                  new Round(3, 0, 4, 0),
                  new Round(4, 0, 4, 1))),
          new SpreadFigures(
              4,
              4,
              millis(500),
              millis(1_500),
              Duration.ofMillis(1_500),
              5,
              1.25,
              2,
              0,
              0.67,
              3,
              2,
              4,
              1,
              0.33,
              0.6),
          LOAD,
          Phase.COMPLETE,
          false,
          9,
          9,
          0);

  private static Step step(double seconds, int reached, long duplicates) {
    return new Step(millis(Math.round(seconds * 1_000)), reached, duplicates);
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private static DrawnSpread named(String name, SeriesLook look) {
    return new DrawnSpread(
        name, look, FOUR.curve(), FOUR.figures(), LOAD, Phase.COMPLETE, false, 9, 9, 0);
  }

  @Test
  void drawsCoverageInStepsToALittleBehindTheLastHearer() {
    Chart chart = COVERAGE.of(List.of(FOUR), Against.TIME);
    Series series = chart.series().getFirst();

    assertThat(chart.across().to()).isBetween(1.5, 2.0);
    assertThat(series.xs()).containsExactly(0, 0.5, 1, 1.5, chart.across().to());
    assertThat(series.ys()).containsExactly(25, 50, 75, 100, 100);
    assertThat(chart.spoken()).isEqualTo("Coverage against time: Psst: 4 of 4 peers reached");
  }

  @Test
  void pointsOutWhenHalfAndNearlyAllHadHeardIt() {
    assertThat(COVERAGE.of(List.of(FOUR), Against.TIME).marks())
        .containsExactly(
            new Chart.Mark(0.5, 50, "t50 500 ms", SeriesLook.FIRST),
            new Chart.Mark(1.5, 100, "t99 1.50 s", SeriesLook.FIRST),
            new Chart.Mark(1.5, 100, "", SeriesLook.FIRST, Chart.Shape.CLOSED));
  }

  @Test
  void addsUpCoverageByPeriods() {
    Series series = COVERAGE.of(List.of(FOUR), Against.PERIODS).series().getFirst();

    assertThat(series.xs()).containsExactly(0, 1, 2, 3);
    assertThat(series.ys()).containsExactly(25, 75, 100, 100);
  }

  @Test
  void drawsOneSpreadInBarsAndSeveralInLines() {
    assertThat(HEARERS.of(List.of(FOUR), Against.TIME).series())
        .extracting(Series::shape)
        .containsExactly(Series.Shape.BARS);
    assertThat(HEARERS.of(List.of(FOUR, named("Pst", SeriesLook.SECOND)), Against.TIME).series())
        .extracting(Series::shape)
        .containsExactly(Series.Shape.POINTS, Series.Shape.POINTS);
  }

  @Test
  void countsHearersAndDuplicatesOfEachPeriod() {
    assertThat(HEARERS.of(List.of(FOUR), Against.TIME).series().getFirst().ys())
        .containsExactly(1, 2, 1, 0);
    assertThat(DUPLICATES.of(List.of(FOUR), Against.PERIODS).series().getFirst().ys())
        .containsExactly(0, 0, 1, 0, 1, 0);
    assertThat(HEARERS.of(List.of(FOUR), Against.TIME).spoken())
        .isEqualTo("New hearers per period: Psst: at most 2, in period 1");
  }

  @Test
  void followsTheDuplicatesToTheLast() {
    Chart chart = DUPLICATES.of(List.of(FOUR), Against.TIME);

    assertThat(chart.across().to()).isGreaterThan(9);
    assertThat(chart.series().getFirst().at(8)).isEqualTo(1);
    assertThat(chart.series().getFirst().at(9)).isEqualTo(2);
  }

  @Test
  void readsTheValueThatHoldsAtAMoment() {
    Series series = COVERAGE.of(List.of(FOUR), Against.TIME).series().getFirst();

    assertThat(series.at(0.49)).isEqualTo(25);
    assertThat(series.at(0.5)).isEqualTo(50);
    assertThat(series.at(-0.1)).isNaN();
  }

  @Test
  void makesAChartOfARumorThatNobodyElseHasHeard() {
    DrawnSpread alone =
        new DrawnSpread(
            "Hm",
            SeriesLook.FIRST,
            new SpreadCurve(4, List.of(step(0, 1, 0)), List.of(new Round(0, 1, 1, 0))),
            new SpreadFigures(
                1,
                4,
                null,
                null,
                Duration.ZERO,
                0,
                0,
                0,
                0,
                Double.NaN,
                0,
                Double.NaN,
                0,
                0,
                Double.NaN,
                Double.NaN),
            new SpreadLoad(List.of(0L, 0L, 0L, 0L)),
            Phase.STUCK,
            false,
            0,
            0,
            0);
    Chart chart = COVERAGE.of(List.of(alone), Against.TIME);

    assertThat(chart.across().to()).isEqualTo(1);
    assertThat(chart.series().getFirst().ys()).containsExactly(25, 25);
    assertThat(chart.marks()).noneMatch(mark -> mark.text().startsWith("t"));
  }

  /// As far as [#FOUR] had come after one second, seen until `until`.
  private static DrawnSpread half(Phase phase, boolean carried, double until) {
    return half(phase, carried, until, 0);
  }

  private static DrawnSpread half(Phase phase, boolean carried, double until, int periods) {
    return new DrawnSpread(
        "Pst",
        SeriesLook.SECOND,
        new SpreadCurve(
            4,
            List.of(step(0, 1, 0), step(0.5, 2, 0)),
            List.of(new Round(0, 1, 1, 0), new Round(1, 1, 2, 0))),
        new SpreadFigures(
            2, 4, millis(500), null, millis(500), 1, 0.25, 0, 0, 0, 1, 1, 1, 0.25, 0, 1),
        new SpreadLoad(List.of(1L, 0L, 0L, 0L)),
        phase,
        carried,
        until,
        0.5,
        periods);
  }

  private static Chart.Mark end(Chart chart, SeriesLook look) {
    return chart.marks().stream()
        .filter(mark -> mark.look() == look && mark.shape() != Chart.Shape.DOT)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void endsACurveThatIsStillSpreadingAtThePresent() {
    Chart chart = COVERAGE.of(List.of(half(Phase.SPREADING, true, 0.8)), Against.TIME);
    Series series = chart.series().getFirst();

    assertThat(series.xs()).containsExactly(0, 0.5, 0.8);
    assertThat(series.ys()).containsExactly(25, 50, 50);
    assertThat(series.at(0.81)).isNaN();
    assertThat(end(chart, SeriesLook.SECOND))
        .isEqualTo(new Chart.Mark(0.8, 50, "now", SeriesLook.SECOND, Chart.Shape.OPEN));
  }

  @Test
  void drawsNoLiveCurveIntoTheFutureBesideAFinishedOne() {
    DrawnSpread live = half(Phase.SPREADING, true, 0.8);
    Chart coverage = COVERAGE.of(List.of(FOUR, live), Against.TIME);
    Chart duplicates = DUPLICATES.of(List.of(FOUR, live), Against.TIME);
    Chart periods = COVERAGE.of(List.of(FOUR, live), Against.PERIODS);
    Chart hearers = HEARERS.of(List.of(FOUR, live), Against.TIME);

    assertThat(coverage.across().to()).isGreaterThan(1.5);
    assertThat(coverage.series().getFirst().at(coverage.across().to())).isEqualTo(100);
    assertThat(coverage.series().getLast().at(0.81)).isNaN();
    assertThat(end(coverage, SeriesLook.SECOND).x()).isEqualTo(0.8);
    assertThat(end(coverage, SeriesLook.FIRST).shape()).isEqualTo(Chart.Shape.CLOSED);
    assertThat(duplicates.series().getLast().at(0.81)).isNaN();
    assertThat(end(duplicates, SeriesLook.SECOND).shape()).isEqualTo(Chart.Shape.OPEN);
    assertThat(periods.series().getLast().xs()).containsExactly(0, 1);
    assertThat(end(periods, SeriesLook.SECOND))
        .isEqualTo(new Chart.Mark(1, 50, "", SeriesLook.SECOND, Chart.Shape.OPEN));
    assertThat(hearers.series().getLast().xs()).containsExactly(0, 1);
  }

  @Test
  void showsThePlateauOfARumorThatIsStuckUpToThePresent() {
    Chart chart = COVERAGE.of(List.of(half(Phase.STUCK, false, 1.2)), Against.TIME);

    assertThat(chart.across().to()).isEqualTo(1.2);
    assertThat(chart.series().getFirst().at(1.2)).isEqualTo(50);
    assertThat(end(chart, SeriesLook.SECOND))
        .isEqualTo(
            new Chart.Mark(0.5, 50, "stuck after 500 ms", SeriesLook.SECOND, Chart.Shape.CLOSED));
  }

  @Test
  void keepsThePlateauLongEnoughToBeSeenAndShortEnoughToReadTheRise() {
    assertThat(axis(half(Phase.STUCK, false, 0.5))).isEqualTo(0.75);
    assertThat(axis(half(Phase.STUCK, false, 600))).isEqualTo(1.5);
    assertThat(COVERAGE.of(List.of(half(Phase.STUCK, false, 600)), Against.PERIODS).across().to())
        .isGreaterThan(1);
  }

  @Test
  void followsALiveCurveToThePresentPeriod() {
    DrawnSpread live = half(Phase.SPREADING, true, 6.2, 6);
    Chart periods = COVERAGE.of(List.of(live), Against.PERIODS);

    assertThat(periods.series().getFirst().ys()).containsExactly(25, 50, 50, 50, 50, 50, 50);
    assertThat(end(periods, SeriesLook.SECOND))
        .isEqualTo(new Chart.Mark(6, 50, "", SeriesLook.SECOND, Chart.Shape.OPEN));
    assertThat(HEARERS.of(List.of(live), Against.TIME).series().getFirst().ys())
        .containsExactly(1, 1, 0, 0, 0, 0, 0);
  }

  private static double axis(DrawnSpread drawn) {
    return COVERAGE.of(List.of(drawn), Against.TIME).across().to();
  }

  @Test
  void endsTheCurveOfARunThatWasCutOffWhereItEnded() {
    Chart chart = COVERAGE.of(List.of(FOUR, half(Phase.CUT_OFF, false, 0.8)), Against.TIME);

    assertThat(chart.series().getLast().at(0.8)).isEqualTo(50);
    assertThat(chart.series().getLast().at(0.9)).isNaN();
    assertThat(end(chart, SeriesLook.SECOND).shape()).isEqualTo(Chart.Shape.CLOSED);
  }

  @Test
  void followsTheDuplicatesOfACompleteRumorToThePresentWhileItIsPassedOn() {
    DrawnSpread goingOn =
        new DrawnSpread(
            "Psst",
            SeriesLook.FIRST,
            FOUR.curve(),
            FOUR.figures(),
            LOAD,
            Phase.COMPLETE,
            true,
            20,
            9,
            0);

    assertThat(DUPLICATES.of(List.of(goingOn), Against.TIME).series().getFirst().at(20))
        .isEqualTo(2);
    assertThat(axis(goingOn)).isBetween(1.5, 2.0);
  }
}
