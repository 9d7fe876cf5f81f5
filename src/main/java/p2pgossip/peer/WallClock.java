package p2pgossip.peer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time of day, told evenly: it goes with a steady clock between two looks at the machine's,
/// and follows that where it was set, or went on while the steady one stood still. Thread-safe.
final class WallClock implements InstantSource {

  /// Less is what the machine's clock is corrected by all the time; it is followed in time anyway.
  private static final Duration NOTICED = Duration.ofMillis(250);

  private final InstantSource steady;
  private final InstantSource machine;
  private volatile Duration ahead = Duration.ZERO;

  /// @param steady never goes backwards
  /// @param machine may be set by anybody
  WallClock(InstantSource steady, InstantSource machine) {
    this.steady = steady;
    this.machine = machine;
  }

  @Override
  public Instant instant() {
    return steady.instant().plus(ahead);
  }

  /// By how much this clock is ahead of the steady one; negative where it is behind.
  Duration ahead() {
    return ahead;
  }

  /// Looks at the machine's clock. To be called every few seconds.
  void look() {
    Duration now = Duration.between(steady.instant(), machine.instant());
    if (now.minus(ahead).abs().compareTo(NOTICED) > 0) {
      ahead = now;
    }
  }
}
