package p2pgossip.ui.spacetime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.CopyTrip.Fate;

/// Where times and lines stand in a picture, in pixels.
///
/// @param times seconds that are in view
/// @param rows lines in view: the n-th takes the room from n to n + 1
/// @param left where the times in view begin
/// @param top where the lines in view begin
record Geometry(Span times, Span rows, double left, double top, double right, double bottom) {

  /// How many pixels further from the pointer news and losses may be than a repeat, and still be
  /// chosen.
  private static final double WEIGHT = 3;

  double x(double seconds) {
    return left + (seconds - times.from()) / times.length() * (right - left);
  }

  double y(double lane) {
    return top + (lane + 0.5 - rows.from()) / rows.length() * (bottom - top);
  }

  double seconds(double x) {
    return times.from() + (x - left) / (right - left) * times.length();
  }

  /// The line at a height, in whole lines and parts of them.
  double row(double y) {
    return rows.from() + (y - top) / (bottom - top) * rows.length();
  }

  double rowHeight() {
    return (bottom - top) / rows.length();
  }

  boolean shows(Arrow arrow) {
    return times.meets(arrow.start(), arrow.end())
        && rows.meets(
            Math.min(arrow.from(), arrow.to()) + 0.5, Math.max(arrow.from(), arrow.to()) + 0.5);
  }

  double endX(Arrow arrow) {
    return x(arrow.start() + (arrow.end() - arrow.start()) * arrow.part());
  }

  double endY(Arrow arrow) {
    return y(arrow.from() + (arrow.to() - arrow.from()) * arrow.part());
  }

  /// The arrow under a point.
  ///
  /// @param reach pixels from it at most
  @Nullable Arrow nearest(List<Arrow> arrows, double x, double y, double reach) {
    Arrow nearest = null;
    double best = reach;
    for (Arrow arrow : arrows) {
      if (shows(arrow)) {
        double distance = distance(arrow, x, y);
        boolean strong = arrow.trip().fate() == Fate.NEWS || arrow.trip().fate() == Fate.LOST;
        double weighed = strong && distance <= reach ? distance - WEIGHT : distance;
        if (weighed < best) {
          best = weighed;
          nearest = arrow;
        }
      }
    }
    return nearest;
  }

  private double distance(Arrow arrow, double x, double y) {
    double fromX = x(arrow.start());
    double fromY = y(arrow.from());
    double wide = endX(arrow) - fromX;
    double high = endY(arrow) - fromY;
    double square = wide * wide + high * high;
    double part =
        square == 0 ? 0 : Math.clamp(((x - fromX) * wide + (y - fromY) * high) / square, 0, 1);
    return Math.hypot(x - fromX - part * wide, y - fromY - part * high);
  }
}
