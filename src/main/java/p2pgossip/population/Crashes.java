package p2pgossip.population;

/// Peers that crash. As in the literature the others don't notice it: a crashed peer stays among
/// their neighbours, and what they send it is lost.
///
/// @param share the probability with which each peer crashes, 0 to 1
/// @param afterRound after how many rounds they do. With 0 it is before the first, and the
///     peer at which the rumour begins is spared
public record Crashes(double share, int afterRound) {

  public static final Crashes NONE = new Crashes(0, 0);

  /// @throws IllegalArgumentException when a value is out of its range, naming it
  public Crashes {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("crashing share " + share + " is not between 0 and 1");
    }
    if (afterRound < 0) {
      throw new IllegalArgumentException("round " + afterRound + " is before the first");
    }
  }

  boolean happen() {
    return share > 0;
  }

  /// Whether a peer crashes in a run.
  ///
  /// @param random for [KeyedRandom.Purpose#CRASH]
  public boolean hit(int peer, int source, int run, KeyedRandom random) {
    if (share == 0 || (peer == source && afterRound == 0)) {
      return false;
    }
    random.turnTo(run, afterRound, peer);
    return random.nextDouble() < share;
  }
}
