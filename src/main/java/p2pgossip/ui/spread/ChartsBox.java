package p2pgossip.ui.spread;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Places the charts and the figures: below one another where it is narrow, side by side where there
/// is width for it. Height that is left over goes to the charts.
final class ChartsBox extends Region {

  private static final double GAP = 14;
  private static final double PAIR_FROM = 390;
  private static final double ROW_FROM = 940;
  private static final double COVERAGE_HEIGHT = 210;
  private static final double LEGEND_SLACK = 36;
  private static final double OTHER_HEIGHT = 172;

  private final Region figures;
  private final Region coverage;
  private final Region hearers;
  private final Region duplicates;
  private boolean figuresFirst = true;

  ChartsBox(Region figures, Region coverage, Region hearers, Region duplicates) {
    super();
    this.figures = figures;
    this.coverage = coverage;
    this.hearers = hearers;
    this.duplicates = duplicates;
    getStyleClass().add("charts");
    getChildren().addAll(coverage, figures, hearers, duplicates);
  }

  /// Whether the figures, few as they are, stand before the lesser charts, not behind all of them.
  void setFiguresFirst(boolean first) {
    if (figuresFirst != first) {
      figuresFirst = first;
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
    double coverageHeight = coverageHeight(inner);
    double high = insets.getTop() + insets.getBottom() + figures.prefHeight(inner) + GAP;
    if (inner >= ROW_FROM) {
      return high + coverageHeight;
    }
    return inner >= PAIR_FROM
        ? high + coverageHeight + GAP + OTHER_HEIGHT
        : high + coverageHeight + 2 * (GAP + OTHER_HEIGHT);
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
    double bottom = getHeight() - insets.getBottom();
    double figuresHigh = figures.prefHeight(width);
    double spare = Math.max(0, getHeight() - computeMinHeight(getWidth()));
    if (width < PAIR_FROM) {
      layOutColumn(x, y, width, spare);
    } else if (width >= ROW_FROM) {
      place(figures, x, figuresFirst ? y : bottom - figuresHigh, width, figuresHigh);
      double top = figuresFirst ? y + figuresHigh + GAP : y;
      double high = bottom - y - figuresHigh - GAP;
      double fourth = Math.floor((width - 2 * GAP) / 4);
      place(coverage, x, top, width - 2 * (fourth + GAP), high);
      place(hearers, x + width - 2 * fourth - GAP, top, fourth, high);
      place(duplicates, x + width - fourth, top, fourth, high);
    } else {
      double high = Math.floor(coverageHeight(width) + spare * 0.6);
      double other = bottom - y - high - figuresHigh - 2 * GAP;
      double half = Math.floor((width - GAP) / 2);
      place(coverage, x, y, width, high);
      y += high + GAP;
      place(figures, x, figuresFirst ? y : bottom - figuresHigh, width, figuresHigh);
      double top = figuresFirst ? bottom - other : y;
      place(hearers, x, top, half, other);
      place(duplicates, x + width - half, top, half, other);
    }
  }

  private void layOutColumn(double x, double top, double width, double spare) {
    double figuresHigh = figures.prefHeight(width);
    double high = Math.floor(coverageHeight(width) + spare * 0.5);
    double other = Math.floor(OTHER_HEIGHT + spare * 0.25);
    place(coverage, x, top, width, high);
    double y = top + high + GAP;
    place(figures, x, y, width, figuresHigh);
    y += figuresHigh + GAP;
    place(hearers, x, y, width, other);
    place(duplicates, x, y + other + GAP, width, other);
  }

  /// With as many rows as its legend takes.
  private double coverageHeight(double width) {
    return Math.max(COVERAGE_HEIGHT, coverage.minHeight(width) + LEGEND_SLACK);
  }

  private static void place(Region child, double x, double y, double width, double height) {
    child.resizeRelocate(x, y, width, height);
  }
}
