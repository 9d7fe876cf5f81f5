package p2pgossip.ui.laboratory;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.SeriesLook;
import p2pgossip.ui.theme.RolePalette;

/// Says which curve is which. FX thread only.
final class CurveLegend extends FlowPane {

  private record Entry(String name, SeriesLook look, RolePalette palette) {}

  private List<Entry> made = List.of();

  CurveLegend() {
    super(14, 2);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /// Cheap where nothing has changed.
  void show(List<Series> series, RolePalette palette) {
    setVisible(series.size() > 1);
    List<Entry> wanted =
        series.stream().map(each -> new Entry(each.name(), each.look(), palette)).toList();
    if (!wanted.equals(made)) {
      made = wanted;
      getChildren().setAll(wanted.stream().map(CurveLegend::label).toList());
    }
  }

  private static Label label(Entry entry) {
    Label label = new Label(entry.name(), entry.look().swatch(entry.palette()));
    label.setGraphicTextGap(7);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
