package p2pgossip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Interest.Contacts;
import p2pgossip.gossip.Interest.End;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Crashes;
import p2pgossip.population.Neighbors;
import p2pgossip.population.PopulationPlan;
import p2pgossip.population.PopulationRun;
import p2pgossip.population.RunInStep;
import p2pgossip.topology.Topology;

/// The arrays are the engines, draw for draw. Both are given the same random numbers, and are
/// compared peer by peer after each round: which know the rumour, which still pass it on, how many
/// copies were sent. This is what allows figures of millions of peers, which no engine could run,
/// to be called those of this program.
class KernelAgreementTest {

  private static final long SEED = 20_261_128;
  private static final int MOST_ROUNDS = 40;
  private static final int LIMITED = 3;

  private static final List<Interest> INTERESTS =
      Stream.concat(
              Stream.of(Interest.NEVER_LOST),
              Stream.of(End.COUNTER, End.COIN)
                  .flatMap(
                      end ->
                          Stream.of(Contacts.values())
                              .flatMap(
                                  heeds ->
                                      Stream.of(1, 2, 4).map(k -> new Interest(end, heeds, k)))))
          .toList();

  private static PopulationPlan plan(Neighbors neighbors, Spreading spreading) {
    return new PopulationPlan(neighbors, spreading);
  }

  private static Neighbors wired(String topology, int peers) {
    return Neighbors.wired(Topology.parse(topology), peers, SEED);
  }

  /// The plan, and the same with each thing that can go wrong.
  private static List<PopulationPlan> withTrouble(PopulationPlan plan) {
    int last = plan.neighbors().peers() - 1;
    return List.of(
        plan,
        plan.withSource(last).withLoss(0.25),
        plan.withCrashes(new Crashes(0.2, 0)),
        plan.withSource(last / 2).withLoss(0.1).withCrashes(new Crashes(0.3, 2)));
  }

  private static void agree(List<PopulationPlan> plans, int runs) throws InterruptedException {
    for (PopulationPlan plan : plans) {
      try (RunInStep engines = new EngineRun(plan, SEED);
          RunInStep arrays = new PopulationRun(plan, SEED)) {
        for (int run = 0; run < runs; run++) {
          if (run > 0) {
            engines.begin(run);
            arrays.begin(run);
          }
          agree(engines, arrays, plan + ", run " + run);
        }
      }
    }
  }

  private static void agree(RunInStep engines, RunInStep arrays, String what)
      throws InterruptedException {
    assertThat(state(arrays)).as(what).isEqualTo(state(engines));
    while (!engines.isOver() && engines.rounds() < MOST_ROUNDS) {
      engines.round();
      arrays.round();
      assertThat(state(arrays)).as(what).isEqualTo(state(engines));
    }
    assertThat(arrays.hash()).as(what).isEqualTo(engines.hash());
  }

  /// Everything that can be seen after a round.
  private static List<Object> state(RunInStep run) {
    int peers = run.plan().neighbors().peers();
    List<Object> state = new ArrayList<>();
    state.add("round " + run.rounds() + ", last heard in " + run.lastHeard());
    state.add("copies " + run.copies() + ", contacts " + run.contacts());
    state.add("informed " + run.informed() + " of " + run.living());
    state.add(IntStream.range(0, peers).filter(run::knows).boxed().toList());
    state.add(IntStream.range(0, peers).filter(run::isSpreading).boxed().toList());
    state.add(run.isOver());
    return state;
  }

  @ParameterizedTest
  @EnumSource
  void everyStrategyAgreesOnCompleteNetworks(Strategy strategy) throws InterruptedException {
    for (int peers : new int[] {1, 2, 3, 13}) {
      for (int fanout : new int[] {1, 3}) {
        Spreading spreading = new Spreading(strategy, fanout, Interest.NEVER_LOST, Copy.MOST_HOPS);
        agree(withTrouble(plan(Neighbors.complete(peers), spreading)), 2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStrategyAgreesOnEveryTopology(Strategy strategy) throws InterruptedException {
    Spreading spreading = new Spreading(strategy, 2, Interest.NEVER_LOST, Copy.MOST_HOPS);
    for (String topology :
        List.of("line", "ring", "star", "grid", "tree:2", "random:3", "small-world:4:0.2")) {
      agree(withTrouble(plan(wired(topology, 12), spreading)), 1);
    }
  }

  private static Stream<Interest> interests() {
    return INTERESTS.stream();
  }

  @ParameterizedTest
  @MethodSource("interests")
  void everyLossOfInterestAgrees(Interest interest) throws InterruptedException {
    for (Strategy strategy : List.of(Strategy.PUSH, Strategy.PULL, Strategy.PUSH_PULL)) {
      for (int fanout : new int[] {1, 3}) {
        Spreading spreading = new Spreading(strategy, fanout, interest, Copy.MOST_HOPS);
        agree(withTrouble(plan(Neighbors.complete(9), spreading)), 2);
        agree(withTrouble(plan(wired("random:2", 12), spreading)), 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStrategyAgreesWithFewHops(Strategy strategy) throws InterruptedException {
    for (int hops : new int[] {1, LIMITED}) {
      Spreading spreading =
          new Spreading(strategy, 2, new Interest(End.COUNTER, Contacts.ALL, 4), hops);
      agree(withTrouble(plan(Neighbors.complete(11), spreading)), 2);
      agree(withTrouble(plan(wired("grid", 12), spreading)), 2);
      Spreading kept = spreading.withInterest(Interest.NEVER_LOST);
      agree(withTrouble(plan(wired("random:2", 16), kept)), 2);
    }
  }

  @ParameterizedTest
  @MethodSource("forwardings")
  void gossip1AgreesWhateverItsChances(Forwarding forwarding) throws InterruptedException {
    Spreading spreading =
        new Spreading(Strategy.GOSSIP1, 1, Interest.NEVER_LOST, Copy.MOST_HOPS, forwarding);
    agree(withTrouble(plan(wired("grid", 16), spreading)), 4);
    agree(withTrouble(plan(wired("random:3", 20), spreading.withHopLimit(LIMITED))), 4);
  }

  private static Stream<Forwarding> forwardings() {
    return Stream.of(new Forwarding(0.7, 1), new Forwarding(0.5, 0), new Forwarding(0.6, 3));
  }

  @ParameterizedTest
  @EnumSource
  void everyStrategyAgreesAmongMorePeersThanAWordHas(Strategy strategy)
      throws InterruptedException {
    Interest interest = new Interest(End.COUNTER, Contacts.UNNECESSARY, 2);
    Spreading spreading = new Spreading(strategy, 1, interest, Copy.MOST_HOPS);
    agree(withTrouble(plan(Neighbors.complete(65), spreading)), 1);
  }
}
