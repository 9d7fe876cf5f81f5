package p2pgossip.fault;

import java.time.Duration;

/// What the faults in force do to one request or answer on its way. Whoever carries it sets the
/// timers.
public sealed interface Fate {

  /// When whoever waits for the answer notices a loss, counted from when its request set off, unless
  /// its time limit is shorter.
  Duration LOSS_SHOWS_AFTER = Duration.ofSeconds(1);

  /// It never arrives.
  record Lost() implements Fate {}

  /// It arrives.
  ///
  /// @param late by how much later it sets off; zero where no fault delays it
  record Arrives(Duration late) implements Fate {}
}
