package p2pgossip.gossip;

/// How one peer spreads rumours.
///
/// @param fanout neighbours contacted each period, 1 to 100; without a meaning for direct and flood
/// @param interest when a rumour is no longer spread
/// @param hopLimit a copy that has made so many hops is kept but not passed on, 1 to 10,000
public record Spreading(Strategy strategy, int fanout, Interest interest, int hopLimit) {

  public static final int GREATEST_FANOUT = 100;

  /// @throws IllegalArgumentException when a value is out of its range, naming it
  public Spreading {
    if (fanout < 1 || fanout > GREATEST_FANOUT) {
      throw new IllegalArgumentException(
          "fanout " + fanout + " is not between 1 and " + GREATEST_FANOUT);
    }
    if (hopLimit < 1 || hopLimit > Copy.MOST_HOPS) {
      throw new IllegalArgumentException(
          "hop limit " + hopLimit + " is not between 1 and " + Copy.MOST_HOPS);
    }
  }

  public static final Spreading DEFAULT =
      new Spreading(
          Strategy.PUSH_PULL,
          3,
          new Interest(Interest.End.COUNTER, Interest.Contacts.UNNECESSARY, 2),
          256);

  public Spreading withStrategy(Strategy newStrategy) {
    return new Spreading(newStrategy, fanout, interest, hopLimit);
  }

  public Spreading withFanout(int newFanout) {
    return new Spreading(strategy, newFanout, interest, hopLimit);
  }

  public Spreading withInterest(Interest newInterest) {
    return new Spreading(strategy, fanout, newInterest, hopLimit);
  }

  public Spreading withHopLimit(int newHopLimit) {
    return new Spreading(strategy, fanout, interest, newHopLimit);
  }
}
