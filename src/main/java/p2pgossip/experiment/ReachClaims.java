package p2pgossip.experiment;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Partners;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.KeyedRandom;
import p2pgossip.population.Neighbors;
import p2pgossip.population.PopulationPlan;
import p2pgossip.population.PopulationRun;
import p2pgossip.scenario.ComparedFigure.Kind;
import p2pgossip.scenario.Estimate;
import p2pgossip.scenario.RepeatedRuns;
import p2pgossip.theory.Flooding;
import p2pgossip.theory.Formulas;
import p2pgossip.topology.Topology;

/// How many are reached where a rumour is told once.
final class ReachClaims {

  private static final int FLOODED = 25;
  private static final int TOLD = 2_000;
  private static final int MANY = 10_000;
  private static final String KERMARREC =
      "Kermarrec, Massoulié, Ganesh 2003, theorem 1: P = e^(-e^-c)";

  private final Measuring measuring;

  ReachClaims(Measuring measuring) {
    this.measuring = measuring;
  }

  void compare() throws InterruptedException {
    Map<String, Long> copies =
        new TreeMap<>(
            Map.of("line", 24L, "tree:2", 24L, "ring", 26L, "grid", 56L, "complete", 576L));
    for (Map.Entry<String, Long> known : copies.entrySet()) {
      flood(known.getKey(), known.getValue());
    }
    double[] cs = {-1, 0, 1, 2};
    double[] seen = {0.08, 0.385, 0.70, 0.89};
    for (int i = 0; i < cs.length; i++) {
      toldOnceByAMeanOf(cs[i], seen[i], i == 1 ? 0.001 : 0.01);
    }
    for (int fanout = 2; fanout <= 5; fanout++) {
      toldOnce(fanout);
    }
    measuring.notComparable(
        "GOSSIP1(p, k): dies early or reaches nearly all, threshold at p of some 0.6 to 0.8",
        "no figure is given that does not depend on their grids and random graphs",
        "Haas, Halpern, Li 2002");
  }

  private void flood(String topology, long copies) throws InterruptedException {
    Neighbors neighbors = Neighbors.wired(Topology.parse(topology), FLOODED, 1);
    Spreading spreading = new Spreading(Strategy.FLOOD, 1, Interest.NEVER_LOST, Copy.MOST_HOPS);
    RepeatedRuns ours = measuring.measure(new PopulationPlan(neighbors, spreading), 20);
    String claim = "flood, " + topology + " of 25 peers: ";
    String source = "Lynch 1996, section 4.1";
    measuring.exact(
        claim + "rounds",
        Flooding.from(0, FLOODED, neighbors::all).rounds(),
        ours.rounds(),
        "the eccentricity of the source",
        source);
    Estimate sent =
        new Estimate(FLOODED * ours.copiesPerPeer().mean(), ours.copiesPerPeer().standardError());
    measuring.exact(claim + "copies", copies, sent, "2E - (n - 1), where no two cross", source);
    if (topology.startsWith("tree")) {
      measuring.exact(
          claim + "relative message redundancy",
          0,
          new Estimate(Formulas.redundancy(sent.mean(), FLOODED), 0),
          "m n / (reached - 1) - 1",
          "Leitão, Pereira, Rodrigues 2007, section 4");
    }
  }

  /// Each peer knows one of the two whole numbers next to the mean, and floods.
  private void toldOnceByAMeanOf(double c, double seen, double unit) throws InterruptedException {
    double mean = Math.log(TOLD) + c;
    int runs = 1_000;
    KeyedRandom random = new KeyedRandom(measuring.nextSeed(), KeyedRandom.Purpose.CHOICES);
    Spreading spreading = new Spreading(Strategy.FLOOD, 1, Interest.NEVER_LOST, Copy.MOST_HOPS);
    Estimate.Sample reachedAll = new Estimate.Sample();
    Partners partners = new Partners();
    for (int run = 0; run < measuring.runs(runs); run++) {
      int[][] known = new int[TOLD][];
      for (int peer = 0; peer < TOLD; peer++) {
        random.turnTo(run, 0, peer);
        int fanout = (int) mean + (random.nextDouble() < mean - Math.floor(mean) ? 1 : 0);
        known[peer] = others(peer, partners.choose(random, TOLD - 1, fanout));
      }
      try (PopulationRun spread =
          new PopulationRun(new PopulationPlan(Neighbors.oneWay(known), spreading), 0)) {
        spread.toTheEnd();
        reachedAll.add(spread.informed() == TOLD ? 1 : 0);
      }
    }
    String claim = "told once to a mean of ln n + c, n = 2000, c = " + c + ": P(all reached)";
    Estimate ours = reachedAll.estimate();
    measuring.seen(
        claim,
        seen,
        unit,
        ours,
        measuring.runs(runs),
        measuring.runs(runs),
        "directed, a fanout next to the mean for each peer",
        "an independent simulation; its runs are taken to be ours");
    measuring.about(
        claim + " against the limit",
        Kind.ASYMPTOTIC,
        Formulas.allReached(c),
        0.03,
        ours,
        "a limit for many peers, seen to be exceeded by some .02 at n = 2000; .03 allowed",
        KERMARREC);
  }

  private static int[] others(int self, int[] handles) {
    int[] others = handles.clone();
    for (int i = 0; i < others.length; i++) {
      others[i] += others[i] < self ? 0 : 1;
    }
    Arrays.sort(others);
    return others;
  }

  /// A blind counter of as many contacts as there are partners ends the interest after one round.
  private void toldOnce(int fanout) throws InterruptedException {
    Interest once = new Interest(Interest.End.COUNTER, Interest.Contacts.ALL, fanout);
    RepeatedRuns ours =
        measuring.measure(
            new PopulationPlan(
                Neighbors.complete(MANY),
                new Spreading(Strategy.PUSH, fanout, once, Copy.MOST_HOPS)),
            200);
    measuring.about(
        "told once to " + fanout + ", n = 10000: share reached",
        Kind.ASYMPTOTIC,
        Formulas.shareReached(fanout),
        0.005,
        ours.reached(),
        "push, blind-counter:" + fanout + "; a limit for many peers, .005 allowed",
        "p = 1 - e^(-F p): Erdős, Rényi 1960; Kermarrec, Massoulié, Ganesh 2003");
  }
}
