package p2pgossip.sweep;

import java.util.Locale;

/// What the runs of an experiment are made of.
public enum Scale {
  /// The rules of the peers on arrays, in rounds in step. Times are rounds.
  ARRAYS,
  /// Simulated peers in virtual time. Times are seconds.
  VIRTUAL,
  /// Real peers on real sockets, one run at a time. Times are seconds.
  REAL;

  /// The name in files.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the base is a scenario.
  public boolean playsScenarios() {
    return this != ARRAYS;
  }
}
