package p2pgossip.ui.laboratory;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Charts side by side where there is room, all of one size, as high as fills the pane. FX thread
/// only.
final class CardGrid extends Region {

  private static final double MIN_WIDTH = 360;
  private static final double MIN_HEIGHT = 240;
  private static final double GAP = 16;
  private static final int MOST_COLUMNS = 3;

  void show(List<? extends Node> cards) {
    getChildren().setAll(cards);
  }

  private int columns(double width) {
    int most = (int) Math.clamp((width + GAP) / (MIN_WIDTH + GAP), 1, MOST_COLUMNS);
    int count = Math.max(1, getChildren().size());
    // As even as the rows can be.
    return Math.ceilDiv(count, Math.ceilDiv(count, most));
  }

  private int rows(double width) {
    return Math.max(1, Math.ceilDiv(getChildren().size(), columns(width)));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    int rows = rows(width < 0 ? getWidth() : width);
    return rows * MIN_HEIGHT + (rows - 1) * GAP;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    int columns = columns(getWidth());
    int rows = rows(getWidth());
    double width = Math.floor((getWidth() - (columns - 1) * GAP) / columns);
    double height = Math.floor((getHeight() - (rows - 1) * GAP) / rows);
    for (int each = 0; each < getChildren().size(); each++) {
      int row = each / columns;
      int column = each % columns;
      getChildren()
          .get(each)
          .resizeRelocate(column * (width + GAP), row * (height + GAP), width, height);
    }
  }
}
