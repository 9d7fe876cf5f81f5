package p2pgossip.ui.laboratory;

import java.util.Arrays;
import p2pgossip.laboratory.HeardRounds;

/// Fills pixels with the cells of the field. The time depends on the number of pixels, not on
/// that of the peers: where several peers fall on a pixel, four of them are mixed. For any thread.
///
/// @param round up to which it is shown
/// @param last the round that has the last colour
record FieldPainter(
    HeardRounds heard, FieldLayout layout, View view, int round, int last, FieldColors colors) {

  /// From this side on there is a gap between cells, in pixels.
  private static final double SPACED = 6;

  private static final int NOTHING = -1;

  /// Where the field is seen.
  ///
  /// @param cell the side of a cell in pixels, more than 0
  /// @param left where the first column begins, in pixels
  /// @param top where the first row begins, in pixels
  record View(double cell, double left, double top) {

    /// All of it, in the middle.
    static View whole(FieldLayout layout, double width, double height) {
      double cell = Math.min(width / layout.columns(), height / layout.rows());
      double side = cell >= SPACED ? Math.floor(cell) : cell;
      return new View(
          side,
          Math.floor((width - side * layout.columns()) / 2),
          Math.floor((height - side * layout.rows()) / 2));
    }

    /// The same place under the pointer, magnified.
    View zoomed(double factor, double x, double y) {
      return new View(cell * factor, x - (x - left) * factor, y - (y - top) * factor);
    }

    View moved(double right, double down) {
      return new View(cell, left + right, top + down);
    }
  }

  /// Fills all pixels.
  ///
  /// @param pixels row by row, opaque
  void paint(int[] pixels, int width, int height) {
    if (view.cell() >= 1) {
      single(pixels, width, height);
    } else {
      mixed(pixels, width, height);
    }
  }

  private void single(int[] pixels, int width, int height) {
    int[] columns = cells(width, view.left(), view.cell());
    int[] rows = cells(height, view.top(), view.cell());
    for (int y = 0; y < height; y++) {
      int begin = y * width;
      if (rows[y] == NOTHING) {
        Arrays.fill(pixels, begin, begin + width, colors.ground());
        continue;
      }
      for (int x = 0; x < width; x++) {
        pixels[begin + x] =
            columns[x] == NOTHING ? colors.ground() : color(layout.peer(columns[x], rows[y]));
      }
    }
  }

  /// For each pixel the cell under its middle; a gap belongs to none.
  private static int[] cells(int pixels, double first, double side) {
    int[] cells = new int[pixels];
    for (int pixel = 0; pixel < pixels; pixel++) {
      double at = (pixel + 0.5 - first) / side;
      double within = (at - Math.floor(at)) * side;
      cells[pixel] = at < 0 || (side >= SPACED && within > side - 1) ? NOTHING : (int) at;
    }
    return cells;
  }

  private void mixed(int[] pixels, int width, int height) {
    for (int y = 0; y < height; y++) {
      int upper = (int) Math.floor((y + 0.25 - view.top()) / view.cell());
      int lower = (int) Math.floor((y + 0.75 - view.top()) / view.cell());
      for (int x = 0; x < width; x++) {
        int left = (int) Math.floor((x + 0.25 - view.left()) / view.cell());
        int right = (int) Math.floor((x + 0.75 - view.left()) / view.cell());
        pixels[y * width + x] =
            mix(
                color(layout.peer(left, upper)),
                color(layout.peer(right, upper)),
                color(layout.peer(left, lower)),
                color(layout.peer(right, lower)));
      }
    }
  }

  private int color(int peer) {
    return peer < 0 ? colors.ground() : colors.of(heard, peer, round, last);
  }

  /// The mean of four opaque colours.
  private static int mix(int one, int two, int three, int four) {
    int mixed = 0xff << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      int sum =
          channel(one, shift) + channel(two, shift) + channel(three, shift) + channel(four, shift);
      mixed |= (sum / 4) << shift;
    }
    return mixed;
  }

  private static int channel(int color, int shift) {
    return (color >> shift) & 0xff;
  }
}
