package p2pgossip.profile;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// The times of answers, each with a precision of two digits. Immutable.
public final class Latencies {

  static final int DIGITS = 2;

  /// Latencies are counted in units of 10 µs, fine enough for the loopback.
  private static final long UNIT_NANOS = 10_000;

  /// No request takes longer: its time limit is far shorter.
  private static final long MOST_UNITS = Duration.ofHours(1).toNanos() / UNIT_NANOS;

  private final Histogram histogram;
  private final long totalNanos;

  /// @param histogram in units; must not be changed from here on
  Latencies(Histogram histogram, long totalNanos) {
    this.histogram = histogram;
    this.totalNanos = totalNanos;
  }

  static long units(long nanos) {
    return Math.min(nanos / UNIT_NANOS, MOST_UNITS);
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /// Their sum.
  public Duration total() {
    return Duration.ofNanos(totalNanos);
  }

  /// The time within which that many percent of the answers came; null if there was none.
  public @Nullable Duration percentile(double percent) {
    return histogram.getTotalCount() == 0
        ? null
        : Duration.ofNanos(histogram.getValueAtPercentile(percent) * UNIT_NANOS);
  }

  /// How many answers took at most that long.
  public long countUpTo(Duration bound) {
    return histogram.getTotalCount() == 0
        ? 0
        : histogram.getCountBetweenValues(0, units(bound.toNanos()));
  }

  /// Those that came after `earlier` was read from the same meter.
  public Latencies since(Latencies earlier) {
    Histogram later = histogram.copy();
    later.subtract(earlier.histogram);
    return new Latencies(later, totalNanos - earlier.totalNanos);
  }
}
