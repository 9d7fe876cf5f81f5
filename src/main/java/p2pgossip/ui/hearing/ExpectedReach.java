package p2pgossip.ui.hearing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Spreading;
import p2pgossip.network.Conditions;
import p2pgossip.network.Run;
import p2pgossip.network.Spread;
import p2pgossip.population.Neighbors;
import p2pgossip.theory.Flooding;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Topology;

/// How long a rumour will take, and over how many hops it will come, as far as that can be said
/// when it is told. It is a rule of thumb, made so that most rumours stay within it.
///
/// @param time until the last peer hears it; zero if nothing can be said
/// @param hops of the longest way; 0 if nothing can be said
record ExpectedReach(Duration time, int hops) {

  static final ExpectedReach UNKNOWN = new ExpectedReach(Duration.ZERO, 0);

  /// How many rounds pass in a period, since a copy is often passed on in the period in which it
  /// came.
  private static final double AT_RANDOM_PHASES = 0.6;

  private static final int SPARE_PERIODS = 1;

  /// Expects the reach of one rumour after another, and remembers how far the network of the last
  /// one reaches. FX thread only.
  static final class Finder {

    private @Nullable Run run;
    private @Nullable PeerAddress origin;
    private int distance;

    ExpectedReach of(Spread spread) {
      Conditions conditions = spread.conditions();
      if (conditions.settings().isEmpty()) {
        return UNKNOWN;
      }
      Conditions.InForce told = conditions.settings().getFirst();
      return expected(
          Math.max(2, spread.population()),
          distance(conditions.run(), spread.rumor().origin()),
          told.spreading(),
          told.period());
    }

    private int distance(@Nullable Run of, PeerAddress from) {
      if (of == null) {
        return 0;
      }
      if (!of.equals(run) || !from.equals(origin)) {
        run = of;
        origin = from;
        distance = farthest(of, of.members().indexOf(from));
      }
      return distance;
    }

    /// How many links the farthest peer is away; 0 if that is not known.
    private static int farthest(Run of, int source) {
      int peers = of.members().size();
      try {
        Topology topology = Topology.parse(of.topology());
        topology.requirePeers(peers);
        if (source < 0 || topology instanceof Complete) {
          return source < 0 ? 0 : 1;
        }
        Neighbors neighbors = Neighbors.wired(topology, peers, of.seed());
        return Flooding.from(source, peers, neighbors::all).rounds();
      } catch (IllegalArgumentException e) {
        // A recording may name the file of another user.
        return 0;
      }
    }
  }

  /// Where all know one another, push takes `log_(f+1) n + (ln n) / f` rounds (Pittel 1987, for a
  /// fanout of 1), and whoever asks as well multiplies by `2 f + 1`. Along a line of peers, one of
  /// two neighbours is the right one.
  ///
  /// @param distance links to the farthest peer; 0 if that is not known
  static ExpectedReach expected(int peers, int distance, Spreading spreading, Duration period) {
    if (!spreading.strategy().isPeriodic()) {
      return new ExpectedReach(Duration.ZERO, distance);
    }
    int fanout = spreading.fanout();
    double together =
        spreading.strategy().spreader().asks()
            ? Math.log(peers) / Math.log(1 + 2.0 * fanout)
            : AT_RANDOM_PHASES * (Math.log(peers) / Math.log1p(fanout) + Math.log(peers) / fanout);
    double along = AT_RANDOM_PHASES * distance * (fanout == 1 ? 2.0 : 1.25);
    long periods = (long) Math.ceil(Math.max(together, along)) + SPARE_PERIODS;
    int doublings = (int) Math.ceil(Math.log(peers) / Math.log(2));
    return new ExpectedReach(period.multipliedBy(periods), Math.max(distance, 2 * doublings));
  }
}
