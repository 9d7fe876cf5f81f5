package p2pgossip.fault;

import java.time.Duration;

/// What a fault does to each message on a path.
///
/// @param loss the chance that the message never arrives, 0 to 1
/// @param delay by how much later it arrives, on average
/// @param jitter each delay is spread evenly from `delay - jitter` to `delay + jitter`; at most
///     `delay`
/// @param twice the chance that two copies of it set off, 0 to 1. Each is lost and delayed on its
///     own
public record Effect(double loss, Duration delay, Duration jitter, double twice) {

  public static final Effect NONE = new Effect(0, Duration.ZERO, Duration.ZERO, 0);

  /// @param share the chance that a message never arrives, 0 to 1
  public static Effect loss(double share) {
    return new Effect(share, Duration.ZERO, Duration.ZERO, 0);
  }

  /// Each message arrives later, spread evenly from `mean - jitter` to `mean + jitter`.
  public static Effect delay(Duration mean, Duration jitter) {
    return new Effect(0, mean, jitter, 0);
  }

  /// @param share the chance that a message sets off twice, 0 to 1
  public static Effect twice(double share) {
    return new Effect(0, Duration.ZERO, Duration.ZERO, share);
  }
}
