package p2pgossip.ui.spread;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import p2pgossip.ui.hint.Hint;

/// Whether coverage is drawn against time or against periods.
final class AxisToggle extends HBox {

  private final ToggleButton time = new ToggleButton("Time");
  private final ToggleButton periods = new ToggleButton("Periods");

  AxisToggle() {
    super();
    getStyleClass().add("axis-toggle");
    ToggleGroup group = new ToggleGroup();
    time.setToggleGroup(group);
    periods.setToggleGroup(group);
    time.setSelected(true);
    time.getStyleClass().addAll(Styles.SMALL, Styles.LEFT_PILL);
    periods.getStyleClass().addAll(Styles.SMALL, Styles.RIGHT_PILL);
    time.setId("against-time");
    periods.setId("against-periods");
    time.setAccessibleText("Coverage against time");
    periods.setAccessibleText("Coverage against periods");
    Hint.on(time, () -> "Against the time since the rumour was told");
    Hint.on(
        periods,
        () -> "Against the gossip periods that had begun at each peer since the rumour was told");
    // One of the two is always on.
    group
        .selectedToggleProperty()
        .subscribe(
            (Toggle before, Toggle now) -> {
              if (now == null) {
                before.setSelected(true);
              }
            });
    setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(time, periods);
  }

  ObservableValue<Against> chosen() {
    return periods.selectedProperty().map(it -> it ? Against.PERIODS : Against.TIME);
  }
}
