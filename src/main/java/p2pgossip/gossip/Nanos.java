package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Moments and times as plain numbers, for what is kept in large numbers: nanoseconds since 1970,
/// or of a length. Nothing is lost between the years 1677 and 2262. A moment before or after that
/// counts as the first or the last.
final class Nanos {

  /// Stands for null.
  static final long NONE = Long.MIN_VALUE;

  /// After all moments.
  static final long NEVER = Long.MAX_VALUE;

  private static final long A_SECOND = 1_000_000_000;
  private static final long MOST_SECONDS = Long.MAX_VALUE / A_SECOND - 1;

  private Nanos() {}

  static long of(@Nullable Instant moment) {
    return moment == null ? NONE : of(moment.getEpochSecond(), moment.getNano());
  }

  static long of(@Nullable Duration time) {
    return time == null ? NONE : of(time.getSeconds(), time.getNano());
  }

  private static long of(long seconds, int nanos) {
    return Math.clamp(seconds, -MOST_SECONDS, MOST_SECONDS) * A_SECOND + nanos;
  }

  static Instant moment(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, A_SECOND), Math.floorMod(nanos, A_SECOND));
  }

  static @Nullable Instant momentOrNull(long nanos) {
    return nanos == NONE ? null : moment(nanos);
  }

  static @Nullable Duration timeOrNull(long nanos) {
    return nanos == NONE ? null : Duration.ofNanos(nanos);
  }
}
