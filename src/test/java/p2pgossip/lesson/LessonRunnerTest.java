package p2pgossip.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import p2pgossip.experiment.VirtualStage;

class LessonRunnerTest {

  private static final String HEAD = "# A\n\n```lesson\nabout: b\nminutes: 5\n```\n\n";

  /// Real peers are simulated here, as what puts them up is passed in.
  private final LessonRunner runner = new LessonRunner(VirtualStage.MAKER, 1);

  private static Plan plan(String lines) {
    return Small.read(HEAD + "```run\nname: x\nwords: x\n" + lines + "\n```\n")
        .run("x")
        .orElseThrow()
        .plan();
  }

  @Test
  void aFloodOnARingTakesHalfOfIt() throws IOException, InterruptedException {
    RunResult result = runner.run(plan("peers: 10\ntopology: ring\nstrategy: flood"), () -> false);

    RunResult.Told told = result.rumors().getFirst();
    assertThat(told.figures())
        .containsEntry(Measure.LAST, 5.0)
        .containsEntry(Measure.EARLIEST, 5.0)
        .containsEntry(Measure.HALF, 2.0)
        .containsEntry(Measure.REACHED, 10.0)
        .containsEntry(Measure.MISSED, 0.0)
        .containsEntry(Measure.COMPLETE, 1.0);
    assertThat(told.share(0)).isEqualTo(0.1);
    assertThat(told.share(1)).isEqualTo(0.3);
    assertThat(told.share(99)).isEqualTo(1);
  }

  /// What a share is a share of: those that run.
  @Test
  void crashedPeersDoNotCount() throws IOException, InterruptedException {
    RunResult result =
        runner.run(plan("peers: 1000\nstrategy: push-pull\ncrash: 20 %"), () -> false);

    RunResult.Told told = result.rumors().getFirst();
    assertThat(told.figures()).containsEntry(Measure.SHARE, 1.0).containsEntry(Measure.MISSED, 0.0);
    assertThat(told.figures().get(Measure.REACHED)).isBetween(700.0, 900.0);
    assertThat(told.curve().getLast().share()).isEqualTo(1);
  }

  @Test
  void realPeersTakeTheSameWay() throws IOException, InterruptedException {
    RunResult virtual = runner.run(plan("on: virtual time\nscenario: ring"), () -> false);
    RunResult real = runner.run(plan("on: real peers\nscenario: ring"), () -> false);

    assertThat(real).isEqualTo(virtual);
    assertThat(real.rumors().getFirst().figures())
        .containsEntry(Measure.REACHED, 24.0)
        .containsEntry(Measure.KNOWN, 2.0)
        .containsEntry(Measure.DUPLICATES, 103.0);
  }

  @Test
  void aRunCanBeCancelled() {
    assertThatThrownBy(() -> runner.run(plan("peers: 10"), () -> true))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> runner.run(plan("on: virtual time\nscenario: ring"), () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
