package p2pgossip.ui.model;

/// Whether the peer of a window runs.
public enum PeerState {
  STOPPED,
  STARTING,
  RUNNING,
  STOPPING
}
