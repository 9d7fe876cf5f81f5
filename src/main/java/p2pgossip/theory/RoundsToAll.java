package p2pgossip.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The exact distribution of the rounds until all of n peers have heard a rumour from one of them:
/// all know one another, each calls `fanout` distinct others at random each round, interest is
/// never lost, and each call is lost with the same probability, unnoticed.
///
/// The number of peers that know the rumour is a Markov chain. In a round the k peers that know it
/// push one after another: with j new ones so far, a caller reaches x of the u - j others that lack
/// it, out of its n - 1, with hypergeometric probability, and each such call may be lost. By pull,
/// each of those that lack it asks, independently of the others, and hears it unless all of its
/// calls miss the k or are lost. With fanout 1 these are the recurrences in Pittel 1987, "On
/// spreading a rumor", section 1 (push), and Karp, Schindelhauer, Shenker and Vöcking 2000,
/// "Randomized rumor spreading", section 2 (pull).
///
/// It takes time of the order of the square of n times the width of one round's distribution, some
/// seconds at [#MOST_PEERS].
public final class RoundsToAll {

  /// The most peers for which the chain is followed.
  public static final int MOST_PEERS = 10_000;

  /// What is left of the distribution when it is no longer followed.
  private static final double NEGLIGIBLE = 1e-15;

  private static final int MOST_ROUNDS = 100_000;

  /// The share of the runs below the band, and of those above it.
  private static final double LOW = 0.05;

  /// What a call does.
  public enum Calls {
    PUSH,
    PULL,
    PUSH_PULL
  }

  private final int peers;
  private final int fanout;
  private final double loss;
  private final Calls calls;
  private final double[] complete;
  private final double[] informed;
  private final int[] few;
  private final int[] many;

  /// @param peers 1 to [#MOST_PEERS]
  /// @param fanout at least 1
  /// @param loss 0 to below 1
  /// @throws IllegalArgumentException when a value is out of its range, naming it
  public RoundsToAll(Calls calls, int peers, int fanout, double loss) {
    if (peers < 1 || peers > MOST_PEERS) {
      throw new IllegalArgumentException(
          "%s peers are not between 1 and %s".formatted(peers, MOST_PEERS));
    }
    if (fanout < 1) {
      throw new IllegalArgumentException("fanout " + fanout + " is less than 1");
    }
    if (!(loss >= 0 && loss < 1)) {
      throw new IllegalArgumentException("loss " + loss + " is not from 0 to below 1");
    }
    this.calls = calls;
    this.peers = peers;
    this.fanout = Math.min(fanout, peers - 1);
    this.loss = loss;
    List<Double> completeAfter = new ArrayList<>();
    List<Double> meanAfter = new ArrayList<>();
    List<Integer> fewAfter = new ArrayList<>();
    List<Integer> manyAfter = new ArrayList<>();
    follow(completeAfter, meanAfter, fewAfter, manyAfter);
    complete = completeAfter.stream().mapToDouble(Double::doubleValue).toArray();
    informed = meanAfter.stream().mapToDouble(Double::doubleValue).toArray();
    few = fewAfter.stream().mapToInt(Integer::intValue).toArray();
    many = manyAfter.stream().mapToInt(Integer::intValue).toArray();
  }

