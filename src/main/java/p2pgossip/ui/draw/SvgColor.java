package p2pgossip.ui.draw;

import java.util.Locale;
import javafx.scene.paint.Color;
import p2pgossip.file.SvgElements;

/// Colours as attributes of SVG.
final class SvgColor {

  private SvgColor() {}

  /// Writes the attribute `name`, and `name-opacity` where the colour is not opaque.
  static void write(SvgElements svg, String name, Color color) {
    svg.attribute(
        name,
        String.format(
            Locale.ROOT,
            "#%02x%02x%02x",
            Math.round(color.getRed() * 255),
            Math.round(color.getGreen() * 255),
            Math.round(color.getBlue() * 255)));
    if (color.getOpacity() < 1) {
      svg.attribute(name + "-opacity", color.getOpacity());
    }
  }
}
