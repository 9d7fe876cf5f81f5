package p2pgossip.gossip;

import java.time.Duration;

/// What bounds a peer beyond its settings.
///
/// @param rumorsKept after this time a peer forgets a rumour that it has heard, by its own time
/// @param sparesStrangers whether only a bounded number of handshakes per minute goes to addresses
///     that only others have named, as [HandshakeBudget] says
public record Limits(Duration rumorsKept, boolean sparesStrangers) {

  /// Those of a peer on a real network.
  public static final Limits REAL = new Limits(Duration.ofMinutes(10), true);

  /// Those of a simulated peer, which can't be made to attack anybody. Like the peers of one
  /// machine, it asks as many others as have been named to it.
  public static final Limits SIMULATED = REAL.withoutSparing();

  /// @throws IllegalArgumentException when the time is not positive
  public Limits {
    if (!rumorsKept.isPositive()) {
      throw new IllegalArgumentException(
          "rumours must be kept for some time, not " + rumorsKept.toMillis() + " ms");
    }
  }

  /// The same for rumours that take longer.
  public Limits withRumorsKept(Duration time) {
    return new Limits(time, sparesStrangers);
  }

  private Limits withoutSparing() {
    return new Limits(rumorsKept, false);
  }
}
