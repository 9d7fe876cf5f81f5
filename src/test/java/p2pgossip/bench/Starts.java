package p2pgossip.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How long a program takes to start, several times over. The processor time that it uses until
/// then hardly depends on other programs.
final class Starts {

  private final List<Double> seconds = new ArrayList<>();
  private final List<Double> processorSeconds = new ArrayList<>();

  /// The process has just done what it is started for.
  ///
  /// @param begun when it was started, as [System#nanoTime] counts
  void add(Process started, long begun) throws IOException {
    seconds.add((System.nanoTime() - begun) / 1e9);
    processorSeconds.add(new ProcessUsage(started.pid()).processorTime().toNanos() / 1e9);
  }

  double medianSeconds() {
    return median(seconds);
  }

  double medianProcessorSeconds() {
    return median(processorSeconds);
  }

  private static double median(List<Double> values) {
    return Row.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public String toString() {
    return Row.format(
        "%.2f s (%.2f to %.2f), %.2f s of processor",
        medianSeconds(),
        seconds.stream().min(Double::compare).orElseThrow(),
        seconds.stream().max(Double::compare).orElseThrow(),
        medianProcessorSeconds());
  }
}
