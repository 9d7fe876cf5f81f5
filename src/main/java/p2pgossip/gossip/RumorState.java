package p2pgossip.gossip;

/// How far a peer has got with a rumour.
public interface RumorState {

  /// Whether it began at this peer.
  boolean beganHere();

  /// Whether it is a "hot rumour", which the peer still wants to pass on. Interest that is lost
  /// does not come back.
  boolean isInteresting();

  /// Whether it was passed on to all neighbours at once, as flooding does.
  boolean isPassedOn();
}
