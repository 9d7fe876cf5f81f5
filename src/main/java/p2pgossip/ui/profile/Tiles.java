package p2pgossip.ui.profile;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Tiles of one size side by side, in as few rows as there is room for, and these as even as they can
/// be.
final class Tiles extends Region {

  private static final double WIDTH = 104;
  private static final double HEIGHT = 44;
  private static final double GAP = 6;

  Tiles() {
    super();
    getStyleClass().add("profile-tiles");
  }

  void add(Node tile) {
    getChildren().add(tile);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return rows(columns(width < 0 ? getWidth() : width)) * HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    int columns = columns(getWidth());
    double width = Math.floor(getWidth() / columns);
    int index = 0;
    for (Node tile : getChildren()) {
      int row = index / columns;
      tile.resizeRelocate(index % columns * width, row * HEIGHT, width - GAP, HEIGHT);
      index++;
    }
  }

  private int columns(double width) {
    int most = (int) Math.clamp(width / WIDTH, 2, Math.max(2, getChildren().size()));
    return Math.max(1, Math.ceilDiv(getChildren().size(), rows(most)));
  }

  private int rows(int columns) {
    return Math.max(1, Math.ceilDiv(getChildren().size(), columns));
  }
}
