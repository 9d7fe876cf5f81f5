package p2pgossip.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Repeats;
import p2pgossip.sweep.Scale;
import p2pgossip.sweep.ScenarioBase;
import p2pgossip.wire.ExperimentJson;
import p2pgossip.wire.WireException;

class SweepDraftTest {

  private static SweepDraft lossy(double loss, double crash, Scale scale, Axis axis) {
    PopulationSettings it = SampleSweeps.SETTINGS;
    return new SweepDraft(
        " ",
        scale,
        new PopulationSettings(
            it.peers(), it.topology(), it.spreading(), loss, new Crashes(crash, 0), it.seed()),
        List.of(axis),
        new Repeats(5, null),
        List.of(Measure.REACHED),
        true);
  }

  @ParameterizedTest
  @EnumSource(
      value = Scale.class,
      names = {"ARRAYS", "VIRTUAL"})
  void whatIsBuiltIsTheSameFromItsFile(Scale scale) throws WireException {
    Experiment built =
        lossy(0.1, 0, scale, SampleSweeps.axis(Parameter.FANOUT, "1 to 3")).experiment();

    assertThat(ExperimentJson.read(ExperimentJson.write(built))).isEqualTo(built);
    assertThat(built.name()).isEqualTo("Reached against fanout");
    assertThat(built.points()).isEqualTo(3);
  }

  @Test
  void lossThatIsVariedTakesThePlaceOfThatOfTheForm() {
    Experiment varied =
        lossy(0.1, 0, Scale.VIRTUAL, SampleSweeps.axis(Parameter.LOSS, "0, 20")).experiment();

    assertThat(((ScenarioBase) varied.at(0)).scenario().actions()).hasSize(1);
    assertThat(((ScenarioBase) varied.at(1)).scenario().actions()).hasSize(2);
  }

  @Test
  void crashesBelongToArrays() {
    assertThatThrownBy(
            () ->
                lossy(0, 0.1, Scale.VIRTUAL, SampleSweeps.axis(Parameter.FANOUT, "1, 2"))
                    .experiment())
        .hasMessageContaining("set Crashed to 0, or choose arrays");
  }

  @Test
  void aValueOutOfItsRangeIsNamed() {
    Axis axis = SampleSweeps.axis(Parameter.FANOUT, "1, 1000");

    assertThatThrownBy(() -> SampleSweeps.draft(Scale.ARRAYS, 5, axis).requireFitting(axis))
        .hasMessage("fanout must be a whole number from 1 to 100, not \"1000\"");
  }

  @Test
  void everyScaleOffersWhatItCanVary() {
    for (Scale scale : List.of(Scale.ARRAYS, Scale.VIRTUAL)) {
      for (Parameter parameter : SweepDraft.parameters(scale)) {
        Axis axis = SampleSweeps.axis(parameter, AxisText.usual(parameter));
        SampleSweeps.draft(scale, 2, axis).requireFitting(axis);
      }
    }
    assertThat(SweepDraft.parameters(Scale.ARRAYS)).doesNotContain(Parameter.LATENCY);
    assertThat(SweepDraft.parameters(Scale.VIRTUAL)).doesNotContain(Parameter.CRASH);
  }
}
