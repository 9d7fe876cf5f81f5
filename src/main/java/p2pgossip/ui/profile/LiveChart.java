package p2pgossip.ui.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// Lines over the last two minutes; the right edge is now. They are shapes, not a canvas, so that
/// the style sheet alone decides their colours.
final class LiveChart extends Region {

  private static final double LABELS_WIDTH = 44;
  private static final double LABELS_HEIGHT = 18;
  private static final double TOP = 7;
  private static final double RIGHT = 4;
  private static final int STEPS = 2;

  private final String unit;
  private final List<ToDoubleFunction<Point>> series;
  private final List<Path> lines = new ArrayList<>();
  private final List<Line> grid = new ArrayList<>();
  private final List<Label> ticks = new ArrayList<>();
  private final Label begin = new Label("2 min ago");
  private final Label end = new Label("now");
  private List<Point> points = List.of();
  private double top = 1;

  /// @param unit stands behind the greatest figure of the axis
  /// @param series what is drawn, each of the style class `series-0`, `series-1` and so on; the
  /// first lies on top
  LiveChart(String unit, List<ToDoubleFunction<Point>> series) {
    super();
    this.unit = unit;
    this.series = List.copyOf(series);
    getStyleClass().add("live-chart");
    for (int i = 0; i <= STEPS; i++) {
      Line line = new Line();
      line.getStyleClass().add("grid-line");
      grid.add(line);
      Label tick = new Label();
      tick.getStyleClass().add("tick");
      ticks.add(tick);
    }
    for (int i = 0; i < series.size(); i++) {
      Path line = new Path();
      line.getStyleClass().addAll("series", "series-" + i);
      lines.add(line);
    }
    begin.getStyleClass().add("tick");
    end.getStyleClass().add("tick");
    getChildren().addAll(grid);
    getChildren().addAll(lines.reversed());
    getChildren().addAll(ticks);
    getChildren().addAll(begin, end);
    setMinSize(120, 92);
    setPrefSize(300, 130);
    setMouseTransparent(true);
  }

  void show(List<Point> newPoints) {
    points = newPoints;
    top = roundedUp(greatest());
    for (int i = 0; i <= STEPS; i++) {
      ticks.get(i).setText(number(top * i / STEPS) + (i == STEPS ? unit : ""));
    }
    requestLayout();
  }

  private double greatest() {
    double greatest = 0;
    for (ToDoubleFunction<Point> each : series) {
      for (Point point : points) {
        double value = each.applyAsDouble(point);
        greatest = Double.isNaN(value) ? greatest : Math.max(greatest, value);
      }
    }
    return greatest;
  }

  /// The next of 1, 2, 4, 10, 20, 40 and so on, whose halves are round too.
  static double roundedUp(double value) {
    double power = 1;
    while (value > 10 * power) {
      power *= 10;
    }
    for (int factor : new int[] {1, 2, 4}) {
      if (value <= factor * power) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static String number(double value) {
    return String.format(Locale.UK, value == Math.rint(value) ? "%,.0f" : "%.1f", value);
  }

  @Override
  protected void layoutChildren() {
    double left = LABELS_WIDTH;
    double right = getWidth() - RIGHT;
    double bottom = getHeight() - LABELS_HEIGHT;
    for (int i = 0; i <= STEPS; i++) {
      double y = Math.round(bottom - (bottom - TOP) * i / STEPS) + 0.5;
      Line line = grid.get(i);
      line.setStartX(left);
      line.setEndX(right);
      line.setStartY(y);
      line.setEndY(y);
      Label tick = ticks.get(i);
      tick.autosize();
      tick.relocate(left - 6 - tick.getWidth(), Math.round(y - tick.getHeight() / 2));
    }
    begin.autosize();
    begin.relocate(left, getHeight() - begin.getHeight());
    end.autosize();
    end.relocate(right - end.getWidth(), getHeight() - end.getHeight());
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).getElements().setAll(path(series.get(i), left, right, bottom));
    }
  }

  private List<PathElement> path(
      ToDoubleFunction<Point> of, double left, double right, double bottom) {
    List<PathElement> path = new ArrayList<>();
    if (points.isEmpty()) {
      return path;
    }
    Instant now = points.getLast().at();
    double perNano = (right - left) / History.SHOWN.toNanos();
    boolean drawing = false;
    for (Point point : points) {
      double value = of.applyAsDouble(point);
      if (Double.isNaN(value)) {
        // A gap, since nothing was measured.
        drawing = false;
        continue;
      }
      double x = right - Duration.between(point.at(), now).toNanos() * perNano;
      double y = bottom - (bottom - TOP) * Math.min(value / top, 1);
      path.add(drawing ? new LineTo(x, y) : new MoveTo(x, y));
      drawing = true;
    }
    return path;
  }
}
