package p2pgossip.ui.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.Spread;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.SeriesLook;

class LoadChartTest {

  private static final ChartKind LOAD = new LoadChart();

  private static DrawnSpread drawn(String name, SeriesLook look, int peers, int periods) {
    Spread spread = SampleSpread.push(name, peers, periods, 1, 0, 3);
    return DrawnSpread.of(name, look, MeasuredSpread.of(spread, SampleSpread.at(9), _ -> false));
  }

  private static long copies(DrawnSpread drawn) {
    return drawn.figures().copies();
  }

  @Test
  void drawsTheCopiesOfEachPeerFromTheBusiestOn() {
    DrawnSpread spread = drawn("Psst", SeriesLook.FIRST, 20, 4);

    Chart chart = LOAD.of(List.of(spread), Against.TIME);
    Series series = chart.series().getFirst();
    double busiest = spread.load().copies().get(0) + spread.load().copies().get(1);
    String share = Math.round(100 * busiest / copies(spread)) + " %";

    assertThat(series.xs()).hasSize(21).startsWith(0, 1, 2).endsWith(20);
    assertThat(Arrays.stream(series.ys()).limit(20).sum()).isEqualTo((double) copies(spread));
    assertThat(series.ys()).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(series.at(0.5)).isEqualTo((double) spread.load().copies().getFirst());
    assertThat(chart.marks())
        .containsExactly(
            new Chart.Mark(
                2, spread.load().copies().get(1), "busiest tenth: " + share, SeriesLook.FIRST));
    assertThat(chart.spoken())
        .isEqualTo(
            "Copies sent by each peer: Psst: at most "
                + spread.load().copies().getFirst()
                + "; "
                + share
                + " of all by the busiest tenth of the peers");
  }

  @Test
  void marksEachOfSeveralAndHasRoomForTheLargest() {
    Chart chart =
        LOAD.of(
            List.of(drawn("One", SeriesLook.FIRST, 8, 3), drawn("Two", SeriesLook.SECOND, 30, 5)),
            Against.PERIODS);

    assertThat(chart.marks())
        .extracting(Chart.Mark::look)
        .containsExactly(SeriesLook.FIRST, SeriesLook.SECOND);
    assertThat(chart.marks()).extracting(Chart.Mark::text).containsOnly("");
    assertThat(chart.across().to()).isEqualTo(30);
  }

  @Test
  void saysInWordsThatNothingHasBeenSent() {
    DrawnSpread untold = drawn("Hm", SeriesLook.FIRST, 4, 0);

    assertThat(LOAD.isKnownOf(untold)).isFalse();
    assertThat(LOAD.emptyWords()).isEqualTo("No peer has passed it on yet.");
  }
}
