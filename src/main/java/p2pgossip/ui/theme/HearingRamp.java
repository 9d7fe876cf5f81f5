package p2pgossip.ui.theme;

import javafx.scene.paint.Color;
import p2pgossip.heatmap.Viridis;
import p2pgossip.ui.draw.Drawing;

/// The colours from first to last, in steps of even lightness: those of [Viridis]. Its order is
/// plain also to people who do not see red or green, and in grey. The part that is used begins, on
/// a dark background, or ends, on a light one, where the colour still stands out from the
/// background.
public final class HearingRamp {

  public static final int STEPS = 16;

  private final Color[] colors = new Color[STEPS];

  HearingRamp(boolean dark) {
    double start = dark ? 0.26 : 0;
    double end = dark ? 1 : 0.96;
    for (int step = 0; step < STEPS; step++) {
      colors[step] = viridis(start + (end - start) * step / (STEPS - 1));
    }
  }

  private static Color viridis(double part) {
    int rgb = Viridis.rgb(part);
    return Color.rgb(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
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
    Color color = colors[step];
    int rgb = channel(color.getRed()) << 16 | channel(color.getGreen()) << 8;
    return Viridis.takesBlack(rgb | channel(color.getBlue())) ? Color.BLACK : Color.WHITE;
  }

  private static int channel(double share) {
    return (int) Math.round(share * 255);
  }
}
