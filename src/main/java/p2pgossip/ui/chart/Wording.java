package p2pgossip.ui.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import p2pgossip.gossip.ShownText;
import p2pgossip.network.MeasuredSpread;

/// Times and numbers as the charts and figures write them.
public final class Wording {

  /// Stands for a value that is not known yet.
  public static final String NONE = "–";

  private Wording() {}

  /// The words of a rumour for which nobody has typed any. They are numbered, to tell them apart.
  ///
  /// @param told how many rumours there are
  public static String usualRumor(int told) {
    return "Rumour " + (told + 1);
  }

  /// A time in up to three digits: `4.2 ms`, `380 ms`, `1.25 s`, `12.5 s`, `3 min 20 s`.
  public static String duration(Duration time) {
    double seconds = time.toNanos() / 1e9;
    if (seconds < 0) {
      return "-" + duration(time.negated());
    }
    if (seconds < 0.0995) {
      return String.format(Locale.UK, "%.1f ms", seconds * 1_000);
    }
    if (seconds < 0.9995) {
      return String.format(Locale.UK, "%.0f ms", seconds * 1_000);
    }
    if (seconds < 9.995) {
      return String.format(Locale.UK, "%.2f s", seconds);
    }
    if (seconds < 119.95) {
      return String.format(Locale.UK, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 7_200
        ? String.format(Locale.UK, "%d min %d s", whole / 60, whole % 60)
        : String.format(Locale.UK, "%d h %d min", whole / 3_600, whole / 60 % 60);
  }

  /// How long ago something was, in one unit: `now`, `12 s`, `3 min`, `2 h`, `4 d`.
  public static String age(Duration age) {
    long seconds = age.toSeconds();
    if (seconds < 1) {
      return "now";
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3_600) {
      return seconds / 60 + " min";
    }
    return seconds < 86_400 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
  }

  /// The first line of a text that says something, as [ShownText] has it, shortened where it is
  /// longer than `most` characters: texts come from strangers.
  public static String line(String text, int most) {
    String first = text.lines().filter(it -> !it.isBlank()).findFirst().orElse("");
    String line = ShownText.whole(first.strip());
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  /// How a spread stands.
  public static String phase(MeasuredSpread.Phase phase) {
    return switch (phase) {
      case SPREADING -> "still spreading";
      case COMPLETE -> "all have heard it";
      case STUCK -> "stuck: no peer passes it on";
      case CUT_OFF -> "cut off by the end of its run";
    };
  }

  /// The same in one or two words.
  public static String phaseInBrief(MeasuredSpread.Phase phase) {
    return switch (phase) {
      case SPREADING -> "spreading";
      case COMPLETE -> "complete";
      case STUCK -> "stuck";
      case CUT_OFF -> "cut off";
    };
  }

  public static String count(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  /// @param value not a number where it is not known
  public static String decimal(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.UK, "%,.2f", value);
  }

  /// A share in per cent, in up to three figures: `25 %`, `0.1 %`, `0.003 %`.
  public static String percent(double share) {
    return new BigDecimal(100 * share)
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }
}
