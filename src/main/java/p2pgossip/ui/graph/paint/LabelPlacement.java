package p2pgossip.ui.graph.paint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.draw.Line;

/// Finds room for labels on the screen, one after the other, so that none covers another, a node or
/// the edge of the pane. Made for one frame. All figures are pixels.
public final class LabelPlacement {

  /// The sides on which a label can stand: right, lower right, below, and so on round the clock.
  static final int SIDES = 8;

  private static final double CELL = 48;

  private static final double LINE_PIECE = 9;
  private static final int MAX_PIECES = 1_000;

  /// In place of the side of a label.
  private static final int OF_LINE = -2;

  /// From the node, in pixels: close by, else a little farther off.
  private static final double[] GAPS = {3, 9};

  /// @param side from 0 (right) clockwise to 7 (upper right)
  public record Box(double x, double y, double width, double height, int side) {

    public boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  private final double width;
  private final double height;
  private final boolean overLines;
  private final int columns;
  private final int rows;

  /// What is taken in each cell, row by row; null where nothing is.
  private final @Nullable List<Box>[] taken;

  /// @param overLines whether a label rather stands over a line than not at all
  @SuppressWarnings({"unchecked", "rawtypes"})
  LabelPlacement(double width, double height, boolean overLines) {
    this.overLines = overLines;
    this.width = width;
    this.height = height;
    columns = 1 + (int) (Math.max(0, width) / CELL);
    rows = 1 + (int) (Math.max(0, height) / CELL);
    taken = new List[columns * rows];
  }

  /// Keeps labels out of this square round a node.
  void block(double x, double y, double radius) {
    block(new Box(x - radius, y - radius, 2 * radius, 2 * radius, -1));
  }

  /// Keeps labels off this line.
  void block(Line line) {
    int pieces = Math.max(1, (int) Math.ceil(line.length() / LINE_PIECE));
    // A very long line leaves the pane, where nothing is placed.
    for (int piece = 0; piece <= Math.min(pieces, MAX_PIECES); piece++) {
      double part = (double) piece / pieces;
      double x = line.xAt(part);
      double y = line.yAt(part);
      if (x > 0 && y > 0 && x < width && y < height) {
        double half = LINE_PIECE / 4;
        block(new Box(x - half, y - half, 2 * half, 2 * half, OF_LINE));
      }
    }
  }

  /// Keeps labels out of this rectangle.
  void block(Box box) {
    for (int row = row(box.y); row <= row(box.y + box.height); row++) {
      for (int column = column(box.x); column <= column(box.x + box.width); column++) {
        List<Box> here = taken[row * columns + column];
        if (here == null) {
          here = new ArrayList<>();
          taken[row * columns + column] = here;
        }
        here.add(box);
      }
    }
  }

  /// Puts a label where it is free, trying the preferred side first and then its neighbours.
  ///
  /// @param must takes the preferred side where none is free; it may cover others then, but stays
  ///   within the pane
  /// @return where it stands now, or null where there is no room
  @Nullable Box place(
      double x,
      double y,
      double radius,
      double labelWidth,
      double labelHeight,
      int preferredSide,
      boolean must) {
    Box free = placeFree(x, y, radius, labelWidth, labelHeight, preferredSide, false);
    if (free == null && overLines) {
      free = placeFree(x, y, radius, labelWidth, labelHeight, preferredSide, true);
    }
    if (free != null || !must) {
      return free;
    }
    Box wanted = beside(x, y, radius + GAPS[0], labelWidth, labelHeight, preferredSide);
    Box box =
        new Box(
            Math.clamp(wanted.x, 0, Math.max(0, width - labelWidth)),
            Math.clamp(wanted.y, 0, Math.max(0, height - labelHeight)),
            labelWidth,
            labelHeight,
            wanted.side);
    block(box);
    return box;
  }

  private @Nullable Box placeFree(
      double x,
      double y,
      double radius,
      double labelWidth,
      double labelHeight,
      int preferredSide,
      boolean lines) {
    for (double gap : GAPS) {
      for (int attempt = 0; attempt < SIDES; attempt++) {
        // 0, 1, -1, 2, -2, 3, -3, 4 away from the preferred side.
        int turn = (attempt + 1) / 2 * (attempt % 2 == 1 ? 1 : -1);
        Box box = beside(x, y, radius + gap, labelWidth, labelHeight, preferredSide + turn);
        if (isInside(box) && isFree(box, lines)) {
          block(box);
          return box;
        }
      }
    }
    return null;
  }

  private static Box beside(
      double x, double y, double distance, double width, double height, int side) {
    int wrapped = Math.floorMod(side, SIDES);
    double angle = wrapped * 2 * Math.PI / SIDES;
    double dx = Math.cos(angle);
    double dy = Math.sin(angle);
    double left = x + dx * distance - width / 2 * (1 - Math.signum(Math.rint(dx * 2)));
    double top = y + dy * distance - height / 2 * (1 - Math.signum(Math.rint(dy * 2)));
    return new Box(left, top, width, height, wrapped);
  }

  private boolean isInside(Box box) {
    return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
  }

  private boolean isFree(Box box, boolean lines) {
    for (int row = row(box.y); row <= row(box.y + box.height); row++) {
      for (int column = column(box.x); column <= column(box.x + box.width); column++) {
        List<Box> here = taken[row * columns + column];
        if (here != null && overlapsAny(box, here, lines)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean overlapsAny(Box box, List<Box> others, boolean lines) {
    for (Box other : others) {
      if (box.overlaps(other) && !(lines && other.side == OF_LINE)) {
        return true;
      }
    }
    return false;
  }

  /// What is outside counts as in the cell at the edge.
  private int column(double x) {
    return Math.clamp((long) (x / CELL), 0, columns - 1);
  }

  private int row(double y) {
    return Math.clamp((long) (y / CELL), 0, rows - 1);
  }
}
