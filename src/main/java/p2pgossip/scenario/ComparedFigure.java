package p2pgossip.scenario;

/// One figure of the simulation beside what is known of it.
///
/// @param claim what is measured: "push, n = 10: mean rounds"
/// @param expected the known value; not a number if the figure can't be compared
/// @param ours the measured value; not a number if it was not measured
/// @param standardError of ours
/// @param allowed the greatest difference at which the two still agree
/// @param reading under which assumptions the claim holds, and why so much difference is allowed or
///     no comparison is possible
/// @param source where the known value comes from
public record ComparedFigure(
    String claim,
    Kind kind,
    double expected,
    double ours,
    double standardError,
    double allowed,
    String reading,
    String source) {

  /// How exactly a value is known.
  public enum Kind {
    /// Proven or calculated. Ours may differ by 3.5 standard errors.
    EXACT,
    /// Simulated elsewhere. Ours may differ by 3.5 of both standard errors combined, and by half of
    /// the last figure.
    SEEN,
    /// Printed, rounded, and from an unknown number of runs.
    PUBLISHED,
    /// A limit for many peers.
    ASYMPTOTIC,
    /// Can't be compared, for the reason that the reading gives.
    NOT_COMPARABLE
  }

  /// Whether it agrees, or can't be compared.
  public boolean holds() {
    return kind == Kind.NOT_COMPARABLE || Math.abs(ours - expected) <= allowed;
  }

  /// The verdict in a word or two.
  public String verdict() {
    if (kind == Kind.NOT_COMPARABLE) {
      return "not comparable";
    }
    return holds() ? "agrees" : "OFF";
  }

  /// A figure that is not compared.
  ///
  /// @param reason why not
  public static ComparedFigure notComparable(String claim, String reason, String source) {
    return new ComparedFigure(
        claim, Kind.NOT_COMPARABLE, Double.NaN, Double.NaN, Double.NaN, Double.NaN, reason, source);
  }
}
