package p2pgossip.gossip;

/// Spreads a rumour each period while the peer is interested in it: Demers et al. 1987, section
/// 1.4.
interface RumorMongering extends Spreader {

  @Override
  default boolean spreads(RumorState rumor) {
    return rumor.isInteresting();
  }

  @Override
  default boolean losesInterest() {
    return true;
  }
}
