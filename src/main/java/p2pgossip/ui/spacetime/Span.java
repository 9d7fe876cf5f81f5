package p2pgossip.ui.spacetime;

/// A stretch of an axis, in whatever unit that has.
///
/// @param to more than `from`
record Span(double from, double to) {

  double length() {
    return to - from;
  }

  /// Shorter by this factor, with `anchor` where it was; kept within the given lengths.
  Span zoom(double factor, double anchor, double shortest, double longest) {
    double length = Math.clamp(length() / factor, shortest, Math.max(shortest, longest));
    double part = (anchor - from) / length();
    double start = anchor - part * length;
    return new Span(start, start + length);
  }

  Span shift(double by) {
    return new Span(from + by, to + by);
  }

  /// The same length, moved as little as possible to lie within; all of it where it is longer.
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
