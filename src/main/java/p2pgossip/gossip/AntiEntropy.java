package p2pgossip.gossip;

/// Anti-entropy, Demers et al. 1987, section 1.3: each period, digests are compared with `fanout`
/// neighbours chosen at random, and what either lacks is sent. Every rumour that is kept takes part, so
/// nobody who stays connected is left out.
///
/// What a neighbour that takes no rumours lacks can't be asked: it is told each once.
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
  public boolean spreads(KeptRumor rumor) {
    return true;
  }
}
