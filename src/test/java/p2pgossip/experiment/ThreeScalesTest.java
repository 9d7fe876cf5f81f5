package p2pgossip.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import p2pgossip.scenario.ComparedScale;
import p2pgossip.scenario.ScaleComparison;
import p2pgossip.scenario.ScaleSample;
import p2pgossip.scenario.ScaleSample.Figure;
import p2pgossip.scenario.Scenario;
import p2pgossip.testing.Recorder;
import p2pgossip.wire.ScenarioJson;

/// Virtual time stands for real time too, where the sockets are not the point.
class ThreeScalesTest {

  private final Recorder<String> begun = new Recorder<>();

  /// After how many begun runs it is enough.
  private int most = Integer.MAX_VALUE;

  private List<ScaleComparison> compare(String rest, int real, int virtual, int arrays)
      throws Exception {
    Scenario scenario =
        ScenarioJson.read(
            ("{\"name\": \"a trial\", \"lasts\": \"60 s\", " + rest + "}").getBytes(UTF_8));
    return new ThreeScales(
            VirtualStage.MAKER,
            new ThreeScales.Runs(real, virtual, arrays),
            (run, scale, number, runs) ->
                begun.accept(run.name() + ", " + scale + " " + number + "/" + runs),
            () -> begun.size() >= most)
        .compare(scenario);
  }

  @Test
  void runsASpreadAtEachScale() throws Exception {
    List<ScaleComparison> all =
        compare(
            """
            "peers": 6, "topology": "line",
            "settings": {"period": "1 s", "sentences": false, "strategy": "push", "fanout": 2,
                         "interest": "never"},
            "latency": "50 ms",
            "actions": [{"at": "1 s", "do": "spread", "by": 1}]
            """,
            2,
            3,
            1);
    ScaleComparison only = all.getFirst();

    assertThat(all).hasSize(1);
    assertThat(only.latency()).isEqualTo(Duration.ofMillis(50));
    assertThat(only.samples())
        .extracting(ScaleSample::scale, ScaleSample::runs)
        .containsExactly(
            tuple(ComparedScale.REAL, 2),
            tuple(ComparedScale.VIRTUAL, 3),
            tuple(ComparedScale.IN_STEP, 3),
            tuple(ComparedScale.ARRAYS, 1));
    assertThat(begun)
        .containsExactly(
            "a trial, REAL 1/2",
            "a trial, REAL 2/2",
            "a trial, VIRTUAL 1/3",
            "a trial, IN_STEP 1/3",
            "a trial, VIRTUAL 2/3",
            "a trial, IN_STEP 2/3",
            "a trial, VIRTUAL 3/3",
            "a trial, IN_STEP 3/3",
            "a trial, ARRAYS 1/1");
    // A line of six, told to both sides each round: five rounds, with 1 + 3 + 5 + 7 + 9 copies.
    for (ComparedScale scale : List.of(ComparedScale.IN_STEP, ComparedScale.ARRAYS)) {
      assertThat(mean(only, scale, Figure.T99)).isEqualTo(5);
      assertThat(mean(only, scale, Figure.COPIES)).isEqualTo(25 / 6.0);
    }
  }

  @Test
  void enginesInStepAndArraysAgree() throws Exception {
    for (ScaleComparison comparison :
        compare(
            """
            "peers": 12, "topology": "random:2",
            "settings": {"period": "1 s", "sentences": false, "interest": "never"},
            "actions": [{"at": "1 s", "do": "spread", "by": 3}],
            "variants": [{"name": "push", "settings": {"strategy": "push"}},
                         {"name": "pull", "settings": {"strategy": "pull"}},
                         {"name": "both", "settings": {"strategy": "push-pull"}}]
            """,
            0,
            60,
            600)) {
      assertThat(comparison.differences()).hasSize(3);
      assertThat(comparison.differences())
          .allMatch(ScaleComparison.Difference::agrees, comparison.run());
    }
  }

  @Test
  void whatTheArraysDoNotKnowIsRunWithoutThem() throws Exception {
    List<ScaleComparison> all =
        compare(
            """
            "peers": 4, "topology": "ring", "quiet": "2 s",
            "settings": {"period": "1 s", "sentences": false, "strategy": "flood"},
            "actions": [{"at": "1 s", "do": "spread", "by": 1}, {"at": "3 s", "do": "kill", "peers": 2},
                        {"at": "4 s", "do": "spread", "by": 1}]
            """,
            1,
            2,
            1);

    assertThat(all).extracting(ScaleComparison::rumor).containsExactly(1, 2);
    assertThat(all)
        .allSatisfy(
            it -> {
              assertThat(it.samples())
                  .extracting(ScaleSample::scale)
                  .containsExactly(ComparedScale.REAL, ComparedScale.VIRTUAL);
              assertThat(it.withoutArrays()).contains("nothing else");
            });
  }

  private static double mean(ScaleComparison comparison, ComparedScale scale, Figure figure) {
    ScaleSample sample = Objects.requireNonNull(comparison.sample(scale));
    return Objects.requireNonNull(sample.figure(figure)).estimate().mean();
  }

  @Test
  void whatIsEndedEarlyHasTheRunsThatWereMade() throws Exception {
    String scenario =
        """
        "peers": 6, "topology": "line",
        "settings": {"period": "1 s", "sentences": false, "strategy": "push", "fanout": 2,
                     "interest": "never"},
        "variants": [{"name": "first"}, {"name": "second"}],
        "actions": [{"at": "1 s", "do": "spread", "by": 1}]
        """;
    most = 2;
    List<ScaleComparison> real = compare(scenario, 3, 3, 3);
    assertThat(real)
        .singleElement()
        .satisfies(it -> assertThat(it.run()).isEqualTo("first"))
        .extracting(ScaleComparison::samples)
        .satisfies(
            samples ->
                assertThat(samples)
                    .extracting(ScaleSample::scale, ScaleSample::runs)
                    .containsExactly(tuple(ComparedScale.REAL, 1)));

    most = begun.size() + 7;
    assertThat(compare(scenario, 3, 3, 3).getFirst().samples())
        .extracting(ScaleSample::scale, ScaleSample::runs)
        .containsExactly(
            tuple(ComparedScale.REAL, 3),
            tuple(ComparedScale.VIRTUAL, 2),
            tuple(ComparedScale.IN_STEP, 1));
    most = begun.size();
    assertThat(compare(scenario, 3, 3, 3)).isEmpty();
  }
}
