package p2pgossip.ui.window;

import javafx.geometry.Rectangle2D;

/// Where windows open, in pixels of the screen.
///
/// @param screen the part of it that the system leaves free
/// @param usual the size that was used last
record WindowPlacement(Rectangle2D screen, WindowPreferences.Size usual) {

  private static final double MARGIN = 24;
  private static final double STEP = 36;
  private static final int STEPS = 10;

  /// Windows of one launch stand side by side if the screen has room for all. Otherwise they are
  /// small: in rows that overlap as little as possible, or each a little below and to the right of
  /// the one before, whichever shows more of each. Any other window has the usual size, and stands
  /// a little below and to the right of the one before.
  ///
  /// @param index from 0
  /// @param together how many windows the launch opens
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
    double across = (screen.getWidth() - width) / (together - 1);
    double down = (screen.getHeight() - height) / (together - 1);
    double seen = Math.max(across * height, down * width);
    int best = together;
    for (int columns = 2; columns < together; columns++) {
      Rows rows = Rows.of(screen, together, columns);
      if (rows.seen() > seen) {
        seen = rows.seen();
        best = columns;
      }
    }
    return best < together
        ? Rows.of(screen, together, best).place(index)
        : new Rectangle2D(
            screen.getMinX() + index * across, screen.getMinY() + index * down, width, height);
  }

  /// Windows in rows, which overlap from left to right. A last row with fewer is centred.
  ///
  /// @param across from one window of a row to the next
  /// @param down from row to row
  private record Rows(
      Rectangle2D screen,
      int together,
      int columns,
      double width,
      double height,
      double across,
      double down) {

    static Rows of(Rectangle2D screen, int together, int columns) {
      int rows = Math.ceilDiv(together, columns);
      double width = share(screen.getWidth(), columns, PeerWindow.MIN_WIDTH);
      double height = share(screen.getHeight(), rows, PeerWindow.MIN_HEIGHT);
      return new Rows(
          screen,
          together,
          columns,
          width,
          height,
          (screen.getWidth() - width) / (columns - 1),
          (screen.getHeight() - height) / (rows - 1));
    }

    private static double share(double whole, int parts, double least) {
      return Math.min(whole, Math.max(least, whole / parts));
    }

    /// How much of a window no other window covers, in square pixels.
    double seen() {
      return Math.min(width, across) * Math.min(height, down);
    }

    Rectangle2D place(int index) {
      int row = index / columns;
      int inRow = Math.min(columns, together - row * columns);
      double free = screen.getWidth() - width - (inRow - 1) * across;
      return new Rectangle2D(
          screen.getMinX() + free / 2 + index % columns * across,
          screen.getMinY() + row * down,
          width,
          height);
    }
  }
}
