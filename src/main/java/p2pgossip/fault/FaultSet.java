package p2pgossip.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import p2pgossip.gossip.PeerAddress;

/// All faults that are in force at one moment, and what they do together. Immutable.
///
/// @param faults in the order in which they began
public record FaultSet(List<Fault<PeerAddress>> faults) {

  public static final FaultSet NONE = new FaultSet(List.of());

  public FaultSet {
    faults = List.copyOf(faults);
  }

  public boolean isEmpty() {
    return faults.isEmpty();
  }

  public boolean isFrozen(PeerAddress peer) {
    return faults.stream().anyMatch(fault -> fault.freezes(peer));
  }

  /// The chance that what `from` sends `to` gets lost, 0 to 1. Several losses are independent of
  /// one another.
  public double lossBetween(PeerAddress from, PeerAddress to) {
    double arrives = 1;
    for (Fault<PeerAddress> fault : faults) {
      arrives *= 1 - fault.effect(from, to).loss();
    }
    return 1 - arrives;
  }

  /// Whether what `from` sends `to` gets lost this time.
  public boolean loses(PeerAddress from, PeerAddress to, RandomGenerator random) {
    double loss = lossBetween(from, to);
    return loss > 0 && random.nextDouble() < loss;
  }

  /// What becomes of what `from` sends `to` this time. Depends only on the state of `random`, from
  /// which each copy takes the same draws whether it is lost or not. There are two copies at most.
  public Fate fate(PeerAddress from, PeerAddress to, RandomGenerator random) {
    int copies = doubles(from, to, random) ? 2 : 1;
    List<Duration> arrivals = new ArrayList<>(copies);
    for (int copy = 0; copy < copies; copy++) {
      boolean lost = loses(from, to, random);
      Duration late = delay(from, to, random);
      if (!lost) {
        arrivals.add(late);
      }
    }
    return new Fate(arrivals);
  }

  private boolean doubles(PeerAddress from, PeerAddress to, RandomGenerator random) {
    double once = 1;
    for (Fault<PeerAddress> fault : faults) {
      once *= 1 - fault.effect(from, to).twice();
    }
    return once < 1 && random.nextDouble() >= once;
  }

  /// The sum of all delays on the way.
  private Duration delay(PeerAddress from, PeerAddress to, RandomGenerator random) {
    Duration sum = Duration.ZERO;
    for (Fault<PeerAddress> fault : faults) {
      Effect effect = fault.effect(from, to);
      long jitter = effect.jitter().toNanos();
      sum =
          sum.plus(effect.delay())
              .plusNanos(jitter == 0 ? 0 : random.nextLong(-jitter, jitter + 1));
    }
    return sum;
  }
}
