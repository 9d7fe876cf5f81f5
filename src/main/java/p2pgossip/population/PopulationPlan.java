package p2pgossip.population;

import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;

/// One rumour among many peers in rounds in step.
///
/// @param source the peer at which the rumour begins, in round 0
/// @param loss the probability with which a call, that is a copy or a question together with its
///     answer, is lost, 0 to below 1. Its sender does not notice
public record PopulationPlan(
    Neighbors neighbors, Spreading spreading, int source, double loss, Crashes crashes) {

  /// How many different draws there are.
  private static final double DRAWS = 0x1p32;

  /// @throws IllegalArgumentException when a value is out of its range, naming it
  public PopulationPlan {
    if (source < 0 || source >= neighbors.peers()) {
      throw new IllegalArgumentException(
          "there is no peer %s among %s".formatted(source, neighbors.peers()));
    }
    if (!(loss >= 0 && loss < 1)) {
      throw new IllegalArgumentException("loss " + loss + " is not from 0 to below 1");
    }
  }

  /// Without loss and crashes, from the first peer on.
  public PopulationPlan(Neighbors neighbors, Spreading spreading) {
    this(neighbors, spreading, 0, 0, Crashes.NONE);
  }

  /// Whether contacts can end the interest in the rumour.
  public boolean canLoseInterest() {
    return spreading.strategy().losesInterest()
        && spreading.interest().lastsUntil() != Interest.End.NEVER;
  }

  /// Whether it matters from whom, or by how many hops, the rumour comes.
  boolean tellsArrivalsApart() {
    return !spreading.strategy().isPeriodic() || spreading.hopLimit() < Copy.MOST_HOPS;
  }

  /// Whether a message is lost.
  ///
  /// @param number how many messages the peer has sent before in this round
  /// @param random for [KeyedRandom.Purpose#LOSS]
  public boolean isLost(int run, int round, int from, int number, KeyedRandom random) {
    if (loss == 0) {
      return false;
    }
    random.turnTo(run, round, from);
    random.skipTo(number);
    return Integer.toUnsignedLong(random.nextInt()) < loss * DRAWS;
  }

  public PopulationPlan withSource(int newSource) {
    return new PopulationPlan(neighbors, spreading, newSource, loss, crashes);
  }

  public PopulationPlan withLoss(double newLoss) {
    return new PopulationPlan(neighbors, spreading, source, newLoss, crashes);
  }

  public PopulationPlan withCrashes(Crashes newCrashes) {
    return new PopulationPlan(neighbors, spreading, source, loss, newCrashes);
  }
}
