package p2pgossip.ui.profile;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.profile.JvmReading;
import p2pgossip.profile.MeterReading;

/// What the page shows at one moment.
///
/// @param peers of this process that run
/// @param simulated whether the window's peer is simulated
/// @param meter of what is shown; null while nothing of it runs
/// @param points of the last two minutes, in the order of time; empty before the first sample
/// @param jvm null before the first sample
/// @param collecting the time that garbage collections took within the last ten seconds
record ProfileView(
    Scope scope,
    int peers,
    boolean simulated,
    @Nullable MeterReading meter,
    List<Point> points,
    @Nullable JvmReading jvm,
    Duration collecting) {

  static final ProfileView NOTHING =
      new ProfileView(Scope.ALL, 0, false, null, List.of(), null, Duration.ZERO);

  ProfileView {
    points = List.copyOf(points);
  }

  @Nullable Point latest() {
    return points.isEmpty() ? null : points.getLast();
  }
}
