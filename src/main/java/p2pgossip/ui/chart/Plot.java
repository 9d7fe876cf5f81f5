package p2pgossip.ui.chart;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.SharpCanvas;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.draw.TextWidths;
import p2pgossip.ui.theme.RolePalette;

/// One chart on a canvas of its own, with a line and a card that follow the pointer and read off
/// the values. FX thread only.
///
/// JavaFX's own charts make a scene node of every point, and chart libraries add a megabyte or more
/// that is not needed here. This one draws a spread in a fraction of a millisecond, and looks like
/// the rest of the window.
public final class Plot extends Region {

  private static final double MIN_WIDTH = 160;
  private static final double MIN_HEIGHT = 130;

  private final Canvas canvas = new Canvas();
  private final TextWidths widths = new TextWidths(Font.font(PlotPainter.FONT_SIZE));
  private final PlotPainter painter = new PlotPainter(new CanvasDrawing(canvas), widths::of);
  private final Line hair = new Line();
  private final ReadingCard card = new ReadingCard();
  private final Label nothing = new Label();
  private final MomentMarks moments = new MomentMarks(0, MomentMarks.Lines.DOWN);
  private RolePalette palette = RolePalette.LIGHT;
  private @Nullable Chart chart;
  private @Nullable PlotFrame frame;
  private List<MomentMarks.Stroke> strokes = List.of();
  private double pointer = Double.NaN;
  private double drawnWidth;
  private double drawnHeight;
  private double magnification = 1;

  Plot() {
    super();
    getStyleClass().add("plot");
    hair.getStyleClass().add("hair");
    hair.setManaged(false);
    hair.setMouseTransparent(true);
    hair.setVisible(false);
    canvas.setManaged(false);
    nothing.setManaged(false);
    nothing.setVisible(false);
    nothing.setWrapText(true);
    nothing.setAlignment(Pos.CENTER);
    nothing.setTextAlignment(TextAlignment.CENTER);
    nothing.getStyleClass().add(Styles.TEXT_MUTED);
    moments.setManaged(false);
    getChildren().addAll(canvas, nothing, moments, hair, card.card());
    setMinSize(MIN_WIDTH, MIN_HEIGHT);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMouseMoved(event -> point(event.getX()));
    setOnMouseDragged(event -> point(event.getX()));
    setOnMouseExited(_ -> point(Double.NaN));
  }

  @Nullable Chart chart() {
    return chart;
  }

  void show(Chart newChart) {
    chart = newChart;
    nothing.setVisible(false);
    setAccessibleText(newChart.spoken());
    draw();
  }

  /// Shows a sentence in place of a chart.
  void showNothing(String words) {
    chart = null;
    frame = null;
    nothing.setText(words);
    nothing.setVisible(true);
    setAccessibleText(words);
    painter.clear(drawnWidth, drawnHeight);
    showMoments();
    read();
  }

  void setPalette(RolePalette newPalette) {
    palette = newPalette;
    painter.setPalette(palette);
    draw();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    nothing.resizeRelocate(0, 0, width, height);
    if (width != drawnWidth || height != drawnHeight) {
      drawnWidth = width;
      drawnHeight = height;
      resizeCanvas();
    }
  }

  /// Keeps it sharp where it is shown magnified.
  void setMagnification(double newMagnification) {
    magnification = newMagnification;
    resizeCanvas();
  }

  private void resizeCanvas() {
    SharpCanvas.resize(canvas, drawnWidth, drawnHeight, magnification);
    draw();
  }

  private void draw() {
    if (drawnWidth < 1 || drawnHeight < 1) {
      return;
    }
    if (chart == null) {
      painter.clear(drawnWidth, drawnHeight);
      return;
    }
    frame = PlotFrame.of(chart, drawnWidth, drawnHeight, widths::of);
    painter.draw(chart, frame, drawnWidth, drawnHeight);
    moments.resizeRelocate(frame.left(), 1, frame.right() - frame.left(), frame.bottom() - 1);
    showMoments();
    read();
  }

  /// Marks moments on an axis of time.
  void mark(List<MomentMarks.Stroke> newStrokes, Consumer<Instant> seek) {
    strokes = newStrokes;
    moments.setSeek(seek);
    showMoments();
  }

  private void showMoments() {
    boolean timed = chart != null && chart.across().unit() == Chart.Unit.TIME;
    moments.setVisible(timed);
    if (timed && frame != null) {
      moments.show(strokes, 0, frame.across().end());
    }
  }

  private void point(double x) {
    pointer = x;
    read();
  }

  private void read() {
    boolean within =
        chart != null
            && frame != null
            && !chart.series().isEmpty()
            && pointer >= frame.left()
            && pointer <= frame.right();
    hair.setVisible(within);
    card.card().setVisible(within);
    if (!within || chart == null || frame == null) {
      return;
    }
    double number = Math.clamp(frame.across().number(pointer), 0, frame.across().end());
    boolean whole =
        chart.across().unit() == Chart.Unit.PERIODS || chart.across().unit() == Chart.Unit.ROUNDS;
    double shown = whole ? Math.rint(number) : number;
    double x = Math.rint(frame.across().pixel(shown)) + 0.5;
    hair.setStartX(x);
    hair.setEndX(x);
    hair.setStartY(frame.top());
    hair.setEndY(frame.bottom());
    card.read(chart, shown, palette);
    card.card().showBeside(x, frame.top(), 0, getWidth(), getHeight());
  }

  /// The chart alone, as large as it is here; null while there is none.
  @Nullable Sketch sketch(String heading, String remark) {
    boolean laidOut = drawnWidth >= 1 && drawnHeight >= 1;
    return chart == null || !laidOut
        ? null
        : ChartSketch.of(heading, remark, chart, drawnWidth, drawnHeight);
  }
}
