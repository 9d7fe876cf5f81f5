package p2pgossip.gossip;

/// How rumours are passed on: the implementation of one [Strategy]. Stateless, so that it can be
/// replaced while rumours spread, and used by any number of threads. Running peers and populations
/// on arrays are driven by the same spreaders.
public interface Spreader {

  /// A rumour was heard for the first time and the peer is not paused.
  ///
  /// @param rumor its handle
  default void heard(int rumor, Board board) {}

  /// A period begins. The board has the rumours that are kept under its settings.
  void period(Board board);

  /// A period begins, and the settings of the board are no longer in force: its rumours are passed
  /// on as before, but no peer is asked for rumours.
  default void carryOn(Board board) {}

  /// Whether a peer that asks gets a rumour, even after the settings have changed. Rumours that
  /// were told to all at once, or in which interest is lost, are no longer given.
  default boolean answers(RumorState rumor) {
    return spreads(rumor);
  }

  /// Whether a rumour that has hops left is still passed on.
  boolean spreads(RumorState rumor);

  /// Whether a peer that has no rumour asks others for them. If not, a period of such a peer
  /// changes nothing and draws no random number.
  default boolean asks() {
    return false;
  }

  /// Whether a peer that has a rumour tells it unasked.
  default boolean tells() {
    return true;
  }

  /// Whether `fanout` neighbours are contacted each period.
  default boolean isPeriodic() {
    return true;
  }

  /// Whether a peer passes a rumour on with a probability, which the [Forwarding] gives.
  default boolean forwardsByChance() {
    return false;
  }

  /// Whether contacts can end the interest in a rumour.
  default boolean losesInterest() {
    return false;
  }
}
