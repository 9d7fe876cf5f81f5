package p2pgossip.ui.replay;

import java.util.List;
import java.util.Locale;

/// The paces that the user can choose, and how they are written.
final class Paces {

  static final List<Double> ALL = List.of(0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0);

  private Paces() {}

  /// As in "1/20 ×" or "2 ×".
  static String inWords(double pace) {
    return pace < 1 ? "1/" + Math.round(1 / pace) + " ×" : Math.round(pace) + " ×";
  }

  /// As in "0:07.3" or "12:40.0"; with hours where there are any.
  static String clock(double seconds) {
    long tenths = Math.round(Math.max(0, seconds) * 10);
    long minutes = tenths / 600;
    String rest = String.format(Locale.ROOT, "%02d.%d", tenths / 10 % 60, tenths % 10);
    return minutes < 60
        ? minutes + ":" + rest
        : String.format(Locale.ROOT, "%d:%02d:%s", minutes / 60, minutes % 60, rest);
  }
}
