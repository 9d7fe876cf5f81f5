package p2pgossip.ui.draw;

import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// What painters draw on: the part of JavaFX's `GraphicsContext` that they need, with the same
/// names. All figures are pixels, x to the right and y down. One thread at a time.
///
/// Colours, strokes, fonts and alignments hold until they are set anew, as on a canvas.
public interface Drawing {

  /// Whether it can be enlarged without a blur. Where it can, painters draw every shape as such and
  /// never as an image.
  boolean isVector();

  double width();

  double height();

  /// The pixels of the screen for one of the drawing's.
  double pixelScale();

  void setFill(Color color);

  void setStroke(Color color);

  void setLineWidth(double width);

  /// @param dashes the lengths of lines and gaps in turn; none for a solid line
  void setLineDashes(double... dashes);

  void setLineCap(StrokeLineCap cap);

  void setLineJoin(StrokeLineJoin join);

  void setFont(Font font);

  void setTextAlign(TextAlignment alignment);

  void setTextBaseline(VPos baseline);

  /// Takes away what was drawn there.
  void clearRect(double x, double y, double width, double height);

  void fillRect(double x, double y, double width, double height);

  void strokeRect(double x, double y, double width, double height);

  void fillRoundRect(
      double x, double y, double width, double height, double arcWidth, double arcHeight);

  void fillOval(double x, double y, double width, double height);

  void strokeOval(double x, double y, double width, double height);

  /// A part of an ellipse, left open.
  ///
  /// @param start in degrees, counterclockwise from the right
  /// @param extent in degrees, counterclockwise
  void strokeArc(double x, double y, double width, double height, double start, double extent);

  void strokeLine(double fromX, double fromY, double toX, double toY);

  void strokePolyline(double[] xs, double[] ys, int count);

  void strokePolygon(double[] xs, double[] ys, int count);

  void fillPolygon(double[] xs, double[] ys, int count);

  /// Begins a path of straight pieces, which [#stroke] or [#fill] draws.
  void beginPath();

  void moveTo(double x, double y);

  void lineTo(double x, double y);

  void closePath();

  void stroke();

  void fill();

  void fillText(String text, double x, double y);

  /// Never asked of a drawing that [is of vectors][#isVector].
  void drawImage(Image image, double x, double y);

  /// A part of an image, likewise.
  void drawImage(
      Image image,
      double fromX,
      double fromY,
      double fromWidth,
      double fromHeight,
      double x,
      double y,
      double width,
      double height);

  /// Draws within a rectangle only, for as long as `painting` runs.
  void clipped(double x, double y, double width, double height, Runnable painting);

  /// Moves what `painting` draws to the right and down.
  void translated(double x, double y, Runnable painting);

  /// What `painting` draws belongs together and has a name, for readers of the file that is
  /// written.
  ///
  /// @param kind as in `peer`: a word of lower-case letters
  /// @param name of the one that is drawn; may be empty
  default void named(String kind, String name, Runnable painting) {
    painting.run();
  }
}
