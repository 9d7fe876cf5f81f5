package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import p2pgossip.scenario.ScaleComparison;
import p2pgossip.scenario.ScaleSample;

/// The form of [ScaleComparison]s as JSON, one object. It is only written. Times are counted in
/// periods, but for the period and the latency, which are seconds.
public final class ScaleComparisonJson {

  private static final double NANOS = 1e9;

  private ScaleComparisonJson() {}

  /// @param partial whether there were to be more runs; then a field says so
  public static String text(List<ScaleComparison> comparisons, boolean partial) {
    return new String(
        JsonOutput.bytes(
            out -> {
              out.beginObject();
              if (partial) {
                out.name("partial").value(true);
              }
              out.name("agrees").value(comparisons.stream().allMatch(ScaleComparison::agrees));
              out.name("spreads").beginArray();
              for (ScaleComparison comparison : comparisons) {
                write(out, comparison);
              }
              out.endArray();
              out.endObject();
            }),
        StandardCharsets.UTF_8);
  }

  private static void write(JsonWriter out, ScaleComparison comparison) throws IOException {
    out.beginObject();
    out.name("scenario").value(comparison.scenario());
    out.name("run").value(comparison.run());
    out.name("rumor").value(comparison.rumor());
    out.name("peers").value(comparison.peers());
    out.name("period").value(comparison.period().toNanos() / NANOS);
    if (comparison.latency() != null) {
      out.name("latency").value(comparison.latency().toNanos() / NANOS);
    }
    out.name("agrees").value(comparison.agrees());
    out.name("scales").beginArray();
    for (ScaleSample sample : comparison.samples()) {
      write(out, sample);
    }
    out.endArray();
    out.name("differences").beginArray();
    for (ScaleComparison.Difference difference : comparison.differences()) {
      out.beginObject();
      out.name("figure").value(name(difference.figure()));
      out.name("first").value(difference.first().words());
      out.name("second").value(difference.second().words());
      out.name("difference").value(difference.difference());
      out.name("standard_error").value(difference.standardError());
      out.name("agrees").value(difference.agrees());
      out.endObject();
    }
    out.endArray();
    if (!comparison.withoutArrays().isEmpty()) {
      out.name("without_arrays").value(comparison.withoutArrays());
    }
    out.endObject();
  }

  private static void write(JsonWriter out, ScaleSample sample) throws IOException {
    out.beginObject();
    out.name("scale").value(sample.scale().words());
    out.name("runs").value(sample.runs());
    for (ScaleSample.Measured measured : sample.figures()) {
      out.name(name(measured.figure())).beginObject();
      out.name("runs").value(measured.runs());
      out.name("mean").value(measured.estimate().mean());
      if (measured.runs() > 1) {
        out.name("standard_error").value(measured.estimate().standardError());
      }
      out.endObject();
    }
    out.name("coverage").beginArray();
    for (ScaleSample.Coverage point : sample.curve()) {
      out.beginArray();
      out.value(point.time()).value(point.mean()).value(point.low()).value(point.high());
      out.endArray();
    }
    out.endArray();
    out.endObject();
  }

  private static String name(ScaleSample.Figure figure) {
    return figure.name().toLowerCase(Locale.ROOT);
  }
}
