package p2pgossip.scenario;

/// At which scale a spread is run: what carries it out.
public enum ComparedScale {
  /// Peers with sockets, in real time.
  REAL("real sockets"),
  /// The engines of the same peers on a simulated network. Each has its periods at moments of its
  /// own, like real peers.
  VIRTUAL("virtual time"),
  /// The same in rounds.
  IN_STEP("virtual time, in step"),
  /// The same rules on arrays, in rounds.
  ARRAYS("arrays, in step");

  private final String words;

  ComparedScale(String words) {
    this.words = words;
  }

  /// As it is called on screen.
  public String words() {
    return words;
  }

  /// Whether all peers have their periods at the same moments.
  public boolean inStep() {
    return this == IN_STEP || this == ARRAYS;
  }
}
