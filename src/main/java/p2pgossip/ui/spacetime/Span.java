package p2pgossip.ui.spacetime;

/// A stretch of an axis, in its unit.
///
/// @param to more than `from`
record Span(double from, double to) {

  double length() {
    return to - from;
  }

  /// The stretch made shorter by this factor, within the given lengths. `anchor` keeps its place.
  Span zoom(double factor, double anchor, double shortest, double longest) {
    double length = Math.clamp(length() / factor, shortest, Math.max(shortest, longest));
    double part = (anchor - from) / length();
    double start = anchor - part * length;
    return new Span(start, start + length);
  }

  Span shift(double by) {
    return new Span(from + by, to + by);
  }

  /// The stretch moved as little as possible to lie within another; that one, if this is longer.
  Span within(Span whole) {
    if (length() >= whole.length()) {
      return whole;
    }
    if (from < whole.from) {
      return shift(whole.from - from);
    }
    return to > whole.to ? shift(whole.to - to) : this;
  }

  boolean contains(double value) {
    return value >= from && value <= to;
  }

  boolean meets(double first, double last) {
    return last >= from && first <= to;
  }
}
