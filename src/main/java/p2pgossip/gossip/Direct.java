package p2pgossip.gossip;

/// Direct mail, Demers et al. 1987, section 1.2: the peer at which a rumour begins tells each of
/// its neighbours once, and those that join later at its next period. No other peer passes it on.
/// The original p2pgossip does the same.
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
  public boolean spreads(RumorState rumor) {
    return rumor.beganHere();
  }
}
