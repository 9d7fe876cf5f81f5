package p2pgossip.gossip;

/// Rumour mongering by push, Demers et al. 1987, section 1.4: each period, `fanout` neighbours chosen at
/// random are told all rumours that are still of interest. Silent while there are none.
record Push() implements Spreader {

  @Override
  public void period(Round round) {
    push(round);
  }

  static void push(Round round) {
    if (round.rumors().stream().noneMatch(KeptRumor::isInteresting)) {
      return;
    }
    for (Neighbor partner : round.partners()) {
      for (KeptRumor rumor : round.rumors()) {
        if (rumor.isInteresting()) {
          round.tell(partner, rumor);
        }
      }
    }
  }

  @Override
  public void carryOn(Round round) {
    push(round);
  }

  @Override
  public boolean spreads(KeptRumor rumor) {
    return rumor.isInteresting();
  }

  @Override
  public boolean losesInterest() {
    return true;
  }
}
