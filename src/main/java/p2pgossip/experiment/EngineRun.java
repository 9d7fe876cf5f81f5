package p2pgossip.experiment;

import java.time.Duration;
import java.util.Arrays;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.population.KeyedRandom;
import p2pgossip.population.Neighbors;
import p2pgossip.population.PopulationPlan;
import p2pgossip.population.RunInStep;
import p2pgossip.simulation.Calls;
import p2pgossip.simulation.SimulatedNetwork;
import p2pgossip.simulation.SynchronousRounds;

/// Runs a [PopulationPlan] with real engines on a simulated network. Before each round, each engine
/// is given the very random numbers that the same peer has on the arrays, so both do the same.
public final class EngineRun implements RunInStep {

  /// The most peers.
  public static final int MOST_PEERS = SimulatedNetwork.MOST_PEERS;

  /// The most neighbours of a peer.
  public static final int MOST_NEIGHBORS = 100_000;

  /// A neighbour is never forgotten, whatever is lost.
  private static final int MOST_FAILURES = 1_000;

  private final PopulationPlan plan;
  private final SimulatedNetwork network;
  private final SynchronousRounds rounds;
  private final KeyedRandom[] choices;
  private final KeyedRandom misfortune;
  private final KeyedRandom fate;
  private final boolean[] crashed;
  private final boolean[] knows;
  private final boolean[] spreads;
  private RumorId rumor;
  private int run;
  private int round;
  private int informed;
  private int living;
  private int lastHeard;
  private long questions;
  private int[] curve = {};

  /// @throws IllegalArgumentException when there are more than [#MOST_PEERS], or one has more than
  ///     [#MOST_NEIGHBORS]
  public EngineRun(PopulationPlan plan, long seed) {
    this.plan = plan;
    Neighbors neighbors = plan.neighbors();
    int peers = neighbors.peers();
    if (peers > MOST_PEERS) {
      throw new IllegalArgumentException(
          "%s peers are too many for engines in step, which take up to %s"
              .formatted(peers, MOST_PEERS));
    }
    choices = new KeyedRandom[peers];
    Arrays.setAll(choices, _ -> new KeyedRandom(seed, KeyedRandom.Purpose.CHOICES));
    misfortune = new KeyedRandom(seed, KeyedRandom.Purpose.LOSS);
    fate = new KeyedRandom(seed, KeyedRandom.Purpose.CRASH);
    crashed = new boolean[peers];
    knows = new boolean[peers];
    spreads = new boolean[peers];
    PeerSettings settings =
        PeerSettings.DEFAULT
            .withPeriod(PeerSettings.SHORTEST_PERIOD)
            .withPaused(true)
            .withSentences(false)
            .withMaxPeers(mostNeighbors(neighbors))
            .withFailureLimit(MOST_FAILURES)
            .withSpreading(plan.spreading());
    network = new SimulatedNetwork(peers, settings, seed, peer -> choices[peer]);
    for (int peer = 0; peer < peers; peer++) {
      for (int handle = 0; handle < neighbors.count(peer); handle++) {
        if (neighbors.neighbor(peer, handle) > peer) {
          network.connect(peer, neighbors.neighbor(peer, handle));
        }
      }
    }
    network.pass(Duration.ofMillis(100));
    rounds = new SynchronousRounds(network, new Luck());
    rumor = told(0);
  }

  private static int mostNeighbors(Neighbors neighbors) {
    int most = 1;
    for (int peer = 0; peer < neighbors.peers(); peer++) {
      most = Math.max(most, neighbors.count(peer));
    }
    if (most > MOST_NEIGHBORS) {
      throw new IllegalArgumentException(
          "%s neighbours of one peer are too many for engines in step, which take up to %s"
              .formatted(most, MOST_NEIGHBORS));
    }
    return most;
  }

  @Override
  public PopulationPlan plan() {
    return plan;
  }

  @Override
  public void begin(int number) {
    network.forgetRumors();
    rumor = told(number);
  }

  private RumorId told(int number) {
    run = number;
    round = 0;
    questions = 0;
    lastHeard = 0;
    curve = new int[0];
    Arrays.fill(crashed, false);
    turnTo(0);
    RumorId told = network.tell(plan.source(), "the tram is late");
    rumor = told;
    look();
    return told;
  }

  private void turnTo(int present) {
    for (int peer = 0; peer < choices.length; peer++) {
      choices[peer].turnTo(run, present, peer);
    }
  }

  @Override
  public void round() {
    round++;
    turnTo(round);
    rounds.round();
    int before = informed;
    count();
    if (informed > before) {
      lastHeard = round;
    }
    look();
  }

  /// Notes the state after a round, and lets peers crash if it is time.
  private void look() {
    if (plan.crashes().afterRound() == round) {
      for (int peer = 0; peer < crashed.length; peer++) {
        crashed[peer] = plan.crashes().hit(peer, plan.source(), run, fate);
      }
    }
    count();
    curve = Arrays.copyOf(curve, round + 1);
    curve[round] = informed;
  }

  private void count() {
    informed = 0;
    living = 0;
    for (int peer = 0; peer < crashed.length; peer++) {
      knows[peer] = network.log().hearers(rumor).containsKey(network.address(peer));
      spreads[peer] = !crashed[peer] && network.isSpreading(peer, rumor);
      living += crashed[peer] ? 0 : 1;
      informed += knows[peer] && !crashed[peer] ? 1 : 0;
    }
  }

  @Override
  public boolean knows(int peer) {
    return knows[peer];
  }

  @Override
  public boolean isSpreading(int peer) {
    return spreads[peer];
  }

  @Override
  public boolean isAlive(int peer) {
    return !crashed[peer];
  }

  @Override
  public int rounds() {
    return round;
  }

  @Override
  public int lastHeard() {
    return lastHeard;
  }

  @Override
  public int living() {
    return living;
  }

  @Override
  public int[] curve() {
    return curve.clone();
  }

  @Override
  public int informed() {
    return informed;
  }

  @Override
  public long copies() {
    return network.log().copies(rumor);
  }

  /// Copies in answer to a question don't count beside the question.
  @Override
  public long contacts() {
    return copies() - network.log().copiesInAnswers(rumor) + questions;
  }

  /// Crashed peers neither act nor take anything; the others meet the losses of the arrays.
  private final class Luck implements Calls {

    @Override
    public boolean acts(int peer) {
      return !crashed[peer];
    }

    @Override
    public boolean arrives(int from, int to, int number) {
      return !plan.isLost(run, round, from, number, misfortune) && !crashed[to];
    }

    @Override
    public void reachedByQuestion(int peer) {
      if (network.isSpreading(peer, rumor)) {
        questions++;
      }
    }
  }
}
