package p2pgossip.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.sweep.Experiment;
import p2pgossip.wire.ExperimentJson;

class ExperimentSizeTest {

  private static final long LITTLE = 64L << 20;

  private static Experiment experiment(String rest) throws Exception {
    String json =
        """
        {"name": "a trial", "scale": "arrays", "base": {"peers": 100000, "topology": "ring"},
         "repetitions": 1, "measures": ["reached"], %s}
        """
            .formatted(rest.replace('\'', '"'));
    return ExperimentJson.read(json.getBytes(UTF_8));
  }

  /// In each a large run comes only after more than a thousand small ones.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'axes': [{'of': 'topology', 'values': ['ring', 'random:100']},"
            + " {'of': 'loss', 'from': 0, 'to': 0.9, 'step': 0.0005}]",
        "'axes': [{'of': 'peers', 'from': 1000, 'to': 100000000, 'step': 50000}]",
        "'pairs': true, 'axes': [{'of': 'peers', 'from': 1000, 'to': 100000000, 'step': 50000},"
            + " {'of': 'loss', 'from': 0, 'to': 0.19999, 'step': 0.0001}]",
      })
  void theLargestRunIsFoundAmongAllPoints(String axes) throws Exception {
    assertThat(ExperimentSize.bytes(experiment(axes))).isGreaterThan(LITTLE);
    assertThatThrownBy(() -> ExperimentSize.requireFitting(experiment(axes), LITTLE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(" would fit");
  }

  /// Whatever was looked at before, it must not end the process.
  @Test
  void aRunThatNeverFitsFailsInWords() throws Exception {
    Experiment huge =
        experiment(
            "'axes': [{'of': 'topology', 'values': ['random:100']},"
                + " {'of': 'peers', 'values': [500000000]}]");

    assertThatThrownBy(() -> new PointRunner(huge, VirtualStage.MAKER).run(0, 0, () -> false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("500000000 peers take about ")
        .hasMessageContaining(" would fit");
  }

  @Test
  void asManyRunsAtATimeAsThereIsRoomFor() throws Exception {
    Experiment small = experiment("'axes': []");
    long one = ExperimentSize.bytes(small);

    assertThat(ExperimentSize.atATime(small, 8, 5 * one)).isEqualTo(5);
    assertThat(ExperimentSize.atATime(small, 2, 5 * one)).isEqualTo(2);
    assertThat(ExperimentSize.atATime(small, 8, one / 2)).isEqualTo(1);
  }
}
