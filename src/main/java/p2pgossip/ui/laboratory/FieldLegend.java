package p2pgossip.ui.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.legend.DrawnLegend;
import p2pgossip.ui.legend.DrawnLegend.Entry;
import p2pgossip.ui.theme.RolePalette;

/// Says what the colours of the field mean.
final class FieldLegend {

  private static final double RAMP = 120;
  private static final double SIDE = 12;

  private FieldLegend() {}

  /// @param last the round that has the last colour
  /// @param crashes whether some peers have crashed
  static List<Entry> entries(int last, boolean crashes) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            String.format(Locale.UK, "heard in round 0 to %,d", last),
            RAMP,
            (drawing, palette) -> palette.ramp().draw(drawing, 0, 2, RAMP, SIDE)));
    entries.add(
        new Entry(
            "not heard",
            SIDE,
            (drawing, palette) -> square(drawing, FieldColors.lacking(palette), palette)));
    if (crashes) {
      entries.add(
          new Entry(
              "crashed",
              SIDE,
              (drawing, palette) -> square(drawing, FieldColors.crashed(palette), palette)));
    }
    return entries;
  }

  private static void square(Drawing drawing, Color color, RolePalette palette) {
    drawing.setFill(color);
    drawing.fillRect(0, (DrawnLegend.HEIGHT - SIDE) / 2, SIDE, SIDE);
    drawing.setStroke(palette.background().interpolate(palette.ink(), 0.3));
    drawing.setLineWidth(1);
    drawing.strokeRect(0.5, (DrawnLegend.HEIGHT - SIDE) / 2 + 0.5, SIDE - 1, SIDE - 1);
  }
}
