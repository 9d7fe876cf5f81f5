package p2pgossip.ui.profile;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import p2pgossip.profile.JvmReading;
import p2pgossip.profile.MeterReading;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.figure.Figure;
import p2pgossip.ui.figure.NamedFigure;

/// The figures that stand below the charts, in the order shown.
final class ProfileFigure {

  private static final long MEBIBYTE = 1024L * 1024;

  static final Figure<ProfileView> FAILED =
      new NamedFigure<>(
          "FAILED",
          "Failed",
          "Messages that were not answered, or not as they should be, in the last 10 seconds.",
          view -> whole(view.latest(), Point::failed));

  static final Figure<ProfileView> P95 =
      new NamedFigure<>(
          "P95",
          "95 % within",
          "The time within which 95 of 100 answers came, of those in the last 10 seconds.",
          view -> ProfileFigure.millis(view.latest() == null ? Double.NaN : view.latest().p95()));

  static final Figure<ProfileView> ON_TIME =
      new NamedFigure<>(
          "ON_TIME",
          "Periods on time",
          "Periods, since the start, that began within a tenth of their length, and within 100 ms,"
              + " of their time.",
          view -> ofMeter(view, meter -> meter.periods() - meter.late()));

  static final Figure<ProfileView> LATE =
      new NamedFigure<>(
          "LATE",
          "Periods late",
          "Periods, since the start, that began more than a tenth of their length, or more than 100"
              + " ms, after their time.",
          view -> ofMeter(view, MeterReading::late));

  static final Figure<ProfileView> SKIPPED =
      new NamedFigure<>(
          "SKIPPED",
          "Periods skipped",
          "Periods, since the start, that never began: the one before came so late that their time"
              + " had gone by.",
          view -> ofMeter(view, MeterReading::skipped));

  static final Figure<ProfileView> THREADS =
      new NamedFigure<>(
          "THREADS",
          "Threads",
          "Threads of this program, whatever runs in it. They do not grow with the number of"
              + " peers.",
          view -> ofJvm(view, jvm -> Wording.count(jvm.threads())));

  static final Figure<ProfileView> HEAP =
      new NamedFigure<>(
          "HEAP",
          "Heap used",
          "Memory that objects of this program take, with those that are no longer needed but not"
              + " cleared away yet.",
          view -> ofJvm(view, jvm -> mebibytes(jvm.heapUsed())));

  static final Figure<ProfileView> RESIDENT =
      new NamedFigure<>(
          "RESIDENT",
          "Resident",
          "Memory of the machine that this program has: heap, code, threads, pictures. – where the"
              + " system does not tell.",
          view ->
              ofJvm(
                  view,
                  jvm ->
                      jvm.resident().isPresent()
                          ? mebibytes(jvm.resident().getAsLong())
                          : Wording.NONE));

  static final Figure<ProfileView> COLLECTING =
      new NamedFigure<>(
          "COLLECTING",
          "GC pauses",
          "Time that clearing away unused objects took in the last 10 seconds. All else may stand"
              + " still meanwhile.",
          view -> ofJvm(view, jvm -> Wording.count(view.collecting().toMillis()) + " ms"));

  /// In the order shown.
  static final List<Figure<ProfileView>> ALL =
      List.of(FAILED, P95, ON_TIME, LATE, SKIPPED, THREADS, HEAP, RESIDENT, COLLECTING);

  private ProfileFigure() {}

  /// @param value not a number where there is none
  static String millis(double value) {
    if (Double.isNaN(value)) {
      return Wording.NONE;
    }
    return String.format(Locale.UK, value < 9.95 ? "%.1f ms" : "%,.0f ms", value);
  }

  /// @param value not a number where there is none
  static String rate(double value) {
    if (Double.isNaN(value)) {
      return Wording.NONE;
    }
    return String.format(Locale.UK, value < 99.95 ? "%.1f" : "%,.0f", value);
  }

  private static String whole(@Nullable Point point, Function<Point, Double> of) {
    double value = point == null ? Double.NaN : of.apply(point);
    return Double.isNaN(value) ? Wording.NONE : Wording.count(Math.round(value));
  }

  private static String ofMeter(ProfileView view, Function<MeterReading, Long> of) {
    MeterReading meter = view.meter();
    return meter == null ? Wording.NONE : Wording.count(Objects.requireNonNull(of.apply(meter)));
  }

  private static String ofJvm(ProfileView view, Function<JvmReading, String> of) {
    JvmReading jvm = view.jvm();
    return jvm == null ? Wording.NONE : of.apply(jvm);
  }

  private static String mebibytes(long bytes) {
    return Wording.count(Math.round((double) bytes / MEBIBYTE)) + " MiB";
  }
}
