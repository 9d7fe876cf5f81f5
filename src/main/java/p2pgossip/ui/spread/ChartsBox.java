package p2pgossip.ui.spread;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Places the charts and the figures: side by side if there is room, else below one another. The
/// first chart is the largest. Height that is left over goes to the charts.
final class ChartsBox extends Region {

  private static final double GAP = 14;

  /// The width from which the smaller charts are side by side.
  private static final double PAIR_FROM = 390;

  /// The width from which all charts are in one row.
  private static final double ROW_FROM = 940;

  /// The least width of a smaller chart beside others.
  private static final double LEAST_WIDTH = 182;

  /// How many times as wide as another the first chart is if all are in one row.
  private static final double FIRST_SHARE = 1.7;

  private static final double FIRST_HEIGHT = 210;
  private static final double LEGEND_SLACK = 36;
  private static final double OTHER_HEIGHT = 172;

  private final Region figures;
  private final Region first;
  private final List<Region> others;
  private boolean figuresFirst = true;

  /// @param charts in the order shown; at least one
  ChartsBox(Region figures, List<? extends Region> charts) {
    super();
    this.figures = figures;
    this.first = charts.getFirst();
    this.others = List.copyOf(charts.subList(1, charts.size()));
    getStyleClass().add("charts");
    getChildren().addAll(first, figures);
    getChildren().addAll(others);
  }

  /// Whether the figures are few and come before the smaller charts, not after all of them.
  void setFiguresFirst(boolean wanted) {
    if (figuresFirst != wanted) {
      figuresFirst = wanted;
      requestLayout();
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    Insets insets = getInsets();
    double inner = width - insets.getLeft() - insets.getRight();
    double high = insets.getTop() + insets.getBottom() + figures.prefHeight(inner) + GAP;
    return high + firstHeight(inner) + (inner >= ROW_FROM ? 0 : rows(inner) * (GAP + OTHER_HEIGHT));
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double x = insets.getLeft();
    double y = insets.getTop();
    double width = getWidth() - x - insets.getRight();
    double height = getHeight() - y - insets.getBottom();
    if (width >= ROW_FROM) {
      layOutRow(x, y, width, height);
    } else {
      layOutRows(x, y, width, height);
    }
  }

  private void layOutRow(double x, double y, double width, double height) {
    double figuresHigh = figures.prefHeight(width);
    double high = height - figuresHigh - GAP;
    place(figures, x, figuresFirst ? y : y + high + GAP, width, figuresHigh);
    double top = figuresFirst ? y + figuresHigh + GAP : y;
    double room = width - others.size() * GAP;
    double each = Math.floor(room / (FIRST_SHARE + others.size()));
    double wide = room - others.size() * each;
    place(first, x, top, wide, high);
    layOutSideBySide(others, x + wide + GAP, top, others.size() * (each + GAP) - GAP, high);
  }

  private void layOutRows(double x, double y, double width, double height) {
    double figuresHigh = figures.prefHeight(width);
    double spare = Math.max(0, getHeight() - computeMinHeight(getWidth()));
    double high = Math.floor(firstHeight(width) + spare * 0.55);
    place(first, x, y, width, high);
    boolean before = figuresFirst || width < PAIR_FROM;
    double top = y + high + GAP;
    place(figures, x, before ? top : y + height - figuresHigh, width, figuresHigh);
    double below = before ? top + figuresHigh + GAP : top;
    int rows = rows(width);
    double room = height - high - figuresHigh - GAP - rows * GAP;
    double each = Math.floor(room / Math.max(1, rows));
    int columns = columns(width);
    for (int row = 0; row < rows; row++) {
      int from = row * columns;
      int to = Math.min(others.size(), from + columns);
      layOutSideBySide(others.subList(from, to), x, below + row * (each + GAP), width, each);
    }
  }

  private static void layOutSideBySide(
      List<Region> charts, double x, double y, double width, double height) {
    double each = Math.floor((width + GAP) / Math.max(1, charts.size()) - GAP);
    for (int i = 0; i < charts.size(); i++) {
      place(charts.get(i), x + i * (each + GAP), y, each, height);
    }
  }

  private int columns(double width) {
    if (width < PAIR_FROM) {
      return 1;
    }
    int fitting = (int) ((width + GAP) / (LEAST_WIDTH + GAP));
    return Math.clamp(others.size(), 1, Math.max(1, fitting));
  }

  private int rows(double width) {
    return Math.ceilDiv(others.size(), columns(width));
  }

  /// With as many rows as its legend takes.
  private double firstHeight(double width) {
    return Math.max(FIRST_HEIGHT, first.minHeight(width) + LEGEND_SLACK);
  }

  private static void place(Region child, double x, double y, double width, double height) {
    child.resizeRelocate(x, y, width, height);
  }
}
