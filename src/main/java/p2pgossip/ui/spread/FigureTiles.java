package p2pgossip.ui.spread;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import p2pgossip.network.SpreadFigures;

/// The figures of one spread, side by side in as many columns as there is room for.
final class FigureTiles extends Region {

  private static final double TILE_WIDTH = 104;
  private static final double TILE_HEIGHT = 44;

  private final Map<Figure, Label> values = new EnumMap<>(Figure.class);
  private final Map<Figure, VBox> tiles = new EnumMap<>(Figure.class);

  FigureTiles() {
    super();
    getStyleClass().add("figure-tiles");
    for (Figure figure : Figure.values()) {
      Label value = new Label();
      value.getStyleClass().add("figure-value");
      Label name = new Label(figure.words());
      name.getStyleClass().addAll(Styles.TEXT_MUTED, "figure-name");
      VBox tile = new VBox(value, name);
      tile.setId("figure-" + figure.name());
      HoverText.on(tile, figure::definition);
      values.put(figure, value);
      tiles.put(figure, tile);
      getChildren().add(tile);
    }
  }

  void show(SpreadFigures figures) {
    values.forEach(
        (figure, label) -> {
          String text = figure.of(figures);
          if (!text.equals(label.getText())) {
            label.setText(text);
            Objects.requireNonNull(tiles.get(figure))
                .setAccessibleText(figure.words() + ": " + text + ". " + figure.definition());
          }
        });
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
    int columns = columns(width < 0 ? getWidth() : width);
    return rows(columns) * TILE_HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    int columns = columns(getWidth());
    double width = Math.floor(getWidth() / columns);
    int index = 0;
    for (Node tile : getChildren()) {
      int row = index / columns;
      tile.resizeRelocate(index % columns * width, row * TILE_HEIGHT, width - 6, TILE_HEIGHT);
      index++;
    }
  }

  /// As few rows as fit, and then as even as they can be.
  private static int columns(double width) {
    int count = Figure.values().length;
    int most = (int) Math.clamp(width / TILE_WIDTH, 2, count);
    int rows = rows(most);
    return (count + rows - 1) / rows;
  }

  private static int rows(int columns) {
    return (Figure.values().length + columns - 1) / columns;
  }
}
