package p2pgossip.ui.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.profile.Latencies;
import p2pgossip.profile.MeterReading;

/// The last two minutes of one meter. Bounded: of a moment more than ten seconds ago, only a few
/// numbers are kept.
final class History {

  /// The time over which each figure is taken: two periods of the usual length, so that figures of
  /// a peer that works evenly don't change.
  static final Duration WINDOW = Duration.ofSeconds(10);

  static final Duration SHOWN = Duration.ofMinutes(2);

  /// The most samples that are kept. They usually come once a second.
  private static final int MOST_POINTS = 500;

  /// The shortest time over which figures mean something.
  private static final double LEAST_SECONDS = 2.5;

  private static final double NANOS = 1e-9;
  private static final double NANOS_TO_MILLIS = 1e-6;

  private record Read(Instant at, MeterReading reading) {}

  private final Deque<Read> recent = new ArrayDeque<>();
  private final Deque<Point> points = new ArrayDeque<>();

  /// @param reading null while there is no meter
  void add(Instant at, @Nullable MeterReading reading) {
    Read before = recent.peekLast();
    if (reading == null || (before != null && !before.reading().since().equals(reading.since()))) {
      // The counts of another meter can't be compared with those of this one.
      recent.clear();
    }
    points.addLast(reading == null ? Point.unknown(at) : point(at, reading));
    Instant oldest = at.minus(SHOWN);
    while (points.size() > MOST_POINTS || points.getFirst().at().isBefore(oldest)) {
      points.removeFirst();
    }
  }

  private Point point(Instant at, MeterReading now) {
    recent.addLast(new Read(at, now));
    Instant oldest = at.minus(WINDOW);
    while (recent.size() > MOST_POINTS || recent.getFirst().at().isBefore(oldest)) {
      recent.removeFirst();
    }
    Read first = recent.getFirst();
    double seconds = Duration.between(first.at(), at).toNanos() * NANOS;
    if (seconds < LEAST_SECONDS) {
      return Point.unknown(at);
    }
    MeterReading then = first.reading();
    Latencies latencies = now.latencies().since(then.latencies());
    return new Point(
        at,
        (now.sent().total() - then.sent().total()) / seconds,
        (now.received().total() - then.received().total()) / seconds,
        now.failed().total() - then.failed().total(),
        millis(latencies.percentile(50)),
        millis(latencies.percentile(95)),
        millis(latencies.percentile(99)));
  }

  private static double millis(@Nullable Duration duration) {
    return duration == null ? Double.NaN : duration.toNanos() * NANOS_TO_MILLIS;
  }

  /// The points in the order of time.
  List<Point> points() {
    return List.copyOf(points);
  }
}
