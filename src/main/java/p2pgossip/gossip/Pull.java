package p2pgossip.gossip;

/// Rumour mongering by pull, Demers et al. 1987, section 1.4, "Push vs. pull": each period, `fanout`
/// neighbours chosen at random are asked for the rumours that are still of interest to them. Asks
/// whether or not there is anything new. Only those that offer rumours can be asked.
record Pull() implements RumorMongering {

  @Override
  public void period(Board board) {
    for (int partner : board.answeringPartners()) {
      board.ask(partner, Digest.Purpose.PULL);
    }
  }
}
