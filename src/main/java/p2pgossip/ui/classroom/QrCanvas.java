package p2pgossip.ui.classroom;

import io.nayuki.qrcodegen.QrCode;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// A text as a QR code (ISO/IEC 18004), dark on light in either theme, because not every camera
/// reads it the other way round. FX thread only.
final class QrCanvas extends Canvas {

  /// The light margin without which a camera does not find the code, in squares.
  private static final int MARGIN = 4;

  /// @param most its width and height are the largest multiple of a square that is not more
  QrCanvas(double most) {
    super(most, most);
    setId("class-qr");
  }

  void show(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int squares = code.size + 2 * MARGIN;
    double square = Math.max(1, Math.floor(getWidth() / squares));
    double start = Math.floor((getWidth() - square * squares) / 2);
    GraphicsContext graphics = getGraphicsContext2D();
    graphics.setFill(Color.WHITE);
    graphics.fillRect(0, 0, getWidth(), getHeight());
    graphics.setFill(Color.BLACK);
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          graphics.fillRect(
              start + (x + MARGIN) * square, start + (y + MARGIN) * square, square, square);
        }
      }
    }
  }
}
