package p2pgossip.wire;

/// Why JSON is refused.
final class Refusals {

  private Refusals() {}

  /// Reads what stands for the format under test.
  interface Reader {
    Object read(String json) throws WireException;
  }

  /// The reason, or as what it is accepted.
  static String reasonFor(Reader reader, String json) {
    try {
      return "accepted as " + reader.read(json);
    } catch (WireException e) {
      return e.reason();
    }
  }
}
