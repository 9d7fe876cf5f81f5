package p2pgossip.ui.spacetime;

/// Which part of the diagram is in view: all of it, the latest, or what the user has chosen.
final class Viewfinder {

  /// What decides which times are in view.
  enum Mode {
    /// All of it, also as it grows.
    ALL,
    /// A stretch of the same length that ends at the present. Once nothing happens any more, the
    /// last event stays in view.
    FOLLOW,
    /// What the user has chosen.
    FREE
  }

  private static final double SHORTEST_SECONDS = 0.001;
  private static final double FEWEST_ROWS = 3;

  /// The distance of the present from the right edge, and of the last event, as a part of what is
  /// in view.
  private static final double MARGIN = 0.05;

  /// The greatest distance of the last event from the right edge while time is followed, as a part
  /// of what is in view.
  private static final double QUIET = 0.5;

  private Mode mode = Mode.ALL;
  private Span times = new Span(0, 1);
  private Span rows = new Span(0, 1);
  private double last = 1;
  private double event = 1;
  private double now;
  private int lanes = 1;

  /// @param newLast seconds until the end of what is shown as the whole
  /// @param newEvent seconds until the last thing that happened
  /// @param newNow seconds until now
  void set(double newLast, double newEvent, double newNow, int newLanes) {
    boolean allRows = rows.length() >= lanes;
    last = Math.max(SHORTEST_SECONDS, newLast);
    event = newEvent;
    now = newNow;
    lanes = Math.max(1, newLanes);
    rows = allRows ? wholeRows() : rows.within(wholeRows());
    settle();
  }

  Mode mode() {
    return mode;
  }

  Span times() {
    return times;
  }

  Span rows() {
    return rows;
  }

  void showAll() {
    mode = Mode.ALL;
    rows = wholeRows();
    settle();
  }

  /// To be called when another rumour is shown, in which the user has chosen nothing yet.
  void startAnew() {
    if (mode == Mode.FREE) {
      showAll();
    }
  }

  void follow(boolean wanted) {
    mode = wanted ? Mode.FOLLOW : Mode.FREE;
    settle();
  }

  /// @param factor above 1 makes things larger
  /// @param anchor the time that keeps its place
  void zoomTimes(double factor, double anchor) {
    times = times.zoom(factor, anchor, SHORTEST_SECONDS, whole().length());
    leaveAll();
    settle();
  }

  void zoomRows(double factor, double anchor) {
    rows = rows.zoom(factor, anchor, Math.min(FEWEST_ROWS, lanes), lanes).within(wholeRows());
  }

  void pan(double seconds, double lanesDown) {
    if (seconds != 0) {
      mode = Mode.FREE;
      times = times.shift(seconds).within(whole());
    }
    rows = rows.shift(lanesDown).within(wholeRows());
  }

  /// Brings a stretch of time and two lines into view, if they are not.
  void reveal(double start, double end, int lane, int other) {
    if (!times.contains(start) || !times.contains(end)) {
      mode = Mode.FREE;
      times = times.shift((start + end) / 2 - (times.from() + times.to()) / 2).within(whole());
    }
    if (!rows.contains(lane) || !rows.contains(other + 1.0) || !rows.contains(lane + 1.0)) {
      double middle = (lane + other + 1) / 2.0;
      rows = rows.shift(middle - (rows.from() + rows.to()) / 2).within(wholeRows());
    }
  }

  private void settle() {
    times =
        switch (mode) {
          case ALL -> whole();
          case FOLLOW -> {
            double length = times.length();
            double latest = Math.min(now + length * MARGIN, event + length * QUIET);
            // Nothing happens before the rumour's birth.
            double end = Math.max(latest, whole().from() + length);
            yield new Span(end - length, end);
          }
          case FREE -> times.within(whole());
        };
  }

  /// Zooming in from the whole is a choice of the user; zooming while following keeps following.
  private void leaveAll() {
    if (mode == Mode.ALL) {
      mode = Mode.FREE;
    }
  }

  private Span whole() {
    double end = mode == Mode.ALL ? last : Math.max(last, Math.min(now, last * 2));
    return new Span(-end * MARGIN / 2, end * (1 + MARGIN));
  }

  private Span wholeRows() {
    return new Span(0, lanes);
  }
}
