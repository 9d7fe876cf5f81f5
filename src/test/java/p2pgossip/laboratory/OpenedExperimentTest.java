package p2pgossip.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.export.ExperimentFiles;
import p2pgossip.population.PopulationSettings;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Repeats;
import p2pgossip.sweep.Scale;

class OpenedExperimentTest {

  private static final int MOST_PEERS = 10_000_000;

  /// The draft that a form has once it is filled.
  private static SweepDraft filled(OpenedExperiment opened) {
    Experiment it = opened.experiment();
    PopulationSettings settings =
        Objects.requireNonNullElse(opened.settings(), SampleSweeps.SETTINGS);
    return new SweepDraft(
        it.name(), it.scale(), settings, it.axes(), it.repeats(), it.measures(), it.commonLuck());
  }

  private static List<String> bundled() {
    return ExperimentFiles.BUNDLED;
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void whatIsOpenedAndNotChangedIsTheSameExperiment(String name) throws IOException {
    OpenedExperiment opened = OpenedExperiment.of(ExperimentFiles.bundled(name), MOST_PEERS);

    assertThat(opened.changed(filled(opened))).isEqualTo(opened.experiment());
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void whatWasBuiltIsShownWhole(Scale scale) {
    Experiment built =
        SampleSweeps.draft(scale, 4, SampleSweeps.axis(Parameter.FANOUT, "1 to 3")).experiment();
    OpenedExperiment opened = OpenedExperiment.of(built, MOST_PEERS);

    assertThat(opened.settings()).isEqualTo(SampleSweeps.SETTINGS);
    assertThat(opened.words()).isEmpty();
    assertThat(opened.changed(filled(opened))).isEqualTo(built);
  }

  @Test
  void anotherFanoutIsAllThatChanges() throws IOException {
    OpenedExperiment opened =
        OpenedExperiment.of(ExperimentFiles.bundled("redundancy"), MOST_PEERS);
    SweepDraft draft = filled(opened);
    Axis others = SampleSweeps.axis(Parameter.FANOUT, "2, 4");
    Experiment changed =
        opened.changed(
            new SweepDraft(
                draft.name(),
                draft.scale(),
                draft.settings(),
                List.of(others),
                draft.repeats(),
                draft.measures(),
                draft.commonLuck()));

    assertThat(changed.axes()).containsExactly(others);
    assertThat(changed.base()).isEqualTo(opened.experiment().base());
    assertThat(changed.description()).isEqualTo(opened.experiment().description());
  }

  @Test
  void aScenarioOfItsOwnIsNamedAndStays() throws IOException {
    OpenedExperiment opened =
        OpenedExperiment.of(ExperimentFiles.bundled("strategies"), MOST_PEERS);

    assertThat(opened.settings()).isNull();
    assertThat(opened.words())
        .startsWith("Stays as it is in the file: its network, the scenario “");
    assertThat(opened.changed(filled(opened)).base()).isEqualTo(opened.experiment().base());
  }

  @Test
  void pairsManyRepetitionsAndTooManyPeersStay() {
    Experiment plain = SampleSweeps.experiment(2, SampleSweeps.axis(Parameter.FANOUT, "1, 2"));
    Experiment paired =
        new Experiment(
            "paired",
            "",
            1,
            Scale.ARRAYS,
            plain.base(),
            List.of(
                SampleSweeps.axis(Parameter.FANOUT, "1, 2"),
                SampleSweeps.axis(Parameter.STRATEGY, "push, pull")),
            true,
            new Repeats(200_000, null),
            List.of(Measure.REACHED),
            true);
    OpenedExperiment opened = OpenedExperiment.of(paired, 39);

    assertThat(opened.words())
        .isEqualTo(
            "Stays as it is in the file: its network; what is varied, in pairs: Fanout 1, 2 and"
                + " Strategy push, pull; up to 200,000 repetitions.");
    assertThat(opened.changed(filled(opened))).isEqualTo(paired);
  }
}
