package p2pgossip.ui.laboratory;

import java.io.IOException;
import java.io.OutputStream;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.PlotCard;
import p2pgossip.ui.draw.Drawable;

/// Something of a page that can be saved.
///
/// @param name in a word or two
/// @param node of which a picture is taken
/// @param vectors null if it can be saved as a picture only
/// @param table its numbers; null if it has none
record Printed(String name, Parent node, @Nullable Drawable vectors, @Nullable Table table) {

  /// Writes numbers. For any thread.
  @FunctionalInterface
  interface Table {
    /// @param out is closed
    /// @throws IOException when it can't be written
    void write(OutputStream out) throws IOException;
  }

  static Printed of(PlotCard card) {
    Chart chart = card.chart();
    return new Printed(
        card.heading(),
        card.card(),
        chart == null ? null : card.card(),
        chart == null ? null : out -> ChartTable.write(out, chart));
  }
}
