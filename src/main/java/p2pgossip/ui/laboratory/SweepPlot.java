package p2pgossip.ui.laboratory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import p2pgossip.laboratory.SweepChart;
import p2pgossip.laboratory.SweepChart.Cells;
import p2pgossip.laboratory.SweepChart.Spot;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.TextWidths;
import p2pgossip.ui.hint.HoverCard;
import p2pgossip.ui.theme.RolePalette;

/// A chart of a sweep on a canvas of its own. The pointer reads a point off; a click, or the arrow
/// keys, select it. FX thread only.
final class SweepPlot extends Region {

  private static final double MIN_WIDTH = 220;
  private static final double MIN_HEIGHT = 170;

  /// How near the pointer has to be, in pixels.
  private static final double REACH = 26;

  /// How much more a step aside counts than one straight on.
  private static final double ASIDE = 3;

  private static final double HAIR = 1e-9;

  private final Canvas canvas = new Canvas();
  private final TextWidths widths = new TextWidths(SweepPainter.FONT);
  private final Label words = new Label();
  private final HoverCard card = new HoverCard(words);
  private final IntConsumer chosen;
  private final Runnable opened;
  private RolePalette palette = RolePalette.LIGHT;
  private Function<Spot, List<String>> reading = _ -> List.of();
  private @Nullable SweepChart chart;
  private @Nullable SweepFrame frame;
  private int selected = -1;

  /// @param chosen is told the point that the user selects
  /// @param opened is called when the user wants the selected one to be opened
  SweepPlot(IntConsumer chosen, Runnable opened) {
    super();
    this.chosen = chosen;
    this.opened = opened;
    getStyleClass().addAll("plot", "sweep-plot");
    canvas.setManaged(false);
    card.getStyleClass().add("reading-card");
    getChildren().addAll(canvas, card);
    setMinSize(MIN_WIDTH, MIN_HEIGHT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMouseMoved(event -> point(event.getX(), event.getY()));
    setOnMouseExited(_ -> point(Double.NaN, Double.NaN));
    setOnMouseClicked(
        event -> {
          requestFocus();
          at(event.getX(), event.getY()).ifPresent(spot -> chosen.accept(spot.point()));
          if (event.getClickCount() == 2) {
            opened.run();
          }
        });
    setOnKeyPressed(this::pressed);
  }

  @Nullable SweepChart chart() {
    return chart;
  }

  /// @param newSelected the point that stands out; negative for none
  /// @param newReading what a spot says, in some lines
  void show(SweepChart newChart, int newSelected, Function<Spot, List<String>> newReading) {
    chart = newChart;
    reading = newReading;
    selected = newSelected;
    setAccessibleText(newChart.spoken());
    draw();
  }

  void setPalette(RolePalette newPalette) {
    palette = newPalette;
    draw();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      draw();
    }
  }

  private void draw() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    if (chart == null || width < 1 || height < 1) {
      return;
    }
    frame = SweepFrame.of(chart, width, height, widths::of);
    new SweepPainter(new CanvasDrawing(canvas), widths::of, palette)
        .draw(chart, frame, width, height, selected);
  }

  /// The spot at a point of the picture.
  private Optional<Spot> at(double x, double y) {
    SweepChart shown = chart;
    SweepFrame there = frame;
    if (shown == null || there == null) {
      return Optional.empty();
    }
    Optional<Spot> nearest =
        shown.spots().stream().min(Comparator.comparingDouble(spot -> there.distance(spot, x, y)));
    return shown instanceof Cells map
        ? there.contains(x, y) ? Optional.of(cell(map, there, x, y)) : Optional.empty()
        : nearest.filter(spot -> there.distance(spot, x, y) <= REACH);
  }

  private static Spot cell(Cells map, SweepFrame frame, double x, double y) {
    int column =
        (int)
            Math.clamp(
                map.columns() * (x - frame.left()) / (frame.right() - frame.left()),
                0,
                map.columns() - 1);
    int row =
        (int)
            Math.clamp(
                map.rows() * (frame.bottom() - y) / (frame.bottom() - frame.top()),
                0,
                map.rows() - 1);
    return map.spots().get(row * map.columns() + column);
  }

  private void point(double x, double y) {
    Optional<Spot> spot = Double.isNaN(x) ? Optional.empty() : at(x, y);
    card.setVisible(spot.isPresent());
    setCursor(spot.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    if (spot.isPresent() && frame != null) {
      words.setText(String.join("\n", reading.apply(spot.get())));
      card.showBeside(
          frame.x(spot.get().x()), frame.y(spot.get().y()), 12, getWidth(), getHeight());
    }
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> step(-1, 0);
      case RIGHT -> step(1, 0);
      case UP -> step(0, 1);
      case DOWN -> step(0, -1);
      case ENTER -> opened.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// Selects the next one in a direction.
  private void step(int right, int up) {
    List<Spot> spots = chart == null ? List.of() : chart.spots();
    Optional<Spot> from = spots.stream().filter(spot -> spot.point() == selected).findFirst();
    Optional<Spot> to =
        from.isEmpty()
            ? spots.stream().findFirst()
            : spots.stream()
                .filter(spot -> ahead(from.get(), spot, right, up) > HAIR)
                .min(Comparator.comparingDouble(spot -> way(from.get(), spot, right, up)));
    to.ifPresent(spot -> chosen.accept(spot.point()));
  }

  private static double ahead(Spot from, Spot to, int right, int up) {
    return right * (to.x() - from.x()) + up * (to.y() - from.y());
  }

  private static double way(Spot from, Spot to, int right, int up) {
    double aside = Math.abs(up * (to.x() - from.x())) + Math.abs(right * (to.y() - from.y()));
    return ahead(from, to, right, up) + ASIDE * aside;
  }
}
