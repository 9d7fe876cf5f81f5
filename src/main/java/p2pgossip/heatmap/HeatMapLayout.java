package p2pgossip.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Where the parts of a heat map stand in a picture: the scale of colours in a row at the top, the
/// cells below it, and the values of the two axes on the left and at the bottom. In pixels, x to
/// the right and y down.
///
/// @param left where the cells begin
/// @param right where they end
/// @param top likewise
/// @param bottom likewise
/// @param words all that is written outside the cells
/// @param shades the scale, from the first colour on; empty if no value is known
public record HeatMapLayout(
    double left,
    double right,
    double top,
    double bottom,
    List<Cell> cells,
    List<Words> words,
    List<Shade> shades) {

  /// The height of a line of words.
  public static final double ROW = 17;

  /// Above and below the cells, for one row of values.
  public static final double AROUND = 71;

  /// The room of the scale, with the figures at its ends.
  public static final double SCALE_ROOM = 230;

  private static final double GAP = 7;
  private static final double ABOVE = 30;
  private static final double BELOW = AROUND - ABOVE - ROW;
  private static final double ASIDE = 14;
  private static final double SCALE_MIDDLE = 12;
  private static final double SCALE_WIDTH = 110;
  private static final double SCALE_HEIGHT = 10;
  private static final int SHADES = 55;

  /// The words on the left take no more of the width than this.
  private static final double MOST_WORDS = 0.35;

  /// Cells that are smaller have no gap between them.
  private static final double SMALL = 8;

  /// @param part of the colours, 0 to 1; NaN if there is no value
  /// @param figure empty where it has no room
  public record Cell(
      int column,
      int row,
      double x,
      double y,
      double width,
      double height,
      double part,
      String figure) {

    public double middleX() {
      return x + width / 2;
    }

    public double middleY() {
      return y + height / 2;
    }
  }

  /// Which part of some words is at their point.
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  /// @param y the middle of the line
  public record Words(double x, double y, Anchor anchor, String text) {}

  /// A piece of the scale.
  ///
  /// @param part of the colours, 0 to 1
  public record Shade(double x, double y, double width, double height, double part) {}

  public HeatMapLayout {
    cells = List.copyOf(cells);
    words = List.copyOf(words);
    shades = List.copyOf(shades);
  }

  /// Lays a map out.
  ///
  /// @param textWidth pixels that a text takes
  public static HeatMapLayout of(
      HeatMap map, double width, double height, ToDoubleFunction<String> textWidth) {
    double left = left(map, width, textWidth);
    double right = Math.max(left + 1, width - ASIDE);
    boolean crowded =
        map.columns().stream()
            .anyMatch(
                text ->
                    textWidth.applyAsDouble(text) + GAP > (right - left) / map.columns().size());
    int lines = crowded ? 2 : 1;
    double bottom = Math.max(ABOVE + 1, height - BELOW - lines * ROW);
    Frame frame = new Frame(map, left, right, bottom, width, lines, textWidth);
    List<Words> words = new ArrayList<>();
    words.add(new Words(1, SCALE_MIDDLE, Anchor.START, map.up()));
    List<Shade> shades = map.isKnown() ? frame.scale(words) : List.of();
    frame.addRows(words);
    frame.addColumns(words);
    return new HeatMapLayout(left, right, ABOVE, bottom, frame.cells(), words, shades);
  }

  private static double left(HeatMap map, double width, ToDoubleFunction<String> textWidth) {
    double widest = map.rows().stream().mapToDouble(textWidth).max().orElse(0);
    return Math.ceil(Math.min(widest, MOST_WORDS * width)) + GAP + 2;
  }

  /// How wide a picture with cells of a width is.
  public static double widthOf(HeatMap map, double cellWidth, ToDoubleFunction<String> textWidth) {
    double cells = map.columns().size() * cellWidth + ASIDE;
    double widest = map.rows().stream().mapToDouble(textWidth).max().orElse(0);
    double least = textWidth.applyAsDouble(map.up()) + SCALE_ROOM;
    return Math.ceil(Math.max(least, widest + GAP + 2 + cells));
  }

  private record Frame(
      HeatMap map,
      double left,
      double right,
      double bottom,
      double width,
      int lines,
      ToDoubleFunction<String> textWidth) {

    private double cellWidth() {
      return (right - left) / map.columns().size();
    }

    private double cellHeight() {
      return (bottom - ABOVE) / map.rows().size();
    }

    private List<Cell> cells() {
      HeatScale scale = map.scale();
      double wide = cellWidth();
      double high = cellHeight();
      double gap = Math.min(wide, high) >= SMALL ? 1 : 0;
      List<Cell> cells = new ArrayList<>();
      for (int row = 0; row < map.rows().size(); row++) {
        for (int column = 0; column < map.columns().size(); column++) {
          double value = map.cells().get(row).get(column);
          String figure = map.figure(value);
          boolean fits = high >= ROW && textWidth.applyAsDouble(figure) + 6 <= wide;
          cells.add(
              new Cell(
                  column,
                  row,
                  left + column * wide,
                  bottom - (row + 1) * high,
                  wide - gap,
                  high - gap,
                  scale.part(value),
                  fits ? figure : ""));
        }
      }
      return cells;
    }

    /// Rows whose words would touch those of the row below have none.
    private void addRows(List<Words> words) {
      double before = Double.POSITIVE_INFINITY;
      double room = left - GAP;
      for (int row = 0; row < map.rows().size(); row++) {
        double y = bottom - (row + 0.5) * cellHeight();
        if (before - y >= ROW - 3) {
          words.add(new Words(room, y, Anchor.END, shortened(map.rows().get(row), room)));
          before = y;
        }
      }
    }

    private void addColumns(List<Words> words) {
      double room = lines * cellWidth() - GAP;
      double first = bottom + 6 + ROW / 2;
      double[] ends = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
      for (int column = 0; column < map.columns().size(); column++) {
        String text = shortened(map.columns().get(column), room);
        double half = textWidth.applyAsDouble(text) / 2;
        double x = left + (column + 0.5) * cellWidth();
        double middle = Math.max(half + 1, Math.min(x, width - half - 1));
        int line = column % lines;
        // Where even a shortened one has no room, it is left out.
        if (middle - half >= ends[line]) {
          words.add(new Words(middle, first + line * ROW, Anchor.MIDDLE, text));
          ends[line] = middle + half + 2;
        }
      }
      words.add(new Words((left + right) / 2, first + lines * ROW, Anchor.MIDDLE, map.across()));
    }

    private String shortened(String words, double room) {
      String text = words;
      while (text.length() > 1 && textWidth.applyAsDouble(text) > room) {
        text = text.substring(0, text.length() - (text.endsWith("…") ? 2 : 1)) + "…";
      }
      return text;
    }

    private List<Shade> scale(List<Words> words) {
      String most = map.figure(map.scale().to());
      // On a whole pixel, so that no edges show between two shades.
      double end = Math.floor(right - textWidth.applyAsDouble(most));
      double begin = end - SCALE_WIDTH - GAP;
      words.add(new Words(end, SCALE_MIDDLE, Anchor.START, most));
      words.add(new Words(begin - GAP, SCALE_MIDDLE, Anchor.END, map.figure(map.scale().from())));
      double step = SCALE_WIDTH / SHADES;
      List<Shade> shades = new ArrayList<>();
      for (int each = 0; each < SHADES; each++) {
        shades.add(
            new Shade(
                begin + each * step,
                SCALE_MIDDLE - SCALE_HEIGHT / 2,
                step,
                SCALE_HEIGHT,
                (each + 0.5) / SHADES));
      }
      return shades;
    }
  }
}
