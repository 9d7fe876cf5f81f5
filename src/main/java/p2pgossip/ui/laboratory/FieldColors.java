package p2pgossip.ui.laboratory;

import java.util.Arrays;
import javafx.scene.paint.Color;
import p2pgossip.laboratory.HeardRounds;
import p2pgossip.ui.theme.HearingRamp;
import p2pgossip.ui.theme.RolePalette;

/// The colours of the cells, as pixels.
final class FieldColors {

  private final int[] ramp = new int[HearingRamp.STEPS];
  private final int ground;
  private final int lacking;
  private final int crashed;

  FieldColors(RolePalette palette) {
    Arrays.setAll(ramp, step -> pixel(palette.ramp().color(step)));
    ground = pixel(palette.background());
    lacking = pixel(lacking(palette));
    crashed = pixel(crashed(palette));
  }

  /// Of a peer that has not heard the rumour.
  static Color lacking(RolePalette palette) {
    return palette.background().interpolate(palette.ink(), 0.11);
  }

  /// Of a peer that has crashed.
  static Color crashed(RolePalette palette) {
    return palette.background().interpolate(palette.failure(), 0.55);
  }

  private static int pixel(Color color) {
    return (0xff << 24)
        | (channel(color.getRed()) << 16)
        | (channel(color.getGreen()) << 8)
        | channel(color.getBlue());
  }

  private static int channel(double light) {
    return (int) Math.round(light * 255);
  }

  int ground() {
    return ground;
  }

  /// The colour of a peer after a round.
  ///
  /// @param top the round that has the last colour, at least 1
  int of(HeardRounds heard, int peer, int round, int top) {
    int own = heard.round(peer);
    if (own < 0 || own > round) {
      return own < 0 && heard.isCrashed(peer) ? crashed : lacking;
    }
    return ramp[
        Math.min(HearingRamp.STEPS - 1, (int) ((long) own * HearingRamp.STEPS / (top + 1)))];
  }
}
