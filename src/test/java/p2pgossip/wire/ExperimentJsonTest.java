package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.PopulationBase;
import p2pgossip.sweep.Repeats;

class ExperimentJsonTest {

  private static final String BEGIN =
      """
      {
        "name": "a",
        "scale": "arrays",
        "base": {"peers": 10},
        "repetitions": 3,
        "measures": ["reached"],
      """;

  private static Experiment read(String text) throws WireException {
    return ExperimentJson.read(text.getBytes(UTF_8));
  }

  /// The values of all parameters at a point, as in a table.
  private static List<String> cells(Experiment experiment, int point) {
    return new ArrayList<>(
        experiment.values(point).stream().map(value -> value == null ? "" : value).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"redundancy", "reliability", "convergence", "residue", "strategies"})
  void theBundledExperimentsAreReadAsTheyAreWritten(String name) throws IOException, WireException {
    Experiment read =
        ExperimentJson.read(Files.readAllBytes(Path.of("assets/experiments", name + ".json")));

    assertThat(ExperimentJson.read(ExperimentJson.write(read))).isEqualTo(read);
    assertThat(read.points()).isGreaterThan(2);
  }

  @Test
  void aRangeStandsForItsValues() throws WireException {
    Experiment read =
        read(
            BEGIN
                + """
                "axes": [{"of": "peers", "from": 10, "to": 1e4, "times": 10},
                         {"of": "loss", "from": 0, "to": 0.3, "step": 0.1}]}
                """);

    assertThat(read.axes())
        .containsExactly(
            new Axis(Parameter.PEERS, List.of("10", "100", "1000", "10000")),
            new Axis(Parameter.LOSS, List.of("0", "0.1", "0.2", "0.3")));
    assertThat(read.points()).isEqualTo(16);
    assertThat(read.runs()).isEqualTo(48);
    assertThat(read.words(6)).isEqualTo("peers 100, loss 0.2");
    PopulationBase at = (PopulationBase) read.at(6);
    assertThat(at.peers()).isEqualTo(100);
    assertThat(at.loss()).isEqualTo(0.2);
    assertThat(read.finder().point(cells(read, 6))).hasValue(6);
    List<String> other = cells(read, 6);
    other.set(Parameter.LOSS.place(), "0.25");
    assertThat(read.finder().point(other)).isEmpty();
    List<String> otherBase = cells(read, 6);
    otherBase.set(Parameter.FANOUT.place(), "2");
    assertThat(read.finder().point(otherBase)).isEmpty();
  }

  @Test
  void pairsTakeTheValuesTogether() throws WireException {
    Experiment read =
        read(
            BEGIN
                + """
                "pairs": true,
                "axes": [{"of": "fanout", "values": [1, 2]}, {"of": "loss", "values": [0, 0.5]}]}
                """);

    assertThat(read.points()).isEqualTo(2);
    assertThat(read.words(1)).isEqualTo("fanout 2, loss 0.5");
    assertThat(read.finder().point(cells(read, 1))).hasValue(1);
    List<String> mixed = cells(read, 1);
    mixed.set(Parameter.LOSS.place(), "0");
    assertThat(read.finder().point(mixed)).isEmpty();
  }

  @Test
  void withCommonLuckTheSameRepetitionHasTheSameSeedEverywhere() throws WireException {
    String axes = "\"axes\": [{\"of\": \"fanout\", \"values\": [1, 2, 3]}]";
    Experiment common = read(BEGIN + axes + "}");
    Experiment own = read(BEGIN + axes + ", \"common_random_numbers\": false}");

    assertThat(common.seed(0, 1)).isEqualTo(common.seed(2, 1)).isNotEqualTo(common.seed(0, 2));
    Set<Long> seeds = new HashSet<>();
    for (int point = 0; point < 3; point++) {
      for (int repetition = 0; repetition < 3; repetition++) {
        seeds.add(own.seed(point, repetition));
      }
    }
    assertThat(seeds).hasSize(9);
  }

