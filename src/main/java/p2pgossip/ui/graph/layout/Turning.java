package p2pgossip.ui.graph.layout;

import java.util.Arrays;
import java.util.List;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;

/// Turns new places towards the old ones, so that the nodes have the shortest way. It is the
/// rotation that brings two sets of points closest by least squares, mirrored or not (Kendall:
/// "Shape manifolds, Procrustean metrics, and complex projective spaces", 1984, for the plane).
///
/// @param mirrored whether the places are mirrored top to bottom before they are turned
/// @param angle the angle of the rotation, in radians
record Turning(boolean mirrored, double angle) {

  /// How well the places fit the old ones: unturned and turned by a quarter, then the same
  /// mirrored.
  private record Fit(double along, double across, double mirroredAlong, double mirroredAcross) {}

  /// @param places round (0, 0)
  static Turning towards(Place[] places, List<Place> now) {
    Fit fit = fit(places, now);
    boolean mirrored =
        Math.hypot(fit.mirroredAlong, fit.mirroredAcross) > Math.hypot(fit.along, fit.across);
    double angle =
        mirrored
            ? Math.atan2(fit.mirroredAcross, fit.mirroredAlong)
            : Math.atan2(fit.across, fit.along);
    return new Turning(mirrored, angle);
  }

  /// As [#towards], but only by a half turn or a mirroring, so that what is wide stays wide.
  static Turning uprightTowards(Place[] places, List<Place> now) {
    Fit fit = fit(places, now);
    boolean mirrored = Math.abs(fit.mirroredAlong) > Math.abs(fit.along);
    return new Turning(mirrored, (mirrored ? fit.mirroredAlong : fit.along) < 0 ? Math.PI : 0);
  }

  private static Fit fit(Place[] places, List<Place> now) {
    double along = 0;
    double across = 0;
    double mirroredAlong = 0;
    double mirroredAcross = 0;
    for (int i = 0; i < places.length; i++) {
      double x = now.get(i).x();
      double y = now.get(i).y();
      along += x * places[i].x() + y * places[i].y();
      across += y * places[i].x() - x * places[i].y();
      mirroredAlong += x * places[i].x() - y * places[i].y();
      mirroredAcross += y * places[i].x() + x * places[i].y();
    }
    return new Fit(along, across, mirroredAlong, mirroredAcross);
  }

  Place[] of(Place[] places) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return Arrays.stream(places)
        .map(
            place -> {
              double y = mirrored ? -place.y() : place.y();
              return new Place(place.x() * cos - y * sin, place.x() * sin + y * cos);
            })
        .toArray(Place[]::new);
  }
}
