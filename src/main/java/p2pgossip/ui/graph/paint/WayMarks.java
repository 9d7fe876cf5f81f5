package p2pgossip.ui.graph.paint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.graph.model.FaultMarks.Way;

/// Which marks of what is wrong between two peers are drawn on the line between them, and where, so
/// that none covers another: side by side where there is room, else without the less grave.
///
/// @param stroke the kind whose mark is the line itself; null where the line is drawn as usual
/// @param places of the marks on the line, as parts of it
record WayMarks(@Nullable FaultLook stroke, Map<FaultLook, Double> places) {

  private static final double MIDDLE = 0.5;

  WayMarks {
    places = Map.copyOf(places);
  }

  /// @param length of the line in pixels
  /// @param scale of the marks; 1 is full size
  static WayMarks of(Way way, double length, double scale) {
    FaultLook stroke = null;
    List<FaultLook> standing = new ArrayList<>();
    for (FaultLook look : way.looks()) {
      if (look.isStroke()) {
        stroke = look;
      } else if (look.half() > 0) {
        standing.add(look);
      }
    }
    if (stroke != null && stroke.isCut()) {
      // There is no line to stand on.
      return new WayMarks(stroke, Map.of());
    }
    while (standing.size() > 1 && taken(standing, scale) > length) {
      standing.removeFirst();
    }
    return new WayMarks(stroke, places(standing, length, scale));
  }

  private static double taken(List<FaultLook> looks, double scale) {
    return looks.stream().mapToDouble(look -> 2 * look.half() * scale).sum();
  }

  private static Map<FaultLook, Double> places(List<FaultLook> looks, double length, double scale) {
    if (looks.size() == 1) {
      return Map.of(looks.getFirst(), MIDDLE);
    }
    Map<FaultLook, Double> places = new EnumMap<>(FaultLook.class);
    double at = (length - taken(looks, scale)) / 2;
    for (FaultLook look : looks) {
      places.put(look, (at + look.half() * scale) / length);
      at += 2 * look.half() * scale;
    }
    return places;
  }
}
