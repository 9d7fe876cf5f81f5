package p2pgossip.ui.spread;

import p2pgossip.gossip.ShownText;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.Run;
import p2pgossip.network.Spread;
import p2pgossip.ui.chart.Wording;

/// One spread in the charts: that of a rumour, or that of a run that was kept for comparison.
///
/// @param key tells it from the others. It stays the same as long as the spread is shown, since the
///     colour and the stroke go with it
/// @param name as the legend calls it
public record NamedSpread(String key, String name, MeasuredSpread measured) {

  private static final int LONGEST_NAME = 60;

  /// The spread of a rumour, named after its text, and after the variant of the scenario in which
  /// it was told.
  public NamedSpread(MeasuredSpread measured) {
    this(
        measured.spread().key().text(),
        Wording.line(name(measured.spread()), LONGEST_NAME),
        measured);
  }

  /// Tells a spread from others wherever it is named.
  public static String name(Spread spread) {
    Run run = spread.conditions().run();
    String variant = run == null ? null : run.variant();
    String text = spread.rumor().text();
    return ShownText.whole(variant == null ? text : variant + ": " + text);
  }
}
