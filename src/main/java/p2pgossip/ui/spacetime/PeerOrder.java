package p2pgossip.ui.spacetime;

/// The order of the peers' lines.
public enum PeerOrder {
  /// The first to hear the rumour is at the top; peers that have not heard it are at the bottom. A
  /// line does not move when another peer hears the rumour.
  FIRST_HEARD,
  ADDRESS
}
