package p2pgossip.bench;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Neighbors;
import p2pgossip.population.PopulationPlan;
import p2pgossip.population.PopulationRun;
import p2pgossip.topology.Topology;

/// Spreads a rumour among millions of peers on arrays, and on two bare bit sets with nothing but
/// push in the same process, and prints how many times longer the arrays take. Each figure is the
/// median of five runs, on one thread unless it says otherwise.
public final class SimulationBenchmark {

  private static final int MILLION = 1_000_000;
  private static final int REPETITIONS = 5;
  private static final int WORD = Long.SIZE;

  private SimulationBenchmark() {}

  public static void main(String[] arguments) throws InterruptedException {
    double bare = median(_ -> bare(MILLION));
    new Row("push among 10^6, two bare bit sets", seconds(bare), "").print();
    double push = arrays("push", "never", 0);
    row("push among 10^6, arrays", push, bare, "at most 3 times");
    row("the same with counter:2", arrays("push", "counter:2", 0), push, "at most 4 times push");
    row("the same with 20 % loss", arrays("push", "never", 0.2), push, "at most 4 times push");
    row("push-pull among 10^6", arrays("push-pull", "never", 0), push, "at most 4 times push");
    double wired =
        time(
            () -> {
              Neighbors neighbors = Neighbors.wired(Topology.parse("random:20"), MILLION, 1);
              run(plan(neighbors, "push", "never", 0), 1, 1);
            });
    new Row("push on random:20, 10^6, wiring included", seconds(wired), "4 s").print();
    double alone = many(1);
    double both = many(2);
    new Row("push among 10^7, one thread", seconds(alone), "").print();
    new Row(
            "push among 10^7, two threads",
            Row.format("%s, %.2f times as fast", seconds(both), alone / both),
            "3.5 s, 1.7 times as fast")
        .print();
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private interface Seeded {
    void run(int seed) throws InterruptedException;
  }

  private static double time(Work work) throws InterruptedException {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private static double median(Seeded work) throws InterruptedException {
    double[] times = new double[REPETITIONS];
    work.run(0); // so that it is compiled
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      int seed = repetition;
      times[repetition] = time(() -> work.run(seed));
    }
    return Row.median(times);
  }

  private static double arrays(String strategy, String interest, double loss)
      throws InterruptedException {
    PopulationPlan plan = plan(Neighbors.complete(MILLION), strategy, interest, loss);
    return median(seed -> run(plan, seed, 1));
  }

  private static double many(int threads) throws InterruptedException {
    PopulationPlan plan = plan(Neighbors.complete(10 * MILLION), "push", "never", 0);
    return time(() -> run(plan, 1, threads));
  }

  private static PopulationPlan plan(
      Neighbors neighbors, String strategy, String interest, double loss) {
    Interest ends = InterestLabel.parse(interest);
    Spreading spreading = new Spreading(Strategy.labelled(strategy), 1, ends, Copy.MOST_HOPS);
    return new PopulationPlan(neighbors, spreading).withLoss(loss);
  }

  private static void run(PopulationPlan plan, int seed, int threads) throws InterruptedException {
    try (PopulationRun run = new PopulationRun(plan, seed, threads)) {
      run.toTheEnd();
    }
  }

  /// Push with a fast generator, and nothing else.
  private static void bare(int peers) {
    RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(1);
    long[] knows = new long[(peers + WORD - 1) / WORD];
    long[] told = new long[knows.length];
    knows[0] = 1;
    int informed = 1;
    while (informed < peers) {
      for (int word = 0; word < knows.length; word++) {
        for (long those = knows[word]; those != 0; those &= those - 1) {
          int self = word * WORD + Long.numberOfTrailingZeros(those);
          int other = (int) ((random.nextLong() >>> 32) * (peers - 1) >>> 32);
          int to = other < self ? other : other + 1;
          told[to / WORD] |= 1L << to;
        }
      }
      for (int word = 0; word < knows.length; word++) {
        informed += Long.bitCount(told[word] & ~knows[word]);
        knows[word] |= told[word];
        told[word] = 0;
      }
    }
  }

  private static void row(String what, double seconds, double than, String expected) {
    new Row(what, Row.format("%s, %.1f times", seconds(seconds), seconds / than), expected).print();
  }

  private static String seconds(double seconds) {
    return Row.format("%.3f s", seconds);
  }
}
