package p2pgossip.ui.spread;

import p2pgossip.gossip.Rumor;
import p2pgossip.network.MeasuredSpread;

/// One spread in the charts: that of a rumour, or that of a run which was kept to be compared.
///
/// @param key tells it from the others and stays the same as long as it is shown, for its colour and
/// stroke go with it
/// @param name as the legend calls it
public record NamedSpread(String key, String name, MeasuredSpread measured) {

  private static final int LONGEST_NAME = 60;

  /// The spread of a rumour of the present run, named after its text.
  public NamedSpread(MeasuredSpread measured) {
    this(measured.spread().rumor(), measured);
  }

  private NamedSpread(Rumor rumor, MeasuredSpread measured) {
    this(rumor.id().text(), Wording.line(rumor.text(), LONGEST_NAME), measured);
  }
}
