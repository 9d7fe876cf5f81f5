package p2pgossip.results;

import p2pgossip.sweep.Outcome;

/// Hears how a sweep goes on. One call at a time, on the threads that carry out the runs.
public interface SweepListener {

  /// The runs begin.
  ///
  /// @param progress what was done earlier
  default void begins(SweepProgress progress) {}

  /// A run has ended, and its outcome is in the log.
  void ended(Outcome outcome, SweepProgress progress);

  /// Something is wrong, but the sweep goes on.
  ///
  /// @param words without a full stop
  default void noted(String words) {}
}
