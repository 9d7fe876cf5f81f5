package p2pgossip.ui.laboratory;

import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.chart.PlotCard;

/// Something of a page that can be saved.
///
/// @param name in a word or two
/// @param node of which a picture is taken
/// @param card null if it is not a chart, and so can be saved as a picture only
record Printed(String name, Parent node, @Nullable PlotCard card) {

  static Printed of(PlotCard card) {
    return new Printed(card.heading(), card.card(), card);
  }
}
