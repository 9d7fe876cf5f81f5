package p2pgossip.ui.spread;

/// What the charts draw coverage and duplicates against.
enum Against {
  /// The time since the rumour was told.
  TIME,
  /// The periods that had begun since then, each peer counting its own.
  PERIODS
}
