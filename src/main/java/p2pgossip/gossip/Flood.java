package p2pgossip.gossip;

/// Flooding: on first hearing, a rumour is passed on to every neighbour except the one that it came
/// from (Lynch 1996, "Distributed algorithms", section 4.1; Tanenbaum and Wetherall, "Computer
/// networks", section 5.2.3). On a network of m links and n peers that takes 2m - (n - 1) copies,
/// and each peer is reached in as many hops as its distance from the origin.
record Flood() implements TellingAtOnce {

  @Override
  public void heard(int rumor, Board board) {
    if (board.isPassedOn(rumor) || board.neighbors() == 0) {
      return;
    }
    flood(rumor, board);
  }

  static void flood(int rumor, Board board) {
    board.setPassedOn(rumor);
    for (int neighbor = 0; neighbor < board.neighbors(); neighbor++) {
      if (!board.hasBrought(neighbor, rumor)) {
        board.tell(neighbor, rumor);
      }
    }
  }

  @Override
  public boolean spreads(RumorState rumor) {
    return !rumor.isPassedOn();
  }
}
