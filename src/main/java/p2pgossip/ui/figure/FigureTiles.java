package p2pgossip.ui.figure;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.StyleSheets;

/// Figures as tiles of one size side by side, in as few rows as there is room for, and these as
/// even as they can be. FX thread only.
public final class FigureTiles<V> extends Region {

  static final double WIDTH = 104;
  private static final double HEIGHT = 44;
  private static final double GAP = 6;

  /// Of characters in the usual size, as in "24 of 24".
  private static final int ROOM = 9;

  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

  private final List<Tile<V>> tiles = new ArrayList<>();
  private Consumer<@Nullable Figure<V>> pointed = _ -> {};

  /// @param prefix stands before the names of the figures, by which the tiles are found in the
  ///     scene
  public FigureTiles(List<? extends Figure<V>> figures, String prefix) {
    super();
    getStyleClass().add("figure-tiles");
    getStylesheets().add(StyleSheets.of(FigureTiles.class, "figure.css"));
    for (Figure<V> figure : figures) {
      Tile<V> tile = new Tile<>(figure);
      tile.setId(prefix + figure.name());
      tile.hoverProperty().subscribe(hovered -> pointed.accept(hovered ? figure : null));
      tiles.add(tile);
    }
    getChildren().addAll(tiles);
  }

  /// Tells on which figure the pointer rests; null once it has left it.
  public void onPointed(Consumer<@Nullable Figure<V>> whenPointed) {
    pointed = whenPointed;
  }

  public void show(V view) {
    tiles.forEach(tile -> tile.show(view));
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
    for (Node tile : tiles) {
      int row = index / columns;
      tile.resizeRelocate(index % columns * width, row * HEIGHT, width - GAP, HEIGHT);
      index++;
    }
  }

  private int columns(double width) {
    int most = (int) Math.clamp(width / WIDTH, 2, Math.max(2, tiles.size()));
    return Math.max(1, Math.ceilDiv(tiles.size(), rows(most)));
  }

  private int rows(int columns) {
    return Math.max(1, Math.ceilDiv(tiles.size(), columns));
  }

  /// One figure, with its name below it and its definition under the pointer.
  private static final class Tile<V> extends VBox {

    private final Figure<V> figure;
    private final Label value = new Label();

    private Tile(Figure<V> figure) {
      super();
      this.figure = figure;
      value.getStyleClass().add("figure-value");
      value.setMinWidth(USE_PREF_SIZE);
      Label name = new Label(figure.words());
      name.getStyleClass().addAll(Styles.TEXT_MUTED, "figure-name");
      getChildren().addAll(value, name);
      Hint.on(this, figure.definition());
    }

    private void show(V view) {
      String text = figure.of(view);
      if (!text.equals(value.getText())) {
        value.setText(text);
        value.pseudoClassStateChanged(LONG, text.length() > ROOM);
        setAccessibleText(figure.words() + ": " + text);
      }
    }
  }
}
