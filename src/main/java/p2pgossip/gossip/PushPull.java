package p2pgossip.gossip;

/// Push and pull with the same neighbours: Demers et al. 1987, sections 1.3 and 1.4; Karp et al.
/// 2000, "Randomized rumor spreading", section 2. Each period, the peer tells `fanout` neighbours
/// chosen at random the rumours that it is interested in, and asks them for those that they are
/// interested in.
record PushPull() implements RumorMongering {

  @Override
  public void period(Board board) {
    Push.push(board);
    for (int partner : board.partners()) {
      if (board.takesRumors(partner)) {
        board.ask(partner, Digest.Purpose.PULL);
      }
    }
  }

  @Override
  public void carryOn(Board board) {
    Push.push(board);
  }

  @Override
  public boolean asks() {
    return true;
  }
}
