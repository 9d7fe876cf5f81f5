package p2pgossip.fault;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The time that a message takes from one simulated peer to another where no fault is in force.
/// Requests and answers are drawn one by one. Each draw depends only on the state of the generator,
/// on every machine.
public sealed interface Latency {

  /// No message takes longer; a draw that would is cut.
  Duration LONGEST = Duration.ofMinutes(1);

  /// The latency where nothing else is said: that of a local network.
  static Latency usual() {
    return new Uniform(Duration.ofNanos(500_000), Duration.ofNanos(1_500_000));
  }

  /// The time that the next message takes.
  ///
  /// @param from number of the sender, from 1
  /// @param to number of the receiver, from 1
  Duration draw(int from, int to, RandomGenerator random);

  /// The numbers of all peers that it names.
  default Set<Integer> named() {
    return Set.of();
  }

  /// The same for all pairs of peers.
  sealed interface Alike extends Latency {

    Duration draw(RandomGenerator random);

    @Override
    default Duration draw(int from, int to, RandomGenerator random) {
      return draw(random);
    }
  }

  /// Always the same.
  ///
  /// @param time 0 to [#LONGEST]
  record Fixed(Duration time) implements Alike {
    /// @throws IllegalArgumentException when the time is out of range
    public Fixed {
      requireRange(time);
    }

    @Override
    public Duration draw(RandomGenerator random) {
      return time;
    }
  }

  /// Spread evenly.
  ///
  /// @param least 0 to `most`
  /// @param most at most [#LONGEST]
  record Uniform(Duration least, Duration most) implements Alike {
    /// @throws IllegalArgumentException when a time is out of range
    public Uniform {
      requireRange(least);
      requireRange(most);
      if (least.compareTo(most) > 0) {
        throw new IllegalArgumentException("a latency must be spread upwards, not downwards");
      }
    }

    @Override
    public Duration draw(RandomGenerator random) {
      return least.equals(most)
          ? least
          : Duration.ofNanos(random.nextLong(least.toNanos(), most.toNanos()));
    }
  }

  /// Log-normal, as measured on wide networks: most messages take about the median, a few much
  /// longer.
  ///
  /// @param median 0 to [#LONGEST]
  /// @param sigma the standard deviation of the logarithm, 0 to [#GREATEST_SIGMA]
  record LogNormal(Duration median, double sigma) implements Alike {

    public static final int GREATEST_SIGMA = 3;

    /// @throws IllegalArgumentException when a value is out of range
    public LogNormal {
      requireRange(median);
      if (!(sigma >= 0 && sigma <= GREATEST_SIGMA)) {
        throw new IllegalArgumentException(
            "a sigma of %s is not between 0 and %s".formatted(sigma, GREATEST_SIGMA));
      }
    }

    /// By the transform of Box and Muller (1958), in strict arithmetic: that of the JDK may differ
    /// between versions, and that of `Math` between machines.
    @Override
    public Duration draw(RandomGenerator random) {
      double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
      double normal = radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
      double nanos = median.toNanos() * StrictMath.exp(sigma * normal);
      return Duration.ofNanos((long) Math.min(nanos, LONGEST.toNanos()));
    }
  }

  /// Sites, such as data centres: short ways within each, long ways between them. A peer of no site
  /// is alone.
  ///
  /// @param sites the numbers of the peers of each; no peer belongs to two
  /// @param within between two peers of one site
  /// @param between between all others
  record Sites(List<Set<Integer>> sites, Alike within, Alike between) implements Latency {

    /// @throws IllegalArgumentException when a site has no peers, or a peer belongs to two
    public Sites {
      sites = sites.stream().map(Set::copyOf).toList();
      Set<Integer> all = new HashSet<>();
      for (Set<Integer> site : sites) {
        if (site.isEmpty()) {
          throw new IllegalArgumentException("a site has no peers");
        }
        for (int peer : site) {
          if (!all.add(peer)) {
            throw new IllegalArgumentException("peer " + peer + " belongs to two sites");
          }
        }
      }
    }

    @Override
    public Duration draw(int from, int to, RandomGenerator random) {
      for (Set<Integer> site : sites) {
        if (site.contains(from)) {
          return (site.contains(to) ? within : between).draw(random);
        }
      }
      return between.draw(random);
    }

    @Override
    public Set<Integer> named() {
      Set<Integer> named = new HashSet<>();
      sites.forEach(named::addAll);
      return named;
    }
  }

  private static void requireRange(Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a latency of " + time.toMillis() + " ms is not between 0 s and 1 min");
    }
  }
}
