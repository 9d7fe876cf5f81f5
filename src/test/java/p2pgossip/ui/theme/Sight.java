package p2pgossip.ui.theme;

import javafx.scene.paint.Color;

/// What a person sees who lacks one kind of cone: Viénot, Brettel, Mollon, "Digital video
/// colourmaps for checking the legibility of displays by dichromats" (1999), on linear RGB.
public enum Sight {
  FULL(Double.NaN, Double.NaN),
  PROTANOPIA(0.11238, 0.00401),
  DEUTERANOPIA(0.29275, -0.02234);

  private final double redPart;
  private final double blueShift;

  /// @param redPart of what remains of red and green, the part of red
  /// @param blueShift how much of the difference of red and green shows in blue
  Sight(double redPart, double blueShift) {
    this.redPart = redPart;
    this.blueShift = blueShift;
  }

  /// Red, green and blue as they are seen, linear, 0 to 1.
  public double[] linear(Color color) {
    double red = linear(color.getRed());
    double green = linear(color.getGreen());
    double blue = linear(color.getBlue());
    if (this == FULL) {
      return new double[] {red, green, blue};
    }
    double both = redPart * red + (1 - redPart) * green;
    return new double[] {both, both, Math.clamp(blue + blueShift * (red - green), 0, 1)};
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  /// The distance of two colours in CIELAB (D65); about 2 is just noticeable.
  public double apart(Color one, Color other) {
    double[] first = lab(linear(one));
    double[] second = lab(linear(other));
    return Math.hypot(Math.hypot(first[0] - second[0], first[1] - second[1]), first[2] - second[2]);
  }

  /// How light it looks, 0 to 100 (CIELAB).
  public double lightness(Color color) {
    return lab(linear(color))[0];
  }

  private static double[] lab(double[] rgb) {
    double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
    double y = root(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double value) {
    return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116.0;
  }
}
