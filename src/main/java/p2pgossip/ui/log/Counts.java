package p2pgossip.ui.log;

import java.util.Locale;

/// Numbers of lines in words.
final class Counts {

  private Counts() {}

  /// As in `1 line` and `10,000 lines`.
  static String lines(int count) {
    return number(count) + (count == 1 ? " line" : " lines");
  }

  /// With the thousands set apart, as in `10,000`.
  static String number(int count) {
    return String.format(Locale.UK, "%,d", count);
  }
}
