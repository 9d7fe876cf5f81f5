package p2pgossip.ui.profile;

/// Whose work is shown.
public enum Scope {
  /// That of the window's peer.
  OWN,
  /// That of all peers of this process.
  ALL
}
