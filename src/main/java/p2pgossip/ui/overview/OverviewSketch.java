package p2pgossip.ui.overview;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.legend.DrawnLegend;
import p2pgossip.ui.legend.DrawnLegend.Entry;
import p2pgossip.ui.theme.RolePalette;

/// The overview as it stands alone: how many have heard, the legend, the cells.
final class OverviewSketch {

  private static final double FIGURE_HEIGHT = 26;
  private static final double MARGIN = 10;
  private static final double GAP = 8;
  private static final Font FONT = Font.font(null, FontWeight.BOLD, 13.5);

  private OverviewSketch() {}

  /// @param labelWidth how wide the widest label is, in pixels
  static Sketch of(Cells cells, double labelWidth, double width, double height) {
    RolePalette palette = RolePalette.LIGHT;
    String figure = CellWords.figure(cells.spread());
    List<Entry> measured = OverviewLegend.entries(cells, CellGrid.LARGEST);
    double top = FIGURE_HEIGHT + DrawnLegend.heightOf(measured, width) + GAP;
    Placing placing = Placing.of(cells.all().size(), labelWidth, top, width, height);
    List<Entry> legend = OverviewLegend.entries(cells, placing.grid().side());
    return new Sketch(
        "Overview",
        figure,
        width,
        height,
        drawing -> {
          CellPainter painter = new CellPainter(drawing, palette);
          painter.clear(width, height);
          drawing.setFont(FONT);
          drawing.setTextAlign(TextAlignment.LEFT);
          drawing.setTextBaseline(VPos.CENTER);
          drawing.setFill(palette.ink());
          drawing.fillText(figure, MARGIN, FIGURE_HEIGHT / 2);
          drawing.translated(0, FIGURE_HEIGHT, () -> DrawnLegend.draw(legend, drawing, width));
          painter.draw(cells, placing);
        });
  }
}
