package p2pgossip.gossip;

/// Rumour mongering by pull, Demers et al. 1987, section 1.4, "Push vs. pull": each period, the
/// peer asks `fanout` neighbours chosen at random for the rumours that they are still interested
/// in, whether or not there is anything new. Only neighbours that offer rumours can be asked.
record Pull() implements RumorMongering {

  @Override
  public void period(Board board) {
    for (int partner : board.answeringPartners()) {
      board.ask(partner, Digest.Purpose.PULL);
    }
  }

  @Override
  public boolean asks() {
    return true;
  }

  @Override
  public boolean tells() {
    return false;
  }
}
