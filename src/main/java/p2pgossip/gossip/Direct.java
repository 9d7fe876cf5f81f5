package p2pgossip.gossip;

/// Direct mail, Demers et al. 1987, section 1.2: the one with whom a rumour begins tells each of its
/// neighbours once, those that join later at its next period. Nobody passes it on, as with the original
/// p2pgossip.
record Direct() implements Spreader {

  @Override
  public void heard(KeptRumor rumor, Round round) {
    if (rumor.beganHere()) {
      round.neighbors().forEach(neighbor -> round.tellOnce(neighbor, rumor));
    }
  }

  @Override
  public void period(Round round) {
    round.rumors().forEach(rumor -> heard(rumor, round));
  }

  @Override
  public void carryOn(Round round) {
    period(round);
  }

  @Override
  public boolean answers(KeptRumor rumor) {
    return false;
  }

  @Override
  public boolean spreads(KeptRumor rumor) {
    return rumor.beganHere();
  }
}
