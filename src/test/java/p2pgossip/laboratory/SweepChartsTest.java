package p2pgossip.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.laboratory.SweepChart.Cells;
import p2pgossip.laboratory.SweepChart.Line;
import p2pgossip.laboratory.SweepChart.Lines;
import p2pgossip.laboratory.SweepChart.Spot;
import p2pgossip.laboratory.SweepScale.Tick;
import p2pgossip.results.SweepTally;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Parameter;

class SweepChartsTest {

  private static final Axis FANOUTS = SampleSweeps.axis(Parameter.FANOUT, "1 to 3");
  private static final Axis STRATEGIES = SampleSweeps.axis(Parameter.STRATEGY, "push, pull");
  private static final Axis LOSSES = SampleSweeps.axis(Parameter.LOSS, "0 to 70 step 10");

  /// Each point is run twice; both measures are a tenth of its number, and a bit more the second
  /// time.
  private static SweepTally.State state(Experiment experiment) {
    SweepTally tally = new SweepTally(experiment);
    for (int point = 0; point < experiment.points(); point++) {
      for (int repetition = 0; repetition < 2; repetition++) {
        double value = 0.1 * (point + 1) + 0.01 * repetition;
        tally.add(Outcome.measured(point, repetition, _ -> value));
      }
    }
    return tally.state();
  }

  private static SweepChart chart(Experiment experiment, SweepView view) {
    return SweepCharts.of(experiment, view, Measure.REACHED, state(experiment));
  }

  @Test
  void oneAxisIsALineWithErrorBars() {
    Experiment experiment = SampleSweeps.experiment(2, FANOUTS);
    Lines lines = (Lines) chart(experiment, SweepView.of(experiment));

    Line line = lines.lines().getFirst();
    assertThat(lines.lines()).hasSize(1);
    assertThat(lines.joined()).isTrue();
    assertThat(line.spots()).extracting(Spot::point).containsExactly(0, 1, 2);
    assertThat(line.spots()).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
    assertThat(line.spots())
        .allSatisfy(
            spot -> {
              assertThat(spot.y()).isBetween(spot.low(), spot.high());
              assertThat(spot.high()).isBetween(0.0, 1.0);
            });
    assertThat(lines.up().place(SweepWords.shown(Measure.REACHED, 0.105)))
        .isCloseTo(line.spots().getFirst().y(), within(1e-9));
    assertThat(lines.across().title()).isEqualTo("Fanout");
  }

  @Test
  void wordsBesideANumberAreALineEach() {
    Experiment experiment = SampleSweeps.experiment(2, STRATEGIES, FANOUTS);
    Lines lines = (Lines) chart(experiment, SweepView.of(experiment));

    assertThat(lines.lines()).extracting(Line::name).containsExactly("push", "pull");
    assertThat(lines.lines().getLast().spots()).extracting(Spot::point).containsExactly(3, 4, 5);
  }

  @Test
  void aloneTheyStandSideBySideAndNothingIsBetweenThem() {
    Experiment experiment = SampleSweeps.experiment(2, STRATEGIES);
    Lines lines = (Lines) chart(experiment, SweepView.of(experiment));

    assertThat(lines.joined()).isFalse();
    assertThat(lines.across().ticks())
        .containsExactly(new Tick(0.25, "push"), new Tick(0.75, "pull"));
    assertThat(lines.spots()).extracting(Spot::x).containsExactly(0.25, 0.75);
  }

  @Test
  void moreLinesThanCanBeToldApartAreAHeatMap() {
    Experiment experiment = SampleSweeps.experiment(2, FANOUTS, LOSSES);
    Cells map = (Cells) chart(experiment, SweepView.of(experiment));

    assertThat(map.columns()).isEqualTo(3);
    assertThat(map.rows()).isEqualTo(8);
    assertThat(map.up().ticks().getLast().words()).isEqualTo("70");
    Spot corner = map.spots().getLast();
    assertThat(corner.point()).isEqualTo(23);
    assertThat(map.map().cells().getLast().getLast()).isEqualTo(corner.value().mean());
    assertThat(map.map().measure()).isEqualTo("Reached, % of the peers");
    assertThat(SweepCharts.reading(experiment, map, corner))
        .containsExactly("Fanout 3, Lost 70 %", "240.5 % of the peers (234.1 to 246.9)", "2 runs");
  }

  @Test
  void turnedItHasTheOtherAxisAcross() {
    Experiment experiment = SampleSweeps.experiment(2, FANOUTS, LOSSES);
    SweepView turned = SweepView.of(experiment).turned(experiment).withHeatMap(false);
    Lines lines = (Lines) chart(experiment, turned);

    assertThat(lines.across().title()).isEqualTo("Lost, %");
    assertThat(lines.lines()).extracting(Line::name).containsExactly("1", "2", "3");
    assertThat(lines.lines().getFirst().spots()).extracting(Spot::point).contains(0, 7);
  }

  @Test
  void aThirdAxisIsFixedAtAValueOfItsOwn() {
    Experiment experiment = SampleSweeps.experiment(2, FANOUTS, STRATEGIES, LOSSES);
    SweepView view = SweepView.of(experiment);

    assertThat(view.others()).containsExactly(2);
    assertThat(chart(experiment, view.withFixed(2, 7)).spots().getFirst().point()).isEqualTo(7);
  }

  @Test
  void aLogarithmicAxisHasEqualRatiosEquallyFarApart() {
    Experiment experiment =
        SampleSweeps.experiment(2, SampleSweeps.axis(Parameter.PEERS, "10 to 1000 times 10"));
    SweepView view = SweepView.of(experiment).withLogUp(true);
    Lines lines = (Lines) chart(experiment, view);

    assertThat(view.logAcross()).isTrue();
    List<Spot> spots = lines.lines().getFirst().spots();
    assertThat(spots.get(1).x() - spots.get(0).x())
        .isCloseTo(spots.get(2).x() - spots.get(1).x(), within(1e-9));
    assertThat(lines.across().ticks()).extracting(Tick::words).contains("10", "100", "1,000");
    assertThat(lines.up().logarithmic()).isTrue();
  }

  @Test
  void whatIsNotKnownYetIsNotThere() {
    Experiment experiment = SampleSweeps.experiment(2, FANOUTS);
    SweepTally tally = new SweepTally(experiment);
    tally.add(Outcome.measured(1, 0, _ -> 0.5));
    SweepChart chart =
        SweepCharts.of(experiment, SweepView.of(experiment), Measure.REACHED, tally.state());

    assertThat(chart.spots()).hasSize(1);
    assertThat(chart.spots().getFirst().low()).isNaN();
    assertThat(SweepCharts.reading(experiment, chart, chart.spots().getFirst()))
        .containsExactly("Fanout 2", "50 % of the peers", "1 run");
  }

  @Test
  void theTableHasTheValuesOfFiles() {
    Experiment experiment = SampleSweeps.experiment(2, LOSSES);
    SweepChart chart = chart(experiment, SweepView.of(experiment));

    assertThat(SweepCharts.columns(experiment))
        .containsExactly("loss", "measure", "runs", "mean", "low", "high");
    assertThat(SweepCharts.table(experiment, chart, "reached").get(1).subList(0, 3))
        .containsExactly("0.1", "reached", 2L);
  }
}
