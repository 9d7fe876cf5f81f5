package p2pgossip.gossip;

/// Probabilistic flooding, GOSSIP1(p, k): Haas, Halpern and Li 2002, "Gossip-based ad hoc routing",
/// section II. A rumour that has made fewer than k hops is flooded. After that each peer tosses one
/// coin for it: with probability p it passes the rumour on to every neighbour except the one that
/// it came from, otherwise to none. The peers that pass a rumour on are a site percolation, so it
/// dies early or reaches nearly all.
///
/// The coin is tossed when the rumour could first be told to a neighbour, not when it is heard.
/// That is later for a peer that is paused or has no neighbours; the chances are the same.
record Gossip1() implements TellingAtOnce {

  @Override
  public void heard(int rumor, Board board) {
    if (board.isPassedOn(rumor) || !board.isInteresting(rumor) || board.neighbors() == 0) {
      return;
    }
    Forwarding forwarding = board.forwarding();
    if (board.hops(rumor) < forwarding.floodHops() || board.toss(forwarding.probability())) {
      Flood.flood(rumor, board);
    } else {
      board.loseInterest(rumor);
    }
  }

  @Override
  public boolean spreads(RumorState rumor) {
    return rumor.isInteresting() && !rumor.isPassedOn();
  }

  @Override
  public boolean forwardsByChance() {
    return true;
  }
}
