package p2pgossip.gossip;

/// Rumour mongering by push, Demers et al. 1987, section 1.4: each period, the peer tells `fanout`
/// neighbours chosen at random all rumours that it is still interested in. Sends nothing if there
/// are none.
record Push() implements RumorMongering {

  @Override
  public void period(Board board) {
    push(board);
  }

  static void push(Board board) {
    if (!isAnyInteresting(board)) {
      return;
    }
    for (int partner : board.partners()) {
      for (int rumor = 0; rumor < board.rumors(); rumor++) {
        if (board.isInteresting(rumor)) {
          board.tell(partner, rumor);
        }
      }
    }
  }

  private static boolean isAnyInteresting(Board board) {
    for (int rumor = 0; rumor < board.rumors(); rumor++) {
      if (board.isInteresting(rumor)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void carryOn(Board board) {
    push(board);
  }
}
