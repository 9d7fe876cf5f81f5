package p2pgossip.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.ui.form.FormField;
import p2pgossip.ui.form.PeriodScale;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.model.PeerCommands;
import p2pgossip.ui.model.PeerViewModel;

/// What this peer gossips, and how often. Every change takes effect at once.
final class GossipPane extends VBox {

  private final PeerViewModel model;
  private final SettingsForm form;
  private final FormField period =
      new FormField("period", "Period, s", "5", "Seconds between messages, 0.1 to 86400");
  private final FormField text =
      new FormField("text", "Message", "a random sentence", "What is sent each period");
  private final Slider slider = new Slider(0, 1, 0);

  GossipPane(PeerViewModel model, SettingsForm form) {
    this.model = model;
    this.form = form;
    getStyleClass().add("form-section");
    period.setPrefWidth(84);
    period.setMinWidth(84);
    period.textProperty().bindBidirectional(form.periodProperty());
    period.errorProperty().bind(form.periodErrorProperty());
    period.onCommit(() -> form.period().ifPresent(this::setPeriod));
    slider.setAccessibleText("Period");
    Hint.on(slider, "Drag for 0.1 s to 60 s");
    slider.setBlockIncrement(0.05);
    slider.valueProperty().subscribe(position -> slid(position.doubleValue()));
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox periods = new HBox(12, period, slider);
    periods.setAlignment(Pos.BOTTOM_LEFT);
    slider.getStyleClass().add("period-slider");
    text.textProperty().bindBidirectional(form.textProperty());
    text.errorProperty().bind(form.textErrorProperty());
    text.onCommit(this::setText);
    showPeriod(model.settingsProperty().get());
    showText(model.settingsProperty().get());
    model.settingsProperty().subscribe(this::showChanges);
    getChildren()
        .addAll(
            Headings.of("Gossip"),
            periods,
            period.errorLabel(),
            text,
            text.errorLabel(),
            updateSwitch());
  }

  /// Only what has changed: text that is half typed into other fields must stay.
  private void showChanges(PeerSettings before, PeerSettings now) {
    if (!now.period().equals(before.period())) {
      showPeriod(now);
    }
    if (!Objects.equals(now.text(), before.text())) {
      showText(now);
    }
  }

  private void showPeriod(PeerSettings settings) {
    form.periodProperty().set(SettingsForm.seconds(settings.period()));
    if (!isSliding()) {
      slider.setValue(PeriodScale.positionOf(settings.period()));
    }
  }

  private void showText(PeerSettings settings) {
    form.textProperty().set(settings.text() == null ? "" : settings.text());
  }

  private void slid(double position) {
    if (isSliding()) {
      setPeriod(PeriodScale.periodAt(position));
    }
  }

  private boolean isSliding() {
    return slider.isFocused() || slider.isValueChanging();
  }

  private void setPeriod(Duration duration) {
    model.change(settings -> settings.withPeriod(duration));
  }

  private void setText() {
    if (form.textErrorProperty().get().isEmpty()) {
      String typed = form.textProperty().get().strip();
      model.change(settings -> settings.withText(typed.isEmpty() ? null : typed));
    }
  }

  private Node updateSwitch() {
    ToggleSwitch update = new ToggleSwitch();
    update.setId("update");
    // A click on it commits what was typed before, as a click on any other control does.
    update.setOnMousePressed(event -> update.requestFocus());
    update.setAccessibleText("Update: learn the peers of my neighbours");
    Hint.on(
        update, PeerCommands.UPDATE.hint("Each period, ask the neighbours which peers they know"));
    model.settingsProperty().subscribe(settings -> update.setSelected(settings.update()));
    update.selectedProperty().subscribe(on -> model.change(settings -> settings.withUpdate(on)));
    Label name = new Label("Update");
    name.getStyleClass().add("form-label");
    Label what = new Label("Learn my neighbours' peers");
    what.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    what.setWrapText(true);
    VBox words = new VBox(2, name, what);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, words, update);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
