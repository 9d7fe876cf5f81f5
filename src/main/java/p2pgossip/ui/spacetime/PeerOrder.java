package p2pgossip.ui.spacetime;

/// In which order the peers' lines stand.
public enum PeerOrder {
  /// Who heard it first stands at the top, and who has not heard it at the bottom: a line that is
  /// there does not move when another peer hears it.
  FIRST_HEARD,
  ADDRESS
}
