package p2pgossip.laboratory;

import java.util.List;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Repeats;
import p2pgossip.sweep.Scale;
import p2pgossip.topology.Complete;

/// Small sweeps for tests.
final class SampleSweeps {

  static final PopulationSettings SETTINGS =
      new PopulationSettings(
          40,
          new Complete(),
          new Spreading(Strategy.PUSH, 1, InterestLabel.parse("counter:1"), Copy.MOST_HOPS),
          0,
          Crashes.NONE,
          3);

  private SampleSweeps() {}

  static Experiment experiment(int repetitions, Axis... axes) {
    return draft(Scale.ARRAYS, repetitions, axes).experiment();
  }

  static SweepDraft draft(Scale scale, int repetitions, Axis... axes) {
    return new SweepDraft(
        "",
        scale,
        SETTINGS,
        List.of(axes),
        new Repeats(repetitions, null),
        List.of(Measure.REACHED, Measure.T_LAST),
        true);
  }

  static Axis axis(Parameter parameter, String values) {
    return AxisText.parse(parameter, values);
  }
}
