package p2pgossip.ui.theme;

import javafx.scene.paint.Color;
import p2pgossip.ui.draw.Drawing;

/// The colours from first to last, in steps of even lightness: viridis (Smith and van der Walt,
/// 2015, made for Matplotlib). Its order is plain also to people who do not see red or green, and
/// in grey. The part that is used begins, on a dark background, or ends, on a light one, where the
/// colour still stands out from the background.
public final class HearingRamp {

  public static final int STEPS = 16;

  private static final Color[] VIRIDIS = {
    Color.web("#440154"),
    Color.web("#472d7b"),
    Color.web("#3b528b"),
    Color.web("#2c728e"),
    Color.web("#21918c"),
    Color.web("#28ae80"),
    Color.web("#5ec962"),
    Color.web("#addc30"),
    Color.web("#fde725")
  };

  private final Color[] colors = new Color[STEPS];

  HearingRamp(boolean dark) {
    double start = dark ? 0.26 : 0;
    double end = dark ? 1 : 0.96;
    for (int step = 0; step < STEPS; step++) {
      colors[step] = viridis(start + (end - start) * step / (STEPS - 1));
    }
  }

  private static Color viridis(double part) {
    double at = part * (VIRIDIS.length - 1);
    int below = Math.min(VIRIDIS.length - 2, (int) at);
    return VIRIDIS[below].interpolate(VIRIDIS[below + 1], at - below);
  }

  /// @param part 0 to 1
  public static int step(double part) {
    return Math.clamp(Math.round(part * (STEPS - 1)), 0, STEPS - 1);
  }

  /// @param step 0 to [#STEPS] - 1
  public Color color(int step) {
    return colors[step];
  }

  /// Draws all of it from left to right.
  public void draw(Drawing drawing, double x, double y, double width, double height) {
    double step = width / STEPS;
    for (int each = 0; each < STEPS; each++) {
      drawing.setFill(colors[each]);
      drawing.fillRect(x + Math.floor(each * step), y, Math.ceil(step), height);
    }
  }

  /// Black or white for a mark or a text on a step, whichever stands out more: at 4.5:1 or more
  /// (WCAG 2.2, 1.4.3).
  public Color over(int step) {
    double light = luminance(colors[step]) + 0.05;
    return light / 0.05 > 1.05 / light ? Color.BLACK : Color.WHITE;
  }

  /// The relative luminance as in WCAG 2.2.
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
