package p2pgossip.ui.graph.paint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.draw.Line;

/// Finds room for labels on the screen, one after the other, so that none covers another, a node or
/// the edge of the pane. Made for one frame. All figures are pixels.
public final class LabelPlacement {

  /// The sides on which a label can stand: right, lower right, below, and so on round the clock.
  static final int SIDES = 8;

  private static final double CELL = 48;

  private static final double LINE_PIECE = 9;
  private static final int MAX_PIECES = 1_000;

  /// From the node, in pixels: close by, else a little farther off.
  private static final double[] GAPS = {3, 9};

  /// A label that has been placed.
  ///
  /// @param side from 0 (right) clockwise to 7 (upper right)
  record Placed(Box box, int side) {}

  /// What keeps labels out.
  ///
  /// @param line whether it is a piece of a line, over which a label may stand if it has to
  private record Taken(Box box, boolean line) {}

  private final double width;
  private final double height;
  private final boolean overLines;
  private final int columns;
  private final int rows;

  /// What is taken in each cell, row by row; null where nothing is.
  private final @Nullable List<Taken>[] taken;

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
    block(Box.around(x, y, radius));
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
        block(new Taken(Box.around(x, y, LINE_PIECE / 4), true));
      }
    }
  }

  /// Keeps labels out of this rectangle.
  void block(Box box) {
    block(new Taken(box, false));
  }

  private void block(Taken some) {
    Box box = some.box();
    for (int row = row(box.y()); row <= row(box.bottom()); row++) {
      for (int column = column(box.x()); column <= column(box.right()); column++) {
        List<Taken> here = taken[row * columns + column];
        if (here == null) {
          here = new ArrayList<>();
          taken[row * columns + column] = here;
        }
        here.add(some);
      }
    }
  }

  /// Puts a label where it is free, trying the preferred side first and then its neighbours.
  ///
  /// @param must takes the preferred side where none is free; it may cover others then, but stays
  ///   within the pane
  /// @return where it stands now, or null where there is no room
  @Nullable Placed place(
      double x,
      double y,
      double radius,
      double labelWidth,
      double labelHeight,
      int preferredSide,
      boolean must) {
    Placed free = placeFree(x, y, radius, labelWidth, labelHeight, preferredSide, false);
    if (free == null && overLines) {
      free = placeFree(x, y, radius, labelWidth, labelHeight, preferredSide, true);
    }
    if (free != null || !must) {
      return free;
    }
    Placed wanted = beside(x, y, radius + GAPS[0], labelWidth, labelHeight, preferredSide);
    Box box =
        new Box(
            Math.clamp(wanted.box().x(), 0, Math.max(0, width - labelWidth)),
            Math.clamp(wanted.box().y(), 0, Math.max(0, height - labelHeight)),
            labelWidth,
            labelHeight);
    block(box);
    return new Placed(box, wanted.side());
  }

  private @Nullable Placed placeFree(
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
        Placed label = beside(x, y, radius + gap, labelWidth, labelHeight, preferredSide + turn);
        if (isInside(label.box()) && isFree(label.box(), lines)) {
          block(label.box());
          return label;
        }
      }
    }
    return null;
  }

  private static Placed beside(
      double x, double y, double distance, double width, double height, int side) {
    int wrapped = Math.floorMod(side, SIDES);
    double angle = wrapped * 2 * Math.PI / SIDES;
    double dx = Math.cos(angle);
    double dy = Math.sin(angle);
    double left = x + dx * distance - width / 2 * (1 - Math.signum(Math.rint(dx * 2)));
    double top = y + dy * distance - height / 2 * (1 - Math.signum(Math.rint(dy * 2)));
    return new Placed(new Box(left, top, width, height), wrapped);
  }

  private boolean isInside(Box box) {
    return box.x() >= 0 && box.y() >= 0 && box.right() <= width && box.bottom() <= height;
  }

  private boolean isFree(Box box, boolean lines) {
    for (int row = row(box.y()); row <= row(box.bottom()); row++) {
      for (int column = column(box.x()); column <= column(box.right()); column++) {
        List<Taken> here = taken[row * columns + column];
        if (here != null && overlapsAny(box, here, lines)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean overlapsAny(Box box, List<Taken> others, boolean lines) {
    for (Taken other : others) {
      if (box.overlaps(other.box()) && !(lines && other.line())) {
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
