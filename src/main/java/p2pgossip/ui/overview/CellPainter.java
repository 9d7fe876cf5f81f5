package p2pgossip.ui.overview;

import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Outline;
import p2pgossip.ui.draw.Shapes;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.theme.RolePalette;

/// Draws cells. Colour is never the only sign, down to cells of three pixels:
///
/// | peer | large | small |
/// |---|---|---|
/// | has heard it | filled | filled |
/// | has not heard it | hollow | a dot |
/// | told it first | a star within a second frame | a dot within a frame |
/// | has ended, or does not answer | a cross | a cross |
/// | marked by a fault | the fault's badge in a corner | a corner is missing |
///
/// Smaller cells have their colours only.
final class CellPainter {

  /// From this side on a cell has room for badges and a star.
  private static final int LARGE = 12;

  /// From this side on there is room for a line between frame and filling.
  private static final int RINGED = 8;

  /// From this side on a cell can be hollow.
  private static final int HOLLOW = 6;

  /// From this side on a cell has a shape.
  private static final int SHAPED = 3;

  /// From this side on frames are two pixels wide.
  private static final int BOLD = 20;

  /// By how much a mark stands higher where a label is below it.
  private static final double LIFT = 6;

  private static final int STAR_POINTS = 5;
  static final Font FONT = Font.font(12);

  private final Drawing drawing;
  private final RolePalette palette;

  CellPainter(Drawing drawing, RolePalette palette) {
    this.drawing = drawing;
    this.palette = palette;
  }

  void clear(double width, double height) {
    drawing.clearRect(0, 0, width, height);
    drawing.setFill(palette.background());
    drawing.fillRect(0, 0, width, height);
  }

  /// Draws all cells, and their labels where there is room for them.
  void draw(Cells cells, Placing placing) {
    CellGrid grid = placing.grid();
    drawing.setFont(FONT);
    drawing.setTextBaseline(VPos.CENTER);
    if (placing.labels() == Placing.Labels.ROWS) {
      drawing.setTextAlign(TextAlignment.RIGHT);
      drawing.setFill(palette.mutedInk());
      for (int first = 0; first < grid.count(); first += grid.columns()) {
        drawing.fillText(
            cells.label(first), grid.left() - Placing.LABEL_GAP, grid.y(first) + grid.side() / 2.0);
      }
    }
    drawing.setTextAlign(TextAlignment.CENTER);
    for (int index = 0; index < grid.count(); index++) {
      draw(cells, index, placing);
    }
  }

  private void draw(Cells cells, int index, Placing placing) {
    CellGrid grid = placing.grid();
    Cell cell = cells.all().get(index);
    double x = grid.x(index);
    double y = grid.y(index);
    boolean labelled = placing.labels() == Placing.Labels.CELLS;
    double lift = labelled ? LIFT : 0;
    if (drawing.isVector()) {
      String name = cells.labels().whole(cell.peer());
      drawing.named("peer", name, () -> draw(cell.look(), x, y, grid.side(), lift));
    } else {
      draw(cell.look(), x, y, grid.side(), lift);
    }
    if (labelled) {
      drawing.setFill(over(cell.look()));
      drawing.fillText(
          cells.label(index), x + grid.side() / 2.0, y + grid.side() - Placing.LABEL_HEIGHT);
    }
  }

  /// Draws one cell with its left upper corner at (x, y).
  ///
  /// @param lift by how much the mark in its middle stands higher
  void draw(Cell.Look look, double x, double y, int side, double lift) {
    ground(look, x, y, side);
    if (side < SHAPED) {
      return;
    }
    Color over = over(look);
    if (look.gone()) {
      drawing.setStroke(over);
      drawing.setLineWidth(Math.max(1, side * 0.09));
      Shapes.cross(
          drawing, x + side / 2.0, y + side / 2.0 - lift, side * (side < LARGE ? 0.36 : 0.22));
    } else if (look.origin() && side >= LARGE) {
      drawing.setFill(over);
      Outline.star(x + side / 2.0, y + side / 2.0 - lift, side * 0.25, STAR_POINTS).fill(drawing);
    } else if (look.origin()) {
      square(over, x, y, side, side >= RINGED ? side / 2 - 1 : (side - 1) / 2);
    }
    if (side >= LARGE) {
      badges(look, x, y, side);
    } else if (!look.faults().isEmpty()) {
      double bite = Math.ceil(side / 2.0);
      drawing.setFill(palette.background());
      drawing.fillRect(x + side - bite, y, bite, bite);
    }
  }

  private void ground(Cell.Look look, double x, double y, int side) {
    int line = side >= BOLD ? 2 : 1;
    Color fill = look.isHeard() ? palette.ramp().color(look.step()) : palette.background();
    if (look.origin()) {
      square(palette.rumor(), x, y, side, 0);
      if (side >= RINGED) {
        square(palette.background(), x, y, side, line);
        square(fill, x, y, side, 2 * line);
      } else if (side >= SHAPED) {
        square(fill, x, y, side, line);
      }
    } else if (look.isHeard()) {
      square(fill, x, y, side, 0);
    } else if (side >= HOLLOW) {
      square(unheard(), x, y, side, 0);
      square(fill, x, y, side, line);
    } else if (side >= SHAPED) {
      square(unheard(), x, y, side, (side - 1) / 2);
    } else {
      square(unheard().interpolate(palette.background(), 0.6), x, y, side, 0);
    }
  }

  private void square(Color color, double x, double y, int side, int inset) {
    drawing.setFill(color);
    drawing.fillRect(x + inset, y + inset, side - 2.0 * inset, side - 2.0 * inset);
  }

  private void badges(Cell.Look look, double x, double y, int side) {
    double radius = Math.clamp(side * 0.2, 4, 8);
    double off = radius + 1;
    for (Map.Entry<FaultLook, Integer> mark : look.faults().entrySet()) {
      double middle = mark.getKey().corner() > 0 ? x + side - off : x + off;
      drawing.setLineCap(StrokeLineCap.BUTT);
      mark.getKey().paintBadge(drawing, palette, middle, y + off, radius, mark.getValue());
    }
  }

  private Color unheard() {
    return palette.color(Role.HEARD_OF);
  }

  private Color over(Cell.Look look) {
    return look.isHeard() ? palette.ramp().over(look.step()) : palette.mutedInk();
  }

  /// Frames the cell of a selected peer, in the colour of the selection.
  void select(CellGrid grid, int index) {
    double out = grid.pitch() >= 20 ? 3 : 1.5;
    drawing.setStroke(palette.accent());
    drawing.setLineWidth(2);
    drawing.setLineDashes();
    drawing.strokeRect(
        grid.x(index) - out, grid.y(index) - out, grid.side() + 2 * out, grid.side() + 2 * out);
  }
}
