package p2pgossip.fuzz;

import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.wire.ExperimentJson;
import p2pgossip.wire.WireException;

/// An experiment in a file.
public final class ExperimentFuzz {

  private ExperimentFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Experiment read;
    try {
      read = ExperimentJson.read(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    Must.beAtMost(Experiment.MOST_RUNS, read.runs());
    Must.beAtMost(Experiment.MOST_AXES, read.axes().size());
    read.axes().forEach(axis -> Must.beAtMost(Axis.MOST_VALUES, axis.values().size()));
    try {
      Must.beSame(read, ExperimentJson.read(ExperimentJson.write(read)));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
