package p2pgossip.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An axis of a chart: what stands where on it. Places are 0 to 1.
///
/// @param title what it counts
/// @param ticks from 0 to 1
/// @param low the number at 0; of an axis of words NaN
/// @param high the number at 1
/// @param logarithmic whether equal ratios are equally far apart
public record SweepScale(
    String title, List<Tick> ticks, double low, double high, boolean logarithmic) {

  /// This many ticks are enough.
  private static final int PARTS = 6;

  /// The room beside the first and the last value of an axis across.
  private static final double MARGIN = 0.05;

  private static final double HAIR = 1e-9;

  /// A place with words of its own.
  public record Tick(double place, String words) {}

  public SweepScale {
    ticks = List.copyOf(ticks);
  }

  /// An axis of words, each in the middle of a room of its own.
  static SweepScale words(String title, List<String> words) {
    List<Tick> ticks = new ArrayList<>();
    for (int each = 0; each < words.size(); each++) {
      ticks.add(new Tick((each + 0.5) / words.size(), words.get(each)));
    }
    return new SweepScale(title, ticks, Double.NaN, Double.NaN, false);
  }

  /// An axis across, from a bit below the least number to a bit above the greatest.
  ///
  /// @param wantsLogarithm is heeded if all numbers are above 0
  static SweepScale across(String title, double least, double greatest, boolean wantsLogarithm) {
    if (least == greatest) {
      double room = least == 0 ? 1 : Math.abs(least) / 2;
      return linear(title, least - room, greatest + room);
    }
    if (wantsLogarithm && least > 0) {
      double room = Math.pow(greatest / least, MARGIN);
      return logarithmic(title, least / room, greatest * room);
    }
    double room = MARGIN * (greatest - least);
    return linear(title, least - room, greatest + room);
  }

  /// An axis upwards, from 0 or a round number below the least to one above the greatest.
  ///
  /// @param wantsLogarithm is heeded if all numbers are above 0
  static SweepScale up(String title, double least, double greatest, boolean wantsLogarithm) {
    if (wantsLogarithm && least > 0) {
      return logarithmic(
          title,
          Math.pow(10, Math.floor(Math.log10(least) + HAIR)),
          Math.pow(
              10,
              Math.max(
                  Math.ceil(Math.log10(greatest) - HAIR),
                  Math.floor(Math.log10(least) + HAIR) + 1)));
    }
    double bottom = Math.min(0, least);
    double top = greatest > bottom ? greatest : bottom + 1;
    double step = step((top - bottom) / PARTS);
    return linear(
        title, Math.floor(bottom / step + HAIR) * step, Math.ceil(top / step - HAIR) * step);
  }

  private static SweepScale linear(String title, double low, double high) {
    double step = step((high - low) / PARTS);
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + HAIR));
    List<Tick> ticks = new ArrayList<>();
    long last = (long) Math.floor(high / step + HAIR);
    for (long each = (long) Math.ceil(low / step - HAIR); each <= last; each++) {
      ticks.add(
          new Tick(
              (each * step - low) / (high - low),
              String.format(Locale.UK, "%,." + digits + "f", each * step)));
    }
    return new SweepScale(title, ticks, low, high, false);
  }

  /// Ticks at powers of ten, and at 2 and 5 times them where there are few.
  private static SweepScale logarithmic(String title, double low, double high) {
    double decades = Math.log10(high / low);
    List<Tick> ticks = new ArrayList<>();
    int every = (int) Math.max(1, Math.ceil(decades / PARTS));
    for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      for (int times : new int[] {1, 2, 5}) {
        double number = times * Math.pow(10, power);
        boolean wanted = times == 1 ? power % every == 0 : decades <= 2;
        if (wanted && number >= low * (1 - HAIR) && number <= high * (1 + HAIR)) {
          ticks.add(new Tick(Math.log10(number / low) / decades, SweepWords.number(number)));
        }
      }
    }
    return new SweepScale(title, ticks, low, high, true);
  }

  /// The smallest of 1, 2 and 5 times a power of ten that is not below this.
  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double part = rough / power;
    return power * (part <= 1 + HAIR ? 1 : part <= 2 + HAIR ? 2 : part <= 5 + HAIR ? 5 : 10);
  }

  /// Where a number stands; beyond 0 and 1 where it is beyond the axis, NaN where it has no place.
  public double place(double number) {
    if (logarithmic) {
      return number > 0 ? Math.log(number / low) / Math.log(high / low) : Double.NaN;
    }
    return (number - low) / (high - low);
  }
}
