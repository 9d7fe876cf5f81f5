package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;

/// How one peer spreads rumours.
///
/// @param fanout neighbours contacted each period, 1 to 100; unused if the strategy is not periodic
/// @param interest when a rumour is no longer spread; unused if the strategy never loses interest
/// @param hopLimit a copy that has made this many hops is kept but not passed on, 1 to 10,000
/// @param forwarding how likely a peer is to pass a rumour on; unused unless the strategy leaves
/// that to chance
public record Spreading(
    Strategy strategy, int fanout, Interest interest, int hopLimit, Forwarding forwarding) {

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

  /// With the default forwarding.
  ///
  /// @throws IllegalArgumentException when a value is out of its range, naming it
  public Spreading(Strategy strategy, int fanout, Interest interest, int hopLimit) {
    this(strategy, fanout, interest, hopLimit, Forwarding.DEFAULT);
  }

  /// Push and pull, blind, until six contacts: among 50 peers that all know one another, a rumour
  /// reaches all within 1.7 periods in the median, with 5.4 copies per peer. Blind, because that
  /// bounds the copies whatever the network does. Six, because three peers are told in a period and
  /// all that ask in one count as one more contact, so that interest lasts for more than a whole
  /// period, in which every neighbour asks a peer once.
  public static final Spreading DEFAULT =
      new Spreading(
          Strategy.PUSH_PULL, 3, new Interest(Interest.End.COUNTER, Interest.Contacts.ALL, 6), 256);

  /// The forwarding if it matters to others: the strategy uses it, or it is not the default. Null
  /// otherwise.
  public @Nullable Forwarding toldForwarding() {
    return strategy.forwardsByChance() || !forwarding.equals(Forwarding.DEFAULT)
        ? forwarding
        : null;
  }

  public Spreading withStrategy(Strategy newStrategy) {
    return new Spreading(newStrategy, fanout, interest, hopLimit, forwarding);
  }

  public Spreading withFanout(int newFanout) {
    return new Spreading(strategy, newFanout, interest, hopLimit, forwarding);
  }

  public Spreading withInterest(Interest newInterest) {
    return new Spreading(strategy, fanout, newInterest, hopLimit, forwarding);
  }

  public Spreading withHopLimit(int newHopLimit) {
    return new Spreading(strategy, fanout, interest, newHopLimit, forwarding);
  }

  public Spreading withForwarding(Forwarding newForwarding) {
    return new Spreading(strategy, fanout, interest, hopLimit, newForwarding);
  }
}
