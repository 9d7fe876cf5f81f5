package p2pgossip.fault;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import p2pgossip.gossip.PeerAddress;

/// All faults that are in force at one moment, and what they do together. Immutable.
///
/// @param faults in the order in which they began
public record FaultSet(List<Fault> faults) {

  public static final FaultSet NONE = new FaultSet(List.of());

  public FaultSet {
    faults = List.copyOf(faults);
  }

  public boolean isEmpty() {
    return faults.isEmpty();
  }

  public boolean isFrozen(PeerAddress peer) {
    return faults.stream().anyMatch(fault -> fault.equals(new Fault.Freeze(peer)));
  }

  /// The chance that what `from` sends `to` gets lost, 0 to 1: several losses add up as independent
  /// ones do.
  public double lossBetween(PeerAddress from, PeerAddress to) {
    double arrives = 1;
    for (Fault fault : faults) {
      arrives *=
          switch (fault) {
            case Fault.Loss(Fault.Path path, double share) -> path.covers(from, to) ? 1 - share : 1;
            case Fault.Block(Fault.Path path) -> path.covers(from, to) ? 0 : 1;
            case Fault.Partition partition -> partition.parts(from, to) ? 0 : 1;
            case Fault.Freeze _, Fault.Delay _ -> 1;
          };
    }
    return 1 - arrives;
  }

  /// Whether this time what `from` sends `to` gets lost.
  public boolean loses(PeerAddress from, PeerAddress to, RandomGenerator random) {
    double loss = lossBetween(from, to);
    return loss > 0 && random.nextDouble() < loss;
  }

  /// What becomes this time of what `from` sends `to`. The same for the same state of `random`, of
  /// which it takes the same draws whether it is lost or not.
  public Fate fate(PeerAddress from, PeerAddress to, RandomGenerator random) {
    boolean lost = loses(from, to, random);
    Duration late = delay(from, to, random);
    return lost ? new Fate.Lost() : new Fate.Arrives(late);
  }

  /// The sum of all delays on the way.
  private Duration delay(PeerAddress from, PeerAddress to, RandomGenerator random) {
    Duration sum = Duration.ZERO;
    for (Fault fault : faults) {
      if (fault instanceof Fault.Delay(Fault.Path path, Duration mean, Duration jitter)
          && path.covers(from, to)) {
        long spread = jitter.toNanos();
        sum = sum.plus(mean).plusNanos(spread == 0 ? 0 : random.nextLong(-spread, spread + 1));
      }
    }
    return sum;
  }
}
