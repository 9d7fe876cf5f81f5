package p2pgossip.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One spread of a scenario at several scales: do they agree?
///
/// @param scenario its name
/// @param run the name of the run of the scenario
/// @param rumor which rumour of the run, from 1
/// @param latency that messages took on real sockets, on average, and so that of virtual time; null
///     where there are no real sockets
/// @param samples one for each scale, in their order
/// @param withoutArrays why there is none on arrays, without a full stop; empty if there is one
public record ScaleComparison(
    String scenario,
    String run,
    int rumor,
    int peers,
    Duration period,
    @Nullable Duration latency,
    List<ScaleSample> samples,
    String withoutArrays) {

  /// Two scales agree if they differ by at most this many combined standard errors.
  public static final double MOST_ERRORS = 3;

  private static final List<ScaleSample.Figure> COMPARED =
      List.of(ScaleSample.Figure.T50, ScaleSample.Figure.T99, ScaleSample.Figure.COPIES);

  public ScaleComparison {
    samples = List.copyOf(samples);
  }

  /// A figure at two scales that differ in nothing but what carries the run out.
  ///
  /// @param difference of the second from the first
  /// @param standardError of the difference
  public record Difference(
      ScaleSample.Figure figure,
      ComparedScale first,
      ComparedScale second,
      double difference,
      double standardError) {

    public boolean agrees() {
      return Math.abs(difference) <= MOST_ERRORS * standardError + 1e-9;
    }
  }

  /// Virtual time beside real sockets, and arrays beside virtual time in step.
  public List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    compare(ComparedScale.REAL, ComparedScale.VIRTUAL, differences);
    compare(ComparedScale.IN_STEP, ComparedScale.ARRAYS, differences);
    return differences;
  }

  private void compare(ComparedScale first, ComparedScale second, List<Difference> differences) {
    ScaleSample one = sample(first);
    ScaleSample other = sample(second);
    if (one == null || other == null) {
      return;
    }
    for (ScaleSample.Figure figure : COMPARED) {
      ScaleSample.Measured its = one.figure(figure);
      ScaleSample.Measured theirs = other.figure(figure);
      if (its != null && theirs != null && its.runs() > 1 && theirs.runs() > 1) {
        differences.add(
            new Difference(
                figure,
                first,
                second,
                theirs.estimate().mean() - its.estimate().mean(),
                Math.hypot(its.estimate().standardError(), theirs.estimate().standardError())));
      }
    }
  }

  /// Null where the spread was not run at that scale.
  public @Nullable ScaleSample sample(ComparedScale scale) {
    return samples.stream().filter(it -> it.scale() == scale).findFirst().orElse(null);
  }

  public boolean agrees() {
    return differences().stream().allMatch(Difference::agrees);
  }
}
