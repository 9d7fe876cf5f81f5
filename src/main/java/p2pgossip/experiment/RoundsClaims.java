package p2pgossip.experiment;

import java.util.List;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Neighbors;
import p2pgossip.population.PopulationPlan;
import p2pgossip.scenario.ComparedFigure.Kind;
import p2pgossip.scenario.Estimate;
import p2pgossip.scenario.RepeatedRuns;
import p2pgossip.theory.Formulas;
import p2pgossip.theory.RoundsToAll;
import p2pgossip.theory.RoundsToAll.Calls;

/// How many rounds it takes until all have heard, where interest is never lost.
final class RoundsClaims {

  private static final String CHAIN = "Markov chain over the number that knows, theory/RoundsToAll";
  private static final String READING = "complete, uniform among the n - 1 others, rounds in step";
  private static final String SEEN = "an independent simulation; its runs are taken to be ours";
  private static final String LIMIT =
      "Doerr, Kostrygin 2017; the constant was seen to be nearly the same from 10^3 to 10^5";

  private final Measuring measuring;

  RoundsClaims(Measuring measuring) {
    this.measuring = measuring;
  }

  /// @param calls the theory of the strategy
  record Kindred(Strategy strategy, Calls calls) {}

  static final List<Kindred> ALL =
      List.of(
          new Kindred(Strategy.PUSH, Calls.PUSH),
          new Kindred(Strategy.PULL, Calls.PULL),
          new Kindred(Strategy.PUSH_PULL, Calls.PUSH_PULL));

  private static PopulationPlan plan(Strategy strategy, int peers, int fanout, double loss) {
    return new PopulationPlan(
            Neighbors.complete(peers),
            new Spreading(strategy, fanout, Interest.NEVER_LOST, Copy.MOST_HOPS))
        .withLoss(loss);
  }

  void compare() throws InterruptedException {
    for (Kindred kindred : ALL) {
      for (int peers : new int[] {2, 3, 4, 5, 10}) {
        exact(kindred, peers);
      }
      quantile(kindred);
    }
    exact(Strategy.PUSH, 30, 3, 0, 4.2336, 4_000);
    exact(Strategy.PUSH, 30, 3, 0.25, 5.1059, 4_000);
    exact(Strategy.PUSH, 50, 3, 0, 4.8835, 4_000);
    exact(Strategy.PUSH, 1_000, 3, 0, 8.1732, 1_000);
    exact(Strategy.PUSH, 1_000, 3, 0.2, 9.4484, 1_000);
    seenAndAsymptotic(Strategy.PUSH, 1, 18.04, Formulas.pushRounds(1_000, 1), 1.2, 0.1);
    seenAndAsymptotic(Strategy.PULL, 1, 13.77, Formulas.pullRounds(1_000, 1), 1.0, 0.15);
    seenAndAsymptotic(Strategy.PUSH_PULL, 1, 9.15, Formulas.pushPullRounds(1_000, 1), 0.04, 0.1);
    seenAndAsymptotic(Strategy.PUSH, 0.5, 33.04, Formulas.pushRounds(1_000, 0.5), 2.2, 0.1);
    seenAndAsymptotic(Strategy.PULL, 0.5, 29.66, Formulas.pullRounds(1_000, 0.5), 2.6, 0.2);
    seenAndAsymptotic(
        Strategy.PUSH_PULL, 0.5, 17.25, Formulas.pushPullRounds(1_000, 0.5), 1.5, 0.1);
    others();
  }

  /// By fanout 1, without loss.
  void exact(Kindred kindred, int peers) throws InterruptedException {
    double mean = new RoundsToAll(kindred.calls(), peers, 1, 0).mean();
    exact(kindred.strategy(), peers, 1, 0, mean, 20_000);
  }

  private void exact(Strategy strategy, int peers, int fanout, double loss, double mean, int runs)
      throws InterruptedException {
    RepeatedRuns ours = measuring.measure(plan(strategy, peers, fanout, loss), runs);
    measuring.exact(
        "%s, n = %s, fanout %s, loss %s: mean rounds"
            .formatted(strategy.label(), peers, fanout, loss),
        mean,
        ours.rounds(),
        READING,
        CHAIN);
  }

  private void quantile(Kindred kindred) {
    int known =
        switch (kindred.calls()) {
          case PUSH -> 10;
          case PULL -> 9;
          case PUSH_PULL -> 5;
        };
    measuring.exact(
        kindred.strategy().label() + ", n = 10: 99th percentile of the rounds",
        known,
        new Estimate(new RoundsToAll(kindred.calls(), 10, 1, 0).quantile(0.99), 0),
        "ours is calculated, not simulated",
        CHAIN);
  }

  private void seenAndAsymptotic(
      Strategy strategy, double p, double seen, double formula, double constant, double tolerance)
      throws InterruptedException {
    int runs = 2_000;
    RepeatedRuns ours = measuring.measure(plan(strategy, 1_000, 1, 1 - p), runs);
    String claim = "%s, n = 1000, p = %s: ".formatted(strategy.label(), p);
    measuring.seen(
        claim + "mean rounds",
        seen,
        0.01,
        ours.rounds(),
        measuring.runs(runs),
        measuring.runs(runs),
        READING,
        SEEN);
    measuring.about(
        claim + "mean rounds less the formula",
        Kind.ASYMPTOTIC,
        constant,
        tolerance,
        new Estimate(ours.rounds().mean() - formula, ours.rounds().standardError()),
        "the constant is known to a tenth; " + tolerance + " allowed",
        LIMIT);
    if (strategy == Strategy.PUSH && p == 1) {
      double least = Formulas.leastPushRounds(1_000);
      double greatest = Formulas.greatestPushRounds(1_000);
      measuring.about(
          claim + "mean rounds between the bounds",
          Kind.ASYMPTOTIC,
          (least + greatest) / 2,
          (greatest - least) / 2,
          ours.rounds(),
          "floor(log2 n) + ln n - 1.116 to ceil(log2 n) + ln n + 2.765; half their distance"
              + " allowed",
          "Doerr, Künnemann 2014");
    }
  }

  private void others() {
    measuring.notComparable(
        "push-pull, n = 16: copies before questions 3.353, as an event queue 3.747, exchange by"
            + " exchange 3.079",
        "other orders within a round than that of the arrays: all act, questions are answered from"
            + " the state at the start, copies arrive, answers return",
        "an independent simulation");
    measuring.notComparable(
        "update everywhere on a line: all know all after ceil(log2 diameter) rounds",
        "learning of peers, not of rumours, of which the arrays know nothing",
        "doubling of the known distance in each round");
    measuring.notComparable(
        "mean field of SI: di/dt = beta i (1 - i)",
        "continuous time; rounds in step are not its limit",
        "Kermack, McKendrick 1927");
  }
}
