package p2pgossip.gossip;

/// Direct mail, Demers et al. 1987, section 1.2: the one with whom a rumour begins tells each of its
/// neighbours once, those that join later at its next period. Nobody passes it on, as with the original
/// p2pgossip.
record Direct() implements Spreader {

  @Override
  public void heard(int rumor, Board board) {
    if (board.beganHere(rumor)) {
      for (int neighbor = 0; neighbor < board.neighbors(); neighbor++) {
        board.tellOnce(neighbor, rumor);
      }
    }
  }

  @Override
  public void period(Board board) {
    for (int rumor = 0; rumor < board.rumors(); rumor++) {
      heard(rumor, board);
    }
  }

  @Override
  public void carryOn(Board board) {
    period(board);
  }

  @Override
  public boolean answers(KeptRumor rumor) {
    return false;
  }

  @Override
  public boolean spreads(KeptRumor rumor) {
    return rumor.beganHere();
  }
}
