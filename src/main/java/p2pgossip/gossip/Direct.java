package p2pgossip.gossip;

/// Direct mail, Demers et al. 1987, section 1.2: the one with whom a rumour begins tells each of its
/// neighbours once, those that join later at its next period. Nobody passes it on, as with the original
/// p2pgossip.
record Direct() implements TellingAtOnce {

  @Override
  public void heard(int rumor, Board board) {
    if (board.beganHere(rumor)) {
      for (int neighbor = 0; neighbor < board.neighbors(); neighbor++) {
        board.tellOnce(neighbor, rumor);
      }
    }
  }

  @Override
  public boolean spreads(KeptRumor rumor) {
    return rumor.beganHere();
  }
}
