package p2pgossip.ui.draw;

import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.stage.Window;

/// Draws on a canvas. FX thread only once the canvas is in a scene.
///
/// @param graphics of the canvas
public record CanvasDrawing(GraphicsContext graphics) implements Drawing {

  public CanvasDrawing(Canvas canvas) {
    this(canvas.getGraphicsContext2D());
  }

  @Override
  public boolean isVector() {
    return false;
  }

  @Override
  public double width() {
    return graphics.getCanvas().getWidth() / magnification();
  }

  @Override
  public double height() {
    return graphics.getCanvas().getHeight() / magnification();
  }

  private double magnification() {
    return SharpCanvas.magnification(graphics.getCanvas());
  }

  @Override
  public double pixelScale() {
    Scene scene = graphics.getCanvas().getScene();
    Window window = scene == null ? null : scene.getWindow();
    return magnification() * (window == null ? 1 : window.getRenderScaleX());
  }

  @Override
  public void setFill(Color color) {
    graphics.setFill(color);
  }

  @Override
  public void setStroke(Color color) {
    graphics.setStroke(color);
  }

  @Override
  public void setLineWidth(double width) {
    graphics.setLineWidth(width);
  }

  @Override
  public void setLineDashes(double... dashes) {
    graphics.setLineDashes(dashes);
  }

  @Override
  public void setLineCap(StrokeLineCap cap) {
    graphics.setLineCap(cap);
  }

  @Override
  public void setLineJoin(StrokeLineJoin join) {
    graphics.setLineJoin(join);
  }

  @Override
  public void setFont(Font font) {
    graphics.setFont(font);
  }

  @Override
  public void setTextAlign(TextAlignment alignment) {
    graphics.setTextAlign(alignment);
  }

  @Override
  public void setTextBaseline(VPos baseline) {
    graphics.setTextBaseline(baseline);
  }

  @Override
  public void clearRect(double x, double y, double width, double height) {
    graphics.clearRect(x, y, width, height);
  }

  @Override
  public void fillRect(double x, double y, double width, double height) {
    graphics.fillRect(x, y, width, height);
  }

  @Override
  public void strokeRect(double x, double y, double width, double height) {
    graphics.strokeRect(x, y, width, height);
  }

  @Override
  public void fillRoundRect(
      double x, double y, double width, double height, double arcWidth, double arcHeight) {
    graphics.fillRoundRect(x, y, width, height, arcWidth, arcHeight);
  }

  @Override
  public void fillOval(double x, double y, double width, double height) {
    graphics.fillOval(x, y, width, height);
  }

  @Override
  public void strokeOval(double x, double y, double width, double height) {
    graphics.strokeOval(x, y, width, height);
  }

  @Override
  public void strokeArc(
      double x, double y, double width, double height, double start, double extent) {
    graphics.strokeArc(x, y, width, height, start, extent, ArcType.OPEN);
  }

  @Override
  public void strokeLine(double fromX, double fromY, double toX, double toY) {
    graphics.strokeLine(fromX, fromY, toX, toY);
  }

  @Override
  public void strokePolyline(double[] xs, double[] ys, int count) {
    graphics.strokePolyline(xs, ys, count);
  }

  @Override
  public void strokePolygon(double[] xs, double[] ys, int count) {
    graphics.strokePolygon(xs, ys, count);
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int count) {
    graphics.fillPolygon(xs, ys, count);
  }

  @Override
  public void beginPath() {
    graphics.beginPath();
  }

  @Override
  public void moveTo(double x, double y) {
    graphics.moveTo(x, y);
  }

  @Override
  public void lineTo(double x, double y) {
    graphics.lineTo(x, y);
  }

  @Override
  public void closePath() {
    graphics.closePath();
  }

  @Override
  public void stroke() {
    graphics.stroke();
  }

  @Override
  public void fill() {
    graphics.fill();
  }

  @Override
  public void fillText(String text, double x, double y) {
    graphics.fillText(text, x, y);
  }

  @Override
  public void drawImage(Image image, double x, double y) {
    graphics.drawImage(image, x, y);
  }

  @Override
  public void drawImage(
      Image image,
      double fromX,
      double fromY,
      double fromWidth,
      double fromHeight,
      double x,
      double y,
      double width,
      double height) {
    graphics.drawImage(image, fromX, fromY, fromWidth, fromHeight, x, y, width, height);
  }

  @Override
  public void clipped(double x, double y, double width, double height, Runnable painting) {
    graphics.save();
    graphics.beginPath();
    graphics.rect(x, y, width, height);
    graphics.clip();
    painting.run();
    graphics.restore();
  }

  @Override
  public void translated(double x, double y, Runnable painting) {
    graphics.save();
    graphics.translate(x, y);
    painting.run();
    graphics.restore();
  }
}
