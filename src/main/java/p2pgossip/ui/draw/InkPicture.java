package p2pgossip.ui.draw;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// A small picture in one colour, that of the style sheet's `-ink` for `.ink-picture`. FX thread
/// only.
public final class InkPicture extends Region {

  /// Draws the whole picture.
  @FunctionalInterface
  public interface Drawer {
    /// @param pen with the ink as its fill and its stroke, on a clear ground
    void draw(GraphicsContext pen, double width, double height);
  }

  private final Drawer drawer;
  private final Canvas canvas = new Canvas();
  private final StyleableObjectProperty<Paint> ink =
      new SimpleStyleableObjectProperty<>(Ink.INK, this, "ink", Color.GRAY);

  public InkPicture(Drawer drawer) {
    super();
    this.drawer = drawer;
    getStyleClass().add("ink-picture");
    getChildren().add(canvas);
    ink.subscribe(_ -> redraw());
  }

  /// Draws it anew, after it has changed.
  public void redraw() {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    pen.setFill(ink.get());
    pen.setStroke(ink.get());
    pen.setGlobalAlpha(1);
    if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
      drawer.draw(pen, canvas.getWidth(), canvas.getHeight());
    }
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    redraw();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return Ink.ALL;
  }

  /// Lets the style sheet choose the colour.
  private static final class Ink {

    private static final CssMetaData<InkPicture, Paint> INK =
        new CssMetaData<>("-ink", StyleConverter.getPaintConverter(), Color.GRAY) {
          @Override
          public boolean isSettable(InkPicture picture) {
            return !picture.ink.isBound();
          }

          @Override
          public StyleableProperty<Paint> getStyleableProperty(InkPicture picture) {
            return picture.ink;
          }
        };

    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private static List<CssMetaData<? extends Styleable, ?>> all() {
      List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
      all.add(INK);
      return List.copyOf(all);
    }
  }
}
