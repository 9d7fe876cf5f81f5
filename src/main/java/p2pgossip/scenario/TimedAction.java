package p2pgossip.scenario;

import java.time.Duration;

/// An action and its time.
///
/// @param at counted from the moment when all peers run and are connected; not negative
public record TimedAction(Duration at, Action action) {

  /// @throws IllegalArgumentException when the time is negative
  public TimedAction {
    if (at.isNegative()) {
      throw new IllegalArgumentException("nothing can be done before the beginning");
    }
  }
}
