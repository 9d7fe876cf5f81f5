package p2pgossip.theory;

import java.util.Arrays;

/// Epidemics in continuous time, among peers so numerous that only shares count: Kermack and
/// McKendrick 1927, "A contribution to the mathematical theory of epidemics"; Demers et al. 1987,
/// section 1.4.
public final class MeanField {

  private static final int STEPS = 10_000;

  private MeanField() {}

  /// The share that has heard it, where interest is never lost: the logistic solution of
  /// `di/dt = beta i (1 - i)`.
  ///
  /// @param beta contacts of each peer in a unit of time; push and pull together count twice
  /// @param start the share at time 0, above 0
  public static double susceptibleInfected(double beta, double start, double time) {
    double growth = Math.exp(-beta * time);
    return start / (start + (1 - start) * growth);
  }

  /// Those that lack it, spread it and have lost interest.
  public record Shares(double susceptible, double infected, double removed) {}

  /// The shares where interest is lost at contacts in vain with probability 1/k:
  /// `ds/dt = -s i`, `di/dt = s i - (1 - s) i / k`, from 1/n on, by the method of Runge and Kutta.
  ///
  /// @param k at least 1
  /// @param start the share that spreads it at time 0
  public static Shares susceptibleInfectedRemoved(double k, double start, double time) {
    double susceptible = 1 - start;
    double infected = start;
    double step = time / STEPS;
    for (int i = 0; i < STEPS; i++) {
      double s1 = -susceptible * infected;
      double i1 = -s1 - (1 - susceptible) * infected / k;
      double sAt = susceptible + step / 2 * s1;
      double iAt = infected + step / 2 * i1;
      double s2 = -sAt * iAt;
      double i2 = -s2 - (1 - sAt) * iAt / k;
      sAt = susceptible + step / 2 * s2;
      iAt = infected + step / 2 * i2;
      double s3 = -sAt * iAt;
      double i3 = -s3 - (1 - sAt) * iAt / k;
      sAt = susceptible + step * s3;
      iAt = infected + step * i3;
      double s4 = -sAt * iAt;
      double i4 = -s4 - (1 - sAt) * iAt / k;
      susceptible += step / 6 * (s1 + 2 * s2 + 2 * s3 + s4);
      infected += step / 6 * (i1 + 2 * i2 + 2 * i3 + i4);
    }
    return new Shares(susceptible, infected, 1 - susceptible - infected);
  }

  /// The share that is never reached: the solution below 1 of `s = e^(-(k + 1)(1 - s))`, to which
  /// the above tends. Demers et al. 1987, section 1.4: 20 % for k = 1, 6 % for k = 2.
  ///
  /// @param k at least 1
  public static double residue(double k) {
    double residue = 0;
    for (int step = 0; step < 1_000; step++) {
      residue = Math.exp(-(k + 1) * (1 - residue));
    }
    return residue;
  }

  /// The number of peers that have heard it after each round in step from 0 on, where all know one
  /// another and interest is never lost, until less than half a peer lacks it. Each round is the
  /// mean of what may follow from the numbers before it, which is exact, and chance is left out,
  /// which matters while few know it: the recurrences of [RoundsToAll] without their spread.
  ///
  /// @param peers at least 2
  /// @param fanout at least 1
  /// @param loss 0 to below 1
  public static double[] rounds(RoundsToAll.Calls calls, int peers, int fanout, double loss) {
    double others = peers - 1.0;
    double called = Math.min(1, fanout / others) * (1 - loss);
    double[] informed = new double[16];
    informed[0] = 1;
    int round = 0;
    while (peers - informed[round] >= 0.5 && round < STEPS) {
      double known = informed[round];
      double notPushed =
          calls == RoundsToAll.Calls.PULL ? 1 : Math.exp(known * Math.log1p(-called));
      double notPulled =
          calls == RoundsToAll.Calls.PUSH
              ? 1
              : Math.pow(1 - known / others * (1 - loss), Math.min(fanout, others));
      round++;
      if (round == informed.length) {
        informed = Arrays.copyOf(informed, 2 * round);
      }
      informed[round] = peers - (peers - known) * notPushed * Math.max(0, notPulled);
    }
    return Arrays.copyOf(informed, round + 1);
  }
}
