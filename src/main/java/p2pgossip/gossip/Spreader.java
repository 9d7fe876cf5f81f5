package p2pgossip.gossip;

/// How rumours are passed on: the work of one [Strategy], which names it. Without state of its own,
/// so that it can be exchanged while rumours are on their way.
interface Spreader {

  /// A rumour was heard for the first time, while the peer is not paused.
  ///
  /// @param rumor its handle
  default void heard(int rumor, Board board) {}

  /// A period begins. The rumours on the board are those that are kept under its settings.
  void period(Board board);

  /// A period begins, and other settings than those of the board are in force by now: its rumours are passed
  /// on as before, but nobody is asked in this way any longer.
  default void carryOn(Board board) {}

  /// Whether one who asks is given a rumour, also once other settings are in force. Those that were told
  /// to all at once, or whose interest is lost, have had their spread.
  default boolean answers(KeptRumor rumor) {
    return spreads(rumor);
  }

  /// Whether a rumour that has hops left is still passed on.
  boolean spreads(KeptRumor rumor);

  /// Whether some neighbours are contacted each period, as many as the fanout says.
  default boolean isPeriodic() {
    return true;
  }

  /// Whether it is left to chance if a peer passes a rumour on, as the [Forwarding] says.
  default boolean forwardsByChance() {
    return false;
  }

  /// Whether contacts can end the interest in a rumour.
  default boolean losesInterest() {
    return false;
  }
}
