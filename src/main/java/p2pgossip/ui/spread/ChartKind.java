package p2pgossip.ui.spread;

import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.chart.Chart;

/// One kind of chart of spreads. [ChartKinds#ALL] lists them: the pane, the pictures that can be
/// saved and the tests read that list, so a new one is a class and a line there.
interface ChartKind {

  /// Its id in the scene, which names of files use too.
  String id();

  String heading();

  /// What it shows, in a sentence or two.
  String definition();

  /// The remark in grey beside the heading; may be empty.
  default String remark(List<DrawnSpread> all, Against against) {
    return "";
  }

  /// Whether there is anything to be drawn of a spread.
  default boolean isKnownOf(DrawnSpread drawn) {
    return true;
  }

  /// The sentence in place of the chart while there is nothing to draw of any spread.
  default String emptyWords() {
    return "Nothing to show yet.";
  }

  /// Makes the chart, with what a screen reader says of it.
  ///
  /// @param all that are laid over one another, the first on top; at least one
  Chart of(List<DrawnSpread> all, Against against);

  /// The same with what theory says of the first, where the kind can show that.
  ///
  /// @param theory null for none
  default Chart of(List<DrawnSpread> all, Against against, @Nullable TheoryCurve theory) {
    return of(all, against);
  }
}