  private void follow(
      List<Double> completeAfter,
      List<Double> meanAfter,
      List<Integer> fewAfter,
      List<Integer> manyAfter) {
    Jump[] jumps = new Jump[peers];
    double[] now = new double[peers + 1];
    now[1] = 1;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      completeAfter.add(now[peers]);
      meanAfter.add(mean(now));
      fewAfter.add(quantile(now, LOW));
      manyAfter.add(quantile(now, 1 - LOW));
      double left = 0;
      double[] next = new double[peers + 1];
      next[peers] = now[peers];
      for (int known = 1; known < peers; known++) {
        left += now[known];
        if (now[known] > Double.MIN_NORMAL) {
          if (jumps[known] == null) {
            jumps[known] = jump(known);
          }
          jumps[known].spread(now[known], known, next);
        }
      }
      if (left < NEGLIGIBLE) {
        return;
      }
      now = next;
    }
  }

  private static double mean(double[] distribution) {
    double mean = 0;
    for (int known = 1; known < distribution.length; known++) {
      mean += known * distribution[known];
    }
    return mean;
  }

  private static int quantile(double[] distribution, double probability) {
    double sum = 0;
    for (int known = 1; known < distribution.length; known++) {
      sum += distribution[known];
      if (sum >= probability) {
        return known;
      }
    }
    return distribution.length - 1;
  }

  /// The distribution of the number of peers that hear it in a round.
  ///
  /// @param first the least number that is not negligible
  private record Jump(int first, double[] chances) {

    void spread(double weight, int known, double[] to) {
      for (int i = 0; i < chances.length; i++) {
        to[known + first + i] += weight * chances[i];
      }
    }

    static Jump of(double[] all) {
      int first = 0;
      int end = all.length;
      while (first < end - 1 && all[first] < NEGLIGIBLE * NEGLIGIBLE) {
        first++;
      }
      while (end > first + 1 && all[end - 1] < NEGLIGIBLE * NEGLIGIBLE) {
        end--;
      }
      return new Jump(first, Arrays.copyOfRange(all, first, end));
    }
  }

  private Jump jump(int known) {
    int unknown = peers - known;
    double[] pushed = calls == Calls.PULL ? new double[] {1} : pushed(known, unknown);
    if (calls == Calls.PUSH) {
      return Jump.of(pushed);
    }
    double hears = hearsByPull(known);
    double[] all = new double[unknown + 1];
    for (int told = 0; told < pushed.length; told++) {
      if (pushed[told] > Double.MIN_NORMAL) {
        addBinomial(unknown - told, hears, pushed[told], told, all);
      }
    }
    return Jump.of(all);
  }

  /// Callers one by one. Two arrays take turns, and only what was written is cleared.
  private double[] pushed(int known, int unknown) {
    int most = (int) Math.min(unknown, (long) known * fanout);
    double[] chances = new double[most + 1];
    chances[0] = 1;
    double[] next = new double[most + 1];
    int least = 0;
    int reached = 0;
    int from = 0;
    int end = 1;
    double[][] hits = new double[most + 1][];
    for (int caller = 0; caller < known; caller++) {
      int nextLeast = most;
      for (int told = least; told <= reached; told++) {
        double chance = chances[told];
        if (chance > NEGLIGIBLE * NEGLIGIBLE) {
          nextLeast = Math.min(nextLeast, told);
          if (hits[told] == null) {
            hits[told] = hits(unknown - told);
          }
          for (int hit = 0; hit < hits[told].length; hit++) {
            next[told + hit] += chance * hits[told][hit];
          }
        }
      }
      Arrays.fill(chances, from, end, 0);
      from = least;
      reached = Math.min(most, reached + fanout);
      end = reached + 1;
      least = nextLeast;
      while (reached > least && next[reached] <= NEGLIGIBLE * NEGLIGIBLE) {
        reached--;
      }
      double[] before = chances;
      chances = next;
      next = before;
    }
    return chances;
  }

  /// The distribution of how many of `unknown` peers one caller tells: hypergeometric, thinned by
  /// the loss.
  private double[] hits(int unknown) {
    double[] meets = hypergeometric(unknown);
    double[] tells = new double[Math.min(fanout, unknown) + 1];
    for (int met = 0; met < meets.length; met++) {
      addBinomial(met, 1 - loss, meets[met], 0, tells);
    }
    return tells;
  }

  /// The distribution of how many of `special` peers are among the `fanout` that one of the others
  /// calls.
  private double[] hypergeometric(int special) {
    double[] meets = new double[Math.min(fanout, special) + 1];
    meets[0] = 1;
    for (int call = 0; call < fanout; call++) {
      double others = peers - 1.0 - call;
      for (int met = Math.min(call + 1, meets.length - 1); met >= 0; met--) {
        double stays = meets[met] * (1 - (special - met) / others);
        double grows = met > 0 ? meets[met - 1] * (special - met + 1) / others : 0;
        meets[met] = Math.max(0, stays) + grows;
      }
    }
    return meets;
  }

  private double hearsByPull(int known) {
    double[] meets = hypergeometric(known);
    double silent = 0;
    for (int met = 0; met < meets.length; met++) {
      silent += meets[met] * Math.pow(loss, met);
    }
    return 1 - silent;
  }

  /// Adds a binomial distribution, times a weight.
  private static void addBinomial(int tries, double chance, double weight, int at, double[] to) {
    if (chance >= 1 || tries == 0) {
      to[at + (chance >= 1 ? tries : 0)] += weight;
      return;
    }
    if (chance <= 0) {
      to[at] += weight;
      return;
    }
    // From the likeliest number on, in both directions, so that nothing underflows.
    int likeliest = (int) Math.min(tries, Math.floor((tries + 1) * chance));
    double odds = chance / (1 - chance);
    double[] shares = new double[tries + 1];
    shares[likeliest] = 1;
    double sum = 1;
    for (int number = likeliest; number < tries; number++) {
      shares[number + 1] = shares[number] * (tries - number) / (number + 1) * odds;
      sum += shares[number + 1];
      if (shares[number + 1] < NEGLIGIBLE * NEGLIGIBLE) {
        break;
      }
    }
    for (int number = likeliest; number > 0; number--) {
      shares[number - 1] = shares[number] * number / (tries - number + 1) / odds;
      sum += shares[number - 1];
      if (shares[number - 1] < NEGLIGIBLE * NEGLIGIBLE) {
        break;
      }
    }
    for (int number = 0; number <= tries; number++) {
      to[at + number] += weight * shares[number] / sum;
    }
  }

  /// The mean number of rounds.
  public double mean() {
    double mean = 0;
    for (double done : complete) {
      mean += 1 - done;
    }
    return mean;
  }

  /// The standard deviation of the number of rounds.
  public double deviation() {
    double squares = 0;
    for (int round = 0; round < complete.length; round++) {
      squares += (2.0 * round + 1) * (1 - complete[round]);
    }
    return Math.sqrt(Math.max(0, squares - mean() * mean()));
  }

  /// The smallest number of rounds after which all have heard it with at least this probability.
  ///
  /// @param probability 0 to below 1
  public int quantile(double probability) {
    for (int round = 0; round < complete.length; round++) {
      if (complete[round] >= probability) {
        return round;
      }
    }
    return complete.length;
  }

  /// The mean number of peers that have heard it, after each round from 0 on, until practically all
  /// have.
  public double[] informed() {
    return informed.clone();
  }

  /// The number of peers that 95 % of the runs reach, after each round as in [#informed].
  public int[] few() {
    return few.clone();
  }

  /// The number of peers that 5 % of the runs reach or exceed, after each round as in [#informed].
  public int[] many() {
    return many.clone();
  }
}
