package p2pgossip.ui.overview;

/// Where the cells stand: row by row, as large as they can be so that all are in view. All figures
/// are pixels.
///
/// @param pitch from one cell to the next
record CellGrid(int count, int columns, int pitch, double left, double top) {

  static final int LARGEST = 64;

  /// Rows are of round lengths where they are longer, so that cells are easy to count.
  private static final int ROUND = 10;

  /// @param count at least 1
  static CellGrid within(int count, double left, double top, double width, double height) {
    for (int pitch = LARGEST; pitch > 1; pitch--) {
      int columns = columns(count, (int) (width / pitch));
      if (columns > 0 && Math.ceilDiv(count, columns) * pitch <= height) {
        return new CellGrid(count, columns, pitch, left, top);
      }
    }
    return new CellGrid(count, Math.max(1, (int) width), 1, left, top);
  }

  private static int columns(int count, int fitting) {
    if (fitting >= count) {
      return count;
    }
    return fitting < ROUND ? fitting : fitting - fitting % ROUND;
  }

  int rows() {
    return Math.ceilDiv(count, columns);
  }

  /// The side of a cell.
  int side() {
    return pitch - gap();
  }

  private int gap() {
    if (pitch >= 40) {
      return 6;
    } else if (pitch >= 20) {
      return 4;
    } else if (pitch >= 10) {
      return 2;
    } else {
      return pitch > 2 ? 1 : 0;
    }
  }

  double x(int index) {
    int column = index % columns;
    return left + column * pitch;
  }

  double y(int index) {
    int row = index / columns;
    return top + row * pitch;
  }

  /// The cell at a point, the gap after it included; -1 if there is none.
  int at(double x, double y) {
    int column = (int) Math.floor((x - left) / pitch);
    int row = (int) Math.floor((y - top) / pitch);
    int index = row * columns + column;
    return column >= 0 && column < columns && row >= 0 && index < count ? index : -1;
  }

  /// The cell that is this many cells to the right and down; the same where there is none.
  int moved(int index, int right, int down) {
    int next = index + right + down * columns;
    return next >= 0 && next < count ? next : index;
  }
}
