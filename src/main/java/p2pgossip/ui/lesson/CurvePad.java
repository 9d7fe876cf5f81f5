package p2pgossip.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import p2pgossip.ui.chart.SeriesLook;
import p2pgossip.ui.theme.RolePalette;

/// An empty coverage chart into which a curve is drawn by hand: with the pointer, or with the arrow
/// keys. FX thread only.
final class CurvePad extends Region {

  private static final double HEIGHT = 190;
  private static final double LEFT = 44;
  private static final double RIGHT = 12;
  private static final double TOP = 10;
  private static final double BOTTOM = 30;

  /// What an arrow key adds.
  private static final double STEP = 0.05;

  private static final int GRID_LINES = 4;
  private static final double FONT_SIZE = 12;

  private final Canvas canvas = new Canvas();
  private final ReadOnlyBooleanWrapper drawn = new ReadOnlyBooleanWrapper(this, "drawn");
  private final double[] shares;
  private final String unit;
  private RolePalette palette = RolePalette.LIGHT;
  private Color ink = Color.GRAY;

  /// The point to which the keys lead.
  private int cursor;

  /// Up to which point something has been drawn; -1 at first.
  private int reached = -1;

  /// @param until the last point of time
  /// @param unit of time, in words
  CurvePad(int until, String unit) {
    super();
    this.unit = unit;
    shares = new double[until + 1];
    getStyleClass().add("lesson-curve-pad");
    getChildren().add(canvas);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setOnMousePressed(
        event -> {
          requestFocus();
          draw(event.getX(), event.getY(), false);
        });
    setOnMouseDragged(event -> draw(event.getX(), event.getY(), true));
    setOnKeyPressed(this::press);
    focusedProperty().subscribe(_ -> paint());
    disabledProperty().subscribe(_ -> paint());
    speak();
  }

  /// Whether a curve has been drawn to its end. Where nothing was drawn, the last share holds.
  ReadOnlyBooleanProperty drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /// Whether there is nothing to take yet.
  BooleanBinding empty() {
    return drawn.not();
  }

  List<Double> shares() {
    List<Double> list = new ArrayList<>();
    for (double share : shares) {
      list.add(share);
    }
    return list;
  }

  void show(List<Double> predicted) {
    for (int i = 0; i < Math.min(shares.length, predicted.size()); i++) {
      shares[i] = predicted.get(i);
    }
    reached = shares.length - 1;
    drawn.set(true);
    paint();
  }

  void setPalette(RolePalette newPalette) {
    palette = newPalette;
    ink = newPalette == RolePalette.DARK ? Color.LIGHTGRAY : Color.DIMGRAY;
    paint();
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> cursor = Math.max(0, cursor - 1);
      case RIGHT -> cursor = Math.min(shares.length - 1, cursor + 1);
      case HOME -> cursor = 0;
      case END -> cursor = shares.length - 1;
      case UP -> set(cursor, shares[cursor] + STEP);
      case DOWN -> set(cursor, shares[cursor] - STEP);
      default -> {
        return;
      }
    }
    event.consume();
    speak();
    paint();
  }

  private void draw(double x, double y, boolean joined) {
    double width = canvas.getWidth() - LEFT - RIGHT;
    double height = canvas.getHeight() - TOP - BOTTOM;
    int last = shares.length - 1;
    int point = (int) Math.clamp(Math.rint((x - LEFT) / width * last), 0, last);
    double share = 1 - (y - TOP) / height;
    int before = cursor;
    double from = shares[before];
    set(point, share);
    if (joined && Math.abs(point - before) > 1) {
      int step = point > before ? 1 : -1;
      for (int each = before + step; each != point; each += step) {
        double part = (double) (each - before) / (point - before);
        set(each, from + part * (shares[point] - from));
      }
    }
    cursor = point;
    speak();
    paint();
  }

  /// Sets a share. What lies behind the drawn part follows.
  private void set(int point, double share) {
    double bounded = Math.clamp(share, 0, 1);
    shares[point] = Math.rint(bounded * 1000) / 1000;
    if (point >= reached) {
      reached = point;
      for (int each = point + 1; each < shares.length; each++) {
        shares[each] = shares[point];
      }
    }
    drawn.set(true);
  }

  private void speak() {
    setAccessibleText(
        "Draw the curve: at %s %s, %s %% have heard it. The arrow keys move along it and change it."
            .formatted(cursor, unit, Math.round(100 * shares[cursor])));
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(Math.floor(getWidth()));
    canvas.setHeight(Math.floor(getHeight()));
    paint();
  }

  private void paint() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    if (width < LEFT + RIGHT + 1) {
      return;
    }
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, width, height);
    graphics.setFont(Font.font(FONT_SIZE));
    graphics.setLineWidth(1);
    graphics.setStroke(ink.deriveColor(0, 1, 1, 0.35));
    graphics.setFill(ink);
    graphics.setTextAlign(TextAlignment.RIGHT);
    for (int line = 0; line <= GRID_LINES; line++) {
      double y = Math.rint(y((double) line / GRID_LINES)) + 0.5;
      graphics.strokeLine(LEFT, y, width - RIGHT, y);
      graphics.fillText(100 * line / GRID_LINES + " %", LEFT - 6, y + 4);
    }
    graphics.setTextAlign(TextAlignment.CENTER);
    int last = shares.length - 1;
    int every = Math.max(1, Math.ceilDiv(last, 6));
    for (int point = 0; point <= last; point += every) {
      graphics.fillText(Integer.toString(point), x(point), height - BOTTOM + 15);
    }
    graphics.fillText(unit, (LEFT + width - RIGHT) / 2, height - 3);
    graphics.setStroke(SeriesLook.FIRST.color(palette));
    graphics.setLineWidth(2.6);
    graphics.beginPath();
    for (int point = 0; point <= last; point++) {
      if (point == 0) {
        graphics.moveTo(x(point), y(shares[point]));
      } else {
        graphics.lineTo(x(point), y(shares[point]));
      }
    }
    if (drawn.get()) {
      graphics.stroke();
    }
    if (isFocused()) {
      graphics.setFill(SeriesLook.FIRST.color(palette));
      graphics.fillOval(x(cursor) - 5, y(shares[cursor]) - 5, 10, 10);
    }
  }

  private double x(int point) {
    return LEFT + (canvas.getWidth() - LEFT - RIGHT) * point / (shares.length - 1);
  }

  private double y(double share) {
    return TOP + (canvas.getHeight() - TOP - BOTTOM) * (1 - share);
  }
}
