package p2pgossip.peer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time of day, told evenly: between two looks at the machine's clock it runs with a steady
/// clock. It follows the machine's clock when that was set, or continued while the steady one stood
/// still. Thread-safe.
final class WallClock implements InstantSource {

  /// Smaller differences are ordinary corrections, which are followed once they add up to this.
  private static final Duration NOTICED = Duration.ofMillis(250);

  private final InstantSource steady;
  private final InstantSource machine;
  private volatile Duration ahead = Duration.ZERO;
  private volatile boolean onItsOwn;

  /// @param steady never goes backwards
  /// @param machine may be set at any time
  WallClock(InstantSource steady, InstantSource machine) {
    this.steady = steady;
    this.machine = machine;
  }

  @Override
  public Instant instant() {
    return steady.instant().plus(ahead);
  }

  /// How far this clock is ahead of the steady one; negative if it is behind.
  Duration ahead() {
    return ahead;
  }

  /// From now on it no longer follows the machine's clock.
  void runOnItsOwn() {
    onItsOwn = true;
  }

  /// Looks at the machine's clock. Called every few seconds.
  void look() {
    if (onItsOwn) {
      return;
    }
    Duration now = Duration.between(steady.instant(), machine.instant());
    if (now.minus(ahead).abs().compareTo(NOTICED) > 0) {
      ahead = now;
    }
  }
}
