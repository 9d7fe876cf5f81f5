package p2pgossip.ui.draw;

import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// What holds in a [Drawing] until it is set anew. A canvas begins with the same. One thread at a
/// time.
final class DrawingState {

  Color fill = Color.BLACK;
  Color stroke = Color.BLACK;
  double lineWidth = 1;
  double[] dashes = {};
  StrokeLineCap cap = StrokeLineCap.SQUARE;
  StrokeLineJoin join = StrokeLineJoin.MITER;
  Font font = Font.getDefault();
  TextAlignment alignment = TextAlignment.LEFT;
  VPos baseline = VPos.BASELINE;

  DrawingState copy() {
    DrawingState copy = new DrawingState();
    copy.fill = fill;
    copy.stroke = stroke;
    copy.lineWidth = lineWidth;
    copy.dashes = dashes;
    copy.cap = cap;
    copy.join = join;
    copy.font = font;
    copy.alignment = alignment;
    copy.baseline = baseline;
    return copy;
  }
}
