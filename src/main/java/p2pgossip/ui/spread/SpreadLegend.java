package p2pgossip.ui.spread;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.chart.SeriesLook;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.print.InPictures;
import p2pgossip.ui.theme.RolePalette;

/// Says which line is which spread. Shown only while there are several.
final class SpreadLegend extends FlowPane {

  private static final double LONGEST_NAME = 190;

  private final Consumer<NamedSpread> remove;
  private List<Object> made = List.of();

  SpreadLegend(Consumer<NamedSpread> remove) {
    super(14, 2);
    this.remove = remove;
    getStyleClass().add("spread-legend");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /// @param looks by key; what has none is not listed
  void show(List<NamedSpread> shown, Map<String, SeriesLook> looks, RolePalette palette) {
    setVisible(shown.size() > 1);
    List<Object> wanted =
        shown.stream()
            .filter(it -> looks.containsKey(it.key()))
            .<Object>map(
                it ->
                    List.of(
                        it.key(), it.name(), looks.get(it.key()), palette, it.measured().phase()))
            .toList();
    // It is often the same many times a second, and then left as it is.
    if (wanted.equals(made)) {
      return;
    }
    made = wanted;
    getChildren().clear();
    for (NamedSpread spread : shown) {
      SeriesLook look = looks.get(spread.key());
      if (look != null) {
        getChildren().add(entry(spread, look, palette, getChildren().isEmpty()));
      }
    }
  }

  private Node entry(NamedSpread spread, SeriesLook look, RolePalette palette, boolean first) {
    Label name = new Label(spread.name(), look.swatch(palette));
    name.setMaxWidth(LONGEST_NAME);
    name.setGraphicTextGap(7);
    Hint.on(name, spread::name);
    Label phase = new Label(Wording.phaseInBrief(spread.measured().phase()));
    phase.getStyleClass().addAll(Styles.TEXT_MUTED, "legend-phase");
    Hint.on(phase, () -> Wording.phase(spread.measured().phase()));
    HBox entry = new HBox(6, name, phase);
    entry.setAlignment(Pos.CENTER_LEFT);
    if (!first) {
      Button close = new Button(null, new FontIcon(Feather.X));
      close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "legend-remove");
      String words = "Take “" + spread.name() + "” out of the charts";
      close.setAccessibleText(words);
      Hint.on(close, () -> words);
      close.setOnAction(_ -> remove.accept(spread));
      InPictures.leaveOut(close);
      entry.getChildren().add(close);
    }
    return entry;
  }
}
