package p2pgossip.peer;

import java.time.Instant;
import java.time.InstantSource;

/// The time of day when the clock was made, carried forward by the machine's steady timer: it never
/// goes backwards, even if the machine's clock is set.
final class SteadyClock implements InstantSource {

  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }
}
