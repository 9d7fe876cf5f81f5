package p2pgossip.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.laboratory.KeptResult.Luck;
import p2pgossip.laboratory.KeptResult.Point;
import p2pgossip.laboratory.ResultSet.Entry;
import p2pgossip.laboratory.SetCharts.Group;
import p2pgossip.laboratory.SweepChart.Line;
import p2pgossip.laboratory.SweepChart.Spot;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Scale;

class SetChartsTest {

  private static final int RUNS = 20;

  /// Values that go up and down with the luck, much more than results differ.
  private static Point point(String value, long seed, double mean) {
    List<Luck> luck = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      luck.add(new Luck(seed, run));
      values.add(mean + 10 * Math.sin(run) + 0.01 * (run % 2));
    }
    return Point.of(value, luck, Map.of(Measure.T_LAST, values));
  }

  private static KeptResult result(
      String name, Scale scale, @Nullable Parameter across, Point... points) {
    return new KeptResult(name, "", scale, across, List.of(points), null);
  }

  private static KeptResult fanouts(String name, long seed, double more) {
    return result(
        name,
        Scale.ARRAYS,
        Parameter.FANOUT,
        point("1", seed, 20 + more),
        point("2", seed, 15 + more));
  }

  private static ResultSet set(KeptResult... results) {
    ResultSet set = new ResultSet(List.of());
    for (KeptResult result : results) {
      set = set.with(result);
    }
    return set;
  }

  private static Group only(ResultSet set, @Nullable Entry reference) {
    List<Group> groups = SetCharts.of(set, Measure.T_LAST, reference);
    assertThat(groups).hasSize(1);
    return groups.getFirst();
  }

  @Test
  void resultsThatVaryTheSameAreLinesOfOneChart() {
    Group group = only(set(fanouts("one", 1, 0), fanouts("other", 2, 3)), null);

    assertThat(group.heading()).isEqualTo("Time to the last against fanout");
    assertThat(group.lines().lines()).extracting(Line::name).containsExactly("one", "other");
    assertThat(group.lines().lines()).extracting(Line::mark).containsExactly(0, 1);
    Spot spot = group.lines().lines().getLast().spots().getFirst();
    assertThat(spot.value().mean()).isCloseTo(23, within(1.0));
    assertThat(group.reading(spot)).startsWith("other", "Fanout 1").endsWith("20 runs");
  }

  @Test
  void resultsThatVaryOtherThingsOrHaveAnotherUnitHaveChartsOfTheirOwn() {
    ResultSet set =
        set(
            fanouts("fanouts", 1, 0),
            result("runs", Scale.ARRAYS, null, point("", 1, 9)),
            result("more", Scale.ARRAYS, null, point("", 2, 9)),
            result("seconds", Scale.VIRTUAL, Parameter.FANOUT, point("1", 1, 9)));
    List<Group> groups = SetCharts.of(set, Measure.T_LAST, null);

    assertThat(groups).extracting(Group::unit).containsExactly("rounds", "rounds", "seconds");
    assertThat(groups.get(1).lines().across().ticks())
        .extracting(SweepScale.Tick::words)
        .containsExactly("runs", "more");
    assertThat(SetCharts.of(set, Measure.REACHED, null)).isEmpty();
  }

  @Test
  void differencesArePairedByTheLuckThatBothHad() {
    ResultSet set = set(fanouts("one", 1, 0), fanouts("other", 1, 0.25));
    Entry one = set.entries().getFirst();
    Group group = only(set, one);

    assertThat(group.lines().lines()).extracting(Line::name).containsExactly("other");
    assertThat(group.lines().spots())
        .hasSize(2)
        .allSatisfy(
            spot -> {
              // Far less than the values of a result differ by luck.
              assertThat(spot.value().mean()).isCloseTo(0.25, within(1e-9));
              assertThat(spot.value().high() - spot.value().low()).isLessThan(1e-9);
              assertThat(spot.value().runs()).isEqualTo(RUNS);
            });
    assertThat(SetCharts.luck(set, one))
        .containsExactly(
            "“other” and “one” shared their luck in 40 pairs of runs at 2 values: the differences"
                + " are paired.");
  }

  @Test
  void runsInAnotherOrderArePairedByTheirSeeds() {
    Point forth = point("", 1, 5);
    Point back =
        Point.of(
            "",
            forth.luck().reversed(),
            Map.of(Measure.T_LAST, forth.values().get(Measure.T_LAST).reversed()));

    assertThat(back.less(forth, Measure.T_LAST).high()).isZero();
    assertThat(back.less(point("", 2, 5), Measure.T_LAST).runs()).isZero();
  }

  @Test
  void whereThereAreNoPairsASentenceSaysWhy() {
    ResultSet set =
        set(
            fanouts("one", 1, 0),
            fanouts("seed 2", 2, 0),
            result("virtual", Scale.VIRTUAL, Parameter.FANOUT, point("1", 1, 9)),
            result("runs", Scale.ARRAYS, null, point("", 1, 9)),
            result("far", Scale.ARRAYS, Parameter.FANOUT, point("9", 1, 9)));
    Entry one = set.entries().getFirst();

    assertThat(SetCharts.of(set, Measure.T_LAST, one)).isEmpty();
    List<String> words = SetCharts.luck(set, one);
    assertThat(words.get(0)).contains("different seeds");
    assertThat(words.get(1)).contains("different scales");
    assertThat(words.get(2)).contains("vary different things");
    assertThat(words.get(3)).contains("no value in common");
    assertThat(SetCharts.table(set, List.of(Measure.T_LAST), one))
        .hasSize(7)
        .allMatch(row -> row.size() == SetCharts.COLUMNS.size() && row.get(9).equals(0L));
  }

  @Test
  void onRealSocketsNoTwoRunsShareTheirLuck() {
    ResultSet set =
        set(
            result("one", Scale.REAL, Parameter.FANOUT, point("1", 1, 9)),
            result("other", Scale.REAL, Parameter.FANOUT, point("1", 1, 9)));
    Entry one = set.entries().getFirst();

    assertThat(SetCharts.of(set, Measure.T_LAST, one)).isEmpty();
    assertThat(SetCharts.luck(set, one).getFirst()).contains("on real sockets");
  }

  @Test
  void namesAndMarksAreKeptWhileOthersComeAndGo() {
    ResultSet set = set(fanouts("a", 1, 0), fanouts("a", 2, 0), fanouts("b", 3, 0));
    assertThat(set.entries()).extracting(Entry::name).containsExactly("a", "a (2)", "b");

    ResultSet less = set.without(1).renamed(2, "  shown  ");
    assertThat(less.entries()).extracting(Entry::mark).containsExactly(0, 2);
    assertThat(less.entries().getLast().name()).isEqualTo("shown");
    assertThat(less.renamed(2, " ").entries().getLast().name()).isEqualTo("b");
    assertThat(less.with(fanouts("c", 4, 0)).entries().getLast().mark()).isEqualTo(1);
    assertThat(less.hasRoomFor(4)).isTrue();
    assertThat(less.hasRoomFor(5)).isFalse();
  }

  @Test
  void manyRunsKeepTheLuckOfEachAndTheirFiguresAreThoseOfTheSummary() {
    ManyRuns runs = new ManyRuns(SampleSweeps.SETTINGS, 30);
    AwaitedEnd end = new AwaitedEnd();
    Work _ = runs.begin(end);
    assertThat(end.awaited()).isEqualTo("ended");
    KeptResult kept = runs.kept();
    RunsSummary summary = runs.take();
    assertThat(kept).isNotNull();
    assertThat(summary).isNotNull();

    Point point = kept.points().getFirst();
    assertThat(kept.runs()).isEqualTo(30);
    assertThat(point.at(Measure.T_LAST).mean()).isCloseTo(summary.rounds().mean(), within(1e-9));
    assertThat(point.at(Measure.RESIDUE).mean()).isCloseTo(summary.residue().mean(), within(1e-9));
    assertThat(point.at(Measure.COPIES_PER_PEER).mean())
        .isCloseTo(summary.copies().mean(), within(1e-9));
    assertThat(IntStream.range(0, 30).mapToObj(run -> new Luck(SampleSweeps.SETTINGS.seed(), run)))
        .containsExactlyElementsOf(point.luck());
  }
}
