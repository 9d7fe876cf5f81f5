package p2pgossip.export;

import java.util.List;
import java.util.Locale;

/// The colours of heat maps: viridis (Smith and van der Walt 2015), whose lightness grows evenly,
/// so that it reads the same in grey and for people who see few colours. Immutable.
///
/// @param from the value of the darkest
/// @param to the value of the lightest
record HeatScale(double from, double to) {

  /// Viridis at even distances; between them it is straight to the eye.
  private static final List<Integer> VIRIDIS =
      List.of(
          0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151,
          0xbddf26, 0xfde725);

  private static final String DARK = "#000000";
  private static final String LIGHT = "#ffffff";

  /// Where black and white contrast with a colour alike (WCAG 2.2, contrast ratio).
  private static final double AS_FAR_FROM_BLACK = Math.sqrt(1.05 * 0.05) - 0.05;

  /// The colour of a value as in SVG; beyond the ends that of the end.
  String color(double value) {
    return String.format(Locale.ROOT, "#%06x", rgb(value));
  }

  /// The ink for words on that colour: black or white, whichever can be read better.
  String ink(double value) {
    return luminance(rgb(value)) > AS_FAR_FROM_BLACK ? DARK : LIGHT;
  }

  private int rgb(double value) {
    double share = to > from ? Math.clamp((value - from) / (to - from), 0.0, 1.0) : 0;
    double place = share * (VIRIDIS.size() - 1);
    int before = Math.min((int) place, VIRIDIS.size() - 2);
    double rest = place - before;
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = VIRIDIS.get(before) >> shift & 0xff;
      int high = VIRIDIS.get(before + 1) >> shift & 0xff;
      mixed |= (int) Math.round(low + (high - low) * rest) << shift;
    }
    return mixed;
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
