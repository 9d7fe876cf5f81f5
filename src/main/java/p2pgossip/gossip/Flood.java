package p2pgossip.gossip;

/// Flooding: on first hearing, a rumour is passed on to every neighbour but the one that it came from
/// (Lynch 1996, "Distributed algorithms", section 4.1; Tanenbaum and Wetherall, "Computer networks",
/// section 5.2.3). On a network of m links and n peers that is 2m - (n - 1) copies, and each peer is
/// reached in as many hops as it is away.
///
/// What could not be passed on, because the peer is paused or alone, is at its next period.
record Flood() implements Spreader {

  @Override
  public void heard(KeptRumor rumor, Round round) {
    if (rumor.isPassedOn() || round.neighbors().isEmpty()) {
      return;
    }
    rumor.setPassedOn();
    for (Neighbor neighbor : round.neighbors()) {
      if (!neighbor.address().equals(rumor.from())) {
        round.tell(neighbor, rumor);
      }
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
    return !rumor.isPassedOn();
  }
}
