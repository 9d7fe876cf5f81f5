package p2pgossip.fault;

import java.time.Duration;
import java.util.List;
import p2pgossip.gossip.Failure;

/// What the faults in force make of one request or answer: when each copy of it arrives. Whoever
/// carries the message sets the timers.
///
/// @param arrivals for each copy, by how much later it sets off than without faults. One that is
///     zero where nothing goes wrong; none where the message is lost
public record Fate(List<Duration> arrivals) {

  /// When a loss is reported to whoever waits for the answer, counted from when its request set
  /// off, unless its time limit is shorter.
  public static final Duration LOSS_SHOWS_AFTER = Duration.ofSeconds(1);

  public static final Fate LOST = new Fate(List.of());
  public static final Fate IN_TIME = new Fate(List.of(Duration.ZERO));

  public Fate {
    arrivals = List.copyOf(arrivals);
  }

  public boolean isLost() {
    return arrivals.isEmpty();
  }

  /// Whether nothing goes wrong.
  public boolean isInTime() {
    return arrivals.size() == 1 && arrivals.getFirst().isZero();
  }

  /// The failure of a request to which a fault lets no answer come in time.
  ///
  /// @param limit since the request set off
  public static Failure noAnswerWithin(Duration limit) {
    return new Failure(
        Failure.Kind.TIMED_OUT,
        "no answer within " + limit.toMillis() + " ms, because of a fault in force on the path");
  }
}
