package p2pgossip.ui.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.legend.DrawnLegend;
import p2pgossip.ui.legend.DrawnLegend.Entry;
import p2pgossip.ui.theme.HearingRamp;
import p2pgossip.ui.theme.RolePalette;

/// What the colours and marks of the cells mean, drawn as in the grid.
final class OverviewLegend {

  private static final double RAMP_WIDTH = 72;
  private static final double WIDTH = 20;
  private static final int SMALLEST = 3;
  private static final int LARGEST = 12;
  private static final int MIDDLE = HearingRamp.STEPS / 2;

  private OverviewLegend() {}

  /// @param side of the cells in the grid; the samples have it too where it is small
  static List<Entry> entries(Cells cells, int side) {
    int sample = Math.clamp(side, SMALLEST, LARGEST);
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            "heard, after %s to %s".formatted(cells.scale().low(), cells.scale().high()),
            RAMP_WIDTH,
            OverviewLegend::ramp));
    entries.add(entry("not heard", sample, Cell.Look.UNHEARD, false, false, Map.of()));
    entries.add(entry("told first", sample, 0, true, false, Map.of()));
    entries.add(entry("ended or unreachable", sample, Cell.Look.UNHEARD, false, true, Map.of()));
    for (FaultLook look : cells.faults().looks()) {
      String words = look.title().toLowerCase(Locale.ROOT);
      entries.add(entry(words, sample, MIDDLE, false, false, Map.of(look, 0)));
    }
    return entries;
  }

  private static Entry entry(
      String words,
      int side,
      int step,
      boolean origin,
      boolean gone,
      Map<FaultLook, Integer> faults) {
    Cell.Look look = new Cell.Look(step, origin, gone, faults);
    double inset = (DrawnLegend.HEIGHT - side) / 2;
    return new Entry(
        words,
        WIDTH,
        (drawing, palette) ->
            new CellPainter(drawing, palette).draw(look, (WIDTH - side) / 2, inset, side, 0));
  }

  private static void ramp(Drawing drawing, RolePalette palette) {
    palette.ramp().draw(drawing, 0, (DrawnLegend.HEIGHT - LARGEST) / 2, RAMP_WIDTH, LARGEST);
  }
}
