package p2pgossip.ui.hearing;

import java.util.Locale;
import java.util.function.Function;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadTimes;

/// Where each arrival of a rumour is on the colour scale. Plain arithmetic, no screen.
///
/// The upper end is set by what can be expected when the rumour is told, so that the colours stay
/// as they are while it spreads. If it takes longer than that, the upper end is doubled.
///
/// @param times the times of the rumour without pauses, as in its figures
/// @param top the upper end, in milliseconds, hops or copies
public record HearingScale(HearingColor coloring, SpreadTimes times, double top) {

  /// The scale reaches at least this many hops or copies.
  private static final long FEWEST = 4;

  private static final double SHORTEST_MILLIS = 10;

  private static final double[] ROUND = {1, 1.5, 2, 3, 5, 7, 10};

  /// Makes the scales of one rumour after another. FX thread only.
  public static final class Maker {

    private final ExpectedReach.Finder reach = new ExpectedReach.Finder();

    /// The scale for the arrivals of a spread.
    public HearingScale of(Spread spread, HearingColor coloring) {
      return HearingScale.of(spread, coloring, reach.of(spread));
    }
  }

  static HearingScale of(Spread spread, HearingColor coloring, ExpectedReach expected) {
    SpreadTimes times = SpreadTimes.of(spread);
    HearingScale unbounded = new HearingScale(coloring, times, 1);
    double highest =
        spread.arrivals().values().stream().mapToDouble(unbounded::figure).max().orElse(0);
    double top =
        switch (coloring) {
          case TIME ->
              expected.time().isZero()
                  ? roundUp(Math.max(SHORTEST_MILLIS, highest))
                  : doubled(roundUp(expected.time().toMillis()), highest);
          case HOPS -> doubled(Math.max(FEWEST, expected.hops()), highest);
          case REPEATS -> doubled(FEWEST, highest);
        };
    return new HearingScale(coloring, times, top);
  }

  private static double doubled(double start, double least) {
    double top = start;
    while (top < least) {
      top *= 2;
    }
    return top;
  }

  private static double roundUp(double figure) {
    double power = Math.pow(10, Math.floor(Math.log10(figure)));
    for (double round : ROUND) {
      if (round * power >= figure) {
        return round * power;
      }
    }
    return 10 * power;
  }

  private double figure(Arrival arrival) {
    return switch (coloring) {
      case TIME -> times.since(arrival.at()).toMillis();
      case HOPS -> arrival.hops();
      case REPEATS -> arrival.repeats();
    };
  }

  /// The place on the scale, from 0 (soonest, nearest, once) to 1.
  public double part(Arrival arrival) {
    return Math.clamp(figure(arrival) / top, 0, 1);
  }

  /// The lower end in a word or two.
  public String low() {
    return switch (coloring) {
      case TIME -> "0 s";
      case HOPS -> "0 hops";
      case REPEATS -> "once";
    };
  }

  /// The upper end in a word or two.
  public String high() {
    return switch (coloring) {
      case TIME -> time(top);
      case HOPS -> Math.round(top) + " hops";
      // Repeats don't count the first copy.
      case REPEATS -> Math.round(top + 1) + " times";
    };
  }

  /// How one peer heard the rumour, in a sentence.
  ///
  /// @param label what a peer is called on the screen
  public String describe(Arrival arrival, Function<PeerAddress, String> label) {
    StringBuilder words = new StringBuilder(80);
    double millis = times.since(arrival.at()).toMillis();
    if (arrival.from() == null && arrival.hops() == 0) {
      words.append("Told the rumour first");
    } else {
      words
          .append("Heard the rumour after ")
          .append(time(millis))
          .append(", ")
          .append(counted(arrival.hops(), "hop"));
      if (arrival.from() != null) {
        words.append(", from ").append(label.apply(arrival.from()));
      }
    }
    if (arrival.repeats() > 0) {
      words.append("; then ").append(counted(arrival.repeats(), "more copy", "more copies"));
    }
    return words.append('.').toString();
  }

  private static String counted(long count, String one) {
    return counted(count, one, one + "s");
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static String time(double millis) {
    if (millis < 1_000) {
      return Math.round(millis) + " ms";
    }
    double seconds = millis / 1_000;
    boolean whole = seconds >= 100 || Math.abs(seconds - Math.rint(seconds)) < 0.005;
    return whole
        ? Math.round(seconds) + " s"
        : String.format(Locale.ROOT, "%.2f", seconds).replaceFirst("0$", "") + " s";
  }
}
