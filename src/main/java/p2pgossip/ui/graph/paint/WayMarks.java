package p2pgossip.ui.graph.paint;

import p2pgossip.ui.graph.model.FaultMarks.Course;
import p2pgossip.ui.graph.model.FaultMarks.Way;

/// Where the marks of faults between two peers stand on the line between them: side by side if
/// there is room, else only the most serious.
///
/// @param broken whether the line has gaps for lost messages; false if nothing gets through anyway
/// @param clock where the clock stands, as a part of the line; not a number if there is none
/// @param bar where the bar stands, likewise
record WayMarks(boolean broken, double clock, double bar) {

  /// Half the length of a clock and its rim along the line, in pixels at full size.
  static final double CLOCK = 9;

  /// Half the length of a bar and the arrow heads that run against it.
  static final double BAR = 14;

  private static final double MIDDLE = 0.5;
  private static final double NONE = Double.NaN;

  /// @param length of the line in pixels
  /// @param scale of the marks; 1 is full size
  static WayMarks of(Way way, double length, double scale) {
    Course there = way.there();
    Course back = way.back();
    boolean cut = there.blocked() && back.blocked();
    boolean blocked = there.blocked() || back.blocked();
    boolean late =
        (!there.delay().isZero() && !there.blocked())
            || (!back.delay().isZero() && !back.blocked());
    boolean lossy = (there.loss() > 0 && !there.blocked()) || (back.loss() > 0 && !back.blocked());
    if (!late || !blocked) {
      return new WayMarks(lossy && !cut, late ? MIDDLE : NONE, blocked ? MIDDLE : NONE);
    }
    double taken = (2 * CLOCK + 2 * BAR) * scale;
    if (taken > length) {
      return new WayMarks(lossy, NONE, MIDDLE);
    }
    double start = (length - taken) / 2;
    double clock = start + CLOCK * scale;
    return new WayMarks(lossy, clock / length, (clock + (CLOCK + BAR) * scale) / length);
  }

  boolean hasClock() {
    return !Double.isNaN(clock);
  }

  boolean hasBar() {
    return !Double.isNaN(bar);
  }
}
