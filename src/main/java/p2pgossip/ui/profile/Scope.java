package p2pgossip.ui.profile;

/// The peers whose work is shown.
public enum Scope {
  /// The window's peer.
  OWN,
  /// All peers of this process.
  ALL
}
