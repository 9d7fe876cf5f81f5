package p2pgossip.gossip;

/// How rumours are passed on: the implementation of one [Strategy]. Stateless, so that it can be
/// replaced while rumours spread.
interface Spreader {

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
  default boolean answers(KeptRumor rumor) {
    return spreads(rumor);
  }

  /// Whether a rumour that has hops left is still passed on.
  boolean spreads(KeptRumor rumor);

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