  @Test
  void valuesThatAreAddedDoNotChangeTheSeedsOfTheOthers() throws WireException {
    String more = ", \"common_random_numbers\": false}";
    Experiment few = read(BEGIN + "\"axes\": [{\"of\": \"fanout\", \"values\": [2, 3]}]" + more);
    Experiment many =
        read(BEGIN + "\"axes\": [{\"of\": \"fanout\", \"values\": [1, 2, 3]}]" + more);

    assertThat(many.seed(1, 2)).isEqualTo(few.seed(0, 2));
  }

  @Test
  void anAxisThatIsAddedDoesNotChangeTheSeedsOfThePointsThatWereThere() throws WireException {
    String more = ", \"common_random_numbers\": false}";
    Experiment few = read(BEGIN + "\"axes\": [{\"of\": \"fanout\", \"values\": [2, 3]}]" + more);
    Experiment many =
        read(
            BEGIN
                + "\"axes\": [{\"of\": \"fanout\", \"values\": [2, 3]},"
                + " {\"of\": \"topology\", \"values\": [\"ring\", \"complete\"]}]"
                + more);

    assertThat(many.words(3)).isEqualTo("fanout 3, topology complete");
    assertThat(many.seed(3, 2)).isEqualTo(few.seed(1, 2)).isNotEqualTo(many.seed(2, 2));
  }

  @Test
  void repetitionsMayEndWhenTheIntervalIsNarrow() throws WireException {
    Experiment read =
        read(
            BEGIN.replace("3,", "{\"until\": \"reached\", \"narrower\": 0.5, \"most\": 40},")
                + "\"axes\": []}");

    assertThat(read.repeats()).isEqualTo(new Repeats(40, new Repeats.Until(Measure.REACHED, 0.5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"axis\": []} | line 7: there is no field \"axis\"; there are axes, base,",
        "\"axes\": [{\"of\": \"speed\"}]} | line 7: \"of\" of item 1 of \"axes\" must be",
        "\"axes\": [{\"of\": \"fanout\", \"values\": [0]}]} | line 1: fanout must be a whole number"
            + " from 1 to 100, not \"0\"",
        "\"axes\": [{\"of\": \"fanout\", \"values\": [\"two\"]}]} | line 7: fanout must have"
            + " numbers, not \"two\"",
        "\"axes\": [{\"of\": \"fanout\", \"values\": [2, 2.0]}]} | line 7: fanout has a value"
            + " twice",
        "\"axes\": [{\"of\": \"fanout\", \"values\": []}]} | line 7: fanout must have 1 to 10000",
        "\"axes\": [{\"of\": \"loss\", \"from\": 0, \"to\": 1}]} | line 7: the axis of loss must"
            + " have either values, or from, to and step,",
        "\"axes\": [{\"of\": \"loss\", \"from\": 0, \"to\": 1, \"step\": 0}]} | line 7: the step of"
            + " loss must be above 0",
        "\"axes\": [{\"of\": \"loss\", \"from\": 0, \"to\": 1, \"step\": 1e-9}]} | line 7: loss"
            + " must have 1 to 10000 values",
        "\"axes\": [{\"of\": \"period\", \"values\": [1]}]} | line 1: period can't be varied on"
            + " arrays, only in a scenario",
        "\"axes\": [{\"of\": \"peers\", \"from\": 1, \"to\": 1e4, \"step\": 1},"
            + " {\"of\": \"loss\", \"from\": 0, \"to\": 0.5, \"step\": 1e-3}]} | line 1: 5,010,000"
            + " points, each run 3 times, are more than 10,000,000 runs; up to 1 repetitions would",
        "\"scenario\": {\"name\": \"b\", \"peers\": 3}} | line 7: \"topology\" of \"scenario\" is",
      })
  void whatIsWrongIsSaidWithItsLine(String rest, String words) {
    assertThatThrownBy(() -> read(BEGIN + rest))
        .isInstanceOf(WireException.class)
        .extracting(e -> ((WireException) e).reason())
        .asString()
        .startsWith(words.strip());
  }

  @Test
  void aMeasureThatIsNotKnownAtTheScaleIsRefused() {
    assertThatThrownBy(() -> read(BEGIN.replace("\"reached\"", "\"mean_hops\"") + "\"axes\": []}"))
        .hasMessageContaining("mean_hops is not known at this scale; there are reached, residue");
  }
}
