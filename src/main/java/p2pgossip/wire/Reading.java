package p2pgossip.wire;

/// The result of reading where others may say more than this program knows.
public sealed interface Reading<T> {

  /// It is known.
  record Understood<T>(T value) implements Reading<T> {}

  /// Its type is unknown here, but perhaps not to a newer or another program; the reader skips it.
  ///
  /// @param type as written, cut short
  record Unknown<T>(String type) implements Reading<T> {}
}
