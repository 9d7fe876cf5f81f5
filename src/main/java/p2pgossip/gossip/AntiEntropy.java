package p2pgossip.gossip;

/// Anti-entropy, Demers et al. 1987, section 1.3: each period, the peer compares digests with
/// `fanout` neighbours chosen at random, and each sends what the other lacks. All rumours that are
/// kept take part, so every peer that stays connected gets them.
///
/// A neighbour that does not take rumours can't say what it lacks: it is told each rumour once.
record AntiEntropy() implements Spreader {

  @Override
  public void period(Board board) {
    for (int partner : board.partners()) {
      if (board.takesRumors(partner)) {
        board.ask(partner, Digest.Purpose.RECONCILE);
      } else {
        for (int rumor = 0; rumor < board.rumors(); rumor++) {
          board.tellOnce(partner, rumor);
        }
      }
    }
  }

  @Override
  public boolean spreads(RumorState rumor) {
    return true;
  }

  @Override
  public boolean asks() {
    return true;
  }
}
