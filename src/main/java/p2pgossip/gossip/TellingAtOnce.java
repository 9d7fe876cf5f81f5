package p2pgossip.gossip;

/// Tells a rumour once, as soon as it is heard. If that was not possible because the peer was
/// paused or had no neighbours, it does so at its next period. A peer that asks later does not get
/// it.
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
  default boolean answers(RumorState rumor) {
    return false;
  }

  @Override
  default boolean isPeriodic() {
    return false;
  }
}
