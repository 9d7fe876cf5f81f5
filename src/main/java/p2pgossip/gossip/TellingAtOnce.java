package p2pgossip.gossip;

/// Tells a rumour once, as soon as it is heard. What could not be told then, because the peer was
/// paused or alone, is at its next period. Nobody who asks later is given it.
interface TellingAtOnce extends Spreader {

  @Override
  void heard(int rumor, Board board);

  @Override
  default void period(Board board) {
    for (int rumor = 0; rumor < board.rumors(); rumor++) {
      heard(rumor, board);
    }
  }

  @Override
  default void carryOn(Board board) {
    period(board);
  }

  @Override
  default boolean answers(KeptRumor rumor) {
    return false;
  }

  @Override
  default boolean isPeriodic() {
    return false;
  }
}
