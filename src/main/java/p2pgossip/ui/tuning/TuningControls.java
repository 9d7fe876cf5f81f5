package p2pgossip.ui.tuning;

import atlantafx.base.controls.ToggleSwitch;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import p2pgossip.ui.form.FormField;
import p2pgossip.ui.form.PeriodScale;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.form.SpreadingForm;
import p2pgossip.ui.hint.Hint;

/// A control for each of the settings of other peers that can be changed. FX thread only.
final class TuningControls {

  private final TuningDraft draft;
  private final String prefix;

  /// @param prefix stands before the ids by which the controls are found in the scene
  TuningControls(TuningDraft draft, String prefix) {
    this.draft = draft;
    this.prefix = prefix;
  }

  Node part(TuningPart part) {
    return switch (part) {
      case PERIOD -> period();
      case TEXT -> text();
      case UPDATE -> toggle("update", "Update", draft.updateProperty());
      case PAUSED -> toggle("paused", "Paused", draft.pausedProperty());
      case SPREADING -> spreading();
    };
  }

  private VBox period() {
    FormField field =
        new FormField(
            prefix + "period", "Period, s", "5", "Seconds between messages, 0.1 to 86400");
    field.setPrefWidth(84);
    field.setMinWidth(84);
    field.textProperty().bindBidirectional(draft.periodProperty());
    field.errorProperty().bind(draft.form().periodErrorProperty());
    Slider slider = new Slider(0, 1, 0);
    slider.setId(prefix + "period-slider");
    slider.getStyleClass().add("period-slider");
    slider.setAccessibleText("Period");
    slider.setBlockIncrement(0.05);
    slider.setMinWidth(60);
    Hint.on(slider, "Drag for 0.1 s to 60 s");
    draft
        .periodProperty()
        .subscribe(
            typed ->
                draft
                    .form()
                    .period()
                    .filter(it -> !isSliding(slider))
                    .ifPresent(it -> slider.setValue(PeriodScale.positionOf(it))));
    slider
        .valueProperty()
        .subscribe(
            at -> {
              if (isSliding(slider)) {
                Duration chosen = PeriodScale.periodAt(at.doubleValue());
                draft.periodProperty().set(SettingsForm.seconds(chosen));
              }
            });
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox row = new HBox(12, field, slider);
    row.setAlignment(Pos.BOTTOM_LEFT);
    return new VBox(4, row, field.errorLabel());
  }

  private static boolean isSliding(Slider slider) {
    return slider.isFocused() || slider.isValueChanging();
  }

  private VBox text() {
    FormField field =
        new FormField(prefix + "text", "Message", "a random sentence", "What is sent each period");
    field.textProperty().bindBidirectional(draft.textProperty());
    field.errorProperty().bind(draft.form().textErrorProperty());
    return new VBox(4, field, field.errorLabel());
  }

  private HBox toggle(String id, String name, BooleanProperty value) {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setId(prefix + id);
    toggle.setOnMousePressed(event -> toggle.requestFocus());
    toggle.setAccessibleText(name);
    toggle.selectedProperty().bindBidirectional(value);
    Label label = new Label(name);
    label.getStyleClass().add("form-label");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox row = new HBox(8, label, toggle);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private SpreadingForm spreading() {
    SpreadingForm form = SpreadingForm.brief(prefix);
    form.valueProperty().bindBidirectional(draft.spreadingProperty());
    draft.spreadingGoodProperty().bind(form.goodProperty());
    return form;
  }
}
