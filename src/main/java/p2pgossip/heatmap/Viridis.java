package p2pgossip.heatmap;

import java.util.List;

/// The colours of viridis (Smith and van der Walt 2015, made for Matplotlib), whose lightness grows
/// evenly, so that it reads the same in grey and for people who see few colours.
public final class Viridis {

  /// At even distances; between them it is straight to the eye.
  private static final List<Integer> COLORS =
      List.of(
          0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151,
          0xbddf26, 0xfde725);

  private Viridis() {}

  /// A colour as red, green and blue, eight bits each.
  ///
  /// @param part from the darkest, 0, to the lightest, 1
  public static int rgb(double part) {
    double place = Math.clamp(part, 0.0, 1.0) * (COLORS.size() - 1);
    int before = Math.min((int) place, COLORS.size() - 2);
    double rest = place - before;
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = COLORS.get(before) >> shift & 0xff;
      int high = COLORS.get(before + 1) >> shift & 0xff;
      mixed |= (int) Math.round(low + (high - low) * rest) << shift;
    }
    return mixed;
  }

  /// Whether black can be read better on a colour than white (WCAG 2.2, contrast ratio).
  public static boolean takesBlack(int rgb) {
    double light = luminance(rgb) + 0.05;
    return light / 0.05 > 1.05 / light;
  }

  /// Relative luminance, 0 to 1 (WCAG 2.2).
  static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
