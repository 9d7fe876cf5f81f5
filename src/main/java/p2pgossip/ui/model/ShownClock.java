package p2pgossip.ui.model;

import java.time.Instant;
import java.time.InstantSource;

/// The clock of the network that a window shows. Thread-safe.
final class ShownClock implements InstantSource {

  private volatile InstantSource clock;

  ShownClock(InstantSource first) {
    clock = first;
  }

  void follow(InstantSource newClock) {
    clock = newClock;
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }
}
