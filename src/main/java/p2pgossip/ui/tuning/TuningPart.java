package p2pgossip.ui.tuning;

/// What can be changed in the settings of another peer.
public enum TuningPart {
  PERIOD,
  TEXT,
  UPDATE,
  PAUSED,
  SPREADING
}
