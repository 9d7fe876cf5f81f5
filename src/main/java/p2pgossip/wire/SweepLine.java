package p2pgossip.wire;

/// What a process says that carries out a sweep for another. The outcomes of the runs are in the
/// log of the sweep.
public sealed interface SweepLine {

  /// The runs begin.
  ///
  /// @param done runs that were measured earlier
  /// @param failed runs that failed by now
  /// @param most how many runs there are, at most
  record Begins(int done, int failed, int most) implements SweepLine {}

  /// Something is wrong, but the sweep goes on.
  ///
  /// @param words without a full stop
  record Noted(String words) implements SweepLine {}

  /// No run is left, and the tables are written next.
  record Complete() implements SweepLine {}

  /// The sweep can't be carried out further.
  ///
  /// @param reason in words, without a full stop
  record Refused(String reason) implements SweepLine {}
}
