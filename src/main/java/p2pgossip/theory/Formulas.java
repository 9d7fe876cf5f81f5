package p2pgossip.theory;

/// Formulas for large numbers of peers that all know one another, in rounds in step with fanout 1
/// unless they say otherwise. `p` is the probability with which a call succeeds.
public final class Formulas {

  private Formulas() {}

  /// Rounds of push until all have heard, without an additive constant, which is about 1.2 at
  /// p = 1 and 2.2 at p = 0.5: Doerr and Kostrygin 2017, "Randomized rumor spreading revisited",
  /// section 1.
  public static double pushRounds(double peers, double p) {
    return log(1 + p, peers) + Math.log(peers) / p;
  }

  /// Rounds of pull until all have heard, without an additive constant (about 1.0 at p = 1 and 2.6
  /// at p = 0.5): Doerr and Kostrygin 2017.
  public static double pullRounds(double peers, double p) {
    return p == 1
        ? log(2, peers) + log(2, Math.log(peers))
        : log(1 + p, peers) + Math.log(peers) / -Math.log1p(-p);
  }

  /// Rounds of push-pull until all have heard, without an additive constant (about 0.05 at p = 1
  /// and 1.5 at p = 0.5): Doerr and Kostrygin 2017.
  public static double pushPullRounds(double peers, double p) {
    return p == 1
        ? log(3, peers) + log(2, Math.log(peers))
        : log(1 + 2 * p, peers) + Math.log(peers) / (p - Math.log1p(-p));
  }

  /// The least mean rounds of push: Doerr and Künnemann 2014, "Tight analysis of randomized rumor
  /// spreading in complete graphs", theorem 1.
  public static double leastPushRounds(double peers) {
    return Math.floor(log(2, peers)) + Math.log(peers) - 1.116;
  }

  /// The greatest mean rounds of push, except for a summand that vanishes for many peers: Doerr and
  /// Künnemann 2014, theorem 1.
  public static double greatestPushRounds(double peers) {
    return Math.ceil(log(2, peers)) + Math.log(peers) + 2.765;
  }

  /// The probability that all are reached if each peer that hears a rumour tells it once to a mean
  /// of `ln n + c` others: Kermarrec, Massoulié and Ganesh 2003, "Probabilistic reliable
  /// dissemination in large-scale systems", theorem 1.
  public static double allReached(double c) {
    return Math.exp(-Math.exp(-c));
  }

  /// The share that is reached if each peer that hears a rumour tells it once to `fanout` others:
  /// the positive solution of `p = 1 - e^(-F p)`, the share of the giant component (Erdős and Rényi
  /// 1960; Kermarrec, Massoulié and Ganesh 2003, section 3); 0 if the fanout is at most 1.
  public static double shareReached(double fanout) {
    if (fanout <= 1) {
      return 0;
    }
    double share = 1;
    for (int step = 0; step < 100; step++) {
      // Newton's method, from above, where the function is convex.
      double missing = Math.exp(-fanout * share);
      share -= (share - 1 + missing) / (1 - fanout * missing);
    }
    return share;
  }

  /// The residue of rumour mongering from the traffic of m copies per peer, `s = e^(-m)`: Demers et
  /// al. 1987, "Epidemic algorithms for replicated database maintenance", section 1.4.
  public static double residue(double copiesPerPeer) {
    return Math.exp(-copiesPerPeer);
  }

  /// How many times more copies were sent than a tree needs: 0 in a tree. "Relative message
  /// redundancy" in Leitão, Pereira and Rodrigues 2007, "Epidemic broadcast trees", section 4.
  ///
  /// @param copies that were sent
  /// @param reached the peers that know it, at least 2
  public static double redundancy(double copies, double reached) {
    return copies / (reached - 1) - 1;
  }

  private static double log(double base, double value) {
    return Math.log(value) / Math.log(base);
  }
}
