package p2pgossip.ui;

import javafx.geometry.Rectangle2D;

/// Where windows open, in the screen's own units.
///
/// @param screen what the system leaves free of it
/// @param usual the size that was used last
record WindowPlacement(Rectangle2D screen, WindowPreferences.Size usual) {

  private static final double MARGIN = 24;
  private static final double STEP = 36;
  private static final int STEPS = 10;

  /// Those that a launch asks for lie side by side where the screen has room for all, else small and
  /// as far apart as it allows, so that something is seen of each. Any other comes in the usual size,
  /// a little below and right of the one before.
  ///
  /// @param index from 0
  /// @param together how many a launch asks for
  Rectangle2D of(int index, int together) {
    int columns = (int) (screen.getWidth() / PeerWindow.MIN_WIDTH);
    int rows = (int) (screen.getHeight() / PeerWindow.MIN_HEIGHT);
    if (together == 1 || index >= together) {
      return cascaded(index);
    }
    if (together <= columns * rows) {
      return tiled(index, together, columns);
    }
    return spread(index, together);
  }

  private Rectangle2D cascaded(int index) {
    double step = STEP * (index % STEPS);
    double width = Math.min(usual.width(), screen.getWidth());
    double height = Math.min(usual.height(), screen.getHeight());
    return new Rectangle2D(
        Math.min(screen.getMinX() + MARGIN + step, screen.getMaxX() - width),
        Math.min(screen.getMinY() + MARGIN + step, screen.getMaxY() - height),
        width,
        height);
  }

  private Rectangle2D tiled(int index, int together, int columns) {
    int usedRows = Math.ceilDiv(together, columns);
    int usedColumns = Math.ceilDiv(together, usedRows);
    double width = screen.getWidth() / usedColumns;
    double height = screen.getHeight() / usedRows;
    return new Rectangle2D(
        screen.getMinX() + index % usedColumns * width,
        screen.getMinY() + Math.floorDiv(index, usedColumns) * height,
        width,
        height);
  }

  private Rectangle2D spread(int index, int together) {
    double width = Math.min(PeerWindow.MIN_WIDTH, screen.getWidth());
    double height = Math.min(PeerWindow.MIN_HEIGHT, screen.getHeight());
    double along = (double) index / (together - 1);
    return new Rectangle2D(
        screen.getMinX() + along * (screen.getWidth() - width),
        screen.getMinY() + along * (screen.getHeight() - height),
        width,
        height);
  }
}
