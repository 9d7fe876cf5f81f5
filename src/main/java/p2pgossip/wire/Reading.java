package p2pgossip.wire;

/// What was read where others may say more than this program understands.
public sealed interface Reading<T> {

  /// It is understood.
  record Understood<T>(T value) implements Reading<T> {}

  /// It is of a type that a newer program, or another one, may know; whoever reads skips it.
  ///
  /// @param type as it stood there, cut short
  record Unknown<T>(String type) implements Reading<T> {}
}
