package p2pgossip.ui.spread;

import javafx.scene.layout.Region;

/// A small bar that shows how far a rumour has spread.
final class CoverageBar extends Region {

  private static final double HEIGHT = 6;
  private static final double MIN_WIDTH = 36;

  private final Region reached = new Region();
  private double part;

  CoverageBar() {
    super();
    getStyleClass().add("coverage-bar");
    reached.getStyleClass().add("reached");
    reached.setManaged(false);
    getChildren().add(reached);
    setMinSize(MIN_WIDTH, HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
  }

  /// @param newPart from 0 to 1
  void setPart(double newPart) {
    if (part != newPart) {
      part = newPart;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    reached.resizeRelocate(0, 0, Math.rint(getWidth() * part), getHeight());
  }
}
